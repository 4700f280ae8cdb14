// Coordinate reference systems: what one is, and points from one into another. PROJ does the work; its
// database is the one that GIS programs use. Axes are always x = east or longitude, y = north or latitude,
// whatever the authority says.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "geology/model/diagnostic.h"
#include "geology/model/vec3.h"

namespace adit::formats {

/// A coordinate reference system, horizontal part only.
struct CrsInfo {
  std::string id;           ///< "EPSG:32612" where the authority is known, else WKT on one line
  std::string name;         ///< "WGS 84 / UTM zone 12N"
  bool geographic = false;  ///< x, y are longitude and latitude
  std::string unit;         ///< of x and y as PROJ names it: "metre", "foot", "US survey foot", "degree"
  double unitInMetres = 1;  ///< length of that unit; 1 for a geographic system, whose heights are in metres
  /// Where the system is meant to be used, in degrees: west, south, east, north. All 0 when not stated.
  double west = 0, south = 0, east = 0, north = 0;
};

struct CrsResult {
  std::optional<CrsInfo> crs;
  geology::Diagnostics diagnostics;
};

/// `definition`: "EPSG:32612", WKT 1 or 2 (also ESRI's), PROJJSON, a PROJ string or a name of PROJ's
/// database. A compound system gives its horizontal part. Unknown: no crs and CRS-UNKNOWN.
CrsResult describeCrs(const std::string& definition);

/// "EPSG:32601".."EPSG:32660" (north) or "EPSG:32701".."EPSG:32760" (south): the WGS 84 / UTM zone of a place
/// in degrees. Empty outside 80 S .. 84 N, where UTM ends. Plain zones of 6 degrees, without the exceptions
/// of Norway and Svalbard.
std::string utmCrs(double longitude, double latitude);

struct CrsTransformResult;

/// Takes points from one system into another. Heights are lengths above whatever they were above before: they
/// are only converted from the length unit of the source into that of the target (metres for a geographic
/// system). One object must not be used by two threads at a time.
class CrsTransform {
 public:
  static CrsTransformResult between(const std::string& source, const std::string& target);

  CrsTransform(CrsTransform&&) noexcept;
  CrsTransform& operator=(CrsTransform&&) noexcept;
  ~CrsTransform();

  const CrsInfo& source() const;
  const CrsInfo& target() const;
  /// NaN where the transformation is not defined.
  geology::Vec3 forward(const geology::Vec3& point) const;
  geology::Vec3 inverse(const geology::Vec3& point) const;
  /// In place; returns how many became NaN.
  std::size_t forward(std::span<geology::Vec3> points) const;
  std::size_t inverse(std::span<geology::Vec3> points) const;
  /// By how many degrees a direction turns clockwise at a point of the source, e.g. an azimuth from the grid
  /// north of the source to that of the target; NaN where not defined.
  double turnOfNorth(const geology::Vec3& point) const;
  /// What PROJ knows of the accuracy at a point of the source: the steps, their accuracy, and a warning when
  /// it is worse than 1 metre or unknown because a grid of datum shifts is not installed.
  geology::Diagnostic accuracyAt(const geology::Vec3& point) const;

 private:
  struct Parts;
  explicit CrsTransform(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

struct CrsTransformResult {
  std::optional<CrsTransform> transform;
  geology::Diagnostics diagnostics;
};

}  // namespace adit::formats
