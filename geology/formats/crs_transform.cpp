// Points from one coordinate reference system into another.
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <numbers>

#include "geology/formats/proj_access.h"

namespace adit::formats {

namespace {

using geology::Diagnostic;
using geology::Severity;
using geology::Vec3;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kRadians = std::numbers::pi / 180;

}  // namespace

struct CrsTransform::Parts {
  std::string messages;
  Context context;
  Pj operation;
  CrsInfo source, target;
  double heightFactor = 1;

  Vec3 apply(PJ_DIRECTION direction, const Vec3& p) const {
    // The fourth coordinate is the time; infinity says that there is none.
    const PJ_COORD in = proj_coord(p.x, p.y, 0, HUGE_VAL);
    const PJ_COORD out = proj_trans(operation.get(), direction, in);
    const double z = direction == PJ_FWD ? p.z * heightFactor : p.z / heightFactor;
    if (!std::isfinite(out.xy.x) || !std::isfinite(out.xy.y)) return {kNone, kNone, kNone};
    return {out.xy.x, out.xy.y, z};
  }

  std::size_t applyAll(PJ_DIRECTION direction, std::span<Vec3> points) const {
    std::size_t lost = 0;
    for (Vec3& p : points) {
      p = apply(direction, p);
      if (std::isnan(p.x)) ++lost;
    }
    return lost;
  }
};

CrsTransform::CrsTransform(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
CrsTransform::CrsTransform(CrsTransform&&) noexcept = default;
CrsTransform& CrsTransform::operator=(CrsTransform&&) noexcept = default;
CrsTransform::~CrsTransform() = default;

CrsTransformResult CrsTransform::between(const std::string& source, const std::string& target) {
  CrsTransformResult result;
  auto parts = std::make_unique<Parts>();
  parts->context = makeContext(parts->messages);
  PJ_CONTEXT* context = parts->context.get();
  OpenedCrs from = openCrs(context, source, parts->messages);
  OpenedCrs to = openCrs(context, target, parts->messages);
  result.diagnostics = from.described.diagnostics;
  if (source != target)
    result.diagnostics.insert(result.diagnostics.end(), to.described.diagnostics.begin(),
                              to.described.diagnostics.end());
  if (!from.pj || !to.pj) return result;
  parts->source = *from.described.crs;
  parts->target = *to.described.crs;
  parts->heightFactor = parts->source.unitInMetres / parts->target.unitInMetres;
  const Pj raw(proj_create_crs_to_crs_from_pj(context, from.pj.get(), to.pj.get(), nullptr, nullptr));
  if (raw) parts->operation.reset(proj_normalize_for_visualization(context, raw.get()));
  if (!parts->operation) {
    result.diagnostics.push_back({.severity = Severity::Error,
                                  .code = "CRS-NO-WAY",
                                  .file = {},
                                  .message = "no way is known from " + parts->source.name + " to " +
                                             parts->target.name +
                                             (parts->messages.empty() ? "" : ": " + parts->messages),
                                  .remedy = "choose another target system, e.g. the UTM zone of the data"});
    return result;
  }
  result.transform = CrsTransform(std::move(parts));
  return result;
}

const CrsInfo& CrsTransform::source() const {
  return parts_->source;
}
const CrsInfo& CrsTransform::target() const {
  return parts_->target;
}
Vec3 CrsTransform::forward(const Vec3& point) const {
  return parts_->apply(PJ_FWD, point);
}
Vec3 CrsTransform::inverse(const Vec3& point) const {
  return parts_->apply(PJ_INV, point);
}
std::size_t CrsTransform::forward(std::span<Vec3> points) const {
  return parts_->applyAll(PJ_FWD, points);
}
std::size_t CrsTransform::inverse(std::span<Vec3> points) const {
  return parts_->applyAll(PJ_INV, points);
}

double CrsTransform::turnOfNorth(const Vec3& point) const {
  // The azimuth that north has on the other side is taken where the other side is plane, so that no ellipsoid
  // is needed: towards longitude and latitude that is the source. A step of about a metre to both sides; its
  // error is of second order.
  const bool towardsDegrees = parts_->target.geographic;
  const CrsInfo& from = towardsDegrees ? parts_->target : parts_->source;
  const PJ_DIRECTION direction = towardsDegrees ? PJ_INV : PJ_FWD;
  const Vec3 start = towardsDegrees ? forward(point) : point;
  const Vec3 step{0, from.geographic ? 1e-5 : 1 / from.unitInMetres, 0};
  const Vec3 d = parts_->apply(direction, start + step) - parts_->apply(direction, start - step);
  const double azimuth = std::atan2(d.x, d.y) / kRadians;
  return towardsDegrees ? -azimuth : azimuth;
}

Diagnostic CrsTransform::accuracyAt(const Vec3& point) const {
  PJ_CONTEXT* context = parts_->context.get();
  forward(point);
  const Pj used(proj_trans_get_last_used_operation(parts_->operation.get()));
  const bool guessed = !used || proj_coordoperation_has_ballpark_transformation(context, used.get()) != 0;
  const double accuracy = used ? proj_coordoperation_get_accuracy(context, used.get()) : -1;
  const char* steps = used ? proj_pj_info(used.get()).description : "";
  std::array<char, 32> metres{};
  std::snprintf(metres.data(), metres.size(), "%g m", accuracy);
  const bool unknown = guessed || accuracy < 0;
  const std::string way = parts_->source.name + " to " + parts_->target.name;
  const std::string how = std::string(" (") + (steps != nullptr ? steps : "") + ")";
  if (!unknown && accuracy <= 1)
    return {.code = "CRS-TRANSFORMED",
            .file = {},
            .message = way + ", accurate to " + metres.data() + how,
            .remedy = ""};
  return {
      .severity = Severity::Warning,
      .code = "CRS-INACCURATE",
      .file = {},
      .message = way +
                 (unknown ? ", of unknown accuracy" : std::string(", accurate only to ") + metres.data()) +
                 how,
      .remedy = "keep the data in its own system, or install PROJ's grid of datum shifts for this region"};
}

}  // namespace adit::formats
