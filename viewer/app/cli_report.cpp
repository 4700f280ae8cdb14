#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "geology/project/file_hash.h"
#include "viewer/app/cli.h"
#include "viewer/app/cli_text.h"
#include "viewer/app/cli_view.h"
#include "viewer/app/report_sheet.h"
#include "viewer/geometry/shown_resources.h"
#include "viewer/state/columns.h"
#include "viewer/state/filter_text.h"

namespace adit::viewer {
namespace {

struct ReportArguments {
  ViewArguments view;
  std::string model, grade, category, classes, density, proportion, group, filter, date, person, basis;
  std::vector<double> cutoffs;
  std::vector<std::string> otherGrades;
  std::string format = "text";
  bool exact = false;
};

/// The model that is named, else the only one, else the active layer.
std::string modelOf(const geology::Deposit& deposit, const ReportArguments& arguments,
                    const ViewState& state) {
  if (deposit.blockModels.empty()) throw VerbFailure{"there is no block model in these files", kExitErrors};
  const std::string wanted = !arguments.model.empty() ? arguments.model : state.activeLayer;
  for (const auto& model : deposit.blockModels)
    if (model->name == wanted || deposit.blockModels.size() == 1) return model->name;
  std::string names;
  for (const auto& model : deposit.blockModels) names += (names.empty() ? "" : ", ") + model->name;
  throw VerbFailure{"there are several block models; say which with --model: " + names, kExitUsage};
}

/// The column that is named, else one with cut-offs in the view, else the one that colours the model.
std::string gradeOf(const geology::Deposit& deposit, const std::string& model,
                    const ReportArguments& arguments, const ViewState& state) {
  if (!arguments.grade.empty()) return arguments.grade;
  for (const auto& [name, cutoffs] : state.cutoffs)
    if (columnOf(deposit, model, name) != nullptr) return name;
  const std::string& colored = layerOf(state, model).colorBy;
  const geology::Column* column = columnOf(deposit, model, colored);
  if (column != nullptr && column->isNumeric()) return colored;
  throw VerbFailure{"say which column is the grade: --grade COLUMN", kExitUsage};
}

/// The options as the commands that they stand for, so that both have the same checks and messages.
std::vector<Command> commandsOf(const ReportArguments& arguments, const std::string& model,
                                const std::string& grade) {
  std::vector<Command> commands;
  if (!arguments.filter.empty()) commands.push_back(command("filter", model, arguments.filter));
  if (!arguments.density.empty()) commands.push_back(command("density", model, arguments.density));
  if (!arguments.proportion.empty()) commands.push_back(command("proportion", model, arguments.proportion));
  if (!arguments.category.empty())
    commands.push_back(command("resource", "class", model, arguments.category));
  if (arguments.classes == "suggested") {
    commands.push_back(command("resource", "suggested", model));
  } else if (!arguments.classes.empty()) {
    Command map = command("resource", "map", model);
    for (std::string& one : CLI::detail::split(arguments.classes, ','))
      map.arguments.push_back(std::move(one));
    commands.push_back(std::move(map));
  }
  if (!arguments.date.empty()) commands.push_back(command("disclosure", "date", arguments.date));
  if (!arguments.person.empty()) commands.push_back(command("disclosure", "person", arguments.person));
  if (!arguments.basis.empty()) commands.push_back(command("disclosure", "basis", arguments.basis));
  if (!arguments.cutoffs.empty()) {
    Command cutoffs = command("resource", "cutoffs", grade);
    for (const double value : arguments.cutoffs) cutoffs.arguments.push_back(commandNumber(value));
    commands.push_back(std::move(cutoffs));
  }
  return commands;
}

std::vector<SheetSource> sourcesOf(const geology::Provenance& source) {
  if (source.path.empty()) return {};
  std::string sha256 = source.sha256;
  if (sha256.empty()) sha256 = project::sha256OfFile(source.path).value_or("");
  return {{source.path, source.format, sha256}};
}

std::string supportOf(const geology::BlockModel& model, const geology::Deposit& deposit) {
  const auto& size = model.lattice.size;
  return (model.subBlocked() ? "sub-blocks of parents of " : "blocks of ") + formatShort(size[0]) + " x " +
         formatShort(size[1]) + " x " + formatShort(size[2]) + " " + geology::unitSymbol(deposit.unit);
}

/// Says what the codes may mean where nobody said what they do.
void suggestClasses(const geology::Deposit& deposit, const ViewState& state, const std::string& model) {
  const auto category = state.categories.find(model);
  if (category == state.categories.end() || !category->second.classes.empty()) return;
  const geology::Column* column = columnOf(deposit, model, category->second.column);
  const reporting::CategoryMapping suggested = reporting::suggestedMapping(reporting::codesOf(*column));
  if (suggested.empty()) return;
  std::string text;
  for (const auto& [code, meaning] : suggested)
    text += (text.empty() ? "" : ",") + code + "=" + std::string(reporting::wordOf(meaning));
  std::cerr << "adit report: nobody said what the codes of " << column->name
            << " mean. If they have their usual meaning: --classes suggested (" << text << ")\n";
}

ReportSheet sheetOf(const OpenedView& view, const ReportArguments& arguments) {
  const geology::Deposit& deposit = *view.opened.deposit;
  const std::string model = modelOf(deposit, arguments, view.state);
  const std::string grade = gradeOf(deposit, model, arguments, view.state);
  ViewState state = view.state;
  for (const Command& one : commandsOf(arguments, model, grade))
    state = orThrow(apply(state, one, deposit), kExitUsage);
  if (arguments.exact && state.mode == ReportMode::Public)
    throw VerbFailure{"exact numbers are not for the public: mode technical first", kExitUsage};
  suggestClasses(deposit, state, model);
  auto question = resourceQuestion(view.opened.deposit, state, model, grade);
  if (!question) throw VerbFailure{"'" + model + "' has no column of numbers '" + grade + "'", kExitUsage};
  question->otherColumns = arguments.otherGrades;
  for (const std::string& name : arguments.otherGrades)
    if (const geology::Column* column = columnOf(deposit, model, name);
        column == nullptr || !column->isNumeric())
      throw VerbFailure{"'" + model + "' has no column of numbers '" + name + "'", kExitUsage};
  question->group = arguments.group;
  if (!arguments.group.empty() && columnOf(deposit, model, arguments.group) == nullptr)
    throw VerbFailure{"'" + model + "' has no column '" + arguments.group + "' to group by", kExitUsage};
  SelectionCache cache;
  const geology::BlockModel& blocks = **std::find_if(deposit.blockModels.begin(), deposit.blockModels.end(),
                                                     [&](const auto& one) { return one->name == model; });
  return {shownResources(*question, cache, {}),
          deposit.name,
          deposit.synthetic ? deposit.syntheticNote : std::string(),
          sourcesOf(blocks.source),
          supportOf(blocks, deposit),
          filterText(state, model),
          state.disclosure,
          arguments.exact ? reporting::Digits::Exact : reporting::Digits::Rounded};
}

int runReport(const CLI::App& verb, const ReportArguments& arguments) {
  try {
    const ReportSheet sheet = sheetOf(openView(verb, arguments.view, 1.6), arguments);
    if (arguments.format == "csv")
      std::cout << reportCsv(sheet);
    else if (arguments.format == "json")
      std::cout << reportJson(sheet);
    else
      printReport(sheet, Printer());
    return kExitOk;
  } catch (const VerbFailure& failure) {
    std::cerr << "adit report: " << failure.message << "\n";
    return failure.exitCode;
  }
}

void addOptions(CLI::App& verb, ReportArguments& a) {
  verb.add_option("--model", a.model, "The block model, where there are several")->type_name("NAME");
  verb.add_option("--grade", a.grade, "The column that is cut; else the one that colours the model")
      ->type_name("COLUMN");
  verb.add_option("--also", a.otherGrades, "Further grades beside it; may be repeated")
      ->type_name("COLUMN")
      ->allow_extra_args(false);
  verb.add_option("--cutoffs", a.cutoffs, "Cut-offs, e.g. 0.2,0.3,0.5")
      ->delimiter(',')
      ->type_name("VALUE,...");
  verb.add_option("--category", a.category, "The column with the author's classes")->type_name("COLUMN");
  verb.add_option("--classes", a.classes, "What its codes mean, or 'suggested' for their usual meaning")
      ->type_name("CODE=CLASS,...");
  verb.add_option("--density", a.density, "A column, or one value in t/m3")->type_name("COLUMN|VALUE");
  verb.add_option("--proportion", a.proportion, "The column with the part of each block that counts")
      ->type_name("COLUMN");
  verb.add_option("--group", a.group, "One table for each value of a column")->type_name("COLUMN");
  verb.add_option("--filter", a.filter, "Only blocks that fulfil it, e.g. 'rock == \"POR\"'")
      ->type_name("EXPRESSION");
  verb.add_option("--date", a.date, "Day for which the estimate holds")->type_name("DAY");
  verb.add_option("--person", a.person, "The competent or qualified person")->type_name("NAME");
  verb.add_option("--basis", a.basis, "Per cent of the deposit that the figures are for; 100: the whole")
      ->type_name("PERCENT");
  verb.add_flag("--exact", a.exact, "Every digit, for checks: more than the estimate has");
  verb.add_option("--format", a.format, "How it is written")
      ->check(CLI::IsMember({"text", "csv", "json"}))
      ->capture_default_str();
}

}  // namespace

void addReportVerb(CLI::App& app, int& exitCode) {
  const auto arguments = std::make_shared<ReportArguments>();
  CLI::App* verb =
      app.add_subcommand("report", "Tonnes, grade and metal by class and cut-off, rounded as codes ask");
  addViewOptions(*verb, arguments->view);
  addOptions(*verb, *arguments);
  verb->footer(
      "Example: adit report mine --grade cu_pct --cutoffs 0.2,0.3,0.5 --density sg --category CLASS "
      "--classes suggested");
  verb->callback([arguments, verb, &exitCode] { exitCode = runReport(*verb, *arguments); });
}

}  // namespace adit::viewer
