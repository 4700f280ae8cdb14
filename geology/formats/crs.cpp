#include "geology/formats/crs.h"

#include <proj.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <numbers>
#include <string_view>

namespace adit::formats {

namespace {

using geology::Diagnostic;
using geology::Severity;
using geology::Vec3;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kRadians = std::numbers::pi / 180;

struct ContextDeleter {
  void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct PjDeleter {
  void operator()(PJ* pj) const { proj_destroy(pj); }
};
using Context = std::unique_ptr<PJ_CONTEXT, ContextDeleter>;
using Pj = std::unique_ptr<PJ, PjDeleter>;

/// PROJ reports through this instead of standard error; the first message of a call says most.
void keepFirstMessage(void* text, int /*level*/, const char* message) {
  auto& kept = *static_cast<std::string*>(text);
  if (kept.empty()) kept = message;
}

/// Without network: an answer must not depend on a server being there.
Context makeContext(std::string& messages) {
  Context context(proj_context_create());
  proj_context_set_enable_network(context.get(), 0);
  proj_log_func(context.get(), &messages, keepFirstMessage);
  return context;
}

/// The horizontal system on which a definition rests: the first part of a compound one.
Pj horizontalPart(PJ_CONTEXT* context, Pj crs) {
  if (crs && proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS)
    crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
  return crs;
}

/// A definition with its own datum shift (TOWGS84) wraps the system that has axes and a name.
Pj withoutDatumShift(PJ_CONTEXT* context, const PJ* crs) {
  if (proj_get_type(crs) == PJ_TYPE_BOUND_CRS) return Pj(proj_get_source_crs(context, crs));
  return Pj(proj_clone(context, crs));
}

bool isEpsg(const PJ* crs) {
  const char* authority = proj_get_id_auth_name(crs, 0);
  return authority != nullptr && std::string_view(authority) == "EPSG";
}

std::string epsgId(const PJ* crs) {
  return std::string("EPSG:") + proj_get_id_code(crs, 0);
}

/// The EPSG system that this one is, when PROJ finds exactly one that is equivalent, whatever its name (70
/// %). Else WKT.
std::string identify(PJ_CONTEXT* context, const PJ* crs) {
  constexpr int kEquivalent = 70;
  if (isEpsg(crs)) return epsgId(crs);
  int* confidence = nullptr;
  PJ_OBJ_LIST* found = proj_identify(context, crs, "EPSG", nullptr, &confidence);
  const int count = found != nullptr ? proj_list_get_count(found) : 0;
  const bool one = count > 0 && confidence[0] >= kEquivalent && (count == 1 || confidence[1] < confidence[0]);
  std::string id;
  if (one) {
    const Pj best(proj_list_get(context, found, 0));
    if (best && isEpsg(best.get())) id = epsgId(best.get());
  }
  proj_list_destroy(found);
  proj_int_list_destroy(confidence);
  if (!id.empty()) return id;
  constexpr std::array<const char*, 2> kOneLine{"MULTILINE=NO", nullptr};
  const char* wkt = proj_as_wkt(context, crs, PJ_WKT2_2019, kOneLine.data());
  return wkt != nullptr ? wkt : "";
}

struct Axis {
  std::string direction, unit;
  double factor = 1;
};

std::optional<Axis> axisOf(PJ_CONTEXT* context, const PJ* crs, int index) {
  const Pj system(proj_crs_get_coordinate_system(context, crs));
  const char* direction = nullptr;
  const char* unit = nullptr;
  double factor = 1;
  if (!system || !proj_cs_get_axis_info(context, system.get(), index, nullptr, nullptr, &direction, &factor,
                                        &unit, nullptr, nullptr))
    return std::nullopt;
  return Axis{direction, unit, factor};
}

Diagnostic unknownCrs(const std::string& definition, const std::string& why) {
  const std::string shown = definition.size() > 80 ? definition.substr(0, 80) + "..." : definition;
  return {.severity = Severity::Error,
          .code = "CRS-UNKNOWN",
          .file = {},
          .message = "\"" + shown + "\" is no coordinate reference system that can be used" +
                     (why.empty() ? "" : ": " + why),
          .remedy = "name it by its EPSG code, e.g. EPSG:32612"};
}

bool isGeographic(const PJ* crs) {
  const PJ_TYPE type = proj_get_type(crs);
  return type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS;
}

bool isMap(const PJ* crs) {
  const PJ_TYPE type = proj_get_type(crs);
  return type == PJ_TYPE_PROJECTED_CRS || isGeographic(crs);
}

struct OpenedCrs {
  Pj pj;
  CrsResult described;
};

CrsInfo describe(PJ_CONTEXT* context, const PJ* plain, const Axis& axis) {
  CrsInfo info;
  info.id = identify(context, plain);
  info.name = proj_get_name(plain);
  info.geographic = isGeographic(plain);
  info.unit = axis.unit;
  info.unitInMetres = info.geographic ? 1 : axis.factor;
  const char* areaName = nullptr;
  // Systems without a stated area leave the four values as they are, or set them to -1000.
  double west = 0, south = 0, east = 0, north = 0;
  if (proj_get_area_of_use(context, plain, &west, &south, &east, &north, &areaName) && west >= -180) {
    info.west = west;
    info.south = south;
    info.east = east;
    info.north = north;
  }
  return info;
}

OpenedCrs openCrs(PJ_CONTEXT* context, const std::string& definition, const std::string& messages) {
  OpenedCrs opened;
  opened.pj =
      horizontalPart(context, Pj(definition.empty() ? nullptr : proj_create(context, definition.c_str())));
  const Pj plain = opened.pj ? withoutDatumShift(context, opened.pj.get()) : nullptr;
  const auto axis = plain && isMap(plain.get()) ? axisOf(context, plain.get(), 0) : std::nullopt;
  if (!axis) {
    const bool other = plain && proj_is_crs(plain.get());
    opened.described.diagnostics.push_back(unknownCrs(
        definition, other ? "it is neither a projected system nor longitude and latitude" : messages));
    opened.pj.reset();
    return opened;
  }
  opened.described.crs = describe(context, plain.get(), *axis);
  if (axis->direction == "west" || axis->direction == "south")
    opened.described.diagnostics.push_back(
        {.severity = Severity::Warning,
         .code = "CRS-SOUTH-ORIENTATED",
         .file = {},
         .message = opened.described.crs->name + " counts its axes to the west and the south",
         .remedy =
             "check that east and north are not mirrored; otherwise bring the data into a UTM zone first"});
  return opened;
}

}  // namespace

CrsResult describeCrs(const std::string& definition) {
  std::string messages;
  const Context context = makeContext(messages);
  return openCrs(context.get(), definition, messages).described;
}

std::string utmCrs(double longitude, double latitude) {
  if (!(latitude >= -80 && latitude <= 84 && longitude >= -180 && longitude <= 180)) return {};
  const int zone = std::min(static_cast<int>((longitude + 180) / 6) + 1, 60);
  return "EPSG:" + std::to_string((latitude >= 0 ? 32600 : 32700) + zone);
}

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
