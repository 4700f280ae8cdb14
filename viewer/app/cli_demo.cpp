#include <CLI/CLI.hpp>
#include <array>
#include <filesystem>
#include <iostream>
#include <memory>
#include <system_error>

#include "geology/project/save_demo.h"
#include "viewer/app/cli.h"
#include "viewer/app/cli_open.h"
#include "viewer/app/demo_tour.h"
#include "viewer/app/script.h"
#include "viewer/app/tour_access.h"
#include "viewer/app/window_arguments.h"
#include "viewer/publish/picture_export.h"
#include "viewer/state/initial_state.h"
#include "viewer/state/tour_player.h"

namespace adit::viewer {

namespace {

struct DemoArguments {
  std::uint64_t seed = 7;
  std::string save, pictures;
};

/// A picture of the demo: its name and the commands after the first view. The names are those of
/// geology/synthetic/porphyry_deposit.h.
struct DemoPicture {
  const char* name;
  std::vector<const char*> commands;
};

const std::vector<DemoPicture>& demoPictures() {
  static const std::vector<DemoPicture> kPictures{
      {"deposit", {}},
      {"drillholes", {"only drillholes", "frame drillholes", "size drillholes cu_pct", "zoom 0.7"}},
      {"ore", {"only blocks", "range blocks cu_pct 0.4 inf", "zoom 0.6", "orbit 40 10"}},
      {"known",
       {"only blocks drillholes", "labels drillholes off", "range blocks cu_pct 0.4 inf", "honest on",
        "section add 90 90 318000 3218000 1000", "zoom 0.5", "orbit 20 5"}},
      {"section",
       {"only blocks drillholes", "section add 90 90 318000 3218000 1500 50", "sectionview on",
        "sectionview zoom 3", "look N"}},
      {"pit",
       {"only topography 'pit design' blocks", "range blocks cu_pct 0.4 inf", "opacity topography 0.25",
        "opacity 'pit design' 0.8", "frame 'pit design'", "zoom 0.9"}},
      {"plan", {"hide blocks", "opacity topography 1", "contours topography auto", "look plan"}},
  };
  return kPictures;
}

project::OpenRequest demoRequest(const DemoArguments& arguments) {
  project::OpenRequest request;
  request.paths = {"synthetic:porphyry?seed=" + std::to_string(arguments.seed)};
  return request;
}

int saveFiles(const geology::Deposit& deposit, const std::string& folder) {
  geology::Progress progress;
  const geology::Diagnostics said = project::saveDemo(deposit, folder, progress);
  printDiagnostics(said, geology::Severity::Warning);
  if (geology::countSeverity(said, geology::Severity::Error) > 0) return kExitErrors;
  std::cout << "saved in " << folder << "; open it with: adit " << folder << "\n";
  return kExitOk;
}

Viewed viewOf(const DemoPicture& picture, const std::shared_ptr<const geology::Deposit>& deposit) {
  std::vector<ScriptLine> lines;
  for (const std::string& command : demoStatements()) lines.push_back({command, picture.name});
  // Honest View is for the pictures that are about it: the others show the ground.
  lines.push_back({"honest off", picture.name});
  for (const char* command : picture.commands) lines.push_back({command, picture.name});
  OrError<Viewed> viewed = viewAfter(deposit, initialState(*deposit), lines);
  if (const auto* fault = std::get_if<CommandError>(&viewed)) throw std::runtime_error(fault->message);
  return std::get<Viewed>(std::move(viewed));
}

int drawPictures(const project::OpenResult& opened, const std::string& folder) {
  geology::Progress progress;
  std::filesystem::create_directories(folder);
  for (const DemoPicture& picture : demoPictures()) {
    const Viewed viewed = viewOf(picture, opened.deposit);
    project::OpenResult known = opened;
    known.deposit = viewed.deposit;
    const std::string path = (std::filesystem::path(folder) / (std::string(picture.name) + ".png")).string();
    const std::string fault = exportPicture({std::move(known), viewed.state, path}, {}, progress);
    if (!fault.empty()) {
      std::cerr << "adit demo: " << fault << "\n";
      return kExitErrors;
    }
    std::cout << path << std::endl;  // each as soon as it is there
  }
  return kExitOk;
}

/// The stops of the tour as pictures, a flight in its middle, and the tour as a file.
int drawStops(project::OpenResult opened, const std::string& folder) {
  geology::Progress progress;
  const PictureRequest picture;
  ViewState state = initialState(*opened.deposit);
  const auto fail = [](const std::string& fault) {
    std::cerr << "adit demo: " << fault << "\n";
    return kExitErrors;
  };
  OrError<std::vector<TourStop>> tour = demoTour(*opened.deposit);
  if (const auto* fault = std::get_if<CommandError>(&tour)) return fail(fault->message);
  state.tour = std::get<std::vector<TourStop>>(std::move(tour));
  const std::filesystem::path out(folder);
  if (const std::string fault = exportTour(state.tour, (out / "tour.json").string()); !fault.empty())
    return fail(fault);
  std::cout << (out / "tour.json").string() << std::endl;
  const double aspect = static_cast<double>(picture.width) / picture.height;
  const PlayedTour played = playable(state, *opened.deposit, {aspect, true});
  for (const std::string& fault : played.faults) std::cerr << "adit demo: " << fault << "\n";
  const KnownFor knownFor = supportForViews(opened.deposit);
  for (const PlayedStop& stop : played.stops) {
    const ViewState view = stopAt(stop, stop.seconds / 2);
    opened.deposit = knownFor(view);
    const std::string path = (out / ("tour-" + std::to_string(stop.index + 1) + ".png")).string();
    if (const std::string fault = exportPicture({opened, view, path}, picture, progress); !fault.empty())
      return fail(fault);
    std::cout << path << std::endl;
  }
  return kExitOk;
}

int openDemo(const DemoArguments& arguments, const WindowArguments& window) {
  WindowOptions options = windowOptions(window);
  options.request.paths = demoRequest(arguments).paths;
  options.restoreSession = false;
  options.commands.insert(options.commands.begin(), demoStatements().begin(), demoStatements().end());
  options.tour = demoTour;
  return runWindow(options);
}

int runDemo(const DemoArguments& arguments, const WindowArguments& window) {
  if (!window.open.paths.empty())
    throw CLI::ValidationError("demo", "opens its own deposit, not " + window.open.paths.front());
  if (arguments.pictures.empty() && arguments.save.empty() && displayAvailable())
    return openDemo(arguments, window);
  const project::OpenResult opened = openForTerminal(demoRequest(arguments));
  if (!arguments.save.empty()) {
    const int saved = saveFiles(*opened.deposit, arguments.save);
    if (saved != kExitOk || arguments.pictures.empty()) return saved;
  }
  const std::string folder = arguments.pictures.empty() ? "out/demo" : arguments.pictures;
  const int drawn = drawPictures(opened, folder);
  return drawn == kExitOk ? drawStops(opened, folder) : drawn;
}

}  // namespace

void addDemoVerb(CLI::App& app, std::shared_ptr<const WindowArguments> window, int& exitCode) {
  const auto arguments = std::make_shared<DemoArguments>();
  CLI::App* verb =
      app.add_subcommand("demo", "A synthetic porphyry copper-gold deposit: window, or pictures without one");
  verb->add_option("--seed", arguments->seed, "Another number, another deposit")->capture_default_str();
  verb->add_option("--save", arguments->save, "Write it as open files (CSV, OBJ, GeoTIFF) into this folder")
      ->type_name("DIR");
  verb->add_option("-o,--output", arguments->pictures,
                   "Draw pictures into this folder; out/demo where there is no display")
      ->type_name("DIR");
  verb->fallthrough();
  verb->callback([arguments, window, &exitCode] { exitCode = runDemo(*arguments, *window); });
}

}  // namespace adit::viewer
