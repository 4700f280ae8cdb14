// Pictures to drape: pixels in their order, their place, and what is no picture.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/temporary_folder.h"
#include "tests/unit/formats/raster_bytes.h"
#include "tests/unit/formats/raster_testing.h"

namespace adit::formats {
namespace {

using geology::DrapeImage;
using geology::Severity;
using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::HasSubstr;
using tests::diagnosticOf;
using tests::onlyObject;
using tests::readTyped;
using tests::TinyTiff;

TinyTiff colourTiff() {
  TinyTiff tiff;
  tiff.columns = 2;
  tiff.rows = 2;
  tiff.samples = 3;
  tiff.bits = 8;
  tiff.sampleFormat = 1;
  tiff.photometric = 2;
  tiff.pixels = std::string("\1\2\3\4\5\6\7\10\11\12\13\14", 12);
  tiff.pixelScale = {5, 5, 0};
  tiff.tiepoint = {0, 0, 0, 1000, 2000, 0};
  tiff.geoKeys = tests::projectedKeys(32612);
  return tiff;
}

/// A PNG of one red, one green, one blue and one white pixel, made with zlib's stored blocks.
std::string tinyPng() {
  const auto big = [](std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(value >> shift));
    return bytes;
  };
  const auto checksum = [](const std::string& bytes) {
    std::uint32_t crc = ~0U;
    for (const char c : bytes) {
      crc ^= static_cast<unsigned char>(c);
      for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
  };
  const auto chunk = [&](const std::string& name, const std::string& content) {
    return big(static_cast<std::uint32_t>(content.size())) + name + content + big(checksum(name + content));
  };
  const std::string rows("\0\xFF\0\0\0\xFF\0\0\0\0\xFF\xFF\xFF\xFF", 14);
  std::uint32_t a = 1, b = 0;
  for (const char c : rows) {
    a = (a + static_cast<unsigned char>(c)) % 65521;
    b = (b + a) % 65521;
  }
  const std::string stored = std::string("\x78\x01\x01\x0E\x00\xF1\xFF", 7) + rows + big(b << 16 | a);
  return "\x89PNG\r\n\x1a\n" + chunk("IHDR", big(2) + big(2) + std::string("\x08\x02\0\0\0", 5)) +
         chunk("IDAT", stored) + chunk("IEND", "");
}

const std::vector<std::uint8_t> kFourColours{255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255};

TEST(DrapeImage, KeepsPixelsFromTheTopAndItsOuterCorner) {
  const ImportResult result = readTyped("ortho.tif", colourTiff().bytes());
  const auto& image = onlyObject<DrapeImage>(result);
  EXPECT_EQ(image.name, "ortho");
  EXPECT_EQ(image.columns, 2);
  EXPECT_EQ(image.rows, 2);
  EXPECT_THAT(image.rgb, ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
  EXPECT_TRUE(image.georeferenced);
  EXPECT_THAT(image.origin, ElementsAre(1000, 2000));
  EXPECT_THAT(image.stepColumn, ElementsAre(5, 0));
  EXPECT_THAT(image.stepRow, ElementsAre(0, -5));
  EXPECT_EQ(result.crs, "EPSG:32612");
}

TEST(DrapeImage, APngWithoutAPlaceSaysSo) {
  const ImportResult result = readTyped("map.png", tinyPng());
  const auto& image = onlyObject<DrapeImage>(result);
  EXPECT_THAT(image.rgb, ElementsAreArray(kFourColours));
  EXPECT_FALSE(image.georeferenced);
  EXPECT_EQ(diagnosticOf(result, "IMG-NOT-PLACED").severity, Severity::Note);
}

TEST(DrapeImage, AWorldFileBesideItIsItsPlace) {
  const tests::TemporaryFolder folder;
  const std::string bytes = tinyPng();
  const std::string map = folder.write("map.png", bytes);
  // Steps, then the MIDDLE of the upper left pixel.
  const std::string place = folder.write("map.pgw", "2\n0\n0\n-2\n501\n899\n");
  const ImportResult result = readTyped(map, bytes);
  const auto& image = onlyObject<DrapeImage>(result);
  EXPECT_TRUE(image.georeferenced);
  EXPECT_THAT(image.origin, ElementsAre(500, 900));
  EXPECT_THAT(result.sideFiles, ElementsAre(place));
}

TEST(DrapeImage, OneBandOfBytesIsGreyUnlessThePersonSaysHeights) {
  TinyTiff tiff = colourTiff();
  tiff.samples = 1;
  tiff.photometric = 1;
  tiff.pixels = std::string("\1\2\3\4", 4);
  const ImportResult grey = readTyped("shade.tif", tiff.bytes());
  EXPECT_THAT(onlyObject<DrapeImage>(grey).rgb, ElementsAre(1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4));
  EXPECT_THAT(diagnosticOf(grey, "DEM-BYTES-AS-IMAGE").remedy, HasSubstr("shade.tif/raster-as"));
  const ImportResult heights = readTyped("shade.tif", tiff.bytes(), {{"shade.tif/raster-as", "terrain"}});
  EXPECT_THAT(tests::terrainOf(heights).heights, ElementsAre(3, 4, 1, 2));
}

TEST(DrapeImage, ALargeOneKeepsItsExtent) {
  TinyTiff tiff = colourTiff();
  tiff.columns = 10'000;
  tiff.rows = 2;
  tiff.pixels = std::string(std::size_t{10'000} * 2 * 3, '\x40');
  const ImportResult result = readTyped("ortho.tif", tiff.bytes());
  const auto& image = onlyObject<DrapeImage>(result);
  EXPECT_EQ(image.columns, 8192);
  EXPECT_NEAR(image.stepColumn[0] * image.columns, 50'000, 1e-6);
  EXPECT_NEAR(image.stepRow[1] * image.rows, -10, 1e-9);
  EXPECT_THAT(image.rgb, testing::Each(0x40));
  EXPECT_THAT(diagnosticOf(result, "IMG-THINNED").message, HasSubstr("10000 x 2"));
}

TEST(DrapeImage, SixteenBitsAColourAreRefused) {
  TinyTiff tiff = colourTiff();
  tiff.bits = 16;
  tiff.pixels.resize(24);
  const ImportResult result = readTyped("ortho.tif", tiff.bytes());
  EXPECT_TRUE(result.objects.empty());
  EXPECT_EQ(diagnosticOf(result, "IMG-DEPTH").severity, Severity::Error);
}

TEST(DrapeImage, ACutPngIsSaidToBe) {
  const std::string whole = tinyPng();
  const ImportResult result = readTyped("map.png", whole.substr(0, whole.size() - 35));
  EXPECT_GT(geology::countSeverity(result.diagnostics, Severity::Error), 0U);
}

}  // namespace
}  // namespace adit::formats
