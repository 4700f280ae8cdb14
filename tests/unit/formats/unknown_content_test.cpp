#include "geology/formats/unknown_content.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <string>

namespace adit::formats {
namespace {

using testing::HasSubstr;
using namespace std::string_literals;

geology::Diagnostic describe(const std::string& path, const std::string& bytes) {
  return describeUnknown({path, bytes});
}

TEST(UnknownContent, SaysThatAFileIsEmpty) {
  EXPECT_EQ(describe("a.csv", "").code, "FMT-EMPTY");
}

TEST(UnknownContent, NamesClosedFormatsByTheirBytesWhateverTheirEnding) {
  const struct {
    std::string bytes, what;
  } cases[] = {{"AC1027 drawing", "DWG"},
               {"AutoCAD Binary DXF\r\n\x1a", "binary DXF"},
               {"%PDF-1.7", "PDF"},
               {"\x84\x83\x82\x81OMF-v0.9.0", "Open Mining Format 1"},
               {"\x89HDF\r\n\x1a\n", "HDF5"},
               {"%ARANZ-1.0\n", "Leapfrog"},
               {"THIS IS MICROMINE EXTENDED DATA FILE!", "Micromine"},
               {"PAR1xxxx", "Parquet"},
               {"PK\x03\x04 [Content_Types].xml", "Office"},
               {"PK\x03\x04 1.parquet ... Open Mining Format 2.0-beta.1", "Open Mining Format 2"},
               {"PK\x03\x04 model.csv", "zip archive"}};
  for (const auto& one : cases) {
    const geology::Diagnostic said = describe("file.csv", one.bytes);
    EXPECT_EQ(said.code, "FMT-CLOSED") << one.what;
    EXPECT_THAT(said.message, HasSubstr(one.what));
    EXPECT_FALSE(said.remedy.empty()) << one.what;
  }
}

TEST(UnknownContent, TellsPackedPointCloudsFromPlainOnes) {
  std::string las = "LASF"s + std::string(223, '\0');
  EXPECT_THAT(describe("a.las", las).message, HasSubstr("(LAS)"));
  las[104] = static_cast<char>(0x80 | 3);
  EXPECT_THAT(describe("a.las", las).message, HasSubstr("(LAZ)"));
}

TEST(UnknownContent, KnowsDatamineTablesInBothByteOrders) {
  const double mark = 456789.0;
  char word[sizeof mark];
  std::memcpy(word, &mark, sizeof mark);
  std::string table(4096, '\0');
  table.replace(192, 8, std::string(word, 8));
  EXPECT_THAT(describe("any", table).message, HasSubstr("Datamine"));
  table.replace(192, 8, std::string(std::make_reverse_iterator(word + 8), std::make_reverse_iterator(word)));
  EXPECT_THAT(describe("any", table).message, HasSubstr("Datamine"));
}

TEST(UnknownContent, UsesTheEndingOnlyForBinaryContentWithoutASignature) {
  EXPECT_THAT(describe("pit.00T", "\x01\x02\x03\x00 vulcan"s).message, HasSubstr("Vulcan triangulation"));
  EXPECT_EQ(describe("pit.00t", "plain words").code, "FMT-UNKNOWN");
}

TEST(UnknownContent, QuotesTheFirstLineOfText) {
  const geology::Diagnostic said = describe("notes.txt", "\r\nThe drill rig broke down.\r\nAgain.\r\n");
  EXPECT_EQ(said.code, "FMT-UNKNOWN");
  EXPECT_THAT(said.message, HasSubstr("\"The drill rig broke down.\""));
}

TEST(UnknownContent, TellsXmlAndJsonApart) {
  EXPECT_THAT(describe("a", "<?xml version='1.0'?><LandXML/>").message, HasSubstr("LandXML"));
  EXPECT_THAT(describe("a", "{\"a\": 1}").message, HasSubstr("JSON"));
}

TEST(UnknownContent, TellsClosedArchivesFromPackedFiles) {
  EXPECT_TRUE(isClosedArchive("PK\x03\x04 [Content_Types].xml"));
  EXPECT_TRUE(isClosedArchive("PK\x03\x04 ... index.json.gz ... Open Mining Format 2.0"));
  EXPECT_FALSE(isClosedArchive("PK\x03\x04 model.csv"));
  EXPECT_FALSE(isClosedArchive("x,y,z Open Mining Format"));
}

TEST(Prose, IsKnownByNameAndContent) {
  EXPECT_TRUE(isProse({"data/SOURCE.md", "# Where it comes from"}));
  EXPECT_TRUE(isProse({"LICENSE", "MIT License"}));
  EXPECT_TRUE(isProse({"License.acme_drill.txt", "MIT License"}));
  EXPECT_FALSE(isProse({"collar.csv", "hole,x,y,z"}));
  EXPECT_FALSE(isProse({"license_areas.csv", "x,y,z"}));
  EXPECT_FALSE(isProse({"README", std::string_view("\0\1\2", 3)}));
}

TEST(Prose, IsNoneWhereAReaderKnowsTheContent) {
  constexpr std::string_view kBoundary =
      "0\nSECTION\n2\nENTITIES\n0\nLINE\n8\n0\n10\n0\n20\n0\n30\n0\n11\n5\n21\n0\n31\n0\n"
      "0\nENDSEC\n0\nEOF\n";
  EXPECT_FALSE(isProse({"Licence_EL1234.dxf", kBoundary}));
  EXPECT_FALSE(isProse({"notice area.txt", "hole_id,x,y,z\nA,1,2,3\n"}));
  EXPECT_FALSE(isProse({"licence.dxf", kBoundary}));
  EXPECT_FALSE(isProse({"boundary.md", kBoundary}));
  EXPECT_TRUE(isProse({"LICENSE.txt", "MIT License"}));
  EXPECT_TRUE(isProse({"Licence_EL1234.txt", "Granted on the first of May to the holder."}));
}

}  // namespace
}  // namespace adit::formats
