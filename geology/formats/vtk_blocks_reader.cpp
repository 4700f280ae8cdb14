#include "geology/formats/vtk_blocks_reader.h"

#include <cmath>
#include <numeric>

#include "geology/formats/array_nulls.h"
#include "geology/formats/block_assembly.h"
#include "geology/formats/column_rows.h"
#include "geology/formats/lattice_frame.h"
#include "geology/formats/synthetic_mark.h"
#include "geology/formats/tensor_grid.h"
#include "geology/formats/vtk_block_columns.h"
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

/// What all three kinds of grid need on their way to a block model.
struct Reading {
  const Source& source;
  const Decision& decision;
  Findings& findings;
  geology::Progress& progress;

  /// The columns in the order of `rows`, without numbers that mean "no value", codes as categories.
  std::vector<geology::Column> columns(std::vector<geology::Column> arrays, const VtkGrid& grid,
                                       const std::vector<std::uint32_t>& rows) const {
    for (geology::Column& column : arrays) takeRows(column, rows);
    decideNulls(arrays, decision, findings);
    decideCategories(arrays, grid, decision);
    return arrays;
  }
};

/// Lattices have right-handed unit axes only.
bool usable(const Axes& axes) {
  constexpr double kUnit = 1e-9;
  for (std::size_t a = 0; a < 3; ++a) {
    if (!(std::abs(length(axes[a]) - 1) < kUnit)) return false;
    if (!(length(cross(axes[a], axes[(a + 1) % 3]) - axes[(a + 2) % 3]) < kUnit)) return false;
  }
  return true;
}

/// Blocks are the cells, or, where only points have values, boxes around the points.
geology::Lattice latticeOf(const VtkGrid& image, bool aroundPoints, const Reading& reading) {
  const Vec3& spacing = image.spacing;
  if (!usable(image.direction) || !(spacing.x > 0 && spacing.y > 0 && spacing.z > 0))
    refuse(reading.source, "VTK-BAD-AXES",
           "the directions of the image are not perpendicular, left-handed or of negative spacing",
           "resample the image to positive spacings along right-handed axes");
  geology::Lattice lattice;
  lattice.axis = image.direction;
  lattice.origin = image.origin;
  for (std::size_t a = 0; a < 3; ++a) {
    const std::int64_t points = image.pointsAlong(a);
    lattice.size[a] = component(spacing, a);
    lattice.count[a] = aroundPoints ? points : image.cellsAlong(a);
    // A flat image has its cells in the plane of its points.
    const double half = aroundPoints || points == 1 ? 0.5 : 0;
    lattice.origin += lattice.axis[a] * (lattice.size[a] * (static_cast<double>(image.extent[2 * a]) - half));
    if (points == 1) reading.findings.add(kFlatGrid, {});
  }
  return lattice;
}

BlockModel readImage(VtkGrid image, const Reading& reading) {
  std::vector<std::uint32_t> blocks = takeVisibleCells(image);
  const bool aroundPoints = image.cellColumns.empty() && !image.pointColumns.empty();
  BlockModel model;
  model.lattice = latticeOf(image, aroundPoints, reading);
  if (aroundPoints) {
    blocks.resize(image.pointCount());
    std::iota(blocks.begin(), blocks.end(), 0U);
    reading.findings.add(kPointsAsCentres, {});
  } else if (!image.pointColumns.empty()) {
    reading.findings.add(kPointData, {}, {}, image.pointColumns.size());
  }
  auto& arrays = aroundPoints ? image.pointColumns : image.cellColumns;
  model.columns = reading.columns(std::move(arrays), image, blocks);
  if (static_cast<std::int64_t>(blocks.size()) < model.lattice.cellCount())
    model.cellOfBlock = std::move(blocks);
  return model;
}

