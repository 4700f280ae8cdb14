#include "viewer/scene/view.h"

#include <algorithm>

#include "viewer/scene/furniture.h"
#include "viewer/state/reveal.h"

namespace adit::viewer {

View::View() : renderer_(vtkSmartPointer<vtkRenderer>::New()), canvas_(std::make_unique<Canvas>(*renderer_)) {
  // Alpha 0, VTK's default, would let the window behind shine through.
  renderer_->SetBackgroundAlpha(1);
  renderer_->SetUseDepthPeeling(1);
  renderer_->SetMaximumNumberOfPeels(8);
  renderer_->SetOcclusionRatio(0.001);
  plan_ = std::make_unique<PlanLayer>(*renderer_);
}

View::~View() = default;

void View::setDeposit(const geology::Deposit& deposit) {
  layers_.clear();
  objects_.clear();
  plan_->forget();
  for (const geology::ObjectEntry& entry : geology::objects(deposit))
    if (auto layer = makeLayer(deposit, entry, *renderer_)) {
      layers_.push_back(std::move(layer));
      objects_.push_back(entry.name);
    }
}

void View::syncLayers(const LayerInput& input) {
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    if (!reveals(input.state, objects_[i])) {
      layers_[i]->sync(input);
      continue;
    }
    // Whole rows, also those that lie beyond the planes: only the corridor of the flat view, its first two
    // planes, is kept.
    const ViewState view = revealingView(input.state);
    CutPlanes planes = input.planes;
    planes.resize(input.section ? 2 : 0);
    layers_[i]->sync({input.deposit, view, input.frame, planes, input.section, input.scale, input.means,
                      input.lens, input.plan, input.moving});
  }
  std::optional<Selection> shown;
  if (input.plan != nullptr && input.plan->model != nullptr)
    for (const auto& layer : layers_)
      if (!shown) shown = layer->shownBlocks(*input.plan->model);
  plan_->sync(input, shown.value_or(Selection{}));
}

void View::settleLayers(const geology::Vec3& towardsEye) {
  for (const auto& layer : layers_) layer->settle(towardsEye);
  plan_->towardsEye(towardsEye);
}

void View::drawBanner(const LayerInput& input) {
  const Palette& palette = paletteOf(input.state.theme);
  std::vector<Tag> lines;
  for (const std::string& line : title_) lines.push_back({line, palette.text});
  if (std::string text = revealText(input.state); !text.empty()) {
    for (std::size_t i = 0; i < layers_.size(); ++i)
      if (objects_[i] == input.state.reveal->object)
        text += ": " + withThousands(layers_[i]->count().shown) + " " + layers_[i]->count().what;
    lines.push_back({text, palette.caution});
  }
  const double top = renderer_->GetSize()[1];
  if (beside_) canvas_->line({0, 0}, {0, top}, palette.line, 2);
  const Pixel corner{14 * input.scale, std::min(ceiling_, top - 42 * input.scale)};
  const double height = viewer::drawBanner(*canvas_, palette, lines, corner);
  ceiling_ = height > 0 ? corner.y - height : std::min(ceiling_, top);
}

std::optional<PickState> View::identify(const vtkProp* prop, std::int64_t cell) const {
  for (const auto& layer : layers_)
    if (auto pick = layer->identify(prop, cell)) return pick;
  return plan_->identify(prop, cell);
}

std::optional<geology::Vec3> View::meeting(const PickState& pick,
                                           const std::array<geology::Vec3, 2>& sight) const {
  for (const auto& layer : layers_)
    if (const auto position = layer->meeting(pick, sight)) return position;
  return std::nullopt;
}

bool View::drawingFailed() const {
  return std::any_of(layers_.begin(), layers_.end(),
                     [](const auto& layer) { return layer->drawingFailed(); });
}

bool View::unfinished() const {
  return std::any_of(layers_.begin(), layers_.end(), [](const auto& layer) { return layer->unfinished(); });
}

std::size_t View::movingFaces() const {
  std::size_t most = 0;
  for (const auto& layer : layers_) most = std::max(most, layer->movingFaces());
  return most;
}

SceneFacts View::facts() const {
  SceneFacts facts;
  for (const auto& layer : layers_) facts.push_back(layer->count());
  return facts;
}

std::vector<View::ShownLegend> View::shownLegends() const {
  struct Found {
    const ResolvedLegend* legend;
    std::size_t layer;
  };
  std::vector<Found> found;
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    const ResolvedLegend* legend = layers_[i]->count().shown > 0 ? layers_[i]->shownLegend() : nullptr;
    const bool isNew = legend != nullptr && std::none_of(found.begin(), found.end(), [&](const Found& other) {
                         return *other.legend == *legend;
                       });
    if (isNew) found.push_back({legend, i});
  }
  std::vector<ShownLegend> legends;
  for (const Found& one : found) {
    const auto namesakes = std::count_if(found.begin(), found.end(), [&](const Found& other) {
      return other.legend->title == one.legend->title;
    });
    legends.push_back(
        {one.legend, one.legend->title + (namesakes > 1 ? " of " + objects_[one.layer] : std::string())});
  }
  return legends;
}

}  // namespace adit::viewer
