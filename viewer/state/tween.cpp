#include "viewer/state/tween.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "viewer/state/angles.h"
#include "viewer/state/camera_flight.h"

namespace adit::viewer {
namespace {

/// Mixes what both views have into `mix`, which begins as the nearer of both.
class Tween {
 public:
  Tween(const ViewState& from, const ViewState& to, double share) : a_(from), b_(to), share_(share) {}

  void camera(ViewState& mix) const {
    const CameraState &a = a_.camera, &b = b_.camera;
    if (a.framed != b.framed) return;
    if (a.framed) {
      mix.camera = flownBetween(a, b, share_);
      return;
    }
    mix.camera.bearing = turned(a.bearing, b.bearing);
    mix.camera.plunge = number(a.plunge, b.plunge);
    mix.camera.viewAngle = number(a.viewAngle, b.viewAngle);
  }

  void layers(ViewState& mix) const {
    std::set<std::string> names;
    for (const ViewState* view : {&a_, &b_})
      for (const auto& [name, layer] : view->layers) names.insert(name);
    for (const std::string& name : names) mix.layers[name] = layer(layerOf(a_, name), layerOf(b_, name));
  }

  void legends(ViewState& mix) const {
    for (auto& [column, legend] : mix.legends) {
      const auto a = a_.legends.find(column), b = b_.legends.find(column);
      if (a == a_.legends.end() || b == b_.legends.end() || a->second.kind != b->second.kind) continue;
      legend.lo = optional(a->second.lo, b->second.lo, legend.lo);
      legend.hi = optional(a->second.hi, b->second.hi, legend.hi);
    }
  }

  void filters(ViewState& mix) const {
    for (auto& [object, filter] : mix.filters)
      for (auto& [column, range] : filter.ranges) {
        const auto &a = filterOf(a_, object).ranges, &b = filterOf(b_, object).ranges;
        const auto inA = a.find(column), inB = b.find(column);
        if (inA == a.end() || inB == b.end()) continue;
        range = {number(inA->second.lo, inB->second.lo), number(inA->second.hi, inB->second.hi)};
      }
  }

  void sections(ViewState& mix) const {
    if (a_.sections.size() == b_.sections.size())
      for (std::size_t i = 0; i < mix.sections.size(); ++i)
        section(a_.sections[i], b_.sections[i], mix.sections[i]);
    if (a_.box.on && b_.box.on) {
      mix.box.min = point(a_.box.min, b_.box.min);
      mix.box.max = point(a_.box.max, b_.box.max);
    }
    if (!a_.sectionView.on || !b_.sectionView.on) return;
    mix.sectionView.corridor = number(a_.sectionView.corridor, b_.sectionView.corridor);
    mix.sectionView.zoom = factor(a_.sectionView.zoom, b_.sectionView.zoom);
    for (std::size_t i = 0; i < 2; ++i)
      mix.sectionView.pan[i] = number(a_.sectionView.pan[i], b_.sectionView.pan[i]);
  }

  void rest(ViewState& mix) const {
    mix.exaggeration = factor(a_.exaggeration, b_.exaggeration);
    if (a_.honest.reach > 0 && b_.honest.reach > 0)
      mix.honest.reach = number(a_.honest.reach, b_.honest.reach);
    const PlanState &a = a_.plan, &b = b_.plan;
    if (a.on == b.on && a.plan == b.plan && a.model == b.model && a.column == b.column)
      mix.plan.time = number(a.time, b.time);
  }

 private:
  double near(double a, double b) const { return share_ < 0.5 ? a : b; }
  double number(double a, double b) const {
    if (a == b) return a;  // also where both are open
    return std::isfinite(a) && std::isfinite(b) ? a + (b - a) * share_ : near(a, b);
  }
  /// For what is above 0 and seen as a proportion.
  double factor(double a, double b) const { return a == b ? a : std::exp(number(std::log(a), std::log(b))); }
  double turned(double a, double b) const {
    return a == b ? a : normalizedBearing(a + shorterTurn(a, b) * share_);
  }
  Vec3 point(const Vec3& a, const Vec3& b) const {
    return {number(a.x, b.x), number(a.y, b.y), number(a.z, b.z)};
  }
  std::optional<double> optional(const std::optional<double>& a, const std::optional<double>& b,
                                 const std::optional<double>& nearest) const {
    return a && b ? std::optional(number(*a, *b)) : nearest;
  }

  void section(const SectionState& a, const SectionState& b, SectionState& mix) const {
    mix.point = point(a.point, b.point);
    mix.strike = turned(a.strike, b.strike);
    mix.dip = number(a.dip, b.dip);
    if (a.thickness > 0 && b.thickness > 0) mix.thickness = number(a.thickness, b.thickness);
  }

  LayerState layer(const LayerState& a, const LayerState& b) const {
    LayerState mix = share_ < 0.5 ? a : b;
    if (a.visible != b.visible) {  // as it is where it is seen, and fading
      mix = a.visible ? a : b;
      mix.opacity *= a.visible ? 1 - share_ : share_;
      return mix;
    }
    mix.opacity = number(a.opacity, b.opacity);
    if (a.tubeRadius > 0 && b.tubeRadius > 0) mix.tubeRadius = number(a.tubeRadius, b.tubeRadius);
    mix.shrink = number(a.shrink, b.shrink);
    if (a.shells.size() == b.shells.size() && a.colorBy == b.colorBy)
      for (std::size_t i = 0; i < mix.shells.size(); ++i) mix.shells[i] = number(a.shells[i], b.shells[i]);
    if (a.placement && b.placement)
      mix.placement = Placement{point(a.placement->position, b.placement->position),
                                turned(a.placement->bearing, b.placement->bearing),
                                factor(a.placement->scale, b.placement->scale)};
    return mix;
  }

  const ViewState &a_, &b_;
  double share_;
};

}  // namespace

double eased(double share) {
  const double s = std::clamp(share, 0.0, 1.0);
  return s * s * s * (s * (6 * s - 15) + 10);
}

ViewState between(const ViewState& from, const ViewState& to, double share) {
  const double e = eased(share);
  if (!(e > 0)) return from;
  if (e >= 1) return to;
  ViewState mix = e < 0.5 ? from : to;
  const Tween tween(from, to, e);
  tween.camera(mix);
  tween.layers(mix);
  tween.legends(mix);
  tween.filters(mix);
  tween.sections(mix);
  tween.rest(mix);
  return mix;
}

}  // namespace adit::viewer