BlockModel readRectilinear(VtkGrid grid, const Reading& reading) {
  const TensorGrid tensor{grid.coordinates};
  bool complete = valid(tensor);
  for (std::size_t a = 0; a < 3; ++a)
    complete = complete && static_cast<std::int64_t>(tensor.faces[a].size()) == grid.pointsAlong(a);
  if (!complete)
    refuse(reading.source, "VTK-BAD-AXES", "the coordinates of the grid do not rise along every axis",
           "write the grid again with rising coordinates and at least one cell along each axis");
  if (!grid.pointColumns.empty()) reading.findings.add(kPointData, {}, {}, grid.pointColumns.size());
  TensorBlocks blocks = tensorBlocks(tensor);
  std::vector<bool> visible(blocks.gridCell.size(), false);
  for (const std::uint32_t cell : takeVisibleCells(grid)) visible[cell] = true;
  std::vector<std::uint32_t> kept;
  for (std::uint32_t block = 0; block < blocks.gridCell.size(); ++block)
    if (visible[blocks.gridCell[block]]) kept.push_back(block);
  takeRows(blocks.gridCell, kept);
  takeRows(blocks.boxes, kept);
  takeRows(blocks.cellOfBlock, kept);
  BlockModel model;
  model.lattice = blocks.lattice;
  model.columns = reading.columns(std::move(grid.cellColumns), grid, blocks.gridCell);
  model.boxes = std::move(blocks.boxes);
  model.cellOfBlock = std::move(blocks.cellOfBlock);
  if (model.subBlocked())
    reading.findings.add(kSubBlocks, {});
  else if (static_cast<std::int64_t>(kept.size()) < model.lattice.cellCount())
    model.cellOfBlock = std::move(kept);
  return model;
}

Object readUnstructured(VtkGrid grid, const Reading& reading) {
  const VtkBoxes boxes = boxesOf(grid);
  if (boxes.others > 0) reading.findings.add(kNoBox, {}, {}, boxes.others);
  if (!grid.pointColumns.empty()) reading.findings.add(kPointData, {}, {}, grid.pointColumns.size());
  std::vector<std::uint32_t> cells = takeVisibleCells(grid);
  std::erase_if(cells, [&](std::uint32_t cell) { return !isFinite(boxes.centers[cell]); });
  if (cells.empty())
    refuse(reading.source, "VTK-NO-BOX", "no cell of the grid is a box", "export the model as hexahedra");
  CollectedRows rows;
  rows.points = boxes.centers;
  rows.sizes = boxes.sizes;
  takeRows(rows.points, cells);
  takeRows(rows.sizes, cells);
  rows.columns = reading.columns(std::move(grid.cellColumns), grid, cells);
  LatticeQuery query;
  query.points = rows.points;
  query.sizes = rows.sizes;
  query.position = Position::Centroid;
  query.progress = &reading.progress;
  const bool upright = length(boxes.axes[0] - Vec3{1, 0, 0}) + length(boxes.axes[1] - Vec3{0, 1, 0}) < 1e-9;
  const Frame frame = upright ? Frame{} : Frame{rows.points.front(), boxes.axes};
  LatticeSearch search = fitInFrame(FrameRows(query, frame));
  if (!search.fit) reading.findings.add(kNoLattice, {}, search.whyNot);
  return assemble(std::move(rows), std::move(search), {reading.findings, reading.progress});
}

Object readGrid(VtkGrid grid, const Reading& reading) {
  switch (grid.kind) {
    case VtkGridKind::Image:
      return readImage(std::move(grid), reading);
    case VtkGridKind::Rectilinear:
      return readRectilinear(std::move(grid), reading);
    default:
      return readUnstructured(std::move(grid), reading);
  }
}

/// In files that Adit wrote, the field "note" says that the blocks are made up.
void takeNote(const VtkGrid& grid, geology::Provenance& provenance) {
  const auto note = grid.fieldTexts.find("note");
  if (note == grid.fieldTexts.end() || note->second.empty()) return;
  provenance.note = syntheticMark(note->second.front());
  provenance.synthetic = !provenance.note.empty();
}

}  // namespace

int recogniseVtkBlocks(const Source& source) {
  return vtkGridKind(source.bytes) == VtkGridKind::None ? 0 : 100;
}

ImportResult readVtkBlocks(const Source& source, const ImportChoices& choices, geology::Progress& progress) {
  ImportResult result;
  geology::Provenance provenance;
  provenance.path = source.path;
  provenance.format = "VTK blocks";
  provenance.bytes = source.bytes.size();
  Findings findings(source.path);
  const Decision decision{choices, provenance, result.diagnostics};
  VtkGrid grid = readVtkGrid(source, findings, progress);
  progress.throwIfCancelled();
  takeNote(grid, provenance);
  Object object = readGrid(std::move(grid), {source, decision, findings, progress});
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
