// Commands on what the numbers of a resource table rest on: classes, cut-offs, the part of a block that
// counts.
#include <algorithm>

#include "viewer/state/command_table.h"

namespace adit::viewer {
namespace {

using geology::ObjectKind;
using reporting::ResourceClass;

reporting::CategoryCodes codesOf(const CommandContext& context, const std::string& model) {
  const auto chosen = context.state.categories.find(model);
  const geology::Column* column = chosen == context.state.categories.end()
                                      ? nullptr
                                      : columnOf(context.deposit, model, chosen->second.column);
  return column != nullptr ? reporting::codesOf(*column) : reporting::CategoryCodes{};
}

/// The models that the argument names, each with a column of classes.
std::vector<std::string> takeClassedModels(CommandContext& context) {
  std::vector<std::string> models = takeLayers(context, {ObjectKind::BlockModel});
  for (const std::string& model : models)
    if (!context.state.categories.contains(model))
      context.arguments.fail("the classes of '" + model + "' are not known yet: resource class " + model +
                             " COLUMN comes first");
  return context.arguments.error().empty() ? models : std::vector<std::string>{};
}

void setClassColumn(CommandContext& context) {
  const std::vector<std::string> models = takeLayers(context, {ObjectKind::BlockModel});
  if (context.arguments.accept("none")) {
    for (const std::string& model : models) context.state.categories.erase(model);
    return;
  }
  for (const LayerColumn& target : takeColumns(context, models, WantedColumn::Any)) {
    if (reporting::codesOf(*target.column.column).tooMany)
      context.arguments.fail("'" + target.column.name + "' has more than " +
                             std::to_string(reporting::kMostCodes) + " codes: it is no column of classes");
    CategoryState& category = context.state.categories[target.layer];
    if (category.column != target.column.name) category = {target.column.name, {}};
  }
}

struct CodeClass {
  std::string code;
  std::optional<ResourceClass> meaning;  ///< absent: none
};

std::optional<CodeClass> takeCodeClass(Arguments& arguments) {
  const std::string text = arguments.text("CODE=CLASS");
  const std::size_t equals = text.rfind('=');
  if (equals == std::string::npos) {
    arguments.fail("'" + text + "' is not of the form CODE=CLASS");
    return std::nullopt;
  }
  const std::string word = text.substr(equals + 1);
  if (word == "none") return CodeClass{text.substr(0, equals), std::nullopt};
  const auto meaning = reporting::classFromWord(word);
  if (!meaning) arguments.fail("'" + word + "' is no class" + suggestion(word, enumWords<ResourceClass>()));
  return CodeClass{text.substr(0, equals), meaning};
}

void mapOne(CommandContext& context, const std::string& model, const CodeClass& one) {
  const reporting::CategoryCodes codes = codesOf(context, model);
  std::vector<std::string> known;
  for (const reporting::CategoryCode& code : codes.codes) known.push_back(code.code);
  if (std::find(known.begin(), known.end(), one.code) == known.end())
    context.arguments.fail("no block of '" + model + "' has the code '" + one.code + "'" +
                           suggestion({}, known));  // short codes all resemble one another
  reporting::CategoryMapping& classes = context.state.categories[model].classes;
  if (one.meaning)
    classes[one.code] = *one.meaning;
  else
    classes.erase(one.code);
}

void mapCodes(CommandContext& context) {
  const std::vector<std::string> models = takeClassedModels(context);
  do {
    if (const auto one = takeCodeClass(context.arguments))
      for (const std::string& model : models) mapOne(context, model, *one);
  } while (context.arguments.more());
}

void takeSuggestions(CommandContext& context) {
  for (const std::string& model : takeClassedModels(context)) {
    reporting::CategoryMapping suggested = reporting::suggestedMapping(codesOf(context, model));
    context.state.categories[model].classes.merge(suggested);  // what a person said stays
  }
}

void setCutoffs(CommandContext& context) {
  const NamedColumn column = takeLegendColumn(context);
  if (column.column == nullptr) return;
  const std::string& name = column.column->name;
  if (context.arguments.accept("none")) {
    context.state.cutoffs.erase(name);
    return;
  }
  std::vector<double> cutoffs;
  do {
    cutoffs.push_back(context.arguments.number("VALUE"));
  } while (context.arguments.more());
  std::sort(cutoffs.begin(), cutoffs.end());
  cutoffs.erase(std::unique(cutoffs.begin(), cutoffs.end()), cutoffs.end());
  if (cutoffs.size() > kMostCutoffs)
    context.arguments.fail("more than " + std::to_string(kMostCutoffs) + " cut-offs cannot be read");
  context.state.cutoffs[name] = std::move(cutoffs);
}

void setProportion(CommandContext& context) {
  const std::vector<std::string> models = takeLayers(context, {ObjectKind::BlockModel});
  if (context.arguments.accept("none")) {
    for (const std::string& model : models) context.state.proportions.erase(model);
    return;
  }
  for (const LayerColumn& target : takeColumns(context, models, WantedColumn::Numeric))
    context.state.proportions[target.layer] = target.column.name;
}

}  // namespace

std::vector<CommandEntry> resourceCommands() {
  return {
      {{"proportion", "proportion MODEL COLUMN|none",
        "The column that says which part of each block counts: 0 to 1, or per cent where its unit is %."},
       setProportion},
      {{"resource class", "resource class MODEL COLUMN|none",
        "The column in which the model's author wrote how well each block is known; Adit itself classifies "
        "nothing."},
       setClassColumn},
      {{"resource map", "resource map MODEL CODE=CLASS...",
        "What the codes mean: measured, indicated, inferred, exploration, unclassified, proved, probable, "
        "mined or none."},
       mapCodes},
      {{"resource suggested", "resource suggested MODEL",
        "Takes the usual meaning of every code that has one and was not mapped: 1 measured, IND indicated."},
       takeSuggestions},
      {{"resource cutoffs", "resource cutoffs COLUMN VALUE...|none",
        "The cut-offs of the resource table on a column."},
       setCutoffs},
  };
}

}  // namespace adit::viewer
