#include "viewer/scene/plan_layer.h"

#include <vtkProperty.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "viewer/geometry/heap_mesh.h"
#include "viewer/geometry/pit_pieces.h"
#include "viewer/geometry/plan_conditions.h"
#include "viewer/geometry/surface_mesh.h"
#include "viewer/geometry/working_surface.h"
#include "viewer/scene/block_paint.h"
#include "viewer/scene/block_shading.h"
#include "viewer/scene/palette.h"

namespace adit::viewer {
namespace {

constexpr double kCurrentOpacity = 0.3;
constexpr double kShellOpacity = 0.28;  ///< of tunnels and stopes from outside

/// Polygons with a block behind them, and those without.
std::array<GroundPolygons, 2> byBlock(GroundPolygons polygons) {
  std::array<GroundPolygons, 2> parts;
  if (std::find(polygons.rows.begin(), polygons.rows.end(), kNoBlockBehind) == polygons.rows.end()) {
    parts[0] = std::move(polygons);
    return parts;
  }
  for (std::size_t n = 0; n < polygons.size(); ++n)
    parts[polygons.rows[n] == kNoBlockBehind ? 1 : 0].add(
        std::span(polygons.points)
            .subspan(polygons.offsets[n], polygons.offsets[n + 1] - polygons.offsets[n]),
        polygons.rows[n]);
  return parts;
}

bool opensGround(const PlanInTime& plan) {
  return plan.ground != nullptr || plan.pits != nullptr;
}

}  // namespace

struct PlanLayer::OfModel {
  explicit OfModel(const geology::BlockModel& of) : model(of), index(of), paint(of) {}

