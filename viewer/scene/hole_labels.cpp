#include "viewer/scene/hole_labels.h"

#include <algorithm>
#include <cmath>

#include "geology/model/hole_dates.h"
#include "viewer/scene/furniture.h"
#include "viewer/state/reveal.h"

namespace adit::viewer {
namespace {

constexpr std::size_t kMostLabels = 60;

struct Candidate {
  Pixel pixel;
  double depth;
  const std::string* text;
};

}  // namespace

std::vector<HoleLabel> HoleLabels::labels(const geology::Deposit& deposit, const ViewState& state,
                                          const CutPlanes& planes) {
  std::vector<HoleLabel> labels;
  std::erase_if(drilled_, [&](const Drilled& drilled) {  // of a deposit that is closed
    return std::find(deposit.drillholes.begin(), deposit.drillholes.end(), drilled.holes) ==
           deposit.drillholes.end();
  });
  for (const auto& holes : deposit.drillholes) {
    const LayerState& layer = layerOf(state, holes->name);
    if (!layer.visible || !layer.labels || reveals(state, holes->name)) continue;
    const geology::BitMask* drilled = drilledBy(holes, state.asOf);
    for (std::size_t h = 0; h < holes->holes.size(); ++h)
      if ((drilled == nullptr || drilled->test(h)) && keeps(planes, holes->holes[h].collar))
        labels.push_back({holes->holes[h].collar, holes->holes[h].id});
  }
  return labels;
}

const geology::BitMask* HoleLabels::drilledBy(const std::shared_ptr<const geology::DrillHoles>& holes,
                                              const std::string& asOf) {
  if (asOf != asOf_) drilled_.clear();
  asOf_ = asOf;
  const auto until = geology::dateOf(asOf);
  if (!until) return nullptr;
  auto known = std::find_if(drilled_.begin(), drilled_.end(),
                            [&](const Drilled& drilled) { return drilled.holes == holes; });
  if (known == drilled_.end()) {
    ++readings_;
    known = drilled_.insert(drilled_.end(), {holes, geology::holesDrilledBy(*holes, *until)});
  }
  return &known->mask;
}

void drawHoleLabels(Canvas& canvas, const Projector& projector, const std::vector<HoleLabel>& labels,
                    const Palette& palette, const FreeRoom& allowed) {
  std::vector<Candidate> candidates;
  for (const HoleLabel& label : labels) {
    const auto pixel = projector.toPixel(label.at);
    if (!pixel || pixel->x < 0 || pixel->y < 0 || pixel->x > projector.width() ||
        pixel->y > projector.height())
      continue;
    if (allowed.ceiling < projector.height() && pixel->y + 16 * canvas.scale() > allowed.ceiling) continue;
    candidates.push_back({*pixel, projector.depth(label.at), &label.text});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.depth < b.depth; });
  const double s = canvas.scale();
  struct Plate {
    double x, y, width;
  };
  std::vector<Plate> taken;
  for (const Candidate& c : candidates) {
    if (taken.size() >= kMostLabels) break;
    const Plate plate{c.pixel.x + 7 * s, c.pixel.y + 9 * s, canvas.textWidth(*c.text, TextSize::Small)};
    const bool free = std::none_of(taken.begin(), taken.end(), [&](const Plate& t) {
      return plate.x < t.x + t.width + 6 * s && t.x < plate.x + plate.width + 6 * s &&
             std::abs(plate.y - t.y) < 16 * s;
    });
    const PixelBox room{plate.x - 3 * s, plate.y - 7 * s, plate.width + 6 * s, 14 * s};
    const bool clear = std::none_of(allowed.taken.begin(), allowed.taken.end(),
                                    [&](const PixelBox& box) { return box.meets(room); });
    if (!free || !clear) continue;
    taken.push_back(plate);
    drawPlate(canvas, palette, {plate.x - 3 * s, plate.y - 7 * s}, plate.width + 6 * s, 14 * s);
    canvas.text({plate.x, plate.y}, *c.text, {TextSize::Small, palette.text});
  }
}

}  // namespace adit::viewer
