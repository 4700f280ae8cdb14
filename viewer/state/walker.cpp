#include "viewer/state/walker.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "viewer/state/angles.h"

namespace adit::viewer {
namespace {

constexpr double kPart = 1.0 / 90;  ///< seconds: running, one moves by less than a tenth of a metre in it
constexpr double kMostSeconds = 2;  ///< that are made up for after a pause
constexpr double kSlack = 1e-6;     ///< metres

/// Directions that are tried where the way is blocked, in degrees to the wished one: along the wall.
constexpr double kTurns[] = {20, 40, 60, 75, 85};

/// One part of a walk. Lengths in deposit units.
class Stride {
 public:
  Stride(const WalkableGround& ground, const WalkMeasures& measures, const WalkWish& wish, double seconds)
      : ground_(ground),
        metre_(measures.metre),
        body_((measures.eyeHeight + WalkMeasures::kHeadRoom) * measures.metre),
        climb_(measures.bench * measures.metre),
        wish_(wish),
        seconds_(seconds) {}

  WalkEvent take(Walker& walker) {
    const auto here = roomAt(walker.feet.x, walker.feet.y, walker.feet.z);
    if (!here) return WalkEvent::NoGround;
    // The ground may have come up, or one was set down within rock.
    if (walker.feet.z < here->floor) land(walker, here->floor);
    const bool standing = walker.feet.z <= here->floor + kSlack * metre_;
    const auto way = wishedWay();
    WalkEvent event = WalkEvent::Walking;
    if (wish_.climb) {
      const double facing = way ? way->bearing : wish_.bearing;
      if (const auto climbed = tryClimb(walker, facing)) return *climbed;
    }
    if (way && !moveAlong(walker, *way, standing)) event = wallAhead(walker, way->bearing);
    if (standing) slideDown(walker);
    return fall(walker, standing) ? WalkEvent::Falling : event;
  }

 private:
  struct Way {
    double bearing;
    double length;
  };

  /// The room in which a height lies, or nearly; else the lowest above it: never one below.
  std::optional<RoomSpan> roomAt(double x, double y, double z) {
    spans_.clear();
    ground_.spansAt(x, y, spans_);
    const RoomSpan* best = nullptr;
    for (const RoomSpan& span : spans_)
      if (span.floor <= z + step() && span.roof > z + kSlack * metre_) best = &span;
    if (best == nullptr)
      for (const RoomSpan& span : spans_)
        if (best == nullptr && span.floor > z) best = &span;
    return best != nullptr ? std::optional(*best) : std::nullopt;
  }

  /// The floor at a place that one comes to with the feet at `z`: not a wall, and high enough to stand in.
  std::optional<double> floorFrom(double x, double y, double z) {
    spans_.clear();
    ground_.spansAt(x, y, spans_);
    std::optional<double> floor;
    for (const RoomSpan& span : spans_)
      if (span.floor <= z + step() && span.roof >= std::max(z, span.floor) + body_) floor = span.floor;
    return floor;
  }

  std::optional<Way> wishedWay() const {
    double length = std::hypot(wish_.forward, wish_.right);
    if (!(length > 0)) return std::nullopt;
    const double speed = wish_.run ? WalkMeasures::kRunningSpeed : WalkMeasures::kWalkingSpeed;
    const double bearing = wish_.bearing + degrees(std::atan2(wish_.right, wish_.forward));
    return Way{bearing, std::min(1.0, length) * speed * metre_ * seconds_};
  }

  bool moveAlong(Walker& walker, const Way& way, bool standing) {
    if (tryMove(walker, way, standing)) return true;
    for (const double turn : kTurns) {
      const double length = way.length * std::cos(radians(turn));
      Walker right = walker, left = walker;
      const bool isRight = tryMove(right, {way.bearing + turn, length}, standing);
      const bool isLeft = tryMove(left, {way.bearing - turn, length}, standing);
      if (isRight && isLeft) return false;  // head-on: neither side is the wall's direction
      if (!isRight && !isLeft) continue;
      walker = isRight ? right : left;
      return true;
    }
    return false;
  }

