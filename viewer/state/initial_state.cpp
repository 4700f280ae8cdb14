#include "viewer/state/initial_state.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "geology/model/plain_text.h"
#include "viewer/state/camera.h"
#include "viewer/state/colormap.h"
#include "viewer/state/columns.h"
#include "viewer/state/placement.h"
#include "viewer/state/plan.h"

namespace adit::viewer {
namespace {

using geology::Column;
using geology::Deposit;

// What geologists name a grade column by, most wanted first.
constexpr std::array<std::string_view, 14> kGradeWords{"cu", "au", "ni",   "zn", "pb", "ag", "li",
                                                       "w",  "co", "treo", "sb", "fe", "mo", "grade"};

// "Cu_pct", "cu %", "PL_CU": the word stands alone between separators.
bool hasWord(const std::string& name, std::string_view word) {
  const auto isLetter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
  for (std::size_t at = name.find(word); at != std::string::npos; at = name.find(word, at + 1)) {
    const bool startsFree = at == 0 || !isLetter(name[at - 1]);
    const std::size_t end = at + word.size();
    if (startsFree && (end == name.size() || !isLetter(name[end]))) return true;
  }
  return false;
}

bool hasNumbers(const Column& column) {
  return column.isNumeric() &&
         std::any_of(column.values.begin(), column.values.end(), [](float v) { return std::isfinite(v); });
}

// The table with the most rows usually holds the assays; its telltale column is addressed in full if need be.
std::string telltaleInterval(const geology::DrillHoles& holes) {
  const geology::IntervalTable* best = nullptr;
  for (const geology::IntervalTable& table : holes.tables)
    if (!telltaleColumn(table.columns).empty() && (best == nullptr || table.size() > best->size()))
      best = &table;
  if (best == nullptr) return {};
  const std::string column = telltaleColumn(best->columns);
  return findIntervalColumn(holes, column).table == best ? column : best->name + "." + column;
}

// The range between two quantiles, a little widened: where most of the values lie.
std::pair<double, double> bulkRange(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto at = [&](double share) {
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
  };
  const double lo = at(0.04);
  const double hi = at(0.96);
  const double margin = (hi - lo) * 0.06;
  return {lo - margin, hi + margin};
}

geology::Box3 bulkOf(const std::vector<geology::Vec3>& points) {
  geology::Box3 box;
  if (points.empty()) return box;
  std::vector<double> x, y, z;
  for (const geology::Vec3& p : points) {
    x.push_back(p.x);
    y.push_back(p.y);
    z.push_back(p.z);
  }
  const auto [x0, x1] = bulkRange(std::move(x));
  const auto [y0, y1] = bulkRange(std::move(y));
  const auto [z0, z1] = bulkRange(std::move(z));
  box.include(geology::Vec3{x0, y0, z0});
  box.include(geology::Vec3{x1, y1, z1});
  return box;
}

LayerState terrainLayer(const Deposit& deposit) {
  LayerState layer;
  const bool groundBelow = !deposit.drillholes.empty() || !deposit.blockModels.empty();
  if (groundBelow) layer.opacity = 0.55;
  if (!deposit.images.empty()) layer.drape = deposit.images.front()->name;
  return layer;
}

/// A solid that a plan opens or fills is drawn by the plan, as far as that has come; a pit is a surface.
bool isWorked(const Deposit& deposit, const std::string& mesh) {
  for (const auto& plan : deposit.plans)
    for (const geology::PlanSolid& solid : plan->solids)
      if (solid.mesh == mesh && solid.activity != geology::PlanActivity::Pit) return true;
  return false;
}

/// Walls of a pit show the blocks of which the plan knows that the pit takes some; "": no plan does.
std::string blocksBehind(const Deposit& deposit, const std::string& mesh) {
  for (const auto& plan : deposit.plans)
    if (isPitOf(*plan, mesh))
      for (const geology::PlanBlocks& blocks : plan->blocks)
        if (blocks.bySurfaces) return blocks.model;
  return {};
}

LayerState layerFor(const Deposit& deposit, const geology::ObjectEntry& entry) {
  using geology::ObjectKind;
  LayerState layer;
  switch (entry.kind) {
    case ObjectKind::DrillHoles:
      layer.colorBy = telltaleInterval(*deposit.drillholes[entry.index]);
      break;
    case ObjectKind::BlockModel:
      layer.colorBy = telltaleColumn(deposit.blockModels[entry.index]->columns);
      break;
    case ObjectKind::Points:
      layer.colorBy = telltaleColumn(deposit.points[entry.index]->columns);
      break;
    case ObjectKind::Terrain:
      return terrainLayer(deposit);
    case ObjectKind::Mesh: {
      const auto& mesh = *deposit.meshes[entry.index];
      layer.edges = mesh.triangles.size() < 50'000;
      layer.visible = !isWorked(deposit, mesh.name);
      layer.drape = blocksBehind(deposit, mesh.name);
      break;
    }
    default:
      break;
  }
  return layer;
}

/// Samples and blocks of one name are seen beside each other: one colour means one value in both.
void shareLegends(const Deposit& deposit, ViewState& state) {
  std::map<std::string, std::vector<const Column*>> shown;
  for (const auto& [object, layer] : state.layers)
    if (const Column* column = columnOf(deposit, object, layer.colorBy))
      if (column->isNumeric()) shown[column->name].push_back(column);
  for (const auto& [name, columns] : shown) {
    if (columns.size() < 2) continue;
    double lo = std::numeric_limits<double>::infinity(), hi = -lo;
    for (const Column* column : columns) {
      lo = std::fmin(lo, quantile(*column, kLegendLow));
      hi = std::fmax(hi, quantile(*column, kLegendHigh));
    }
    if (!(lo < hi)) continue;
    // Outwards to round numbers, a hundredth of the range or less apart.
    const double step = std::pow(10, std::floor(std::log10(hi - lo)) - 2);
    state.legends[name].lo = std::floor(lo / step) * step;
    state.legends[name].hi = std::ceil(hi / step) * step;
  }
}

}  // namespace

// speck.
geology::Box3 heartOf(const Deposit& deposit) {
  geology::Box3 box;
  for (const auto& holes : deposit.drillholes) {
    std::vector<geology::Vec3> ends;
    for (const geology::DrillHole& hole : holes->holes) {
      ends.push_back(hole.collar);
      ends.push_back(hole.trace.positionAt(hole.length));
    }
    box.include(bulkOf(ends));
  }
  for (const auto& model : deposit.blockModels) box.include(model->lattice.bounds());
  for (const auto& mesh : deposit.meshes) box.include(mesh->bounds());
  for (const auto& set : deposit.points) box.include(bulkOf(set->points));
  return box.empty() ? knownBounds(deposit) : box;
}

std::string telltaleColumn(const std::vector<Column>& columns) {
  for (const std::string_view word : kGradeWords)
    for (const Column& column : columns)
      if (hasNumbers(column) && hasWord(geology::lowerCase(column.name), word)) return column.name;
  for (const Column& column : columns)
    if (hasNumbers(column)) return column.name;
  for (const Column& column : columns)
    if (!column.isNumeric() && !column.names.empty()) return column.name;
  return {};
}

ViewState initialState(const Deposit& deposit, double aspect) {
  ViewState state;
  for (const geology::ObjectEntry& entry : geology::objects(deposit))
    if (entry.kind != geology::ObjectKind::Image) state.layers[entry.name] = layerFor(deposit, entry);
  if (!deposit.blockModels.empty())
    state.activeLayer = deposit.blockModels.front()->name;
  else if (!deposit.drillholes.empty())
    state.activeLayer = deposit.drillholes.front()->name;
  else if (!deposit.points.empty())
    state.activeLayer = deposit.points.front()->name;
  shareLegends(deposit, state);
  state.camera = resolveCamera(state.camera, heartOf(deposit), aspect, state.exaggeration);
  return state;
}

}  // namespace adit::viewer
