// A table read in chunks of a few bytes is the table read as a whole, whatever is in it.
#include "geology/formats/table_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>

#include "geology/formats/import_choice.h"
#include "geology/formats/position_room.h"
#include "tests/support/mutate.h"

namespace adit::formats {
namespace {

using geology::Diagnostics;
using geology::Vec3;

constexpr std::size_t kWhole = std::numeric_limits<std::size_t>::max() / 2;

/// Takes the first three cells as positions.
class Positions : public RowGatherer {
 public:
  explicit Positions(bool decimalComma) : decimalComma_(decimalComma) {}
  void begin(const TableChunks& chunks) override { room_.begin(chunks); }
  void add(std::size_t chunk, const Record& record) override {
    const auto number = [&](std::size_t c) {
      const TableCell cell = readCell(record, c, decimalComma_);
      return cell.kind == CellKind::Number ? cell.value : kNoNumber;
    };
    room_.add(chunk, {number(0), number(1), number(2)});
  }
  std::vector<Vec3> join(const TableResult& table) {
    RowPositions joined = room_.join(table.chunks, table.rows);
    return joined.points.empty() ? joined.planes.points() : joined.points;
  }

 private:
  bool decimalComma_;
  PositionRoom room_;
};

struct Read {
  std::vector<geology::Column> columns;
  geology::LineNumbers lines;
  std::vector<Vec3> positions;
  Diagnostics diagnostics;
  std::vector<geology::ImportChoice> choices;
  std::size_t chunks = 0;
  std::string refusal;
};

/// The first record is the header.
Read read(std::string_view bytes, std::size_t chunkBytes, const ImportChoices& choices = {}) {
  Read result;
  const Source source{"t.csv", bytes};
  const Dialect dialect = detectDialect(bytes);
  RecordScanner scanner(bytes, dialect);
  Record header;
  if (!scanner.next(header) || header.cells.size() < 4) return result;
  const TableText text{source, dialect, scanner.place(), header.cells.size()};
  std::vector<ValueColumn> columns;
  for (std::size_t c = 3; c < header.cells.size(); ++c)
    columns.push_back({c, "column " + std::to_string(c), c == 5});
  geology::Provenance provenance;
  provenance.path = source.path;
  const Decision decision{choices, provenance, result.diagnostics};
  Findings findings(source.path);
  geology::Progress progress;
  Positions positions(dialect.decimalComma);
  try {
    TableResult table =
        readTable({text, std::move(columns), decision, findings, progress}, positions, chunkBytes);
    result.positions = positions.join(table);
    result.columns = std::move(table.columns);
    result.lines = table.lines;
    result.chunks = table.chunks.list.size();
  } catch (const ReadError& error) {
    result.refusal = error.diagnostic.code + std::to_string(error.diagnostic.line);
  }
  findings.appendTo(result.diagnostics);
  result.choices = provenance.choices;
  return result;
}

/// Bit by bit, so that NaN equals NaN.
template <typename T>
void expectSameBits(const std::vector<T>& a, const std::vector<T>& b) {
  ASSERT_EQ(a.size(), b.size());
  ASSERT_EQ(a.empty() ? 0 : std::memcmp(a.data(), b.data(), a.size() * sizeof(T)), 0);
}

void expectSame(const Read& a, const Read& b) {
  ASSERT_EQ(a.refusal, b.refusal);
  ASSERT_EQ(a.diagnostics, b.diagnostics);
  ASSERT_EQ(a.choices, b.choices);
  ASSERT_EQ(a.lines, b.lines);
  ASSERT_EQ(a.positions.size(), b.positions.size());
  for (std::size_t row = 0; row < a.positions.size(); ++row) {
    ASSERT_EQ(isFinite(a.positions[row]), isFinite(b.positions[row]));
    if (isFinite(a.positions[row])) {
      ASSERT_EQ(a.positions[row], b.positions[row]);
    }
  }
  ASSERT_EQ(a.columns.size(), b.columns.size());
  for (std::size_t c = 0; c < a.columns.size(); ++c) {
    ASSERT_EQ(a.columns[c].name, b.columns[c].name);
    ASSERT_EQ(a.columns[c].kind, b.columns[c].kind);
    ASSERT_EQ(a.columns[c].names, b.columns[c].names);
    ASSERT_EQ(a.columns[c].codes, b.columns[c].codes);
    ASSERT_EQ(a.columns[c].states, b.columns[c].states);
    expectSameBits(a.columns[c].values, b.columns[c].values);
    expectSameBits(a.columns[c].limits, b.columns[c].limits);
  }
}

/// Tables of every dialect, with everything that cells are made of.
class RandomTable {
 public:
  explicit RandomTable(std::uint32_t seed) : random_(seed) {}