  bool tryMove(Walker& walker, const Way& way, bool standing) {
    const double dx = sinDegrees(way.bearing), dy = cosDegrees(way.bearing);
    const Vec3 from = walker.feet;
    const double reach = WalkMeasures::kReach * metre_;
    const Vec3 ahead{from.x + dx * reach, from.y + dy * reach, 0};
    const auto floorAhead = floorFrom(ahead.x, ahead.y, from.z);
    if (!floorAhead) return false;
    const Vec3 to{from.x + dx * way.length, from.y + dy * way.length, from.z};
    const auto floor = floorFrom(to.x, to.y, from.z);
    if (!floor) return false;
    // Over a crest within reach one comes in a step; on along a face one does not.
    if (*floor > from.z && steepAt(to.x, to.y, *floor) && steepAt(ahead.x, ahead.y, *floorAhead))
      return false;
    walker.feet.x = to.x;
    walker.feet.y = to.y;
    if (*floor > from.z || (standing && from.z - *floor <= step() && !steepAt(to.x, to.y, *floor)))
      land(walker, *floor);  // up a step, or down one without a leap
    return true;
  }

  /// The direction in which a floor rises at more than 45 degrees on both sides of a place: a crest or a toe
  /// is steep on one side only, and one can stand there.
  std::optional<Vec3> steepUp(double x, double y, double floor) {
    const double e = 0.5 * WalkMeasures::kReach * metre_;
    const auto height = [&](double dx, double dy) {
      return floorFrom(x + dx, y + dy, floor + e * 4).value_or(floor);
    };
    const double gx = height(e, 0) - height(-e, 0);
    const double gy = height(0, e) - height(0, -e);
    const double g = std::hypot(gx, gy);
    if (!(g > 2 * e)) return std::nullopt;
    const Vec3 up{gx / g, gy / g, 0};
    const double above = height(up.x * e, up.y * e) - floor;
    const double below = floor - height(-up.x * e, -up.y * e);
    if (!(above > e && below > e)) return std::nullopt;
    return up;
  }
  bool steepAt(double x, double y, double floor) { return steepUp(x, y, floor).has_value(); }

  void slideDown(Walker& walker) {
    const auto up = steepUp(walker.feet.x, walker.feet.y, walker.feet.z);
    if (!up) return;
    const double length = WalkMeasures::kSlidingSpeed * metre_ * seconds_;
    const Vec3 to = walker.feet - *up * length;
    if (const auto floor = floorFrom(to.x, to.y, walker.feet.z)) walker.feet = {to.x, to.y, *floor};
  }

  /// True while one falls.
  bool fall(Walker& walker, bool stood) {
    const auto here = roomAt(walker.feet.x, walker.feet.y, walker.feet.z);
    if (!here) return false;
    const double floor = here->floor;
    if (walker.feet.z <= floor + kSlack * metre_) {
      walker.feet.z = floor;
      walker.falling = 0;
      if (!steepAt(walker.feet.x, walker.feet.y, floor)) walker.stood = floor;
      return false;
    }
    const double speed = (stood ? 0 : walker.falling) + WalkMeasures::kGravity * metre_ * seconds_;
    walker.falling = std::min(speed, WalkMeasures::kTopSpeed * metre_);
    walker.feet.z = std::max(floor, walker.feet.z - walker.falling * seconds_);
    if (walker.feet.z <= floor) walker.falling = 0;
    return true;
  }

  /// The lowest floor above the feet that lies ahead, under free room; nothing where there is no wall.
  std::optional<double> ledgeAhead(const Walker& walker, double bearing) {
    const double dx = sinDegrees(bearing), dy = cosDegrees(bearing);
    const double reach = WalkMeasures::kReach * metre_;
    const Vec3 at{walker.feet.x + dx * reach, walker.feet.y + dy * reach, 0};
    // Steep ground within a step is climbed, too; what can be walked is not.
    if (const auto floor = floorFrom(at.x, at.y, walker.feet.z))
      if (!(*floor > walker.feet.z && steepAt(at.x, at.y, *floor))) return std::nullopt;
    spans_.clear();
    ground_.spansAt(at.x, at.y, spans_);
    for (const RoomSpan& span : spans_)
      if (span.floor > walker.feet.z && span.roof >= span.floor + body_) return span.floor;
    return std::nullopt;
  }

