#include "geology/formats/delimited.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using adit::formats::detectDialect;
using adit::formats::Dialect;
using adit::formats::normalizedHeader;
using adit::formats::parseNumber;
using adit::formats::Record;
using adit::formats::RecordScanner;
using adit::formats::toUtf8;
using adit::formats::unitFromHeader;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows scan(std::string_view text, Dialect dialect) {
  Rows rows;
  RecordScanner scanner(text, dialect);
  Record record;
  while (scanner.next(record)) rows.emplace_back(record.cells.begin(), record.cells.end());
  return rows;
}

Rows scan(std::string_view text) {
  return scan(text, detectDialect(text));
}

Dialect delimitedBy(char delimiter) {
  Dialect dialect;
  dialect.delimiter = delimiter;
  return dialect;
}

}  // namespace

TEST(Delimited, CutsCellsAndTrimsBlanks) {
  EXPECT_EQ(scan("hole, from ,to\nA-1,\t0,1.5\n"), (Rows{{"hole", "from", "to"}, {"A-1", "0", "1.5"}}));
}

TEST(Delimited, SkipsByteOrderMark) {
  EXPECT_EQ(detectDialect("\xEF\xBB\xBFhole,x\nA,1\n").bodyOffset, 3U);
  EXPECT_EQ(scan("\xEF\xBB\xBFhole,x\nA,1\n"), (Rows{{"hole", "x"}, {"A", "1"}}));
}

