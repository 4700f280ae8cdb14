// Commands on what the tonnes of a block model rest on.
#include "geology/model/unit_scale.h"
#include "viewer/state/command_table.h"

namespace adit::viewer {
namespace {

using geology::ObjectKind;

void setDensityColumn(CommandContext& context, const std::vector<std::string>& models) {
  for (const LayerColumn& target : takeColumns(context, models, WantedColumn::Numeric)) {
    const std::string& unit = target.column.column->unit;
    if (!unit.empty() && !geology::densityScale(unit))
      context.arguments.fail("'" + target.column.name + "' is in " + unit + ", not in t/m3, g/cm3 or kg/m3");
    context.state.densities[target.layer] = {target.column.name, 0};
  }
}

void setDensity(CommandContext& context) {
  const std::vector<std::string> models = takeLayers(context, {ObjectKind::BlockModel});
  if (context.arguments.accept("none")) {
    for (const std::string& model : models) context.state.densities.erase(model);
    return;
  }
  const auto value = context.arguments.acceptNumber();
  if (!value) return setDensityColumn(context, models);
  context.arguments.accept("t/m3");
  if (!kDensityBounds.hold(*value))
    context.arguments.fail("a density must be " + boundsText(kDensityBounds) + " t/m3, not " +
                           commandNumber(*value));
  for (const std::string& model : models) context.state.densities[model] = {{}, *value};
}

}  // namespace

std::vector<CommandEntry> tonnageCommands() {
  return {
      {{"density", "density MODEL COLUMN|VALUE|none",
        "States how heavy the blocks are: a column, or one value in t/m3; without it there are no tonnes."},
       setDensity},
  };
}

}  // namespace adit::viewer
