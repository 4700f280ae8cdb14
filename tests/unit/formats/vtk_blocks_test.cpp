// Block models as VTK files, and what Adit writes read back: by itself and by VTK's own readers.
#include <gtest/gtest.h>
#include <vtkCellData.h>
#include <vtkDataArray.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkSmartPointer.h>
#include <vtkUnstructuredGrid.h>
#include <vtkUnstructuredGridWriter.h>
#include <vtkXMLImageDataReader.h>
#include <vtkXMLImageDataWriter.h>
#include <vtkXMLUnstructuredGridReader.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <sstream>

#include "geology/formats/block_table_reader.h"
#include "geology/formats/vtk_blocks_reader.h"
#include "geology/formats/write_blocks.h"
#include "tests/support/mutate.h"
#include "tests/support/real_data.h"

namespace adit::formats {
namespace {

using geology::BlockModel;
using geology::Vec3;
using Counts = std::array<std::int64_t, 3>;
using Sizes = std::array<double, 3>;

ImportResult readVtk(std::string_view bytes, const ImportChoices& choices = {}) {
  geology::Progress progress;
  return readVtkBlocks({"model.vtk", bytes}, choices, progress);
}

ImportResult readCsv(std::string_view bytes) {
  geology::Progress progress;
  return readBlockTable({"model.csv", bytes}, {}, progress);
}

const BlockModel& only(const ImportResult& result) {
  EXPECT_EQ(result.objects.size(), 1U);
  return std::get<BlockModel>(result.objects.at(0));  // throws, and fails the test, when it is something else
}

std::size_t countOf(const ImportResult& result, std::string_view code) {
  for (const auto& diagnostic : result.diagnostics)
    if (diagnostic.code == code) return diagnostic.count;
  return 0;
}

std::string refusal(std::string_view bytes) {
  try {
    readVtk(bytes);
  } catch (const ReadError& error) {
    EXPECT_FALSE(error.diagnostic.remedy.empty());
    return error.diagnostic.code;
  }
  return "read";
}

template <typename Writer>
std::string written(Writer&& writer, const BlockModel& model) {
  std::ostringstream out;
  writer(model, out);
  return out.str();
}

/// Sparse, turned by 30 degrees, far from the origin, with a missing value and a category.
BlockModel turnedModel() {
  BlockModel model;
  model.lattice.origin = {451'234.5, 6'712'345.25, -120};
  model.lattice.axis = {{{std::sqrt(3) / 2, .5, 0}, {-.5, std::sqrt(3) / 2, 0}, {0, 0, 1}}};
  model.lattice.size = {10, 20, 5};
  model.lattice.count = {3, 2, 2};
  model.cellOfBlock = {0, 1, 2, 3, 4, 6, 7, 9, 11};
  model.columns.push_back(
      geology::numericColumn("Cu_pct", {.1F, .2F, .3F, geology::kMissing, .5F, .6F, .7F, .8F, .9F}, "%"));
  model.columns.push_back(
      geology::categoryColumn("domain", {"ox", "ox", "sulph", "ox", "", "sulph", "sulph", "ox, weak", "ox"}));
  return model;
}

/// One whole parent and one cut into eight, of which one is absent.
BlockModel subBlockedModel() {
  BlockModel model;
  model.lattice.origin = {1000, 2000, 300};
  model.lattice.size = {40, 40, 20};
  model.lattice.count = {2, 1, 1};
  model.cellOfBlock.push_back(0);
  model.boxes.push_back({});
  std::vector<float> values{1};
  for (int child = 0; child < 7; ++child) {
    geology::SubBox box;
    for (std::size_t a = 0; a < 3; ++a) {
      box.min[a] = (child >> a & 1) != 0 ? .5F : 0;
      box.max[a] = box.min[a] + .5F;
    }
    model.cellOfBlock.push_back(1);
    model.boxes.push_back(box);
    values.push_back(static_cast<float>(child));
  }
  model.columns.push_back(geology::numericColumn("grade", values));
  return model;
}

/// Every block of `expected` is found in `actual` by its place, with its size and its values.
void expectSameBlocks(const BlockModel& actual, const BlockModel& expected) {
  ASSERT_EQ(actual.blockCount(), expected.blockCount());
  ASSERT_EQ(actual.columns.size(), expected.columns.size());
  for (std::size_t block = 0; block < expected.blockCount(); ++block) {
    const auto found = actual.blockAt(expected.blockCenter(block));
    ASSERT_TRUE(found) << "block " << block;
    EXPECT_LT(length(actual.blockCenter(*found) - expected.blockCenter(block)), 1e-6);
    const Vec3 larger = actual.blockSize(*found) - expected.blockSize(block);
    EXPECT_LT(length(larger), 1e-6);
    for (std::size_t c = 0; c < expected.columns.size(); ++c) {
      const auto& column = actual.columns[c];
      const auto& wanted = expected.columns[c];
      ASSERT_EQ(column.kind, wanted.kind);
      ASSERT_EQ(column.hasValue(*found), wanted.hasValue(block));
      if (!column.hasValue(*found)) continue;
      if (column.isNumeric())
        EXPECT_EQ(column.values[*found], wanted.values[block]);
      else
        EXPECT_EQ(column.category(*found), wanted.category(block));
    }
  }
}

TEST(WriteBlocks, CsvReadsBackToTheSame) {
  for (const BlockModel& model : {turnedModel(), subBlockedModel()}) {
    const std::string text = written(writeBlocksCsv, model);
    const auto result = readCsv(text);
    expectSameBlocks(only(result), model);
    EXPECT_EQ(only(result).columns.at(0).unit, model.columns.at(0).unit);
  }
}

TEST(WriteBlocks, CsvIsWhatItSays) {
  BlockModel model;
  model.lattice.size = {10, 10, 5};
  model.lattice.count = {2, 1, 1};
  model.columns.push_back(geology::numericColumn("Au", {.5F, geology::kMissing}, "g/t"));
  EXPECT_EQ(written(writeBlocksCsv, model),
            "x,y,z,dx,dy,dz,Au (g/t)\n"
            "5,5,2.5,10,10,5,0.5\n"
            "15,5,2.5,10,10,5,\n");
}

TEST(WriteBlocks, VtiReadsBackToTheSame) {
  const BlockModel model = turnedModel();
  const std::string bytes = written(writeBlocksVti, model);
  EXPECT_EQ(recogniseVtkBlocks({"a.vti", bytes}), 100);
  const auto result = readVtk(bytes);
  expectSameBlocks(only(result), model);
  EXPECT_EQ(only(result).cellOfBlock, model.cellOfBlock);
  EXPECT_EQ(only(result).lattice, model.lattice) << "doubles keep every digit";
}

TEST(WriteBlocks, VtkItselfReadsTheVti) {
  const BlockModel model = turnedModel();
  vtkNew<vtkXMLImageDataReader> reader;
  reader->ReadFromInputStringOn();
  reader->SetInputString(written(writeBlocksVti, model));
  reader->Update();
  vtkImageData* image = reader->GetOutput();
  ASSERT_EQ(image->GetNumberOfCells(), 12);
  EXPECT_EQ(image->GetOrigin()[1], 6'712'345.25);
  vtkDataArray* copper = image->GetCellData()->GetArray("Cu_pct");
  ASSERT_NE(copper, nullptr);
  EXPECT_EQ(copper->GetComponent(9, 0), static_cast<double>(.8F));
  EXPECT_TRUE(std::isnan(copper->GetComponent(5, 0))) << "an absent cell has no value";
  EXPECT_NE(image->GetCellGhostArray(), nullptr) << "ParaView hides the absent cells";
}

TEST(WriteBlocks, VtiRefusesSubBlocks) {
  std::ostringstream out;
  EXPECT_FALSE(writeBlocksVti(subBlockedModel(), out));
  EXPECT_TRUE(out.str().empty());
}

TEST(WriteBlocks, VtuReadsBackToTheSame) {
  for (const BlockModel& model : {turnedModel(), subBlockedModel()}) {
    const std::string bytes = written(writeBlocksVtu, model);
    const auto result = readVtk(bytes);
    expectSameBlocks(only(result), model);
  }
}

TEST(WriteBlocks, VtkItselfReadsTheVtu) {
  const BlockModel model = turnedModel();
  vtkNew<vtkXMLUnstructuredGridReader> reader;
  reader->ReadFromInputStringOn();
  reader->SetInputString(written(writeBlocksVtu, model));
  reader->Update();
  vtkUnstructuredGrid* grid = reader->GetOutput();
  ASSERT_EQ(grid->GetNumberOfCells(), 9);
  EXPECT_EQ(grid->GetPoints()->GetDataType(), VTK_DOUBLE);
  EXPECT_LT(grid->GetNumberOfPoints(), 9 * 8) << "neighbours share their corners";
  double corner[3];
  grid->GetPoint(0, corner);
  EXPECT_EQ(corner[0], 451'234.5);
  EXPECT_EQ(corner[1], 6'712'345.25);
}

TEST(VtkBlocks, ReadsLegacyStructuredPoints) {
  const auto result = readVtk(
      "# vtk DataFile Version 3.0\nmodel\nASCII\nDATASET STRUCTURED_POINTS\n"
      "DIMENSIONS 3 2 2\nORIGIN 100 200 50\nSPACING 10 10 5\n"
      "CELL_DATA 2\nSCALARS rock_code int 1\nLOOKUP_TABLE default\n7 3\n"
      "FIELD FieldData 1\nvelocity 2 2 float\n1 2 3 4\n");
  const auto& model = only(result);
  EXPECT_EQ(model.lattice.count, (Counts{2, 1, 1}));
  EXPECT_EQ(model.lattice.origin, (Vec3{100, 200, 50}));
  EXPECT_TRUE(model.full());
  ASSERT_EQ(model.columns.size(), 3U);
  EXPECT_EQ(model.columns[0].category(0), "7") << "codes by their name";
  EXPECT_EQ(model.columns[1].name, "velocity 1");
  EXPECT_EQ(model.columns[2].values, (std::vector<float>{2, 4}));
}

TEST(VtkBlocks, PutsBlocksAroundPointsWhenOnlyTheseHaveValues) {
  const auto result = readVtk(
      "# vtk DataFile Version 3.0\nmodel\nASCII\nDATASET STRUCTURED_POINTS\n"
      "DIMENSIONS 2 2 1\nORIGIN 5 5 2\nSPACING 10 10 4\n"
      "POINT_DATA 4\nSCALARS Au float 1\nLOOKUP_TABLE default\n1 2 3 4\n");
  const auto& model = only(result);
  EXPECT_EQ(model.lattice.origin, (Vec3{0, 0, 0}));
  EXPECT_EQ(model.lattice.count, (Counts{2, 2, 1}));
  EXPECT_EQ(model.columns.at(0).values, (std::vector<float>{1, 2, 3, 4}));
  EXPECT_EQ(countOf(result, "VTK-POINTS-AS-CENTRES"), 1U);
}

TEST(VtkBlocks, ReadsARectilinearGridWithUnequalWidthsAsSubBlocks) {
  const auto result = readVtk(
      "# vtk DataFile Version 3.0\nmodel\nASCII\nDATASET RECTILINEAR_GRID\nDIMENSIONS 3 2 4\n"
      "X_COORDINATES 3 double\n0 10 20\nY_COORDINATES 2 double\n0 5\nZ_COORDINATES 4 double\n0 1 3 6\n"
      "CELL_DATA 6\nSCALARS v float 1\nLOOKUP_TABLE default\n1 2 3 4 5 6\n");
  const auto& model = only(result);
  EXPECT_EQ(model.lattice.count, (Counts{2, 1, 2})) << "6 m are two equal parents, 0-3 and 3-6";
  EXPECT_EQ(model.blockCount(), 6U);
  double volume = 0;
  for (std::size_t block = 0; block < model.blockCount(); ++block) volume += model.blockVolume(block);
  EXPECT_NEAR(volume, 20 * 5 * 6, 1e-4);
  EXPECT_EQ(model.columns.at(0).values[*model.blockAt({15, 2, 0.5})], 2.0F);
  EXPECT_EQ(model.columns.at(0).values[*model.blockAt({5, 2, 2})], 3.0F);
  EXPECT_EQ(model.columns.at(0).values[*model.blockAt({15, 2, 5})], 6.0F);
  EXPECT_EQ(countOf(result, "BM-FREE-SUB-BLOCKS"), 1U);
}

TEST(VtkBlocks, LeavesOutCellsThatAreNoBoxesAndCountsThem) {
  const auto result = readVtk(
      "# vtk DataFile Version 3.0\nmodel\nASCII\nDATASET UNSTRUCTURED_GRID\nPOINTS 13 double\n"
      "0 0 0  10 0 0  0 10 0  10 10 0  0 0 5  10 0 5  0 10 5  10 10 5\n"
      "20 0 0  20 10 0  20 0 5  20 10 5  30 5 2\n"
      "CELLS 3 23\n8 0 1 2 3 4 5 6 7\n8 1 8 9 3 5 10 11 7\n4 8 9 10 12\n"
      "CELL_TYPES 3\n11\n12\n10\nCELL_DATA 3\nSCALARS v float 1\nLOOKUP_TABLE default\n1 2 3\n");
  const auto& model = only(result);
  EXPECT_EQ(model.lattice.count, (Counts{2, 1, 1}));
  EXPECT_EQ(model.lattice.size, (Sizes{10, 10, 5}));
  EXPECT_EQ(model.columns.at(0).values, (std::vector<float>{1, 2}));
  EXPECT_EQ(countOf(result, "VTK-NO-BOX"), 1U);
}

TEST(VtkBlocks, RefusesHugeClaimsAndBrokenFiles) {
  EXPECT_EQ(refusal("# vtk DataFile Version 3.0\nm\nASCII\nDATASET STRUCTURED_POINTS\n"
                    "DIMENSIONS 100000 100000 100000\nORIGIN 0 0 0\nSPACING 1 1 1\n"),
            "VTK-TOO-MANY-CELLS");
  EXPECT_EQ(refusal("<?xml version=\"1.0\"?>\n<VTKFile type=\"ImageData\" version=\"1.0\">\n"
                    "<ImageData WholeExtent=\"0 99999 0 99999 0 99999\" Origin=\"0 0 0\" Spacing=\"1 1 1\">\n"
                    "<Piece Extent=\"0 99999 0 99999 0 99999\"></Piece></ImageData></VTKFile>\n"),
            "VTK-TOO-MANY-CELLS");
  EXPECT_EQ(refusal("<VTKFile type=\"UnstructuredGrid\"><UnstructuredGrid><Piece NumberOf"), "VTK-BROKEN");
  EXPECT_EQ(refusal("# vtk DataFile Version 3.0\nm\nASCII\nDATASET RECTILINEAR_GRID\nDIMENSIONS 2 2 2\n"
                    "X_COORDINATES 2 float\n1 0\nY_COORDINATES 2 float\n0 1\nZ_COORDINATES 2 float\n0 1\n"),
            "VTK-BAD-AXES");
}

/// The model of turnedModel as VTK holds it, to be written by VTK in any of its encodings.
vtkSmartPointer<vtkImageData> imageOf(const BlockModel& model) {
  vtkNew<vtkXMLImageDataReader> reader;
  reader->ReadFromInputStringOn();
  reader->SetInputString(written(writeBlocksVti, model));
  reader->Update();
  return reader->GetOutput();
}

TEST(VtkBlocks, ReadsEveryEncodingThatVtkWrites) {
  const BlockModel model = turnedModel();
  const auto image = imageOf(model);
  for (const int mode : {vtkXMLWriter::Ascii, vtkXMLWriter::Binary, vtkXMLWriter::Appended})
    for (const int compressor :
         {vtkXMLWriter::NONE, vtkXMLWriter::ZLIB, vtkXMLWriter::LZ4, vtkXMLWriter::LZMA})
      for (const int header : {vtkXMLWriter::UInt32, vtkXMLWriter::UInt64})
        for (const bool base64 : {false, true})
          for (const int order : {vtkXMLWriter::LittleEndian, vtkXMLWriter::BigEndian}) {
            vtkNew<vtkXMLImageDataWriter> writer;
            writer->WriteToOutputStringOn();
            writer->SetInputData(image);
            writer->SetDataMode(mode);
            writer->SetCompressorType(compressor);
            writer->SetHeaderType(header);
            writer->SetEncodeAppendedData(base64);
            writer->SetByteOrder(order);
            writer->Write();
            SCOPED_TRACE(testing::Message() << "mode " << mode << " compressor " << compressor << " header "
                                            << header << " base64 " << base64 << " order " << order);
            const std::string bytes = writer->GetOutputString();
            const auto result = readVtk(bytes);
            for (const auto& diagnostic : result.diagnostics)
              ASSERT_NE(diagnostic.code, "VTK-BAD-ARRAY") << diagnostic.message;
            expectSameBlocks(only(result), model);
          }
}

TEST(VtkBlocks, ReadsLegacyFilesThatVtkWrites) {
  for (const BlockModel& model : {turnedModel(), subBlockedModel()}) {
    vtkNew<vtkXMLUnstructuredGridReader> reader;
    reader->ReadFromInputStringOn();
    reader->SetInputString(written(writeBlocksVtu, model));
    reader->Update();
    for (const int type : {VTK_ASCII, VTK_BINARY})
      for (const int version : {42, 51}) {
        SCOPED_TRACE(testing::Message() << "type " << type << " version " << version);
        vtkNew<vtkUnstructuredGridWriter> writer;
        writer->WriteToOutputStringOn();
        writer->SetInputData(reader->GetOutput());
        writer->SetFileType(type);
        writer->SetFileVersion(version);
        writer->Write();
        const std::string bytes = writer->GetOutputStdString();
        ASSERT_EQ(refusal(bytes), "read");
        const auto result = readVtk(bytes);
        const BlockModel& read = only(result);
        ASSERT_EQ(read.blockCount(), model.blockCount());
        EXPECT_EQ(read.lattice.count, model.lattice.count);
        const auto block = read.blockAt(model.blockCenter(2));
        ASSERT_TRUE(block);
        EXPECT_EQ(read.columns.at(0).values[*block], model.columns.at(0).values[2]);
      }
  }
}

TEST(VtkBlocks, DamagedFilesAreReadOrRefused) {
  tests::readDamagedSeeds("vtk_blocks", 500, [](std::string_view bytes) {
    if (recogniseVtkBlocks({"a", bytes}) == 0) return;
    try {
      const auto result = readVtk(bytes);
      for (const Object& object : result.objects) {
        const auto* model = std::get_if<BlockModel>(&object);
        if (model == nullptr) continue;
        for (const auto& column : model->columns) ASSERT_EQ(column.size(), model->blockCount());
      }
    } catch (const ReadError& error) {
      ASSERT_FALSE(error.diagnostic.message.empty());
    }
  });
}

TEST(VtkBlocks, LeavesOtherVtkFilesAlone) {
  EXPECT_EQ(recogniseVtkBlocks({"a", "# vtk DataFile Version 3.0\nm\nASCII\nDATASET POLYDATA\n"}), 0);
  EXPECT_EQ(recogniseVtkBlocks({"a", "<VTKFile type=\"PolyData\" version=\"1.0\">"}), 0);
  EXPECT_EQ(recogniseVtkBlocks({"a", "X,Y,Z\n1,2,3\n"}), 0);
}

TEST(WriteBlocks, TheRealSparseModelComesBackFromEveryFormat) {
  ADIT_NEEDS_REAL_DATA("bm_bingham_eup3m");
  std::ifstream file(tests::realData("bm_bingham_eup3m/merged_blocks.csv"), std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto original = readCsv(text);
  const BlockModel& model = only(original);
  const auto csv = readCsv(written(writeBlocksCsv, model));
  const auto vti = readVtk(written(writeBlocksVti, model));
  const auto vtu = readVtk(written(writeBlocksVtu, model));
  for (const ImportResult* result : {&csv, &vti, &vtu}) {
    const BlockModel& copy = only(*result);
    EXPECT_EQ(copy.lattice, model.lattice);
    ASSERT_EQ(copy.cellOfBlock, model.cellOfBlock);
    const auto* copper = findColumn(copy.columns, "cu_50");
    ASSERT_NE(copper, nullptr);
    EXPECT_EQ(copper->values, findColumn(model.columns, "cu_50")->values);
    const auto* domain = findColumn(copy.columns, "domain");
    ASSERT_NE(domain, nullptr);
    for (std::size_t block = 0; block < copy.blockCount(); ++block)
      ASSERT_EQ(domain->category(block), findColumn(model.columns, "domain")->category(block));
  }
}

}  // namespace
}  // namespace adit::formats
