// adit stopes: a first sketch of an underground mine along a vein or a lens, as surfaces that open as a plan.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <system_error>

#include "geology/model/length_scale.h"
#include "geology/planning/stopes.h"
#include "viewer/app/cli.h"
#include "viewer/app/cli_open.h"
#include "viewer/app/cli_text.h"
#include "viewer/app/conversion.h"

namespace adit::viewer {
namespace {

struct StopeArguments {
  OpenArguments open;
  std::string model, grade, output;
  planning::StopeTerms terms;
  bool strikeIsSecond = false;
};

struct Ground {
  const geology::BlockModel* model = nullptr;
  const geology::Column* grade = nullptr;
};

/// Nothing, and said, where a name is missing or wrong.
std::optional<Ground> groundOf(const geology::Deposit& deposit, const StopeArguments& arguments) {
  Ground ground;
  std::string names;
  for (const auto& model : deposit.blockModels) {
    names += (names.empty() ? "" : ", ") + model->name;
    if (model->name == arguments.model || (arguments.model.empty() && deposit.blockModels.size() == 1))
      ground.model = model.get();
  }
  if (ground.model == nullptr) {
    std::cerr << "adit stopes: name a block model with --model: " << (names.empty() ? "there is none" : names)
              << "\n";
    return std::nullopt;
  }
  ground.grade = geology::findColumn(ground.model->columns, arguments.grade);
  if (ground.grade != nullptr && ground.grade->isNumeric()) return ground;
  std::cerr << "adit stopes: " << ground.model->name << " has no column of numbers '" << arguments.grade
            << "'; adit check lists its columns\n";
  return std::nullopt;
}

void printStopes(const planning::StopePlan& plan, const Ground& ground) {
  const Printer printer;
  printer.heading("Stopes", "a sketch by cut-off and width; no rock mechanics, and no reserve");
  TextTable table({false, true, true, true});
  table.add({"level", "stopes", "kt", "grade " + ground.grade->unit});
  struct Sum {
    std::size_t count = 0;
    double tonnes = 0, metal = 0;
  };
  std::map<std::size_t, Sum> levels;
  Sum all;
  for (const planning::Stope& stope : plan.stopes)
    for (Sum* sum : {&levels[stope.level], &all}) {
      ++sum->count;
      sum->tonnes += stope.tonnes;
      sum->metal += stope.tonnes * stope.grade;
    }
  const auto row = [&](const std::string& name, const Sum& sum) {
    table.add({name, std::to_string(sum.count), formatNumber(sum.tonnes / 1e3, 1),
               formatShort(sum.metal / sum.tonnes)});
  };
  for (const auto& [level, sum] : levels) row("level " + std::to_string(level + 1), sum);
  row("all", all);
  table.print("  ");
}

/// All centre lines as one object of strings, a part for each: its name says its periods.
geology::TriangleMesh stringsOf(const geology::MinePlan& plan) {
  geology::TriangleMesh mesh;
  mesh.name = "development";
  mesh.source = plan.source;
  for (const geology::PlanLine& line : plan.lines) {
    geology::Polyline string;
    string.part = static_cast<std::int32_t>(mesh.parts.size());
    for (const geology::Vec3& point : line.points) {
      string.vertices.push_back(static_cast<std::uint32_t>(mesh.vertices.size()));
      mesh.vertices.push_back(point);
    }
    const std::string first = std::to_string(line.first + 1), last = std::to_string(line.last + 1);
    mesh.parts.push_back(line.name + " period " + (first == last ? first : first + "-" + last));
    mesh.lines.push_back(std::move(string));
  }
  return mesh;
}

bool writeMesh(const geology::Deposit& from, geology::TriangleMesh mesh, const std::filesystem::path& path) {
  auto carrier = std::make_shared<geology::Deposit>();
  carrier->crs = from.crs;
  carrier->synthetic = mesh.source.synthetic;
  carrier->syntheticNote = mesh.source.note;
  carrier->meshes.push_back(std::make_shared<const geology::TriangleMesh>(std::move(mesh)));
  const ConversionResult written = convert({carrier, "", path.string()});
  printDiagnostics(written.diagnostics, geology::Severity::Warning);
  if (!written.usageError.empty()) std::cerr << "adit stopes: " << written.usageError << "\n";
  return written.usageError.empty() &&
         geology::countSeverity(written.diagnostics, geology::Severity::Error) == 0;
}

/// A surface a stope, whose name says its period; the table; the centre lines.
int writePlan(const geology::Deposit& deposit, const planning::StopePlan& plan, const Ground& ground,
              const std::string& output) {
  const std::filesystem::path folder(output);
  std::error_code fault;
  std::filesystem::create_directories(folder, fault);
  std::ofstream table(folder / "stopes.csv", std::ios::binary | std::ios::trunc);
  table << "period,activity,tonnes," << ground.grade->name << "\n";
  for (std::size_t s = 0; s < plan.stopes.size(); ++s) {
    const std::string period = std::to_string(plan.stopes[s].period + 1);
    geology::TriangleMesh solid = plan.solids[s];
    solid.name += " period " + period;
    const std::string file = solid.name + ".obj";
    if (!writeMesh(deposit, std::move(solid), folder / file)) return kExitErrors;
    table << "period " << period << ",ore," << plan.stopes[s].tonnes << "," << plan.stopes[s].grade << "\n";
  }
  if (!table.flush()) {
    std::cerr << "adit stopes: " << output << " cannot be written; choose a folder that you may write to\n";
    return kExitErrors;
  }
  if (!plan.plan.lines.empty() && !writeMesh(deposit, stringsOf(plan.plan), folder / "development.obj"))
    return kExitErrors;
  std::cout << "written to " << output << "; it opens as a plan\n";
  return kExitOk;
}

int runStopes(StopeArguments& arguments) {
  arguments.terms.strikeAxis = arguments.strikeIsSecond ? 1 : 0;
  const project::OpenResult opened = openForTerminal(requestOf(arguments.open));
  printDiagnostics(opened.deposit->diagnostics, geology::Severity::Error);
  if (opened.deposit->empty()) return kExitErrors;
  const auto ground = groundOf(*opened.deposit, arguments);
  if (!ground) return kExitUsage;
  const double metres = geology::metresIn(opened.deposit->unit);
  const planning::StopePlan plan =
      planning::planStopes(*ground->model, *ground->grade, arguments.terms, metres * metres * metres);
  if (!plan.fault.empty()) {
    std::cerr << "adit stopes: " << plan.fault << "\n";
    return kExitErrors;
  }
  printStopes(plan, *ground);
  return arguments.output.empty() ? kExitOk : writePlan(*opened.deposit, plan, *ground, arguments.output);
}

void addTerms(CLI::App& verb, StopeArguments& arguments) {
  planning::StopeTerms& t = arguments.terms;
  const auto positive = [&](const char* name, double& value, const char* help) {
    verb.add_option(name, value, help)->check(CLI::PositiveNumber)->capture_default_str();
  };
  verb.add_option("--cutoff", t.cutoff, "Of the diluted grade of a stope, in the grade's unit")->required();
  verb.add_option("--density", t.density, "t/m3 of all rock")->check(CLI::Range(0.1, 30.0))->required();
  positive("--height", t.height, "From level to level, in the model's unit like all lengths");
  positive("--min-length", t.minLength, "Of a stope along strike");
  positive("--max-length", t.maxLength, "Of a stope along strike");
  positive("--width", t.minWidth, "At least, across the vein");
  verb.add_option("--pillar", t.pillar, "Between stopes of one level")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  positive("--drive-offset", t.driveOffset, "Of the drive from the ore, in the footwall");
  verb.add_option("--gradient", t.gradient, "Of the decline")
      ->check(CLI::Range(0.01, 0.5))
      ->capture_default_str();
  verb.add_option("--tonnes-per-period", t.tonnesPerPeriod, "0: everything in one period")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  verb.add_flag("--strike-second", arguments.strikeIsSecond, "Strike is the second axis of the model");
  verb.add_flag("--footwall-high", t.footwallAtHigh,
                "The footwall lies where the axis across the vein rises");
}

}  // namespace

void addStopesVerb(CLI::App& app, int& exitCode) {
  const auto arguments = std::make_shared<StopeArguments>();
  CLI::App* verb =
      app.add_subcommand("stopes", "Stopes along a vein or a lens, with drives and decline: a first sketch");
  addOpenOptions(*verb, arguments->open);
  verb->add_option("--model", arguments->model, "The block model, where there are several")
      ->type_name("NAME");
  verb->add_option("--grade", arguments->grade, "A column of numbers")->required()->type_name("COLUMN");
  addTerms(*verb, *arguments);
  verb->add_option("-o,--output", arguments->output,
                   "A folder: a surface a stope named by its period, centre lines, and the table")
      ->type_name("DIR");
  verb->footer("A stope sketch is no design, and neither is a reserve.");
  verb->callback([arguments, &exitCode] { exitCode = runStopes(*arguments); });
}

}  // namespace adit::viewer
