// Measured structures of drillholes on a stereonet.
#include <algorithm>
#include <array>
#include <cmath>

#include "geology/model/plain_text.h"
#include "geology/reporting/stereonet.h"
#include "viewer/charts/chart_pages.h"
#include "viewer/state/colormap.h"

namespace adit::viewer {
namespace {

constexpr std::size_t kMostSets = 4;      ///< marks that can be told apart
constexpr std::size_t kMostCircles = 12;  ///< more planes are drawn as poles only

/// How a table says where a plane lies.
enum class PlaneWords { DipDirection, Strike, Core };

/// Columns of a table in which a plane stands: dip and its direction or strike, or alpha and beta of the
/// core.
struct PlaneColumns {
  const geology::IntervalTable* table = nullptr;
  const geology::Column* dip = nullptr;        ///< or alpha
  const geology::Column* direction = nullptr;  ///< or strike, or beta
  PlaneWords words = PlaneWords::DipDirection;
};

const geology::Column* named(const geology::IntervalTable& table, std::initializer_list<const char*> names) {
  for (const char* name : names)
    for (const geology::Column& column : table.columns)
      if (column.isNumeric() && geology::equalIgnoringCase(column.name, name)) return &column;
  return nullptr;
}

PlaneColumns planeColumns(const geology::DrillHoles& holes) {
  for (const geology::IntervalTable& table : holes.tables) {
    const geology::Column* dip = named(table, {"dip", "true_dip", "buzamiento", "buz", "dip_deg"});
    const geology::Column* alpha = named(table, {"alpha", "alpha_angle", "alfa", "alpha_deg"});
    if (dip == nullptr && alpha != nullptr)
      if (const auto* beta = named(table, {"beta", "beta_angle", "beta_deg"}))
        return {&table, alpha, beta, PlaneWords::Core};
    if (dip == nullptr) continue;
    if (const auto* direction =
            named(table, {"dipdir", "dip_dir", "dip_direction", "dipdirection", "dip_azimuth", "dipazimuth",
                          "dip_az", "azimuth", "azi", "direccion"}))
      return {&table, dip, direction, PlaneWords::DipDirection};
    if (const auto* strike = named(table, {"strike", "rumbo"}))
      return {&table, dip, strike, PlaneWords::Strike};
  }
  return {};
}

/// The plane of a row; nothing where its numbers are none.
std::optional<reporting::PlaneAttitude> planeOf(const geology::DrillHoles& holes, const PlaneColumns& planes,
                                                std::size_t row) {
  const auto dip = static_cast<double>(planes.dip->values[row]);
  const auto direction = static_cast<double>(planes.direction->values[row]);
  if (planes.words == PlaneWords::Core) {
    const geology::HoleTrace& trace = holes.holes[planes.table->hole[row]].trace;
    const double depth = (planes.table->from[row] + planes.table->to[row]) / 2;
    if (trace.empty()) return std::nullopt;
    return reporting::planeFromCore({dip, direction}, trace.at(depth).tangent);
  }
  if (!(dip >= 0 && dip <= 90) || !std::isfinite(direction)) return std::nullopt;
  return reporting::PlaneAttitude{dip, direction + (planes.words == PlaneWords::Strike ? 90 : 0)};
}

std::string ruleOf(const PlaneColumns& planes, std::size_t unusable) {
  const std::string columns = "By " + planes.dip->name + " and " + planes.direction->name;
  const std::string rows = std::to_string(unusable) + " rows without ";
  switch (planes.words) {
    case PlaneWords::DipDirection:
      return columns + "; " + rows + "a dip from 0 to 90 and a direction";
    case PlaneWords::Strike:
      return columns + " (right-hand rule); " + rows + "a dip from 0 to 90 and a direction";
    case PlaneWords::Core:
      return columns +
             " of oriented core (beta clockwise down the hole from the bottom line to the lower end of "
             "the ellipse); " +
             rows + "them, or in holes too steep for a bottom line";
  }
  return {};
}

const geology::Column* kindColumn(const geology::IntervalTable& table) {
  const auto it = std::find_if(table.columns.begin(), table.columns.end(),
                               [](const geology::Column& c) { return !c.isNumeric(); });
  return it == table.columns.end() ? nullptr : &*it;
}

/// Sets by the kind of structure, the largest apart, the rest together.
std::vector<NetBody::Set> setsFor(const geology::IntervalTable& table, const geology::Column* kinds,
                                  std::vector<std::size_t>& setOfCode) {
  if (kinds == nullptr) return {{"all structures", categoryColor(0), 0, {}}};
  std::vector<std::size_t> counts(kinds->names.size(), 0), order;
  for (std::size_t row = 0; row < table.size(); ++row)
    if (kinds->codes[row] >= 0) ++counts[static_cast<std::size_t>(kinds->codes[row])];
  for (std::size_t code = 0; code < counts.size(); ++code) order.push_back(code);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
  const std::size_t apart = order.size() > kMostSets ? kMostSets - 1 : order.size();
  std::vector<NetBody::Set> sets;
  setOfCode.assign(counts.size(), apart);
  for (std::size_t i = 0; i < apart; ++i) {
    setOfCode[order[i]] = i;
    sets.push_back({kinds->names[order[i]], categoryColor(i), i, {}});
  }
  sets.push_back({"others", categoryColor(apart), apart, {}});
  return sets;
}

}  // namespace

ChartPage stereonetPage(const ChartWork& work) {
  const geology::DrillHoles* holes = nullptr;
  PlaneColumns planes;
  for (const auto& one : work.deposit().drillholes) {
    planes = planeColumns(*one);
    if (planes.table != nullptr &&
        (work.question.choice.holes.empty() || one->name == work.question.choice.holes)) {
      holes = one.get();
      break;
    }
  }
  if (holes == nullptr)
    return noChart(
        "No interval table has a dip and a dip direction (or a strike, or alpha and beta of oriented core): "
        "nothing to plot.");
  const geology::Column* kinds = kindColumn(*planes.table);
  std::vector<std::size_t> setOfCode;
  NetBody body{setsFor(*planes.table, kinds, setOfCode), {}};
  std::size_t used = 0, unusable = 0;
  for (std::size_t row = 0; row < planes.table->size(); ++row) {
    const auto plane = planeOf(*holes, planes, row);
    if (!plane) {
      ++unusable;
      continue;
    }
    const bool hasKind = kinds != nullptr && kinds->codes[row] >= 0;
    const std::size_t set =
        hasKind ? setOfCode[static_cast<std::size_t>(kinds->codes[row])] : body.sets.size() - 1;
    body.sets[set].poles.push_back(reporting::poleOfPlane(plane->dipDirection, plane->dip));
    if (++used <= kMostCircles)
      body.circles.push_back(reporting::greatCircle(plane->dipDirection, plane->dip));
  }
  std::erase_if(body.sets, [](const NetBody::Set& set) { return set.poles.empty(); });
  if (used == 0) return noChart("No structure has the numbers of a plane.");
  if (used > kMostCircles) body.circles.clear();
  ChartPage page;
  page.subtitle = "Poles of " + std::to_string(used) + " planes of " + planes.table->name +
                  ", equal area, lower hemisphere";
  page.body = std::move(body);
  page.footer = {ruleOf(planes, unusable) + ". Not weighted for the direction of drilling."};
  return page;
}

}  // namespace adit::viewer
