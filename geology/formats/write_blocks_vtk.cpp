// Block models as VTK XML files, through VTK's own writers.
#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkCellType.h>
#include <vtkDataSetAttributes.h>
#include <vtkFieldData.h>
#include <vtkFloatArray.h>
#include <vtkImageData.h>
#include <vtkIntArray.h>
#include <vtkNew.h>
#include <vtkPoints.h>
#include <vtkSmartPointer.h>
#include <vtkStringArray.h>
#include <vtkUnsignedCharArray.h>
#include <vtkUnstructuredGrid.h>
#include <vtkXMLImageDataWriter.h>
#include <vtkXMLUnstructuredGridWriter.h>

#include <bit>
#include <ostream>
#include <unordered_map>

#include "geology/formats/synthetic_mark.h"
#include "geology/formats/write_blocks.h"

namespace adit::formats {
namespace {

using geology::BlockModel;
using geology::Column;
using geology::Vec3;

/// Which tuple of a cell array belongs to a block: its cell in image data, itself in an unstructured grid.
using TupleOfBlock = vtkIdType (*)(const BlockModel&, std::size_t);

vtkSmartPointer<vtkDataArray> arrayOf(const BlockModel& model, const Column& column, vtkIdType tuples,
                                      TupleOfBlock tupleOf) {
  if (column.isNumeric()) {
    const auto array = vtkSmartPointer<vtkFloatArray>::New();
    array->SetNumberOfValues(tuples);
    array->FillValue(geology::kMissing);
    for (std::size_t block = 0; block < column.size(); ++block)
      array->SetValue(tupleOf(model, block), column.values[block]);
    return array;
  }
  const auto array = vtkSmartPointer<vtkIntArray>::New();
  array->SetNumberOfValues(tuples);
  array->FillValue(geology::kNoCategory);
  for (std::size_t block = 0; block < column.size(); ++block)
    array->SetValue(tupleOf(model, block), column.codes[block]);
  return array;
}

void addText(vtkFieldData* data, const std::string& name, const std::vector<std::string>& texts) {
  vtkNew<vtkStringArray> array;
  array->SetName(name.c_str());
  for (const std::string& text : texts) array->InsertNextValue(text);
  data->AddArray(array);
}

void addColumns(const BlockModel& model, vtkDataSet* data, TupleOfBlock tupleOf) {
  for (const Column& column : model.columns) {
    const auto array = arrayOf(model, column, data->GetNumberOfCells(), tupleOf);
    array->SetName(column.name.c_str());
    data->GetCellData()->AddArray(array);
    if (!column.isNumeric()) addText(data->GetFieldData(), column.name + "/names", column.names);
  }
  if (model.source.synthetic) addText(data->GetFieldData(), "note", {model.source.note});
}

void hideAbsentCells(const BlockModel& model, vtkImageData* image) {
  vtkNew<vtkUnsignedCharArray> ghosts;
  ghosts->SetName(vtkDataSetAttributes::GhostArrayName());
  ghosts->SetNumberOfValues(image->GetNumberOfCells());
  ghosts->FillValue(vtkDataSetAttributes::HIDDENCELL);
  for (const std::uint32_t cell : model.cellOfBlock) ghosts->SetValue(cell, 0);
  image->GetCellData()->AddArray(ghosts);
}

/// Corners in cell units of the lattice, so that blocks that touch have bitwise equal ones.
struct CornerHash {
  std::size_t operator()(const std::array<double, 3>& corner) const {
    std::uint64_t hash = 0;
    for (const double c : corner) hash = (hash ^ std::bit_cast<std::uint64_t>(c)) * 0x9E3779B97F4A7C15ULL;
    return static_cast<std::size_t>(hash ^ (hash >> 29));
  }
};

class CornerPoints {
 public:
  explicit CornerPoints(const geology::Lattice& lattice) : lattice_(lattice) {
    points_->SetDataTypeToDouble();
  }

  vtkIdType at(const std::array<double, 3>& corner) {
    const auto [it, isNew] = known_.try_emplace(corner, points_->GetNumberOfPoints());
    if (!isNew) return it->second;
    const Vec3 place = lattice_.world(corner[0], corner[1], corner[2]);
    return points_->InsertNextPoint(place.x, place.y, place.z);
  }
  vtkPoints* points() const { return points_; }

 private:
  const geology::Lattice& lattice_;
  vtkNew<vtkPoints> points_;
  std::unordered_map<std::array<double, 3>, vtkIdType, CornerHash> known_;
};

/// Corner c of a hexahedron: bottom face anticlockwise, then the top face.
void addBlock(const BlockModel& model, std::size_t block, CornerPoints& corners, vtkCellArray* cells) {
  constexpr std::array<std::array<bool, 3>, 8> kHexahedron{{{false, false, false},
                                                            {true, false, false},
                                                            {true, true, false},
                                                            {false, true, false},
                                                            {false, false, true},
                                                            {true, false, true},
                                                            {true, true, true},
                                                            {false, true, true}}};
  const auto cell = model.lattice.cellAt(model.cellOf(block));
  const geology::SubBox box = model.subBlocked() ? model.boxes[block] : geology::SubBox{};
  cells->InsertNextCell(8);
  for (const auto& upper : kHexahedron) {
    std::array<double, 3> corner{};
    for (std::size_t a = 0; a < 3; ++a)
      corner[a] = static_cast<double>(cell[a]) + static_cast<double>(upper[a] ? box.max[a] : box.min[a]);
    cells->InsertCellPoint(corners.at(corner));
  }
}

template <typename Writer>
void write(vtkDataSet* data, const geology::Provenance& source, std::ostream& out) {
  vtkNew<Writer> writer;
  writer->WriteToOutputStringOn();
  writer->SetInputData(data);
  writer->SetDataModeToBinary();
  writer->Write();
  writeMarkedXml(writer->GetOutputString(), source, out);
}

}  // namespace

bool writeBlocksVti(const BlockModel& model, std::ostream& out) {
  if (model.subBlocked()) return false;
  const geology::Lattice& lattice = model.lattice;
  vtkNew<vtkImageData> image;
  image->SetExtent(0, static_cast<int>(lattice.count[0]), 0, static_cast<int>(lattice.count[1]), 0,
                   static_cast<int>(lattice.count[2]));
  image->SetOrigin(lattice.origin.x, lattice.origin.y, lattice.origin.z);
  image->SetSpacing(lattice.size[0], lattice.size[1], lattice.size[2]);
  const auto& [u, v, w] = lattice.axis;
  image->SetDirectionMatrix(u.x, v.x, w.x, u.y, v.y, w.y, u.z, v.z, w.z);
  addColumns(model, image, [](const BlockModel& m, std::size_t block) { return vtkIdType{m.cellOf(block)}; });
  if (!model.full()) hideAbsentCells(model, image);
  write<vtkXMLImageDataWriter>(image, model.source, out);
  return true;
}

void writeBlocksVtu(const BlockModel& model, std::ostream& out) {
  vtkNew<vtkUnstructuredGrid> grid;
  vtkNew<vtkCellArray> cells;
  CornerPoints corners(model.lattice);
  for (std::size_t block = 0; block < model.blockCount(); ++block) addBlock(model, block, corners, cells);
  grid->SetPoints(corners.points());
  grid->SetCells(VTK_HEXAHEDRON, cells);
  addColumns(model, grid, [](const BlockModel&, std::size_t block) { return static_cast<vtkIdType>(block); });
  write<vtkXMLUnstructuredGridWriter>(grid, model.source, out);
}

}  // namespace adit::formats