  const geology::BlockModel& model;
  BlockIndex index;
  SelectionCache moments;  ///< of `timed`
  std::shared_ptr<const geology::MinePlan> timed;
  BlockPaint paint;
  geology::BitMask current;  ///< to be mined in this period
  BlockSkin skin;
  std::unique_ptr<BlockSkinProp> skinProp;
  DrawMode skinMode = DrawMode::Shaders;
  bool skinMade = false;  ///< of `current`
  ChangeKey<std::pair<std::shared_ptr<const geology::MinePlan>, double>> currentKey;
  ChangeKey<bool> highlightKey;
};

PlanLayer::PlanLayer(vtkRenderer& renderer)
    : renderer_(renderer),
      walls_(renderer),
      bare_(renderer),
      profile_(renderer),
      fillProfile_(renderer),
      heap_(renderer),
      under_(renderer),
      underBare_(renderer),
      shell_(renderer),
      fill_(renderer) {
  for (MeshProp* faces : {&walls_, &bare_, &under_, &underBare_})
    shadeAsBlocks(*faces->actor().GetProperty());
  for (MeshProp* faces : {&under_, &underBare_}) faces->actor().GetProperty()->BackfaceCullingOn();
  shell_.actor().GetProperty()->FrontfaceCullingOn();
  shell_.setOpacity(kShellOpacity);
  fill_.setFlat(true);
  for (MeshProp* plain : {&underBare_, &shell_, &fill_}) plain->setPickable(false);
  bare_.setPickable(false);
  heap_.setPickable(false);
  heap_.setFlat(true);
  for (MeshProp* line : {&profile_, &fillProfile_}) {
    line->setUnlit();
    line->setPickable(false);
  }
  hide();
}

PlanLayer::~PlanLayer() = default;

void PlanLayer::forget() {
  ofModel_.reset();
  surfaceKey_ = {};
  workingsKey_ = {};
  heapKey_ = {};
  profileKey_ = {};
  hide();
}

void PlanLayer::hide() {
  for (MeshProp* prop :
       {&walls_, &bare_, &profile_, &fillProfile_, &heap_, &under_, &underBare_, &shell_, &fill_})
    prop->setVisible(false);
  if (ofModel_ != nullptr) ofModel_->skinProp.reset();
}

void PlanLayer::sync(const LayerInput& input, const Selection& shown) {
  const PlanInTime* plan = input.plan;
  if (plan == nullptr || (plan->blocks == nullptr && plan->workings == nullptr)) return hide();
  if (input.section) return syncProfile(input);
  if (plan->model != nullptr && (ofModel_ == nullptr || &ofModel_->model != plan->model))
    ofModel_ = std::make_unique<OfModel>(*plan->model);
  syncSurface(input);
  syncWorkings(input);
  if (ofModel_ != nullptr) {
    syncCurrent(input);
    colorWalls(input, shown);
  }
  syncHeap(input);
  for (MeshProp* prop : {&walls_, &bare_}) prop->setVisible(opensGround(*plan));
  for (MeshProp* prop : {&under_, &underBare_, &shell_, &fill_}) prop->setVisible(plan->workings != nullptr);
  for (MeshProp* prop : {&walls_, &bare_, &heap_, &under_, &underBare_, &shell_, &fill_})
    prop->setPlanes(input.planes, input.frame);
}

void PlanLayer::syncSurface(const LayerInput& input) {
  const PlanInTime& plan = *input.plan;
  surfaceChanged_ = surfaceKey_.changed({plan.ground, plan.pits, plan.time, input.frame});
  if (!surfaceChanged_ || !opensGround(plan)) return;
  const auto parts = byBlock(plan.ground != nullptr ? minedSurface(*plan.ground, plan.time)
                                                    : pitFloor(*plan.pits, plan.time, plan.model));
  walls_.setMesh(toPolyData(toMesh(parts[0], input.frame)));
  bare_.setMesh(toPolyData(toMesh(parts[1], input.frame)));
  bare_.setPlainColor(rockColor(input));
}

void PlanLayer::syncWorkings(const LayerInput& input) {
  const PlanInTime& plan = *input.plan;
  if (plan.workings == nullptr) return;
  underBare_.setPlainColor(rockColor(input));
  fill_.setPlainColor(rockColor(input));
  shell_.setPlainColor(paletteOf(input.state.theme).quietText);
  if (!workingsKey_.changed({plan.workings, plan.time, plan.model, input.frame})) return;
  surfaceChanged_ = true;
  const GroundPolygons whole = workingSurface(*plan.workings, plan.time, plan.model);
  const auto parts = byBlock(whole);
  under_.setMesh(toPolyData(toMesh(parts[0], input.frame)));
  underBare_.setMesh(toPolyData(toMesh(parts[1], input.frame)));
  shell_.setMesh(toPolyData(toMesh(whole, input.frame)));
  fill_.setMesh(toPolyData(toMesh(filledSurface(*plan.workings, plan.time), input.frame)));
}

void PlanLayer::syncProfile(const LayerInput& input) {
  const PlanInTime& plan = *input.plan;
  profile_.setPlainColor(paletteOf(input.state.theme).accent);
  fillProfile_.setPlainColor(rockColor(input));
  for (MeshProp* line : {&profile_, &fillProfile_}) {
    line->setLineWidth(2.2 * input.scale);
    line->setVisible(true);
  }
  if (!profileKey_.changed({{*input.section},
                            input.frame,
                            plan.ground,
                            plan.pits,
                            plan.workings,
                            plan.heap,
                            plan.time,
                            plan.heapTip}))
    return;
  GroundPolygons open, filled;
  if (plan.ground != nullptr) open = minedSurface(*plan.ground, plan.time);
  if (plan.pits != nullptr) open = pitFloor(*plan.pits, plan.time, nullptr);
  if (plan.workings != nullptr) {
    open.append(workingSurface(*plan.workings, plan.time, nullptr));
    filled = filledSurface(*plan.workings, plan.time);
  }
  if (plan.heap != nullptr) filled.append(heapPolygons(*plan.heap, *plan.heapTerrain, plan.heapTip));
  profile_.setMesh(profileOf(open, *input.section, input.frame));
  fillProfile_.setMesh(profileOf(filled, *input.section, input.frame));
}

void PlanLayer::syncCurrent(const LayerInput& input) {
  OfModel& of = *ofModel_;
  const PlanInTime& plan = *input.plan;
  if (!input.state.plan.highlight || plan.blocks == nullptr) {
    of.skinProp.reset();
    of.current = {};
    of.currentKey = {};
    return;
  }
  if (std::exchange(of.timed, plan.plan) != plan.plan) of.moments = {};
  if (of.currentKey.changed({plan.plan, plan.time})) {
    of.current = inTheirPeriod(*plan.blocks, plan.time, &of.moments.bounds(plan.blocks->minedAt));
    of.skinMade = false;
  }
  if (of.skinProp == nullptr || of.skinMode != input.means.mode) {
    std::shared_ptr<const geology::BlockModel> model;
    for (const auto& one : input.deposit.blockModels)
      if (one.get() == &of.model) model = one;
    of.skinProp = makeBlockSkinProp(model, renderer_, input.means);
    of.skinProp->setColumn(nullptr, nullptr);
    of.skinMode = input.means.mode;
    of.skinMade = false;
  }
  if (!input.moving && !of.skinMade) {  // under the hand the tint of the walls has to do
    currentSkin(of.index, *plan.blocks, {of.current, plan.time}, of.skin);
    of.skinProp->setSkin(of.skin, 0);
    of.skinMade = true;
  }
  SkinLook look;
  look.frame = input.frame;
  look.planes = input.planes;
  look.opacity = kCurrentOpacity;
  look.plainColor = paletteOf(input.state.theme).accent;
  look.pickable = false;
  look.visible = of.skinMade;
  of.skinProp->setLook(look);
}

void PlanLayer::colorWalls(const LayerInput& input, const Selection& shown) {
  OfModel& of = *ofModel_;
  const bool repaint = of.paint.sync(input, shown);
  const bool highlighted = of.highlightKey.changed(input.state.plan.highlight);
  if (!repaint && !highlighted && !surfaceChanged_) return;
  for (MeshProp* walls : {&walls_, &under_}) of.paint.paint(*walls, of.current);
}

void PlanLayer::syncHeap(const LayerInput& input) {
  const PlanInTime& plan = *input.plan;
  const bool shown = plan.heap != nullptr;
  heap_.setVisible(shown);
  heap_.setPlainColor(rockColor(input));
  if (shown && heapKey_.changed({plan.heap, plan.heapTip, input.frame}))
    heap_.setMesh(toPolyData(toMesh(heapPolygons(*plan.heap, *plan.heapTerrain, plan.heapTip), input.frame)));
}

void PlanLayer::towardsEye(const geology::Vec3& step) {
  for (MeshProp* faces : {&walls_, &bare_, &under_, &underBare_}) faces->setShift(step);
}

std::optional<PickState> PlanLayer::identify(const vtkProp* prop, std::int64_t cell) const {
  if (ofModel_ == nullptr) return std::nullopt;
  const MeshProp* walls = walls_.draws(prop) ? &walls_ : under_.draws(prop) ? &under_ : nullptr;
  if (walls == nullptr) return std::nullopt;
  const std::int64_t row = rowOfCell(*walls->mesh(), cell);
  if (row < 0) return std::nullopt;
  PickState pick;
  pick.object = ofModel_->model.name;
  pick.row = static_cast<std::size_t>(row);
  return pick;
}

}  // namespace adit::viewer
