// Source: Kitware, "VTK File Formats" (The VTK User's Guide, chapter 19), as VTK 9 reads them.
#include "geology/formats/vtk_blocks_reader.h"

#include <vtkCellData.h>
#include <vtkDataArray.h>
#include <vtkFieldData.h>
#include <vtkImageData.h>
#include <vtkMatrix3x3.h>
#include <vtkPointData.h>
#include <vtkRectilinearGrid.h>
#include <vtkUnstructuredGrid.h>

#include <cmath>
#include <numeric>

#include "geology/formats/block_assembly.h"
#include "geology/formats/column_rows.h"
#include "geology/formats/lattice_frame.h"
#include "geology/formats/tensor_grid.h"
#include "geology/formats/vtk_block_columns.h"
#include "geology/formats/vtk_block_data.h"
#include "geology/formats/vtk_boxes.h"

namespace adit::formats {
namespace {

using geology::BlockModel;
using geology::Severity;
using geology::Vec3;

constexpr FindingKind kPointData{
    Severity::Note, "VTK-POINT-DATA",
    "arrays of the points are not used; blocks have the arrays of the cells",
    "move them to the cells if they matter (in ParaView: Point Data to Cell Data)"};
constexpr FindingKind kPointsAsCentres{Severity::Note, "VTK-POINTS-AS-CENTRES",
                                       "the values belong to points; every block lies around its point",
                                       "nothing; the blocks reach half a spacing beyond the outer points"};
constexpr FindingKind kNoBox{Severity::Warning, "VTK-NO-BOX",
                             "cells are no boxes along the edges of the others and are left out",
                             "cut the model into boxes before the export"};
constexpr FindingKind kNoLattice{Severity::Note, "BM-NO-LATTICE",
                                 "the boxes are shown as points, because they lie on no lattice",
                                 "export the model with its parent blocks"};
constexpr FindingKind kSubBlocks{Severity::Note, "BM-FREE-SUB-BLOCKS",
                                 "cells of unequal width are sub-blocks of the largest equal parents",
                                 "nothing; sizes and volumes are those of the file"};
constexpr FindingKind kFlatGrid{Severity::Warning, "BM-ASSUMED-SIZE",
                                "the image is flat; its thickness is the spacing that the file states",
                                "check the thickness before volumes are used"};

[[noreturn]] void refuse(const Source& source, std::string code, std::string message, std::string remedy) {
  throw ReadError{{.severity = Severity::Error,
                   .code = std::move(code),
                   .file = source.path,
                   .message = std::move(message),
                   .remedy = std::move(remedy)}};
}

/// What all three kinds of data set need on their way to a block model.
struct Reading {
  const Source& source;
  const Decision& decision;
  Findings& findings;