TEST(Delimited, AcceptsEveryLineEndAndNumbersTheLines) {
  const std::string_view text = "a,b\r\n1,2\r3,4\n\n5,6";
  EXPECT_EQ(scan(text, {}), (Rows{{"a", "b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}}));
  RecordScanner scanner(text, {});
  Record record;
  std::vector<std::size_t> lines;
  while (scanner.next(record)) lines.push_back(record.line);
  EXPECT_THAT(lines, ElementsAre(1, 2, 3, 5));
  EXPECT_EQ(scanner.offset(), text.size());
}

TEST(Delimited, SkipsLinesOfBlanks) {
  EXPECT_EQ(scan("\n  \na,b\n \t \n1,2\n\n", {}), (Rows{{"a", "b"}, {"1", "2"}}));
}

TEST(Delimited, KeepsEmptyCells) {
  EXPECT_EQ(scan("a,,c\n,,\n1,2,", {}), (Rows{{"a", "", "c"}, {"", "", ""}, {"1", "2", ""}}));
}

TEST(Delimited, QuotedCellsHoldDelimitersLineEndsAndDoubledQuotes) {
  EXPECT_EQ(scan("id,note\nA,\"fine, grey\"\nB,\"two\r\nlines\"\nC,\"5\"\" core\"\n", {}),
            (Rows{{"id", "note"}, {"A", "fine, grey"}, {"B", "two\r\nlines"}, {"C", "5\" core"}}));
}

TEST(Delimited, LineNumbersCountLineEndsInsideQuotes) {
  RecordScanner scanner("a,b\n\"x\ny\r\nz\",1\n2,3\n", {});
  Record record;
  std::vector<std::size_t> lines;
  while (scanner.next(record)) lines.push_back(record.line);
  EXPECT_THAT(lines, ElementsAre(1, 2, 5));
}

TEST(Delimited, SeveralUnescapedCellsOfOneRecordStayValid) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "\"q\"\"" + std::to_string(i) + "\",";
  const Rows rows = scan(text, {});
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0][0], "q\"0");
  EXPECT_EQ(rows[0][99], "q\"99");
}

TEST(Delimited, QuoteInsideACellIsText) {
  EXPECT_EQ(scan("a,b\n6\" core,1\n", {}), (Rows{{"a", "b"}, {"6\" core", "1"}}));
}

TEST(Delimited, TextAfterAClosingQuoteIsKept) {
  EXPECT_EQ(scan("\"a\"bc,d\n", {}), (Rows{{"abc", "d"}}));
}

TEST(Delimited, UnterminatedQuoteIsReportedAndSwallowsNothing) {
  RecordScanner scanner("a,b\n1,2\n\"x,3\ny,4\n", {});
  Record record;
  Rows rows;
  while (scanner.next(record)) rows.emplace_back(record.cells.begin(), record.cells.end());
  EXPECT_EQ(rows, (Rows{{"a", "b"}, {"1", "2"}, {"\"x", "3"}, {"y", "4"}}));
  EXPECT_TRUE(scanner.unterminatedQuote());
  EXPECT_EQ(scanner.quoteLine(), 3U);
}

TEST(Delimited, AQuoteWhoseNextQuoteOpensACellIsText) {
  const Rows expected{{"A", "\"8 inch", "5"}, {"B", "x", "6"}, {"C", "y, z", "7"}};
  EXPECT_EQ(scan("A,\"8 inch,5\nB,x,6\nC,\"y, z\",7\n", {}), expected);
  EXPECT_EQ(scan("\"8 inch,5,\"x\",1\n", {}), (Rows{{"\"8 inch", "5", "x", "1"}})) << "in one line too";
  RecordScanner scanner("\"8 inch,\"9 inch,5\n\"x\",6,7\n", {});
  Record record;
  ASSERT_TRUE(scanner.next(record));
  EXPECT_EQ(record.quotes.loose, 2U);
  ASSERT_TRUE(scanner.next(record));
  EXPECT_EQ(record.quotes.loose, 0U);
  EXPECT_FALSE(scanner.recordsCrossLines());
}

TEST(Delimited, LineEndsAndDelimitersInQuotesAreCounted) {
  RecordScanner scanner("\"a\r\nb,c\nd\",\"e,f\"\n", {});
  Record record;
  ASSERT_TRUE(scanner.next(record));
  EXPECT_EQ(record.quotes.lineEnds, 2U);
  EXPECT_EQ(record.quotes.delimiters, 1U) << "those of the cell of one line separate no rows";
}

TEST(Delimited, ClosedQuotesAreNotReported) {
  RecordScanner scanner("\"a\",\"b\"\"\"\n", {});
  Record record;
  while (scanner.next(record)) {
  }
  EXPECT_FALSE(scanner.unterminatedQuote());
}

TEST(Delimited, FindsTheDelimiter) {
  EXPECT_EQ(detectDialect("h,x,y\nA,1,2\n").delimiter, ',');
  EXPECT_EQ(detectDialect("h;x;y\nA;1;2\n").delimiter, ';');
  EXPECT_EQ(detectDialect("h\tx\ty\nA\t1\t2\n").delimiter, '\t');
  EXPECT_EQ(detectDialect("h|x|y\nA|1|2\n").delimiter, '|');
  EXPECT_EQ(detectDialect("h  x y\n  A 1   2\n").delimiter, ' ');
  EXPECT_EQ(detectDialect("rock unit,code\nquartz diorite,qd\nmarble,m\n").delimiter, ',');
}

TEST(Delimited, DelimiterIsTheConsistentOneNotTheFrequentOne) {
  EXPECT_EQ(detectDialect("id;note\nA;one, two, three, four\nB;five, six\nC;seven\n").delimiter, ';');
}

TEST(Delimited, BlankRunsSeparateWithLeadingAndTrailingBlanks) {
  EXPECT_EQ(scan("  A   1 \t 2  \nB 3 4\n", delimitedBy(' ')), (Rows{{"A", "1", "2"}, {"B", "3", "4"}}));
}

TEST(Delimited, TabsKeepEmptyCells) {
  EXPECT_EQ(scan("a\t\tb\n\t1\t\n", delimitedBy('\t')), (Rows{{"a", "", "b"}, {"", "1", ""}}));
}

TEST(Delimited, RecognisesDecimalCommas) {
  const std::string_view text = "hole;x;y\nA;550082,15;3623730,41\nB;1,5;2,25\n";
  const Dialect dialect = detectDialect(text);
  EXPECT_EQ(dialect.delimiter, ';');
  EXPECT_TRUE(dialect.decimalComma);
  EXPECT_FALSE(detectDialect("hole;x;y\nA;1.5;2.5\n").decimalComma);
  EXPECT_FALSE(detectDialect("hole,x,y\nA,1,2\n").decimalComma);
}

TEST(Delimited, ReadsNumbers) {
  EXPECT_EQ(parseNumber("550082.15"), 550082.15);
  EXPECT_EQ(parseNumber("-0.005"), -0.005);
  EXPECT_EQ(parseNumber("+12"), 12.0);
  EXPECT_EQ(parseNumber(".5"), 0.5);
  EXPECT_EQ(parseNumber("5."), 5.0);
  EXPECT_EQ(parseNumber("-1.5E+3"), -1500.0);
  EXPECT_EQ(parseNumber("0,53", true), 0.53);
  EXPECT_EQ(parseNumber(",5", true), 0.5);
}

TEST(Delimited, RefusesWhatIsNoNumber) {
  for (const char* text :
       {"",     " ",   "-",     "+",     ".",   "1,234.5", "1 2", "12x", "0x10", "nan",  "inf",
        "-inf", "NaN", "<0.01", "1e999", "--1", "+-1",     "1e",  "e5",  "-.",   "1.2.3"})
    EXPECT_FALSE(parseNumber(text)) << '"' << text << '"';
  EXPECT_FALSE(parseNumber("0,53"));
  EXPECT_FALSE(parseNumber("1.234,5", true));
  EXPECT_FALSE(parseNumber("1.234", true)) << "a point in a text with decimal commas may separate thousands";
  EXPECT_FALSE(parseNumber(std::string(100, '1') + ",5", true));
}

TEST(Delimited, ConvertsWindows1252) {
  const std::string_view text = "id,note\nA,Caf\xE9 \x80 \x93x\x94\n";
  const Dialect dialect = detectDialect(text);
  EXPECT_TRUE(dialect.windows1252);
  EXPECT_EQ(toUtf8("Caf\xE9 \x80 \x93x\x94", dialect), "Café € “x”");
}

TEST(Delimited, KeepsUtf8) {
  const Dialect dialect = detectDialect("id,note\nA,Café €\n");
  EXPECT_FALSE(dialect.windows1252);
  EXPECT_EQ(toUtf8("Café €", dialect), "Café €");
}

TEST(Delimited, Utf8CellOfAMixedTextIsNotConvertedTwice) {
  const Dialect dialect = detectDialect("A,Caf\xE9\nB,Café\n");
  EXPECT_TRUE(dialect.windows1252);
  EXPECT_EQ(toUtf8("Café", dialect), "Café");
}

TEST(Delimited, InvalidUtf8IsSeenFarFromTheStart) {
  EXPECT_TRUE(detectDialect("a,b\n" + std::string(100'000, 'x') + "\xE9,1\n").windows1252);
  for (const char* invalid : {"\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xC3", "\x80"})
    EXPECT_TRUE(detectDialect(invalid).windows1252) << testing::PrintToString(invalid);
}

TEST(Delimited, EmptyTextHasNoRecords) {
  EXPECT_THAT(scan(""), IsEmpty());
  EXPECT_THAT(scan("\xEF\xBB\xBF"), IsEmpty());
  EXPECT_THAT(scan("\n\r\n \n"), IsEmpty());
}

TEST(Delimited, OneHugeLineIsReadWhole) {
  std::string text;
  for (int i = 0; i < 1'000'000; ++i) text += "12.5,";
  const Rows rows = scan(text);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].size(), 1'000'001U);
  EXPECT_EQ(scan(std::string(10'000'000, 'x')).front().front().size(), 10'000'000U);
}

TEST(Headers, AreComparedWithoutDecoration) {
  EXPECT_EQ(normalizedHeader("Depth_From (m)"), "depthfrom");
  EXPECT_EQ(normalizedHeader("  HOLE ID "), "holeid");
  EXPECT_EQ(normalizedHeader("depth-from"), "depthfrom");
  EXPECT_EQ(normalizedHeader("Az."), "az");
  EXPECT_EQ(normalizedHeader("INCLINACIÓN"), "inclinacion");
  EXPECT_EQ(normalizedHeader("Año"), "ano");
  EXPECT_EQ(normalizedHeader(""), "");
  EXPECT_EQ(normalizedHeader("(m)"), "(m)");
}

TEST(Headers, StateTheirUnit) {
  EXPECT_EQ(unitFromHeader("Cu_pct"), "%");
  EXPECT_EQ(unitFromHeader("Au (g/t)"), "g/t");
  EXPECT_EQ(unitFromHeader("Mo_ppm"), "ppm");
  EXPECT_EQ(unitFromHeader("Ag [ppb]"), "ppb");
  EXPECT_EQ(unitFromHeader("Au_gpt"), "g/t");
  EXPECT_EQ(unitFromHeader("Cu%"), "%");
  EXPECT_EQ(unitFromHeader("Depth_ft"), "ft");
  EXPECT_EQ(unitFromHeader("Depth (Metres)"), "m");
  EXPECT_EQ(unitFromHeader("Cu"), "");
  EXPECT_EQ(unitFromHeader("Item"), "") << "the m is part of the word";
  EXPECT_EQ(unitFromHeader("_m"), "");
}
