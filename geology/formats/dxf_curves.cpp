// Source: Autodesk, "DXF Reference", R12 to 2018: ARC, CIRCLE, ELLIPSE, SPLINE. Splines: de Boor, "On
// calculating with B-splines", Journal of Approximation Theory 6, 1972.
#include "geology/formats/dxf_curves.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "geology/formats/dxf_polyline.h"

namespace adit::formats {
namespace {

using geology::Severity;
using geology::Vec3;

constexpr double kTurn = 2 * std::numbers::pi;
constexpr std::size_t kHighestDegree = 25;
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

const FindingKind kChords{
    Severity::Note, "DXF-CHORDS",
    "a curve is drawn as short lines: arcs within a thousandth of their radius, splines "
    "with 16 lines between two knots",
    "convert curves into polylines before the export, where more is needed"};

/// A curve as places one after another.
struct Chords {
  std::vector<Vec3> places;
  bool closed = false;
};

bool usable(const Chords& chords) {
  return chords.places.size() > 1 &&
         std::all_of(chords.places.begin(), chords.places.end(), geology::isFinite);
}

/// From `first` on, less than a turn; equal ends are a whole turn.
std::vector<double> turnAngles(double first, double last) {
  if (!std::isfinite(first) || !std::isfinite(last)) return {};
  double sweep = std::fmod(last - first, kTurn);
  if (sweep <= 0) sweep += kTurn;
  return arcAngles(first, first + sweep);
}

/// A whole turn ends where it began: its last place is left to the closing line.
Chords closedWhen(bool whole, std::vector<Vec3> places) {
  if (whole && places.size() > 1) places.pop_back();
  return {std::move(places), whole};
}

Chords circleOf(const DxfEntity& entity, Findings& findings) {
  const bool whole = entity.type == "CIRCLE";
  const Vec3 centre = dxfPlace(entity, 10, findings);
  const double stated = dxfNumber(entity, 40, kNone, findings);
  const double radius = stated > 0 ? stated : kNone;
  constexpr double kDegree = std::numbers::pi / 180;
  const std::vector<double> angles = whole ? arcAngles(0, kTurn)
                                           : turnAngles(dxfNumber(entity, 50, kNone, findings) * kDegree,
                                                        dxfNumber(entity, 51, kNone, findings) * kDegree);
  const EntityPlane plane = planeOf(entity, findings);
  std::vector<Vec3> places;
  for (const double angle : angles) {
    const Vec3 flat = centre + Vec3{radius * std::cos(angle), radius * std::sin(angle), 0};
    places.push_back(plane.toSpace(flat));
  }
  return closedWhen(whole, std::move(places));
}

Chords ellipseOf(const DxfEntity& entity, Findings& findings) {
  const Vec3 centre = dxfPlace(entity, 10, findings);
  const Vec3 major = dxfPlace(entity, 11, findings);
  const Vec3 normal =
      entity.find(210) == nullptr ? Vec3{0, 0, 1} : geology::normalized(dxfPlace(entity, 210, findings));
  const Vec3 minor = cross(normal, major) * dxfNumber(entity, 40, kNone, findings);
  const double first = dxfNumber(entity, 41, 0, findings), last = dxfNumber(entity, 42, kTurn, findings);
  const bool whole = std::abs(std::abs(last - first) - kTurn) < 1e-9;
  std::vector<Vec3> places;
  for (const double t : whole ? arcAngles(first, first + kTurn) : turnAngles(first, last))
    places.push_back(centre + major * std::cos(t) + minor * std::sin(t));
  return closedWhen(whole, std::move(places));
}

/// Places that are listed one after another in groups `code`, + 10, + 20.
std::vector<Vec3> listedPlaces(const DxfEntity& entity, int code, Findings& findings) {
  std::vector<Vec3> places;
  for (std::size_t i = 0; i < entity.groups.size(); ++i) {
    if (entity.groups[i].code != code) continue;
    DxfEntity one{entity.type, entity.line, {}};
    for (std::size_t k = i; k < std::min(i + 3, entity.groups.size()); ++k)
      one.groups.push_back(entity.groups[k]);
    places.push_back(dxfPlace(one, code, findings));
  }
  return places;
}

std::vector<double> listedNumbers(const DxfEntity& entity, int code, Findings& findings) {
  std::vector<double> numbers;
  for (const DxfGroup& group : entity.groups)
    if (group.code == code) numbers.push_back(dxfNumber({{}, 0, {group}}, code, kNone, findings));
  return numbers;
}

/// Along its control points; through its fit points where it has none.
Chords splineOf(const DxfEntity& entity, Findings& findings) {
  constexpr int kClosed = 1;
  Spline spline;
  spline.degree = static_cast<std::size_t>(std::max(entity.integer(71, 3), 0));
  spline.knots = listedNumbers(entity, 40, findings);
  spline.weights = listedNumbers(entity, 41, findings);
  spline.control = listedPlaces(entity, 10, findings);
  if (spline.control.empty())
    return {listedPlaces(entity, 11, findings), (entity.integer(70, 0) & kClosed) != 0};
  if (!isWhole(spline)) return {};
  Chords chords;
  chords.places.push_back(pointOf(spline, spline.knots[spline.degree]));
  for (std::size_t k = spline.degree; k < spline.control.size(); ++k) {
    const double lo = spline.knots[k], width = spline.knots[k + 1] - lo;
    if (!(width > 0)) continue;
    for (std::size_t i = 1; i <= kChordsOfSpan; ++i)
      chords.places.push_back(pointOf(spline, lo + width * static_cast<double>(i) / kChordsOfSpan));
  }
  return chords;
}

/// The places between the two ends of an arc. The chord from its first end to the place at the angle a of it
/// is that to its last end, turned by half of the angle between them and shortened as the sines of the halves
/// are.
void addArc(const BulgedVertex& from, const Vec3& to, std::vector<Vec3>& places) {
  const double sweep = 4 * std::atan(from.bulge);
  const Vec3 chord = to - from.place;
  if (chord == Vec3{}) return;
  const std::vector<double> angles = arcAngles(0, std::abs(sweep));
  for (std::size_t i = 1; i + 1 < angles.size(); ++i) {
    const double angle = std::copysign(angles[i], sweep);
    const double turn = (angle - sweep) / 2;
    const double part = std::sin(angle / 2) / std::sin(sweep / 2);
    const double c = std::cos(turn) * part, s = std::sin(turn) * part;
    places.push_back(from.place +
                     Vec3{chord.x * c - chord.y * s, chord.x * s + chord.y * c, chord.z * (angle / sweep)});
  }
}

}  // namespace

std::vector<Vec3> placesWithArcs(std::span<const BulgedVertex> vertices, bool closed) {
  std::vector<Vec3> places;
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    places.push_back(vertices[i].place);
    const bool last = i + 1 == vertices.size();
    if (vertices[i].bulge != 0 && (!last || closed))
      addArc(vertices[i], vertices[last ? 0 : i + 1].place, places);
  }
  return places;
}

