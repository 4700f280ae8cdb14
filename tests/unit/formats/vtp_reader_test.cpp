#include "geology/formats/vtp_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/mutate.h"
#include "tests/support/reading.h"

using adit::formats::ImportResult;
using adit::formats::readVtp;
using adit::formats::recogniseVtp;
using adit::geology::TriangleMesh;
using adit::geology::Vec3;
using testing::IsEmpty;
using namespace adit::tests;

namespace {

constexpr const char* kXml =
    "<?xml version=\"1.0\"?>\n<VTKFile type=\"PolyData\" version=\"0.1\" "
    "byte_order=\"LittleEndian\">\n<PolyData>\n"
    "<Piece NumberOfPoints=\"3\" NumberOfVerts=\"0\" NumberOfLines=\"0\" NumberOfStrips=\"0\" "
    "NumberOfPolys=\"1\">\n"
    "<Points><DataArray type=\"Float64\" NumberOfComponents=\"3\" format=\"ascii\">478123.123456789 "
    "6771466.25 226 1 0 0 0 1 0"
    "</DataArray></Points>\n<Polys><DataArray type=\"Int64\" Name=\"connectivity\" format=\"ascii\">0 1 "
    "2</DataArray>"
    "<DataArray type=\"Int64\" Name=\"offsets\" "
    "format=\"ascii\">3</DataArray></Polys>\n</Piece>\n</PolyData>\n</VTKFile>\n";

TEST(VtpReader, XmlFile) {
  EXPECT_EQ(recogniseVtp({"", kXml}), 100);
  const ImportResult result = readBytes(readVtp, kXml);
  EXPECT_THAT(result.diagnostics, IsEmpty());
  EXPECT_EQ(onlyObject<TriangleMesh>(result).vertices.at(0), (Vec3{478123.123456789, 6771466.25, 226}));
}

TEST(VtpReader, ErrorsOfVtkAreDiagnostics) {
  const std::string cut = std::string(kXml).substr(0, 500);
  const ImportResult result = readBytes(readVtp, cut);
  EXPECT_GE(countOf(result, "VTK-ERROR"), 1U);
  EXPECT_THAT(result.objects, testing::SizeIs(0));
}

TEST(VtpReader, CornerThatDoesNotExist) {
  std::string text = kXml;
  text.replace(text.find("0 1 2<"), 5, "0 1 7");
  EXPECT_EQ(countOf(readBytes(readVtp, text), "MESH-BAD-INDEX"), 1U);
}

TEST(VtpReader, ImpossibleCountsAreRefusedBeforeVtkBelievesThem) {
  for (const auto& [from, to] :
       {std::pair("NumberOfPoints=\"3\"", "NumberOfPoints=\"3000000000\""),
        std::pair("NumberOfComponents=\"3\"", "NumberOfComponents=\" 399999999\""),
        std::pair("NumberOfPolys=\"1\"", "NumberOfPolys='99999999999999999999999'")}) {
    std::string text = kXml;
    text.replace(text.find(from), std::string_view(from).size(), to);
    try {
      readBytes(readVtp, text);
      ADD_FAILURE() << to;
    } catch (const adit::formats::ReadError& error) {
      EXPECT_EQ(error.diagnostic.code, "VTK-BROKEN");
      EXPECT_GE(error.diagnostic.line, 4U);
    }
  }
}

TEST(VtpReader, OtherVtkFilesAreNotMeshes) {
  EXPECT_EQ(recogniseVtp({"", "<VTKFile type=\"ImageData\">"}), 0);
}

TEST(VtpReader, DamagedFilesAreSoundOrRefused) {
  for (std::uint32_t i = 0; i < 200; ++i) {
    const std::string bytes = mutated(kXml, i);
    if (recogniseVtp({"", bytes}) > 0) expectSoundReading(readVtp, bytes);
  }
}

}  // namespace
