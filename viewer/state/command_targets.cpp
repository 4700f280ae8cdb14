#include "viewer/state/command_targets.h"

#include <algorithm>

namespace adit::viewer {
namespace {

using geology::Deposit;
using geology::ObjectEntry;
using geology::ObjectKind;

std::vector<ObjectEntry> matching(const std::vector<ObjectEntry>& entries, std::string_view word) {
  std::vector<ObjectEntry> same, begins;
  for (const ObjectEntry& entry : entries) {
    if (entry.name == word) return {entry};
    if (equalIgnoringCase(entry.name, word)) same.push_back(entry);
    if (!word.empty() && equalIgnoringCase(entry.name.substr(0, word.size()), word)) begins.push_back(entry);
  }
  return same.empty() ? begins : same;
}

std::vector<std::string> namesOf(const std::vector<ObjectEntry>& entries) {
  std::vector<std::string> names;
  for (const ObjectEntry& entry : entries) names.push_back(entry.name);
  return names;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "'" : ", '") + name + "'";
  return text;
}

/// The object that `word` means, an empty name after a fault.
std::string resolveObject(CommandContext& context, const Kinds& kinds, std::string_view what,
                          const std::string& word) {
  const std::vector<ObjectEntry> found = matching(objects(context.deposit), word);
  std::vector<ObjectEntry> fitting;
  std::copy_if(found.begin(), found.end(), std::back_inserter(fitting),
               [&](const ObjectEntry& entry) { return kinds.has(entry.kind); });
  if (fitting.size() == 1) return fitting.front().name;
  if (fitting.size() > 1)
    context.arguments.fail("'" + word + "' may be " + listed(namesOf(fitting)) + "; write more of the name");
  else if (!found.empty())
    context.arguments.fail("'" + found.front().name + "' is of kind " + objectKindName(found.front().kind) +
                           ", this is for " + kinds.text());
  else
    context.arguments.fail("there is no " + std::string(what) + " '" + word + "'" +
                           suggestion(word, objectNames(context.deposit, kinds)));
  return {};
}

std::vector<std::string> unlockedLayers(CommandContext& context, const Kinds& kinds) {
  std::vector<std::string> names;
  for (const std::string& name : objectNames(context.deposit, kinds))
    if (!layerOf(context.state, name).locked) names.push_back(name);
  if (names.empty()) context.arguments.fail("no unlocked layer is of kind " + kinds.text());
  return names;
}

bool fits(const geology::Column& column, WantedColumn wanted) {
  return wanted == WantedColumn::Any || column.isNumeric() == (wanted == WantedColumn::Numeric);
}

/// The column of that address in an object; .column is nullptr when there is none.
NamedColumn addressed(const Deposit& deposit, std::string_view object, std::string_view address) {
  const geology::Column* column = columnOf(deposit, object, address);
  for (NamedColumn& named : columnsOf(deposit, object))
    if (named.column == column) return std::move(named);
  return {};
}

std::vector<std::string> columnNames(const Deposit& deposit, const std::vector<std::string>& layers) {
  std::vector<std::string> names;
  for (const std::string& layer : layers)
    for (const NamedColumn& named : columnsOf(deposit, layer))
      if (std::find(names.begin(), names.end(), named.name) == names.end()) names.push_back(named.name);
  return names;
}

}  // namespace

std::string Kinds::text() const {
  std::string text;
  for (const ObjectKind kind :
       {ObjectKind::DrillHoles, ObjectKind::BlockModel, ObjectKind::Mesh, ObjectKind::Terrain,
        ObjectKind::Image, ObjectKind::Points, ObjectKind::Asset})
    if (has(kind)) text += (text.empty() ? "" : ", ") + std::string(objectKindName(kind));
  return text;
}

std::vector<std::string> objectNames(const Deposit& deposit, const Kinds& kinds) {
  std::vector<std::string> names;
  for (const ObjectEntry& entry : objects(deposit))
    if (kinds.has(entry.kind)) names.push_back(entry.name);
  return names;
}

std::vector<std::string> takeLayers(CommandContext& context, const Kinds& kinds) {
  const std::string word = context.arguments.text("LAYER");
  if (!context.arguments.error().empty()) return {};
  if (word == "*") return unlockedLayers(context, kinds);
  const std::string name = resolveObject(context, kinds, "layer", word);
  return name.empty() ? std::vector<std::string>{} : std::vector<std::string>{name};
}

std::string takeObject(CommandContext& context, const Kinds& kinds, std::string_view what) {
  const std::string word = context.arguments.text(what);
  return context.arguments.error().empty() ? resolveObject(context, kinds, what, word) : std::string{};
}

std::vector<LayerColumn> takeLayerColumns(CommandContext& context, const Kinds& kinds, WantedColumn wanted) {
  const std::vector<std::string> layers = takeLayers(context, kinds);
  return takeColumns(context, layers, wanted);
}

std::vector<LayerColumn> takeColumns(CommandContext& context, const std::vector<std::string>& layers,
                                     WantedColumn wanted) {
  const std::string address = context.arguments.text("COLUMN");
  std::vector<LayerColumn> targets;
  bool otherKind = false;
  for (const std::string& layer : layers) {
    NamedColumn named = addressed(context.deposit, layer, address);
    if (named.column == nullptr) continue;
    if (fits(*named.column, wanted))
      targets.push_back({layer, std::move(named)});
    else
      otherKind = true;
  }
  if (!targets.empty()) return targets;
  if (otherKind)
    context.arguments.fail("'" + address + "' has " +
                           (wanted == WantedColumn::Numeric
                                ? "categories, not numbers; see the command category"
                                : "numbers, not categories; see the command range"));
  else
    context.arguments.fail("there is no column '" + address + "'" +
                           suggestion(address, columnNames(context.deposit, layers)));
  return {};
}

NamedColumn takeLegendColumn(CommandContext& context) {
  const std::string address = context.arguments.text("COLUMN");
  if (!context.arguments.error().empty()) return {};
  const std::vector<std::string> names = objectNames(context.deposit, kEveryKind);
  NamedColumn found;
  for (const std::string& object : names) {
    const NamedColumn named = addressed(context.deposit, object, address);
    if (named.column == nullptr) continue;
    // "cu" of one object goes before "Cu" of an earlier one.
    if (named.name == address || named.column->name == address) return {named.column->name, named.column};
    if (found.column == nullptr) found = {named.column->name, named.column};
  }
  if (found.column != nullptr) return found;
  context.arguments.fail("there is no column '" + address + "'" +
                         suggestion(address, columnNames(context.deposit, names)));
  return {};
}

Vec3 takePoint(CommandContext& context) {
  if (!context.arguments.accept("pick")) return context.arguments.point();
  if (!context.state.pick) context.arguments.fail("nothing is picked");
  return context.state.pick ? context.state.pick->position : Vec3{};
}

}  // namespace adit::viewer