  bool roomToClimb(const Walker& walker, double ledge) {
    const auto here = roomAt(walker.feet.x, walker.feet.y, walker.feet.z);
    return here && here->roof >= ledge + body_;
  }

  WalkEvent wallAhead(const Walker& walker, double bearing) {
    const auto ledge = ledgeAhead(walker, bearing);
    if (!ledge || !roomToClimb(walker, *ledge)) return WalkEvent::TooHigh;
    return *ledge - walker.stood <= climb_ + kSlack * metre_ ? WalkEvent::Blocked : WalkEvent::TooHigh;
  }

  std::optional<WalkEvent> tryClimb(Walker& walker, double bearing) {
    const auto ledge = ledgeAhead(walker, bearing);
    if (!ledge) return std::nullopt;
    if (*ledge - walker.stood > climb_ + kSlack * metre_ || !roomToClimb(walker, *ledge)) return std::nullopt;
    const double rise = WalkMeasures::kClimbingSpeed * metre_ * seconds_;
    walker.feet.z = std::min(*ledge, walker.feet.z + rise);
    walker.falling = 0;
    if (walker.feet.z >= *ledge) {  // over the edge
      const double reach = WalkMeasures::kReach * metre_;
      walker.feet.x += sinDegrees(bearing) * reach;
      walker.feet.y += cosDegrees(bearing) * reach;
    }
    return WalkEvent::Climbing;
  }

  static void land(Walker& walker, double floor) {
    walker.feet.z = floor;
    walker.falling = 0;
  }
  double step() const { return (WalkMeasures::kStep + kSlack) * metre_; }

  const WalkableGround& ground_;
  double metre_, body_, climb_;
  WalkWish wish_;
  double seconds_;
  std::vector<RoomSpan> spans_;
};

}  // namespace

void joinSpans(std::vector<RoomSpan>& spans) {
  std::sort(spans.begin(), spans.end(),
            [](const RoomSpan& a, const RoomSpan& b) { return a.floor < b.floor; });
  std::size_t kept = 0;
  for (std::size_t n = 1; n < spans.size(); ++n) {
    RoomSpan& last = spans[kept];
    if (spans[n].floor > last.roof) {
      spans[++kept] = spans[n];
    } else {
      last.roof = std::max(last.roof, spans[n].roof);
      last.covered = last.covered && spans[n].covered;
    }
  }
  if (!spans.empty()) spans.resize(kept + 1);
}

bool standAt(const WalkableGround& ground, const Vec3& place, const WalkMeasures& measures, Walker& walker) {
  std::vector<RoomSpan> spans;
  ground.spansAt(place.x, place.y, spans);
  if (spans.empty()) return false;
  double floor = spans.front().floor;
  for (const RoomSpan& span : spans)
    if (span.floor <= place.z + WalkMeasures::kStep * measures.metre) floor = span.floor;
  walker = {{place.x, place.y, floor}, 0, floor};
  return true;
}

bool standOnTop(const WalkableGround& ground, double x, double y, Walker& walker) {
  std::vector<RoomSpan> spans;
  ground.spansAt(x, y, spans);
  if (spans.empty()) return false;
  const double floor = spans.back().floor;
  walker = {{x, y, floor}, 0, floor};
  return true;
}

WalkEvent walkOn(const WalkableGround& ground, const WalkMeasures& measures, const WalkWish& wish,
                 double seconds, Walker& walker) {
  const double whole = std::clamp(seconds, 0.0, kMostSeconds);
  const int parts = std::max(1, static_cast<int>(std::ceil(whole / kPart - 1e-9)));
  WalkEvent event = WalkEvent::Walking;
  for (int n = 0; n < parts; ++n) event = Stride(ground, measures, wish, whole / parts).take(walker);
  return event;
}

bool isCovered(const WalkableGround& ground, const Vec3& place) {
  std::vector<RoomSpan> spans;
  ground.spansAt(place.x, place.y, spans);
  return std::any_of(spans.begin(), spans.end(), [&](const RoomSpan& span) {
    return span.covered && span.floor <= place.z && place.z <= span.roof;
  });
}

}  // namespace adit::viewer