void sayChords(Findings& findings, std::size_t line, std::string_view type) {
  findings.add(kChords, {line}, type);
}

std::vector<double> arcAngles(double first, double last) {
  const double widest = 2 * std::acos(1 - kChordTolerance);  // the chord of an angle a is r (1 - cos a/2) off
  const double steps = std::max(std::ceil((last - first) / widest), 1.0);
  std::vector<double> angles;
  for (double i = 0; i < steps; ++i) angles.push_back(first + (last - first) * i / steps);
  angles.push_back(last);
  return angles;
}

bool isWhole(const Spline& spline) {
  const auto finite = [](double value) { return std::isfinite(value); };
  const auto above = [](double value) { return std::isfinite(value) && value > 0; };
  return spline.degree >= 1 && spline.degree <= kHighestDegree && spline.control.size() > spline.degree &&
         spline.knots.size() == spline.control.size() + spline.degree + 1 &&
         std::all_of(spline.knots.begin(), spline.knots.end(), finite) &&
         std::is_sorted(spline.knots.begin(), spline.knots.end()) &&
         (spline.weights.empty() || spline.weights.size() == spline.control.size()) &&
         std::all_of(spline.weights.begin(), spline.weights.end(), above) &&
         std::all_of(spline.control.begin(), spline.control.end(), geology::isFinite);
}

Vec3 pointOf(const Spline& spline, double parameter) {
  const std::vector<double>& knots = spline.knots;
  const std::size_t p = spline.degree, n = spline.control.size();
  // The span that holds the parameter; the last one that has a width where it is the end.
  const auto begin = knots.begin() + static_cast<std::ptrdiff_t>(p);
  const auto end = knots.begin() + static_cast<std::ptrdiff_t>(n);
  auto above = std::upper_bound(begin, end, parameter);
  if (above == end) above = std::lower_bound(begin, end, knots[n]);
  const std::size_t span = std::max(static_cast<std::size_t>(above - knots.begin()), p + 1) - 1;
  struct Weighted {
    Vec3 sum;
    double weight;
  };
  std::array<Weighted, kHighestDegree + 1> d{};
  for (std::size_t j = 0; j <= p; ++j) {
    const std::size_t at = span - p + j;
    const double weight = spline.weights.empty() ? 1 : spline.weights[at];
    d[j] = {spline.control[at] * weight, weight};
  }
  for (std::size_t r = 1; r <= p; ++r)
    for (std::size_t j = p; j >= r; --j) {
      const double lo = knots[span - p + j], width = knots[span + 1 + j - r] - lo;
      const double a = width > 0 ? (parameter - lo) / width : 0;
      d[j] = {d[j - 1].sum * (1 - a) + d[j].sum * a, d[j - 1].weight * (1 - a) + d[j].weight * a};
    }
  return d[p].sum * (1 / d[p].weight);
}

bool isCurve(const DxfEntity& entity) {
  return entity.type == "ARC" || entity.type == "CIRCLE" || entity.type == "ELLIPSE" ||
         entity.type == "SPLINE";
}

bool addCurve(const DxfEntity& entity, MeshBuilder& builder) {
  Findings& findings = builder.findings();
  const Chords chords = entity.type == "SPLINE"    ? splineOf(entity, findings)
                        : entity.type == "ELLIPSE" ? ellipseOf(entity, findings)
                                                   : circleOf(entity, findings);
  if (!usable(chords)) return false;
  sayChords(findings, entity.line, entity.type);
  std::vector<std::int64_t> vertices;
  for (const Vec3& place : chords.places) vertices.push_back(builder.addVertex(place));
  builder.addLine(vertices, chords.closed, entity.line);
  return true;
}

}  // namespace adit::formats
