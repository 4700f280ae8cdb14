#include "viewer/scene/blocks_layer.h"

#include <algorithm>
#include <functional>

#include "viewer/geometry/block_mesh.h"
#include "viewer/geometry/block_ray.h"
#include "viewer/geometry/coarse_skin.h"
#include "viewer/geometry/grade_shell.h"
#include "viewer/geometry/honest_array.h"
#include "viewer/geometry/honest_core.h"
#include "viewer/geometry/row_colors.h"
#include "viewer/scene/block_shading.h"
#include "viewer/scene/palette.h"

namespace adit::viewer {
namespace {

constexpr double kEdgeWidth = 0.6;

SkinLook lookOf(const LayerInput& input, const LayerState& layer) {
  const Palette& palette = paletteOf(input.state.theme);
  SkinLook look;
  look.frame = input.frame;
  look.planes = input.planes;
  look.share = layer.blockStyle == BlockStyle::Shrunk ? layer.shrink : 1;
  look.opacity = layer.opacity;
  look.edgeWidth = layer.blockStyle == BlockStyle::Edged ? kEdgeWidth * input.scale : 0;
  look.edgeColor = palette.edge;
  look.plainColor = layer.color.value_or(palette.plainBlock);
  look.pickable = !layer.locked;
  look.refused = input.means.mode == DrawMode::Refused;
  return look;
}

/// The colours are those of the legend and nothing else.
void drawFlat(MeshProp& prop) {
  prop.setUnlit();
  prop.actor().GetProperty()->SetAmbient(1);
  prop.actor().GetProperty()->SetDiffuse(0);
}

}  // namespace

BlocksLayer::BlocksLayer(std::shared_ptr<const geology::BlockModel> model, vtkRenderer& renderer)
    : model_(std::move(model)), renderer_(renderer), index_(*model_), slices_(index_, renderer) {}

void BlocksLayer::sync(const LayerInput& input) {
  const LayerState& layer = layerOf(input.state, model_->name);
  const Selection selection = selectBlocks(*model_, input.state, input.deposit, &selection_);
  count_ = selection.count;
  shown_ = selection.shown;
  revision_ = selection.revision;
  planes_ = input.planes;
  section_ = input.section;
  const geology::Column* column = geology::findBlockColumn(input.deposit, *model_, layer.colorBy);
  recolor_ = look_.set(column, column != nullptr ? legendOf(input.state, column->name) : Legend{}, selection);
  count_.outsideLegend = look_.outside();
  const bool shells = !layer.shells.empty() && !input.section;
  cutsChanged_ = false;
  syncHonest(input);
  syncSkin(input, layer, layer.visible && !input.section && !shells);
  syncFaces(input, layer, shells);
  if (layer.visible) syncCuts(input);
  if (layer.visible) syncShells(input, layer);
  syncCutLook(input, layer);
  for (const auto& cut : cuts_) cut->setVisible(layer.visible);
  for (const auto& shell : shells_) shell->setVisible(layer.visible && shells);
}

void BlocksLayer::syncHonest(const LayerInput& input) {
  std::optional<HonestBasis> basis;
  if (input.state.honest.on) basis = honestBasis(input.deposit, *model_, input.state);
  const HonestLook before = honest_;
  auto codes = honest_.codes;
  if (basis != honestBasis_)
    codes = basis ? std::make_shared<const std::vector<std::uint8_t>>(honestCodes(*basis)) : nullptr;
  if (codes != honest_.codes) {
    solid_ = codes != nullptr ? solidBlocks(*codes) : geology::BitMask();
    skinKey_.reset();  // its core is another
    if (shownSkin_ && shownSkin_->second == 0) shownSkin_.reset();
  }
  honestBasis_ = std::move(basis);
  honest_ = honestLook(input, std::move(codes));
  honestChanged_ = honest_ != before;
}

void BlocksLayer::syncSkin(const LayerInput& input, const LayerState& layer, bool visible) {
  SkinLook look = lookOf(input, layer);
  look.honest = honest_;
  look.visible = visible;
  if (skinMode_ != input.means.mode) skinProp_.reset();
  if (skinProp_ != nullptr) skinProp_->setLook(look);
  unfinished_ = visible && !input.means.waits && !covers_.known(index_, input.means.whenReady);
  if (!visible) return;
  if (skinProp_ == nullptr) {
    skinProp_ = makeBlockSkinProp(model_, renderer_, input.means);
    skinProp_->setLook(look);
    skinMode_ = input.means.mode;
    shownSkin_.reset();
    recolor_ = true;
  }
  if (recolor_) skinProp_->setColumn(look_.column(), look_.column() != nullptr ? &look_.legend() : nullptr);
  if (unfinished_)
    showSkin(1);  // blocks joined two to a side: their faces need no covers
  else if (input.moving)
    showMovingSkin(input.means.movingFaces);
  else
    showSkin(0);
}

/// The number of its faces. The skin of the mask that is shown is made once a level.
std::size_t BlocksLayer::makeSkin(int level) {
  BlockSkin& skin = level == 0 ? skin_ : coarse_;
  std::optional<SkinKey>& made = level == 0 ? skinKey_ : coarseKey_;
  const SkinKey wanted{revision_, level};
  if (made != wanted) {
    if (level == 0) {
      skinOf(index_, *shown_, skin);
      if (honest_.on()) addCoreFaces(index_, *shown_, solid_, skin);
    } else {
      coarseSkinOf(index_, *shown_, level, skin);
    }
    if (shownSkin_ == made) shownSkin_.reset();  // what is shown is no more
    made = wanted;
  }
  return skin.faceCount();
}

void BlocksLayer::showSkin(int level) {
  makeSkin(level);
  const SkinKey wanted{revision_, level};
  if (shownSkin_ != wanted) skinProp_->setSkin(level == 0 ? skin_ : coarse_, level);
  shownSkin_ = wanted;
}

void BlocksLayer::showMovingSkin(std::size_t mostFaces) {
  const bool wholeKnown = skinKey_ == SkinKey{revision_, 0};
  detail_.begin(mostFaces, wholeKnown ? std::optional(skin_.faceCount()) : std::nullopt);
  while (!detail_.fits(makeSkin(detail_.level()), mostFaces)) {
  }
  showSkin(detail_.level());
}

std::size_t BlocksLayer::movingFaces() const {
  if (!shownSkin_) return 0;
  return shownSkin_->second == 0 ? skin_.faceCount() : coarse_.faceCount();
}

/// What the planes show: painted faces by shaders as slices, all others as the faces of cut blocks.
void BlocksLayer::syncFaces(const LayerInput& input, const LayerState& layer, bool shells) {
  const auto isPainted = [](const CutFace& face) { return face.painted; };
  faces_ = cutFacesOf(input.state, input.planes, input.section);
  // Shells stand in place of the blocks, but what is painted was asked for by itself.
  if (shells) std::erase_if(faces_, std::not_fn(isPainted));
  cutFaces_ = faces_;
  const bool any = layer.visible && std::any_of(faces_.begin(), faces_.end(), isPainted);
  painted_ = any ? selectPainted(*model_, input.state, input.deposit, &paintedCache_) : Selection{};
  if (!any || input.means.mode == DrawMode::Meshes) return slices_.clear();
  const double edges = layer.blockStyle == BlockStyle::Edged ? kEdgeWidth * input.scale : 0;
  slices_.sync(faces_, {input, layer, look_, honest_, painted_, edges, recolor_});
  std::erase_if(cutFaces_, isPainted);
}

std::optional<Selection> BlocksLayer::shownBlocks(const geology::BlockModel& model) const {
  if (&model != model_.get() || shown_ == nullptr) return std::nullopt;
  return Selection{shown_, revision_, count_};
}

void BlocksLayer::syncCuts(const LayerInput& input) {
  if (!cutsKey_.changed({revision_, painted_.revision, cutFaces_, input.frame})) return;
  while (cuts_.size() > cutFaces_.size()) cuts_.pop_back();
  while (cuts_.size() < cutFaces_.size()) {
    cuts_.push_back(std::make_unique<MeshProp>(renderer_));
    shadeAsBlocks(*cuts_.back()->actor().GetProperty());
    if (input.section) drawFlat(*cuts_.back());
  }
  for (std::size_t i = 0; i < cuts_.size(); ++i) {
    const CutFace& face = cutFaces_[i];
    const geology::BitMask& shown = face.painted ? *painted_.shown : *shown_;
    cuts_[i]->setMesh(toPolyData(blockCutFaces(index_, shown, {face.planes, face.which}, input.frame)));
  }
  cutsChanged_ = true;
}

void BlocksLayer::syncShells(const LayerInput& input, const LayerState& layer) {
  const geology::Column* column = look_.column();
  const bool possible = column != nullptr && column->isNumeric() && !input.section;
  const std::vector<double> values = possible ? layer.shells : std::vector<double>{};
  const bool rebuilt =
      shellsKey_.changed({values.empty() ? 0 : revision_, layer.colorBy, values, input.frame});
  if (rebuilt) {
    while (shells_.size() > values.size()) shells_.pop_back();
    while (shells_.size() < values.size()) shells_.push_back(std::make_unique<MeshProp>(renderer_));
    for (std::size_t i = 0; i < values.size(); ++i)
      shells_[i]->setMesh(
          gradeShell({*model_, *column, *shown_, values[i]}, input.frame, shells_[i]->mesh()));
  }
  if (!values.empty()) syncShellLook(input, layer, rebuilt);
}

void BlocksLayer::syncShellLook(const LayerInput& input, const LayerState& layer, bool rebuilt) {
  const bool otherDots = shellHonestKey_.changed(honest_) || rebuilt;
  const std::vector<double>& values = layer.shells;
  const ResolvedLegend& legend = look_.legend();
  for (std::size_t i = 0; i < shells_.size(); ++i) {
    shells_[i]->setPlainColor(legend.colorOf(static_cast<float>(values[i])));
    // The innermost shell is the most solid; one alone follows the layer's opacity.
    const double share = shells_.size() == 1
                             ? 1
                             : 0.4 + 0.6 * static_cast<double>(i) / static_cast<double>(shells_.size() - 1);
    shells_[i]->setGlow(0.45);
    shells_[i]->setOpacity(layer.opacity * share);
    shells_[i]->setPlanes(input.planes, input.frame);
    if (!honest_.on()) {
      drawPlainly(*shells_[i]);
    } else if (otherDots && shells_[i]->mesh()->GetNumberOfCells() > 0) {
      addHonestArrayOfShell(*shells_[i]->mesh(), {*model_, *honest_.codes, input.frame}, index_);
      drawHonestly(*shells_[i], honest_, true, {});
    }
  }
}

void BlocksLayer::colorCut(MeshProp& cut, const LayerInput& input, const LayerState& layer) const {
  if (look_.column() != nullptr)
    cut.setCellColors(rowColors(rowsOf(*cut.mesh()), *look_.column(), look_.legend()));
  else
    cut.setPlainColor(layer.color.value_or(paletteOf(input.state.theme).plainBlock));
}

void BlocksLayer::syncCutLook(const LayerInput& input, const LayerState& layer) {
  const bool recolor = plainKey_.changed({layer.color, input.state.theme}) || recolor_;
  const bool edged = layer.blockStyle == BlockStyle::Edged;
  const bool otherEdges = cutEdgesKey_.changed(edged ? kEdgeWidth * input.scale : 0);
  for (const auto& cut : cuts_) {
    if (recolor || cutsChanged_) colorCut(*cut, input, layer);
    cut->setOpacity(layer.opacity);
    cut->setPickable(!layer.locked);
    const MeshEdges edges{edged ? kEdgeWidth * input.scale : 0, paletteOf(input.state.theme).edge};
    if (!honest_.on()) {
      drawPlainly(*cut);
      cut->setEdges(edged, edges.color, kEdgeWidth * input.scale);
    } else if ((cutsChanged_ || honestChanged_ || otherEdges) && cut->mesh()->GetNumberOfCells() > 0) {
      addHonestArray(*cut->mesh(), {*model_, *honest_.codes, input.frame});
      drawHonestly(*cut, honest_, false, edges);
    }
  }
}

std::optional<PickState> BlocksLayer::identify(const vtkProp* prop, std::int64_t cell) const {
  PickState pick;
  pick.object = model_->name;
  if (skinProp_ != nullptr)
    if (const auto block = skinProp_->blockOf(prop, cell)) {
      pick.row = *block;
      return pick;
    }
  if (const auto block = slices_.blockOf(prop, cell)) {
    pick.row = *block;
    return pick;
  }
  for (const auto& cut : cuts_) {
    if (!cut->draws(prop)) continue;
    const std::int64_t row = rowOfCell(*cut->mesh(), cell);
    if (row < 0) return std::nullopt;
    pick.row = static_cast<std::size_t>(row);
    return pick;
  }
  return std::nullopt;
}

std::optional<geology::Vec3> BlocksLayer::meeting(const PickState& pick,
                                                  const std::array<geology::Vec3, 2>& sight) const {
  if (pick.object != model_->name || shown_ == nullptr) return std::nullopt;
  const Ray ray{sight[0], sight[1] - sight[0]};
  if (section_)
    return ray.origin +
           ray.direction * (section_->distance(ray.origin) / -dot(ray.direction, section_->normal));
  const auto hit = firstBlockOnRay(index_, *shown_, planes_, ray);
  // On a painted plane lies what the filters hide: the ray may pass through it, or meet it behind.
  const auto paint = meetingWithPaint(faces_, *model_, pick.row, ray, 1.5 * slices_.texel() + 1e-6);
  if (paint && (!hit || hit->block != pick.row || *paint < hit->distance))
    return ray.origin + geology::normalized(ray.direction) * *paint;
  return hit ? hit->position : model_->blockCenter(pick.row);
}

}  // namespace adit::viewer
