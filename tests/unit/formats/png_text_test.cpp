#include "geology/formats/png_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/support/small_png.h"

namespace adit::formats {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using tests::pngWith;
using tests::smallPng;

std::vector<PngText> textsOf(std::string_view bytes) {
  const auto read = pngTexts(bytes);
  return std::holds_alternative<PngFault>(read)
             ? std::vector<PngText>{{"fault", std::get<PngFault>(read).message}}
             : std::get<std::vector<PngText>>(read);
}

std::string faultOf(std::string_view bytes) {
  const auto read = pngTexts(bytes);
  return std::holds_alternative<PngFault>(read) ? std::get<PngFault>(read).message : "";
}

TEST(PngText, ComesBackAsItWasWritten) {
  const std::vector<PngText> texts{{"adit:project", "{\"name\": \"Grube Süd\"}"}, {"Description", ""}};
  EXPECT_EQ(textsOf(pngWith(texts)), texts);
  EXPECT_TRUE(isPng(pngWith(texts)));
}

TEST(PngText, WritesTheChunkOfTheStandard) {
  // The check sum of "iTXta\0\0\0\0\0b" was worked out with Python's zlib.crc32.
  const std::string png = pngWith({{"a", "b"}});
  EXPECT_EQ(png.substr(33, 4 + 4 + 7 + 4), std::string("\0\0\0\x07iTXta\0\0\0\0\0b\x9f\x0c\x04\x42", 19));
  EXPECT_EQ(png.substr(0, 33), smallPng().substr(0, 33));
  EXPECT_EQ(png.substr(33 + 19), smallPng().substr(33));
}

TEST(PngText, APictureWithoutTextsHasNone) {
  EXPECT_THAT(textsOf(smallPng()), ElementsAre());
}

TEST(PngText, LatinTextsOfOtherProgramsAreRead) {
  // The check sum of "tEXtTitle\0x" was worked out with Python's zlib.crc32.
  std::string png = smallPng();
  png.insert(33, std::string("\0\0\0\x07tEXtTitle\0x\x29\x7e\x4d\x3a", 19));
  EXPECT_THAT(textsOf(png), ElementsAre(PngText{"Title", "x"}));
}

TEST(PngText, EveryCutIsSaid) {
  const std::string whole = pngWith({{"adit:project", "{}"}});
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_NE(faultOf(std::string_view(whole).substr(0, size)), "") << size << " of " << whole.size();
}

TEST(PngText, AChangedTextIsNotTrusted) {
  std::string png = pngWith({{"adit:project", "{\"exaggeration\": 1}"}});
  png[png.find("1}")] = '3';
  EXPECT_THAT(faultOf(png), HasSubstr("check sum"));
}

TEST(PngText, AChunkThatClaimsFourGigabytesIsAFault) {
  std::string png = pngWith({{"adit:project", "{}"}});
  png.replace(33, 4, "\xff\xff\xff\xff");
  EXPECT_NE(faultOf(png), "");
  EXPECT_NE(faultOf("GIF89a"), "");
}

TEST(PngText, RandomBytesNeverTakeItDown) {
  std::mt19937 random(11);
  const std::string whole = pngWith({{"adit:project", "{\"a\": 1}"}, {"Description", "text"}});
  for (int round = 0; round < 20'000; ++round) {
    std::string png = whole;
    for (int i = 0; i < 3; ++i) png[8 + random() % (png.size() - 8)] = static_cast<char>(random());
    pngTexts(png);
  }
}

}  // namespace
}  // namespace adit::formats
