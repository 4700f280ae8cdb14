// Made-up data stays marked in every form that is written.
#include "geology/formats/synthetic_mark.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <sstream>

#include "geology/formats/write_blocks.h"
#include "geology/formats/write_mesh.h"
#include "geology/formats/write_raster.h"
#include "tests/support/stored_zip.h"
#include "tests/support/temporary_folder.h"

namespace adit::formats {
namespace {

const std::string kNote = "SYNTHETIC - porphyry -- generator 1, seed 7";

geology::Provenance madeUp() {
  geology::Provenance source;
  source.synthetic = true;
  source.note = kNote;
  return source;
}

geology::TriangleMesh triangle() {
  geology::TriangleMesh mesh;
  mesh.name = "pit";
  mesh.vertices = {{0, 0, 0}, {10, 0, 0}, {0, 10, 5}};
  mesh.triangles = {{0, 1, 2}};
  mesh.source = madeUp();
  return mesh;
}

geology::BlockModel blocks() {
  geology::BlockModel model;
  model.name = "blocks";
  model.lattice.count = {2, 2, 1};
  model.lattice.size = {10, 10, 5};
  model.columns = {geology::numericColumn("cu", {1, 2, 3, 4})};
  model.source = madeUp();
  return model;
}

using Writer = std::function<void(std::ostream&)>;

std::string written(const Writer& write) {
  std::ostringstream out;
  write(out);
  return out.str();
}

ImportResult readBack(const std::string& name, const std::string& bytes) {
  geology::Progress progress;
  return readSource({name, bytes}, {}, progress);
}

TEST(SyntheticMark, StandsInTheHeadOfEveryWrittenForm) {
  const std::vector<std::pair<std::string, Writer>> forms{
      {"a.obj", [](std::ostream& out) { writeObj(triangle(), out); }},
      {"binary.stl", [](std::ostream& out) { writeStl(triangle(), out, StlForm::Binary); }},
      {"text.stl", [](std::ostream& out) { writeStl(triangle(), out, StlForm::Text); }},
      {"a.vtp", [](std::ostream& out) { writeVtp(triangle(), out); }},
      {"a.vti", [](std::ostream& out) { writeBlocksVti(blocks(), out); }},
      {"a.vtu", [](std::ostream& out) { writeBlocksVtu(blocks(), out); }}};
  for (const auto& [name, write] : forms) {
    const std::string bytes = written(write);
    EXPECT_TRUE(syntheticMark(bytes).starts_with("SYNTHETIC - porphyry")) << name;
    const ImportResult again = readBack(name, bytes);
    EXPECT_EQ(again.objects.size(), 1U) << name;
    EXPECT_EQ(geology::countSeverity(again.diagnostics, geology::Severity::Error), 0U) << name;
  }
}

TEST(SyntheticMark, OfTextStlIsNotRepeated) {
  geology::TriangleMesh mesh = triangle();
  mesh.parts = {"pit " + kNote};
  mesh.trianglePart = {0};
  const std::string text = written([&](std::ostream& out) { writeStl(mesh, out, StlForm::Text); });
  EXPECT_EQ(text.find("SYNTHETIC"), text.substr(0, text.find('\n')).rfind("SYNTHETIC"));
}

TEST(SyntheticMark, OfPackedFilesIsFound) {
  const std::string obj = written([](std::ostream& out) { writeObj(triangle(), out); });
  std::string padding(8192, ' ');  // so that the mark is not in the head of the archive
  const std::string zip = tests::storedZip({{"a.txt", padding}, {"pit.obj", obj}});
  const ImportResult result = readBack("a.zip", zip);
  ASSERT_EQ(result.objects.size(), 1U);
  const auto& mesh = std::get<geology::TriangleMesh>(result.objects[0]);
  EXPECT_TRUE(mesh.source.synthetic);
  EXPECT_EQ(mesh.source.note, kNote);
}

TEST(SyntheticMark, IsInAnyFieldNamedNoteOfVtkBlocks) {
  // As ParaView writes a model of Adit again: without its comment.
  std::string vti = written([](std::ostream& out) { writeBlocksVti(blocks(), out); });
  vti.erase(vti.find("<!--"), vti.find("-->") + 3 - vti.find("<!--"));
  ASSERT_EQ(syntheticMark(vti), "");
  const ImportResult result = readBack("a.vti", vti);
  ASSERT_EQ(result.objects.size(), 1U);
  EXPECT_TRUE(std::get<geology::BlockModel>(result.objects[0]).source.synthetic);
}

TEST(SyntheticMark, IsNotLostInAFormThatCannotHoldIt) {
  const tests::TemporaryFolder folder;
  geology::Terrain terrain;
  terrain.columns = terrain.rows = 2;
  terrain.stepColumn = {1, 0};
  terrain.stepRow = {0, 1};
  terrain.heights = {1, 2, 3, 4};
  EXPECT_TRUE(writeEsriAscii(terrain, folder.at("real.asc")).empty());
  terrain.source = madeUp();
  const geology::Diagnostics refused = writeEsriAscii(terrain, folder.at("made.asc"));
  ASSERT_EQ(refused.size(), 1U);
  EXPECT_EQ(refused[0].code, "DEM-NOT-WRITTEN");
}

TEST(SyntheticNote, IsOneLineThatIsFoundAgain) {
  geology::Provenance source;
  EXPECT_EQ(syntheticNote(source), "");
  source.synthetic = true;
  EXPECT_EQ(syntheticMark(syntheticNote(source)), "SYNTHETIC - ");
  source.note = "a test\nof mine";
  EXPECT_EQ(syntheticMark(syntheticNote(source)), "SYNTHETIC - a test of mine");
}

}  // namespace
}  // namespace adit::formats
