// Commands on which rows of an object are shown.
#include "geology/analysis/expression.h"
#include "viewer/state/command_table.h"

namespace adit::viewer {
namespace {

using geology::ObjectKind;

constexpr Kinds kSurfaces{ObjectKind::Mesh, ObjectKind::Terrain};
constexpr Kinds kFiltered{ObjectKind::DrillHoles, ObjectKind::BlockModel, ObjectKind::Mesh,
                          ObjectKind::Points};

void setRange(CommandContext& context) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const std::vector<LayerColumn> targets = takeLayerColumns(context, kFiltered, WantedColumn::Numeric);
  const double lo = context.arguments.openNumber("LO", -kInfinity);
  const double hi = context.arguments.openNumber("HI", kInfinity);
  if (lo > hi) context.arguments.fail("LO is above HI");
  for (const LayerColumn& target : targets)
    context.state.filters[target.layer].ranges[target.column.name] = {lo, hi};
}

void removeRange(CommandContext& context) {
  for (const LayerColumn& target : takeLayerColumns(context, kFiltered, WantedColumn::Numeric))
    context.state.filters[target.layer].ranges.erase(target.column.name);
}

void switchCategory(CommandContext& context) {
  const std::vector<LayerColumn> targets = takeLayerColumns(context, kFiltered, WantedColumn::Category);
  const std::string name = context.arguments.text("NAME");
  const Switch wanted = context.arguments.onOff();
  bool known = name == "*";
  for (const LayerColumn& target : targets) {
    std::set<std::string>& hidden = context.state.filters[target.layer].hiddenCategories[target.column.name];
    std::vector<std::string> categories = target.column.column->names;
    categories.emplace_back();  // the rows without a category
    for (const std::string& category : categories) {
      if (name != "*" && name != category) continue;
      known = true;
      if (switched(wanted, !hidden.contains(category)))
        hidden.erase(category);
      else
        hidden.insert(category);
    }
  }
  if (!known && !targets.empty())
    context.arguments.fail("there is no category '" + name + "'" +
                           suggestion(name, targets.front().column.column->names));
}

/// Empty when the expression is right for the columns of the layer.
std::string faultOf(const CommandContext& context, const std::string& expression, const std::string& layer) {
  if (expression.empty()) return {};
  const auto parsed = analysis::Expression::parse(expression, columnsOf(context.deposit, layer));
  const auto* error = std::get_if<analysis::ExpressionFault>(&parsed);
  return error == nullptr ? std::string{} : error->message;
}

void setExpression(CommandContext& context) {
  const std::vector<std::string> layers = takeLayers(context, kFiltered);
  const bool none = context.arguments.accept("none");
  const std::string expression = none ? std::string{} : context.arguments.text("EXPRESSION");
  if (context.arguments.more()) context.arguments.fail("write the whole expression in quotes");
  std::string fault;
  bool fits = false;
  for (const std::string& layer : layers) {
    const std::string here = faultOf(context, expression, layer);
    if (here.empty()) {
      fits = true;
      context.state.filters[layer].expression = expression;
    } else if (fault.empty()) {
      fault = here;
    }
  }
  if (!fits) context.arguments.fail(fault);
}

void switchMissing(CommandContext& context) {
  const std::vector<std::string> layers = takeLayers(context, kFiltered);
  const Switch wanted = context.arguments.onOff();
  for (const std::string& layer : layers) {
    bool& shown = context.state.filters[layer].showMissing;
    shown = switched(wanted, shown);
  }
}

void removeFilters(CommandContext& context) {
  for (const std::string& layer : takeLayers(context, kFiltered)) context.state.filters.erase(layer);
}

void setRegion(CommandContext& context, std::string RegionState::*member, const Kinds& kinds,
               std::string_view what) {
  context.state.region.*member =
      context.arguments.accept("none") ? std::string{} : takeObject(context, kinds, what);
}

void setInside(CommandContext& context) {
  setRegion(context, &RegionState::insideSolid, {ObjectKind::Mesh}, "SOLID");
  for (const auto& mesh : context.deposit.meshes)
    if (mesh->name == context.state.region.insideSolid && !mesh->closed)
      context.arguments.fail("'" + mesh->name + "' is an open surface, so nothing is inside it");
}

}  // namespace

std::vector<CommandEntry> filterCommands() {
  return {
      {{"range", "range LAYER COLUMN LO HI",
        "Shows only rows with LO <= value <= HI; '*' leaves an end open."},
       setRange},
      {{"norange", "norange LAYER COLUMN", "Removes the range on a column."}, removeRange},
      {{"category", "category LAYER COLUMN NAME on|off",
        "Shows or hides a category; '*' is all of them, \"\" the rows without one."},
       switchCategory},
      {{"missing", "missing LAYER on|off", "Shows rows without a value in a ranged column."}, switchMissing},
      {{"filter", "filter LAYER 'EXPRESSION'|none",
        "Shows only rows that fulfil an expression, e.g. 'cu_pct > 0.4 and rock == \"POR\"'."},
       setExpression},
      {{"nofilter", "nofilter LAYER", "Removes ranges, categories and expression of a layer."},
       removeFilters},
      {{"inside", "inside SOLID|none", "Shows only what is inside a closed surface, in all layers."},
       setInside},
      {{"above", "above SURFACE|none", "Shows only what is above a surface or terrain, in all layers."},
       [](CommandContext& c) { setRegion(c, &RegionState::aboveSurface, kSurfaces, "SURFACE"); }},
      {{"below", "below SURFACE|none", "Shows only what is below a surface or terrain, in all layers."},
       [](CommandContext& c) { setRegion(c, &RegionState::belowSurface, kSurfaces, "SURFACE"); }},
  };
}

}  // namespace adit::viewer