  std::vector<geology::Column> columns(vtkFieldData* arrays, vtkDataSet* data,
                                       const std::vector<std::uint32_t>& tuples) const {
    return columnsOf(arrays, data->GetFieldData(), tuples, decision);
  }
};

bool hasArrays(vtkFieldData* data) {
  return data->GetNumberOfArrays() > 0;
}

/// The directions of image data as axes, if they are some; lattices have right-handed ones only.
std::optional<Axes> axesOf(vtkImageData* image) {
  vtkMatrix3x3* matrix = image->GetDirectionMatrix();
  Axes axes;
  for (int a = 0; a < 3; ++a)
    axes[static_cast<std::size_t>(a)] = {matrix->GetElement(0, a), matrix->GetElement(1, a),
                                         matrix->GetElement(2, a)};
  constexpr double kUnit = 1e-9;
  for (std::size_t a = 0; a < 3; ++a) {
    if (!(std::abs(length(axes[a]) - 1) < kUnit)) return std::nullopt;
    if (!(length(cross(axes[a], axes[(a + 1) % 3]) - axes[(a + 2) % 3]) < kUnit)) return std::nullopt;
  }
  return axes;
}

/// Blocks are the cells, or, where only points have values, boxes around the points.
geology::Lattice latticeOf(vtkImageData* image, bool aroundPoints, const Reading& reading) {
  const auto axes = axesOf(image);
  const double* spacing = image->GetSpacing();
  if (!axes || !(spacing[0] > 0 && spacing[1] > 0 && spacing[2] > 0))
    refuse(reading.source, "VTK-BAD-AXES",
           "the directions of the image are not perpendicular, left-handed or of negative spacing",
           "resample the image to positive spacings along right-handed axes");
  geology::Lattice lattice;
  lattice.axis = *axes;
  const int* extent = image->GetExtent();
  const double* origin = image->GetOrigin();
  lattice.origin = {origin[0], origin[1], origin[2]};
  for (std::size_t a = 0; a < 3; ++a) {
    const int points = extent[2 * a + 1] - extent[2 * a] + 1;
    lattice.size[a] = spacing[a];
    lattice.count[a] = aroundPoints ? points : std::max(points - 1, 1);
    // A flat image has its cells in the plane of its points.
    const double half = aroundPoints || points == 1 ? 0.5 : 0;
    lattice.origin += lattice.axis[a] * (spacing[a] * (extent[2 * a] - half));
    if (points == 1) reading.findings.add(kFlatGrid, {});
  }
  return lattice;
}

std::vector<std::uint32_t> everyTuple(std::int64_t count) {
  std::vector<std::uint32_t> tuples(static_cast<std::size_t>(count));
  std::iota(tuples.begin(), tuples.end(), 0U);
  return tuples;
}

BlockModel readImage(vtkImageData* image, const Reading& reading) {
  const bool aroundPoints = !hasArrays(image->GetCellData()) && hasArrays(image->GetPointData());
  BlockModel model;
  model.lattice = latticeOf(image, aroundPoints, reading);
  const std::vector<std::uint32_t> blocks =
      aroundPoints ? everyTuple(image->GetNumberOfPoints()) : visibleCells(image);
  if (aroundPoints)
    reading.findings.add(kPointsAsCentres, {});
  else if (hasArrays(image->GetPointData()))
    reading.findings.add(kPointData, {});
  vtkFieldData* arrays = image->GetCellData();
  if (aroundPoints) arrays = image->GetPointData();
  model.columns = reading.columns(arrays, image, blocks);
  if (static_cast<std::int64_t>(blocks.size()) < model.lattice.cellCount()) model.cellOfBlock = blocks;
  return model;
}

std::vector<double> facesOf(vtkDataArray* coordinates) {
  std::vector<double> faces;
  for (vtkIdType i = 0; i < coordinates->GetNumberOfTuples(); ++i)
    faces.push_back(coordinates->GetComponent(i, 0));
  return faces;
}

BlockModel readRectilinear(vtkRectilinearGrid* grid, const Reading& reading) {
  const TensorGrid tensor{
      {facesOf(grid->GetXCoordinates()), facesOf(grid->GetYCoordinates()), facesOf(grid->GetZCoordinates())}};
  if (!valid(tensor))
    refuse(reading.source, "VTK-BAD-AXES", "the coordinates of the grid do not rise along every axis",
           "write the grid again with rising coordinates and at least one cell along each axis");
  if (hasArrays(grid->GetPointData())) reading.findings.add(kPointData, {});
  TensorBlocks blocks = tensorBlocks(tensor);
  std::vector<bool> visible(blocks.gridCell.size(), false);
  for (const std::uint32_t cell : visibleCells(grid)) visible[cell] = true;
  BlockModel model;
  model.lattice = blocks.lattice;
  std::vector<std::uint32_t> kept;
  for (std::uint32_t block = 0; block < blocks.gridCell.size(); ++block)
    if (visible[blocks.gridCell[block]]) kept.push_back(block);
  takeRows(blocks.gridCell, kept);
  takeRows(blocks.boxes, kept);
  takeRows(blocks.cellOfBlock, kept);
  model.columns = reading.columns(grid->GetCellData(), grid, blocks.gridCell);
  model.boxes = std::move(blocks.boxes);
  model.cellOfBlock = std::move(blocks.cellOfBlock);
  if (model.subBlocked())
    reading.findings.add(kSubBlocks, {});
  else if (static_cast<std::int64_t>(kept.size()) < model.lattice.cellCount())
    model.cellOfBlock = std::move(kept);
  return model;
}

Object readUnstructured(vtkUnstructuredGrid* grid, const Reading& reading) {
  const VtkBoxes boxes = boxesOf(grid);
  if (boxes.others > 0) reading.findings.add(kNoBox, {}, {}, boxes.others);
  if (hasArrays(grid->GetPointData())) reading.findings.add(kPointData, {});
  std::vector<std::uint32_t> cells;
  for (const std::uint32_t cell : visibleCells(grid))
    if (isFinite(boxes.centers[cell])) cells.push_back(cell);
  if (cells.empty())
    refuse(reading.source, "VTK-NO-BOX", "no cell of the grid is a box", "export the model as hexahedra");
  CollectedRows rows;
  rows.points = boxes.centers;
  rows.sizes = boxes.sizes;
  takeRows(rows.points, cells);
  takeRows(rows.sizes, cells);
  rows.columns = reading.columns(grid->GetCellData(), grid, cells);
  LatticeQuery query;
  query.points = rows.points;
  query.sizes = rows.sizes;
  query.position = Position::Centroid;
  const bool upright = length(boxes.axes[0] - Vec3{1, 0, 0}) + length(boxes.axes[1] - Vec3{0, 1, 0}) < 1e-9;
  const Frame frame = upright ? Frame{} : Frame{rows.points.front(), boxes.axes};
  LatticeSearch search = fitInFrame(FrameRows(query, frame));
  if (!search.fit) reading.findings.add(kNoLattice, {}, search.whyNot);
  return assemble(std::move(rows), std::move(search), reading.findings);
}

Object readDataSet(vtkDataSet* data, const Reading& reading) {
  if (auto* image = vtkImageData::SafeDownCast(data)) return readImage(image, reading);
  if (auto* rectilinear = vtkRectilinearGrid::SafeDownCast(data))
    return readRectilinear(rectilinear, reading);
  if (auto* unstructured = vtkUnstructuredGrid::SafeDownCast(data))
    return readUnstructured(unstructured, reading);
  refuse(reading.source, "VTK-NOTHING", "the file holds another kind of data set than its head says",
         "write it again, in ParaView for example");
}

}  // namespace

int recogniseVtkBlocks(const Source& source) {
  return vtkBlockKind(source.bytes) == VtkBlockKind::None ? 0 : 100;
}

ImportResult readVtkBlocks(const Source& source, const ImportChoices& choices, geology::Progress& progress) {
  ImportResult result;
  geology::Provenance provenance;
  provenance.path = source.path;
  provenance.format = "VTK blocks";
  provenance.bytes = source.bytes.size();
  Findings findings(source.path);
  const Decision decision{choices, provenance, result.diagnostics};
  const auto data = readVtkDataSet(source, findings);
  progress.throwIfCancelled();
  Object object = readDataSet(data, {source, decision, findings});
  if (auto* model = std::get_if<BlockModel>(&object)) {
    model->name = baseName(source.path);
    model->source = std::move(provenance);
  } else {
    auto& points = std::get<geology::PointSet>(object);
    points.name = baseName(source.path);
    points.source = std::move(provenance);
  }
  result.objects.push_back(std::move(object));
  findings.appendTo(result.diagnostics);
  return result;
}

}  // namespace adit::formats