  std::string text() {
    delimiter_ = pick(std::array<std::string_view, 5>{",", ";", "\t", "|", " "});
    comma_ = delimiter_ == ";" && below(2) == 0;
    const std::string_view end = pick(std::array<std::string_view, 3>{"\n", "\r\n", "\n"});
    std::string out = below(4) == 0 ? "\xEF\xBB\xBF" : "";
    columns_ = 4 + below(5);
    for (std::size_t c = 0; c < columns_; ++c)
      out.append(c == 0 ? "" : delimiter_).append("h" + std::to_string(c));
    out.append(end);
    const std::size_t rows = below(60);
    // The unusual begins late as often as not: then the forecast of its column was wrong.
    const std::size_t plainRows = below(2) == 0 ? 0 : below(60);
    for (std::size_t row = 0; row < rows; ++row)
      out.append(line(row < plainRows)).append(below(15) == 0 ? "\r\n" : end);
    if (below(3) == 0 && out.size() > 2) out.resize(out.size() - end.size());
    return out;
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  template <std::size_t N>
  std::string_view pick(const std::array<std::string_view, N>& list) {
    return list[below(N)];
  }
  std::string number() {
    std::string text = (below(6) == 0 ? "-" : "") + std::to_string(below(40));
    if (below(2) == 0) text += (comma_ ? "," : ".") + std::to_string(below(100));
    return text;
  }
  std::string line(bool plain) {
    if (!plain && below(20) == 0) return below(2) == 0 ? "" : "  ";
    std::string out;
    std::size_t cells = columns_;
    if (!plain && below(15) == 0) cells = 1 + below(columns_ + 3);
    for (std::size_t c = 0; c < cells; ++c) out.append(c == 0 ? "" : delimiter_).append(cell(c, plain));
    return out;
  }
  std::string cell(std::size_t column, bool plain) {
    static constexpr std::array<std::string_view, 16> kOther{
        "",    "\"quoted\"", "<0.05", ">10", "-99",  "NA",        "LOST",    "\"a\"\"b\"",
        "1e3", "1e999",      "\"7\"", "-",   " 12 ", "\"x;y,z\"", "Caf\xE9", "123456789012345678901"};
    static constexpr std::array<std::string_view, 5> kRocks{"granite", "schist", "oxide", "\"schist\"",
                                                            "12A"};
    if (column == 4) return std::string(pick(kRocks));
    if (!plain && below(12) == 0) return std::string(pick(kOther));
    if (!plain && below(400) == 0) return "\"two\nlines\"";
    if (!plain && below(150) == 0) return "\"8 inch";
    return number();
  }

  std::mt19937 random_;
  std::string_view delimiter_;
  bool comma_ = false;
  std::size_t columns_ = 0;
};

TEST(TableReader, ChunksOfAnySizeGiveTheSameTable) {
  std::size_t cut = 0, whole = 0;
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    const std::string text = RandomTable(seed).text();
    SCOPED_TRACE(text);
    const Read reference = read(text, kWhole);
    for (const std::size_t bytes : {1U, 7U, 40U, 300U}) {
      const Read inChunks = read(text, bytes);
      ASSERT_NO_FATAL_FAILURE(expectSame(inChunks, reference)) << "in chunks of " << bytes;
      ++(inChunks.chunks > 1 ? cut : whole);
    }
  }
  EXPECT_GT(cut, 1000U) << "tables were cut";
  EXPECT_GT(whole, 100U) << "and some could not be";
}

TEST(TableReader, DamagedTablesAreTheSameInChunksToo) {
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    const std::string text = tests::mutated(RandomTable(seed).text(), seed);
    SCOPED_TRACE(text);
    const Read reference = read(text, kWhole);
    for (const std::size_t bytes : {1U, 23U})
      ASSERT_NO_FATAL_FAILURE(expectSame(read(text, bytes), reference)) << "in chunks of " << bytes;
  }
}

TEST(TableReader, AQuoteWithALineEndMakesTheTableOneChunk) {
  const std::string plain = "X,Y,Z,note\n1,2,3,\"a\"\n4,5,6,\"b\"\n";
  EXPECT_EQ(read(plain, 1).chunks, 2U) << "quotes as such do not";
  const Read crossing = read("X,Y,Z,note\n1,2,3,\"a\n9,9,9,x\"\n4,5,6,b\n", 1);
  EXPECT_EQ(crossing.chunks, 1U);
  EXPECT_EQ(crossing.columns.at(0).names, (std::vector<std::string>{"a\n9,9,9,x", "b"}));
  EXPECT_EQ(crossing.lines, geology::LineNumbers({2U, 4U}));
}

TEST(TableReader, AQuoteTooManySwallowsNoRow) {
  std::string text = "X,Y,Z,rock\n";
  for (int row = 1; row <= 1000; ++row) {
    const std::string rock = row == 100 ? "\"GR" : row == 900 ? "\"GR\"" : "GR";
    text += std::to_string(row) + ",1,2," + rock + "\n";
  }
  for (const std::size_t bytes : {std::size_t{100}, kWhole}) {
    const Read table = read(text, bytes);
    EXPECT_EQ(table.positions.size(), 1000U);
    EXPECT_THAT(table.columns.at(0).names, testing::ElementsAre("GR", "\"GR"));
    ASSERT_EQ(table.diagnostics.size(), 1U);
    EXPECT_EQ(table.diagnostics[0].code, "TAB-LOOSE-QUOTE");
    EXPECT_EQ(table.diagnostics[0].line, 101U);
  }
}

TEST(TableReader, LinesInQuotesAreSaidAndWarnedOfWhenTheyLookLikeRows) {
  const Read note = read("X,Y,Z,note\n1,2,3,\"two\nlines, so\"\n4,5,6,b\n", kWhole);
  ASSERT_EQ(note.diagnostics.size(), 1U);
  EXPECT_EQ(note.diagnostics[0].code, "TAB-QUOTED-LINES");
  const Read rows = read("X,Y,Z,note\n1,2,3,\"a\n4,5,6,b\n7,8,9,c\"\n", kWhole);
  ASSERT_EQ(rows.diagnostics.size(), 1U);
  EXPECT_EQ(rows.diagnostics[0].code, "TAB-QUOTED-ROWS");
  EXPECT_EQ(rows.diagnostics[0].line, 2U);
  EXPECT_EQ(rows.diagnostics[0].count, 2U);
}

TEST(TableReader, CategoriesAreNumberedInTheOrderOfTheFile) {
  const Read inChunks = read("X,Y,Z,rock\n1,1,1,b\n2,1,1,a\n3,1,1,b\n4,1,1,c\n5,1,1,a\n", 1);
  EXPECT_EQ(inChunks.chunks, 5U);
  EXPECT_THAT(inChunks.columns.at(0).names, testing::ElementsAre("b", "a", "c"));
  EXPECT_THAT(inChunks.columns.at(0).codes, testing::ElementsAre(0, 1, 0, 2, 1));
}

TEST(TableReader, ManyCategoriesOfManyChunksAreWideEnoughTogether) {
  std::string text = "X,Y,Z,rock\n";
  for (int row = 0; row < 1200; ++row)  // each chunk has few: they are wide together only
    text +=
        std::to_string(row) + ",1,1," + (row % 7 == 3 ? "" : "r" + std::to_string((row * 37) % 400)) + "\n";
  const Read whole = read(text, kWhole);
  const Read inChunks = read(text, 500);
  EXPECT_GT(inChunks.chunks, 10U);
  EXPECT_EQ(inChunks.columns.at(0).codes.bytesOfElement(), 2U);
  EXPECT_EQ(inChunks.columns.at(0).codes, whole.columns.at(0).codes);
  for (std::size_t row = 0; row < 1200; ++row)
    ASSERT_EQ(inChunks.columns.at(0).category(row),
              row % 7 == 3 ? std::string() : "r" + std::to_string((row * 37) % 400));
}

TEST(TableReader, ALateWordMakesTheColumnBeFilledOnceMore) {
  std::string text = "X,Y,Z,au\n";
  for (int row = 0; row < 6000; ++row) text += "1,1,1," + std::to_string(row % 7) + "\n";
  const Read read6000 = read(text + "1,1,1,<4\n1,1,1,-99\n", 1000);
  const geology::Column& gold = read6000.columns.at(0);
  ASSERT_EQ(gold.size(), 6002U);
  EXPECT_EQ(gold.state(6000), geology::ValueState::BelowDetection);
  EXPECT_EQ(gold.values[6000], 2.0F);
  EXPECT_EQ(gold.state(6001), geology::ValueState::NotSampled);
  EXPECT_EQ(gold.values[5], 5.0F);
}

TEST(TableReader, EmptyLinesTakeNoMemory) {
  const std::string text = "X,Y,Z,a\n1,2,3,4\n" + std::string(100'000, '\n') + "5,6,7,8\n";
  const Read read1 = read(text, 1000);
  EXPECT_THAT(read1.columns.at(0).values, testing::ElementsAre(4.0F, 8.0F));
  EXPECT_EQ(read1.lines, geology::LineNumbers({2U, 100'003U}));
}

TEST(TableReader, MorePlanesThanNumbersBecomePoints) {
  std::string text = "X,Y,Z,a\n";
  for (int row = 0; row < 70'000; ++row) text += std::to_string(row) + ".5,1,2,3\n";
  for (const std::size_t bytes : {std::size_t{1} << 16, kWhole}) {
    const Read table = read(text, bytes);
    ASSERT_EQ(table.positions.size(), 70'000U);
    EXPECT_EQ(table.positions[69'999], (Vec3{69'999.5, 1, 2}));
    EXPECT_EQ(table.positions[0], (Vec3{0.5, 1, 2}));
  }
}

TEST(TableReader, CancelIsHeard) {
  const Source source{"t.csv", "X,Y,Z,a\n1,2,3,4\n"};
  const TableText text{source, {}, {8, 2}, 4};
  geology::Provenance provenance;
  Diagnostics diagnostics;
  const ImportChoices choices;
  const Decision decision{choices, provenance, diagnostics};
  Findings findings("t.csv");
  geology::Progress progress;
  progress.cancel();
  Positions positions(false);
  EXPECT_THROW(readTable({text, {{3, "a"}}, decision, findings, progress}, positions), geology::Cancelled);
}

}  // namespace
}  // namespace adit::formats
