#include "geology/formats/crs.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "geology/formats/proj_access.h"

namespace adit::formats {

namespace {

using geology::Diagnostic;
using geology::Severity;

/// PROJ reports through this instead of standard error; the first message of a call says most.
void keepFirstMessage(void* text, int /*level*/, const char* message) {
  auto& kept = *static_cast<std::string*>(text);
  if (kept.empty()) kept = message;
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

}  // namespace

// Without network: an answer must not depend on a server being there.
Context makeContext(std::string& messages) {
  Context context(proj_context_create());
  proj_context_set_enable_network(context.get(), 0);
  proj_log_func(context.get(), &messages, keepFirstMessage);
  proj_log_level(context.get(), PJ_LOG_ERROR);
  return context;
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

}  // namespace adit::formats
