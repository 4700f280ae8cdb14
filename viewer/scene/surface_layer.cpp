#include "viewer/scene/surface_layer.h"

#include "viewer/geometry/row_colors.h"
#include "viewer/geometry/surface_mesh.h"
#include "viewer/scene/palette.h"
#include "viewer/state/plan.h"
#include "viewer/state/reveal.h"

namespace adit::viewer {

SurfaceLayer::SurfaceLayer(std::shared_ptr<const geology::TriangleMesh> mesh, vtkRenderer& renderer)
    : mesh_(std::move(mesh)),
      renderer_(renderer),
      surface_(renderer),
      lines_(renderer),
      edges_(renderer),
      drape_(mesh_->name, renderer) {
  lines_.setUnlit();
  edges_.setUnlit();
  edges_.setPickable(false);
}

void SurfaceLayer::sync(const LayerInput& input) {
  LayerState layer = layerOf(input.state, mesh_->name);
  const bool inPart = choosePart(input);
  layer.visible = layer.visible && (inPart || isThere(input.deposit, input.state, mesh_->name));
  const Selection selection = selectTriangles(*mesh_, input.state, input.deposit, &selection_);
  count_ = selection.count;
  chooseColumn(layer.colorBy);
  recolor_ = look_.set(column_.get(), column_ != nullptr ? legendOf(input.state, column_->name) : Legend{},
                       selection);
  count_.outsideLegend = look_.outside();
  const bool changed = layer.visible && meshKey_.changed({selection.revision, partRevision_, input.frame});
  if (changed) rebuild(input, selection);
  recolor_ = recolor_ || changed;
  const geology::BitMask ofPart = part_ ? drawnTriangles(selection) : geology::BitMask();
  draped_ =
      drape_.sync(input, {drawn(), part_ ? ofPart : *selection.shown, {selection.revision, partRevision_}});
  if (layer.visible) syncCuts(input, changed);
  syncLook(input, layer);
}

/// True when the plan says how much of the surface there is.
bool SurfaceLayer::choosePart(const LayerInput& input) {
  const auto stages = input.plan != nullptr ? input.plan->pits : nullptr;
  const auto source = stages != nullptr ? stages->sourceOf(mesh_->name) : std::nullopt;
  const double time = source ? input.plan->time : 0;
  if (partKey_.changed({source ? stages : nullptr, time})) {
    part_.reset();
    if (source) part_ = pitPart(*stages, *source, time);
    ++partRevision_;
  }
  return part_.has_value();
}

void SurfaceLayer::chooseColumn(const std::string& colorBy) {
  if (!columnKey_.changed({colorBy})) return;
  column_ = nullptr;
  std::vector<NamedColumn> named = namedColumns(mesh_->triangleColumns);
  for (NamedColumn& ofVertices : namedColumns(mesh_->vertexColumns)) named.push_back(std::move(ofVertices));
  const RowColumns columns = triangleColumns(*mesh_, std::move(named));
  if (const NamedColumn* found = findNamed(columns.known, colorBy))
    column_ = columns.atRows(static_cast<std::size_t>(found - columns.known.data()));
}

geology::BitMask SurfaceLayer::drawnTriangles(const Selection& selection) const {
  geology::BitMask shown(part_->triangles.size());
  for (std::size_t n = 0; n < part_->triangles.size(); ++n)
    if (selection.shown->test(part_->triangles[n])) shown.set(n);
  return shown;
}

std::size_t SurfaceLayer::rowOf(std::int64_t triangle) const {
  const auto row = static_cast<std::size_t>(triangle);
  return part_ ? part_->triangles[row] : row;
}

void SurfaceLayer::rebuild(const LayerInput& input, const Selection& selection) {
  surface_.setMesh(surfaceMesh(drawn(), part_ ? drawnTriangles(selection) : *selection.shown, input.frame));
  lines_.setMesh(toPolyData(surfaceLines(drawn(), input.frame), true));
  edges_.setMesh(featureEdges(*surface_.mesh()));
  surfaceRows_.clear();
  for (vtkIdType cell = 0; cell < surface_.mesh()->GetNumberOfCells(); ++cell)
    surfaceRows_.push_back(static_cast<std::uint32_t>(rowOf(rowOfCell(*surface_.mesh(), cell))));
}

void SurfaceLayer::syncCuts(const LayerInput& input, bool changed) {
  const CutPlanes planes = input.section ? CutPlanes{*input.section} : input.planes;
  if (!cutsKey_.changed({planes, input.frame}) && !changed) return;
  cutFaces_.clear();
  cutLines_.clear();
  for (std::size_t i = 0; i < planes.size(); ++i) {
    if (drawn().closed) {
      cutFaces_.push_back(std::make_unique<MeshProp>(renderer_));
      cutFaces_.back()->setMesh(toPolyData(solidCutFace(*surface_.mesh(), planes, i, input.frame)));
      cutFaces_.back()->setFlat(true);
      cutFaces_.back()->setPickable(false);
    }
    if (input.section) {
      cutLines_.push_back(std::make_unique<MeshProp>(renderer_));
      cutLines_.back()->setMesh(surfaceCut(*surface_.mesh(), planes[i], input.frame));
      cutLines_.back()->setUnlit();
    }
  }
}

void SurfaceLayer::syncLook(const LayerInput& input, const LayerState& layer) {
  const Palette& palette = paletteOf(input.state.theme);
  const Color plain = layer.color.value_or(palette.plainSurface);
  if (look_.column() == nullptr)
    surface_.setPlainColor(plain);
  else if (recolor_)
    surface_.setCellColors(rowColors(surfaceRows_, *look_.column(), look_.legend()));
  const bool spatial = !input.section.has_value();
  surface_.setVisible(layer.visible && spatial && !draped_ && !drawn().triangles.empty());
  surface_.setOpacity(layer.opacity);
  const bool revealing = reveals(input.state, mesh_->name);  // lines are no counted rows
  lines_.setVisible(layer.visible && !drawn().lines.empty() && !revealing);
  lines_.setPlainColor(layer.color.value_or(mesh_->triangles.empty() ? palette.accent : palette.line));
  lines_.setLineWidth(1.4 * input.scale);
  edges_.setVisible(layer.visible && spatial && layer.edges);
  edges_.setPlainColor(palette.edge);
  edges_.setLineWidth(1.0 * input.scale);
  for (MeshProp* prop : {&surface_, &lines_, &edges_}) prop->setPlanes(input.planes, input.frame);
  for (MeshProp* prop : {&surface_, &lines_}) prop->setPickable(!layer.locked);
  for (const auto& face : cutFaces_) {
    face->setPlainColor(plain);
    face->setOpacity(spatial ? layer.opacity : 0.35);
    face->setVisible(layer.visible);
  }
  for (const auto& line : cutLines_) {
    line->setPlainColor(plain);
    line->setLineWidth(2 * input.scale);
    line->setVisible(layer.visible);
  }
}

/// On a plane that cuts a solid and the blocks in it, the blocks are seen.
void SurfaceLayer::settle(const geology::Vec3& towardsEye) {
  for (const auto& face : cutFaces_) face->setShift(towardsEye * -1);
}

const ResolvedLegend* SurfaceLayer::shownLegend() const {
  return draped_ ? drape_.legend() : Layer::shownLegend();
}

std::optional<PickState> SurfaceLayer::identify(const vtkProp* prop, std::int64_t cell) const {
  if (auto draped = drape_.identify(prop, cell)) {
    if (draped->object == mesh_->name) draped->row = rowOf(static_cast<std::int64_t>(draped->row));
    return draped;
  }
  PickState pick;
  pick.object = mesh_->name;
  if (lines_.draws(prop)) {
    pick.table = "lines";
    pick.row = static_cast<std::size_t>(std::max<std::int64_t>(0, rowOfCell(*lines_.mesh(), cell)));
    if (part_) pick.row = part_->lines[pick.row];
    return pick;
  }
  if (!surface_.draws(prop)) return std::nullopt;
  const std::int64_t row = rowOfCell(*surface_.mesh(), cell);
  if (row < 0) return std::nullopt;
  pick.row = rowOf(row);
  return pick;
}

}  // namespace adit::viewer
