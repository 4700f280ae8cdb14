#include "geology/formats/datamine_rotation.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geology/formats/delimited.h"
#include "geology/formats/lattice_text.h"

namespace adit::formats {
namespace {

using geology::Column;
using geology::Severity;
using geology::Vec3;

constexpr FindingKind kLocal{
    Severity::Warning, "BM-LOCAL-COORDINATES",
    "the model has rotation angles; the coordinates are those of the unrotated model",
    "export world coordinates, or keep in mind that the model is not in its place"};
constexpr FindingKind kTurned{Severity::Note, "BM-TURNED",
                              "the coordinates are those of the model's own grid; it is turned into the "
                              "world by the angles and origins "
                              "of the rows",
                              "choose rotation = none if the coordinates are those of the world already"};

constexpr std::array<const char*, 3> kAngles{"ANGLE1", "ANGLE2", "ANGLE3"};
constexpr std::array<const char*, 3> kAxes{"ROTAXIS1", "ROTAXIS2", "ROTAXIS3"};
constexpr std::array<const char*, 3> kWorld{"X0", "Y0", "Z0"};
constexpr std::array<const char*, 3> kLocalOrigin{"XMORIG", "YMORIG", "ZMORIG"};

/// Angles that are not 0 somewhere, e.g. "ANGLE1, ANGLE2"; empty for a model that is not rotated.
std::string anglesInUse(const std::vector<Column>& columns) {
  std::string names;
  for (const char* name : kAngles) {
    const Column* angle = findColumn(columns, name);
    if (angle == nullptr || !angle->isNumeric()) continue;
    const auto [low, high] = geology::valueRange(*angle);
    if (low < 0 || high > 0) names += (names.empty() ? "" : ", ") + std::string(name);
  }
  return names;
}

/// The numbers that are the same in every row, in double: columns keep floats, which lose a UTM coordinate.
class Constants {
 public:
  Constants(const Source& source, const BlockHeader& header, const std::vector<Column>& columns)
      : header_(header), columns_(columns), dialect_(detectDialect(source.bytes)) {
    RecordScanner scanner(source.bytes, dialect_);
    while (scanner.next(record_) && record_.line < header.firstRow) {
    }
  }

  bool has(const char* name) const { return findColumn(columns_, name) != nullptr; }

  /// Of the first row; nothing when there is no such column, no number there, or another one elsewhere.
  std::optional<double> of(const char* name) const {
    const Column* column = findColumn(columns_, name);
    if (column == nullptr || !column->isNumeric()) return std::nullopt;
    const auto [low, high] = geology::valueRange(*column);
    if (!(low == high)) return std::nullopt;
    for (std::size_t c = 0; c < header_.names.size() && c < record_.cells.size(); ++c)
      if (header_.names[c] == column->name) return parseNumber(record_.cells[c], dialect_.decimalComma);
    return std::nullopt;
  }

  std::optional<Vec3> of(const std::array<const char*, 3>& names) const {
    const auto x = of(names[0]), y = of(names[1]), z = of(names[2]);
    if (!x || !y || !z) return std::nullopt;
    return Vec3{*x, *y, *z};
  }

 private:
  const BlockHeader& header_;
  const std::vector<Column>& columns_;
  Dialect dialect_;
  Record record_;
};

/// A turn that the file does not have, or has no angle for, is none.
struct Turns {
  std::array<double, 3> angle{};
  std::array<int, 3> about{};
};
std::optional<Turns> turnsOf(const Constants& constants) {
  Turns turns;
  for (std::size_t i = 0; i < 3; ++i) {
    if (!constants.has(kAngles[i])) continue;
    const auto angle = constants.of(kAngles[i]);
    if (!angle || !std::isfinite(*angle)) return std::nullopt;
    if (*angle == 0) continue;
    const auto about = constants.of(kAxes[i]);
    if (!about || (*about != 0 && *about != 1 && *about != 2 && *about != 3)) return std::nullopt;
    turns.angle[i] = *angle;
    turns.about[i] = static_cast<int>(*about);
  }
  return turns;
}

std::string describe(const Turns& turns) {
  constexpr std::array<const char*, 4> kNames{"", "X", "Y", "Z"};
  std::string text;
  for (std::size_t i = 0; i < 3; ++i)
    if (turns.about[i] != 0)
      text += (text.empty() ? "" : ", then ") + formatNumber(turns.angle[i]) + " degrees about " +
              kNames[static_cast<std::size_t>(turns.about[i])];
  return text;
}

/// By `degrees` clockwise about axis 0, 1 or 2, seen from its positive end.
Vec3 turnedAbout(const Vec3& v, std::size_t axis, double degrees) {
  const double angle = -degrees * std::numbers::pi / 180;  // the right hand counts anticlockwise
  const double c = std::cos(angle), s = std::sin(angle);
  std::array<double, 3> p{v.x, v.y, v.z};
  const std::size_t i = (axis + 1) % 3, j = (axis + 2) % 3;
  const double along = p[i] * c - p[j] * s;
  p[j] = p[i] * s + p[j] * c;
  p[i] = along;
  return {p[0], p[1], p[2]};
}

}  // namespace

std::array<Vec3, 3> turnedAxes(const std::array<double, 3>& angle, const std::array<int, 3>& about) {
  std::array<Vec3, 3> axes{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
  // Turning about axes that turn along is turning about fixed ones in the opposite order.
  for (Vec3& axis : axes)
    for (std::size_t i = 3; i-- > 0;)
      if (about[i] >= 1 && about[i] <= 3)
        axis = turnedAbout(axis, static_cast<std::size_t>(about[i] - 1), angle[i]);
  return axes;
}

std::optional<GridRotation> decideRotation(const Source& source, const BlockHeader& header,
                                           const std::vector<Column>& columns, const Decision& decision,
                                           Findings& findings) {
  if (header.columns.program != "Datamine") return std::nullopt;
  const std::string angles = anglesInUse(columns);
  if (angles.empty()) return std::nullopt;
  const Constants constants(source, header, columns);
  const auto turns = turnsOf(constants);
  const auto world = constants.of(kWorld);
  // Datamine's ORIGIN process makes grids that begin at 0, 0, 0, and not every export repeats that.
  const bool stated = std::any_of(kLocalOrigin.begin(), kLocalOrigin.end(),
                                  [&](const char* name) { return constants.has(name); });
  const auto local = stated ? constants.of(kLocalOrigin) : std::optional(Vec3{});
  if (!turns || !world || !local) {
    findings.add(kLocal, {header.line, 0}, angles);
    return std::nullopt;
  }
  const std::string wanted = decision.take(
      "rotation", "apply", "the rows have rotation angles, their axes and the origin of the grid",
      {"apply", "none"});
  if (wanted == "none") {
    findings.add(kLocal, {header.line, 0}, angles);
    return std::nullopt;
  }
  findings.add(kTurned, {header.line, 0}, describe(*turns));
  return GridRotation{*local, *world, turnedAxes(turns->angle, turns->about)};
}

void turnIntoWorld(CollectedRows& rows, LatticeSearch& search, const GridRotation& rotation) {
  if (search.fit) {
    geology::Lattice& lattice = search.fit->lattice;
    lattice.origin = rotation.toWorld(lattice.origin);
    for (Vec3& axis : lattice.axis) axis = rotation.turned(axis);
    return;
  }
  if (rows.planes) rows.points = rows.planes->points();
  rows.planes.reset();
  for (Vec3& point : rows.points) point = rotation.toWorld(point);
}

}  // namespace adit::formats
