// Random views, for tests that say something about every view.
#pragma once
#include <limits>
#include <random>
#include <string>

#include "viewer/state/view_state.h"

namespace adit::tests {

using namespace adit::viewer;

/// Random values of every member, within what a ViewState may hold.
class RandomState {
 public:
  explicit RandomState(unsigned seed) : random_(seed) {}

  ViewState state() {
    ViewState s;
    s.camera = camera();
    s.exaggeration = within(0.1, 100);
    repeat([&] { s.layers[text()] = layer(); });
    repeat([&] { s.legends[text()] = legend(); });
    repeat([&] { s.filters[text()] = filter(); });
    repeat([&] { s.densities[text()] = {text(), within(0.1, 25)}; });
    repeat([&] { s.proportions[text()] = text(); });
    repeat([&] {
      s.categories[text()] = {
          text(), {{text(), reporting::ResourceClass{static_cast<unsigned char>(random_() % 8)}}}};
    });
    repeat([&] { s.cutoffs[text()] = {within(0, 1), within(2, 3)}; });
    repeat([&] {
      s.sections.push_back(
          {flag(), point(), within(0, 360), within(0, 90), within(0, 99), 5, flag(), flag()});
    });
    if (flag()) s.reveal = RevealState{text(), text()};
    s.compare = {flag(), text(), flag()};
    s.chart = {flag(), flag() ? "swath" : "", flag() ? "up" : "north", flag(), flag()};
    s.estimate.ellipsoid = flag();
    s.plan = {flag(), text(), text(), text(), within(0, 99), within(0.1, 9), flag(), flag(), flag()};
    s.pit = pit();
    s.walk = {within(1, 2), flag(), flag()};
    repeat([&] { s.path.keys.push_back({camera(), static_cast<double>(s.path.keys.size()), {}}); });
    if (!s.path.keys.empty()) s.path.keys.back().planTime = within(0, 9);
    if (flag()) s.path.lookAt = point();
    repeat([&] { s.tour.push_back({text(), text(), within(0, 9), within(0, 9), text()}); });
    repeat([&] { s.notes.push_back({point(), text()}); });
    s.activeSection = s.sections.empty() ? 0 : random_() % s.sections.size();
    s.box = {flag(), point(), point()};
    s.region = {text(), text(), text()};
    s.sectionView = {flag(), within(1, 500), within(0.1, 10), {within(-9, 9), within(-9, 9)}};
    s.activeLayer = text();
    s.tool = static_cast<ToolKind>(random_() % 7);
    repeat([&] { s.measure.push_back(point()); });
    if (flag()) s.pick = PickState{text(), text(), random_(), point()};
    for (bool* member : {&s.grid, &s.northArrow, &s.scaleBar, &s.legendShown, &s.ambientOcclusion})
      *member = flag();
    s.theme = flag() ? Theme::Light : Theme::Dark;
    repeat([&] { s.savedViews[text()] = text(); });
    return s;
  }

 private:
  CameraState camera() {
    return {flag(), point(), within(0, 360), within(-90, 90), within(1, 1e6), flag(), within(5, 120)};
  }
  LayerState layer() {
    LayerState l;
    for (bool* member : {&l.visible, &l.locked, &l.labels, &l.collars, &l.traces, &l.edges, &l.hillshade})
      *member = flag();
    l.opacity = within(0, 1);
    l.colorBy = text();
    if (flag()) l.color = color();
    l.tubeRadius = within(0, 9);
    l.sizeBy = text();
    l.blockStyle = static_cast<BlockStyle>(random_() % 3);
    l.shrink = within(0.1, 1);
    repeat([&] { l.shells.push_back(within(-5, 5)); });
    l.contourStep = within(-1, 100);
    l.drape = text();
    if (flag()) l.placement = Placement{point(), within(0, 360), within(0.1, 10)};
    return l;
  }
  Legend legend() {
    Legend l;
    l.kind = static_cast<LegendKind>(random_() % 3);
    l.map = text();
    if (flag()) l.lo = within(-5, 5);
    if (flag()) l.hi = within(-5, 5);
    l.logarithmic = flag();
    l.reversed = flag();
    l.closed = flag();
    repeat([&] { l.classes.push_back({open(-1), open(1), color(), text()}); });
    repeat([&] { l.stops.push_back({static_cast<double>(l.stops.size()) / 4, color()}); });
    repeat([&] { l.categories[text()] = color(); });
    return l;
  }
  PitState pit() {
    PitState p;
    p.on = flag();
    p.inputs.model = text();
    repeat([&] {
      p.inputs.metals.push_back({text(), text(), flag() ? within(6, 9) : 0, text(), 5, within(0, 1)});
    });
    if (flag()) p.inputs.density = within(1, 9);
    p.inputs.mining = {within(0, 9), within(0, 1), {}};
    if (flag()) p.inputs.mining.referenceLevel = within(-99, 99);
    p.inputs.processingCost = within(0, 99);
    if (flag()) p.inputs.slopes.regions.clear();
    if (flag()) p.inputs.schedule.millCapacity = within(1, 1e8);
    if (flag()) p.inputs.schedule.mineCapacity = within(1, 1e8);
    p.inputs.discounting = {within(0, 1), flag()};
    if (flag()) p.inputs.design.emplace().floorWidth = within(1, 99);
    return p;
  }
  FilterState filter() {
    FilterState f;
    repeat([&] { f.ranges[text()] = {open(-1), open(1)}; });
    repeat([&] { f.hiddenCategories[text()] = {text(), text()}; });
    f.expression = text();
    f.showMissing = flag();
    return f;
  }
  bool flag() { return random_() % 2 == 0; }
  double within(double lo, double hi) {
    return lo + (hi - lo) * (static_cast<double>(random_()) / 4294967296.0);
  }
  double open(double sign) {
    return flag() ? sign * std::numeric_limits<double>::infinity() : sign * within(1, 2);
  }
  Vec3 point() { return {within(0, 1e6), within(0, 1e7), within(-1e3, 1e4)}; }
  Color color() {
    const auto channel = [&] { return static_cast<float>(within(0, 1)); };
    return flag() ? Color{1, 128 / 255.0F, 0} : Color{channel(), channel(), channel()};
  }
  std::string text() {
    static constexpr std::string_view kPieces[] = {"", "cu", "\"", "\\", "\n", "é", " ", "x.y", "\x01", "🜨"};
    std::string result;
    for (auto n = random_() % 4; n > 0; --n) result += kPieces[random_() % std::size(kPieces)];
    return result;
  }
  template <typename Action>
  void repeat(const Action& action) {
    for (auto n = random_() % 4; n > 0; --n) action();
  }
  std::mt19937 random_;
};

}  // namespace adit::tests
