// What panels and keys ask of the program: opening, saving, undoing, leaving.
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <iostream>

#include "geology/model/plain_text.h"
#include "viewer/app/file_names.h"
#include "viewer/app/legend_access.h"
#include "viewer/app/other_content.h"
#include "viewer/app/window_session.h"
#include "viewer/panels/workspace.h"
#include "viewer/publish/picture_export.h"
#include "viewer/state/evidence.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

namespace fs = std::filesystem;

constexpr int kShotFrames = 5;  ///< quiet frames before a screenshot; ImGui needs two to place everything

/// Absolute, so that a recent path means the same from another folder; "synthetic:..." stays as it is.
std::string absolutePath(const std::string& path) {
  if (path.starts_with("synthetic:")) return path;
  std::error_code fault;
  const fs::path absolute = fs::absolute(path, fault);
  return fault ? path : absolute.lexically_normal().string();
}

/// Beside what is open: in the folder that was opened, or in that of the first file.
fs::path folderOf(const project::OpenRequest& request) {
  std::error_code fault;
  for (const std::string& path : request.paths) {
    if (fs::is_directory(path, fault)) return path;
    if (fs::is_regular_file(path, fault)) return fs::path(path).parent_path();
  }
  return fs::current_path(fault);
}

/// "2 sources are not what was saved"; empty when all are.
std::string changesText(const geology::Diagnostics& diagnostics) {
  const auto count = static_cast<std::size_t>(
      std::count_if(diagnostics.begin(), diagnostics.end(),
                    [](const geology::Diagnostic& d) { return d.code == "PRJ-CHANGED"; }));
  if (count == 0) return {};
  return geology::counted(count, "source has", "sources have") +
         " changed since this view was saved; press I to see which.";
}

}  // namespace

void WindowSession::obey(const AppRequest& request) {
  switch (request.kind) {
    case AppRequest::Kind::OpenDialog:
      return openBrowser(FileTask::Open);
    case AppRequest::Kind::OpenPath:
      return leaveFor([this, path = request.text] { openPaths({path}); });
    case AppRequest::Kind::SaveProject:
      return saveProject();
    case AppRequest::Kind::SavePicture:
      return savePicture();
    case AppRequest::Kind::LegendDialog:
      return askForLegend(request);
    case AppRequest::Kind::ImportLegend:
      return takeLegend(request.column, request.text);
    case AppRequest::Kind::ExportLegend:
      return giveLegend(request.column, request.text);
    case AppRequest::Kind::TourDialog:
      return askForTour(request.text);
    case AppRequest::Kind::ImportTour:
      return takeTour(request.text);
    case AppRequest::Kind::ExportTour:
      return giveTour(request.text);
    case AppRequest::Kind::PitDialog:
      return askForPit(request.text);
    case AppRequest::Kind::ImportPit:
      return takePitInputs(request.text);
    case AppRequest::Kind::ExportPit:
      return givePitInputs(request.text);
    case AppRequest::Kind::WritePitColumns:
      return writePitColumns(request.text);
    case AppRequest::Kind::CancelPit:
      return pit_.cancel();
    case AppRequest::Kind::Present:
      return present(request.text);
    case AppRequest::Kind::ProposePlan:
      return proposePlan();
    case AppRequest::Kind::RunPlan:
      return runPlan();
    case AppRequest::Kind::PlanDialog:
      openBrowser(request.text == "export" ? FileTask::ExportPlan : FileTask::ImportPlan);
      memory_.fileName = request.text == "export" ? "plan.json" : std::string();
      return;
    case AppRequest::Kind::ImportPlan:
      return takePlan(request.text);
    case AppRequest::Kind::ExportPlan:
      return givePlan(request.text);
    case AppRequest::Kind::Undo:
      return document_.undo();
    case AppRequest::Kind::Redo:
      return document_.redo();
    case AppRequest::Kind::Quit:
      return window_.close();
    case AppRequest::Kind::LeaveUnsaved:
      return leaveUnsaved();
    case AppRequest::Kind::SaveAndLeave:
      leaveWhenSaved_ = true;
      return saveProject();
    case AppRequest::Kind::CancelWork:
      return work_.cancel();
    case AppRequest::Kind::ShowHelp:
      memory_.helpShown = !memory_.helpShown;
      return;
    case AppRequest::Kind::ShowDiagnostics:
      memory_.diagnosticsShown = !memory_.diagnosticsShown;
      return;
  }
}

void WindowSession::openBrowser(FileTask task) {
  std::error_code fault;
  const fs::path start = request_.paths.empty() ? fs::current_path(fault) : folderOf(request_);
  memory_.browser = browseFolder(start);
  memory_.fileTask = task;
}

void WindowSession::askForLegend(const AppRequest& request) {
  const bool out = request.text == "export";
  openBrowser(out ? FileTask::ExportLegend : FileTask::ImportLegend);
  memory_.fileColumn = request.column;
  memory_.fileName = out ? fileNameOf(request.column) + ".json" : std::string();
}

/// The dialog stays when the file is none, so that another one can be chosen.
void WindowSession::takeLegend(const std::string& column, const std::string& path) {
  const OrError<LegendOrder> order = importLegend(document_.deposit(), column, path);
  if (const auto* fault = std::get_if<CommandError>(&order)) return say(fault->message);
  const auto& [command, notes] = std::get<LegendOrder>(order);
  memory_.browser.reset();
  const std::string fault = document_.run({{command, {}}});
  if (!fault.empty()) return say(fault);
  say(notes.empty() ? "Legend of " + column + " read from " + path : notes.front().message);
}

void WindowSession::giveLegend(const std::string& column, const std::string& path) {
  const std::string fault = exportLegend(document_.deposit(), document_.state(), column, path);
  if (!fault.empty()) return say(fault);
  memory_.browser.reset();
  say("Legend of " + column + " written to " + path);
}

void WindowSession::openPaths(std::vector<std::string> paths) {
  memory_.browser.reset();
  startOpening({.paths = std::move(paths), .choices = {}, .targetCrs = {}}, {});
}

void WindowSession::startOpening(project::OpenRequest request, const std::string& wantedState) {
  for (std::string& path : request.paths) path = absolutePath(path);
  request.useCaches = options_.request.useCaches;
  request.otherContent = describeOther;
  wantedState_ = wantedState;
  work_.start(openTask(std::move(request)), GlfwWindow::wake);
}

void WindowSession::finishWork() {
  std::optional<WorkOutcome> outcome = work_.takeOutcome();
  if (!outcome) return;
  quietFrames_ = 0;
  if (auto* opened = std::get_if<Opened>(&*outcome)) return showOpened(std::move(*opened));
  if (const auto* saved = std::get_if<Saved>(&*outcome)) {
    return showProjectSaved(*saved);
  }
  if (const auto* picture = std::get_if<PictureSaved>(&*outcome)) return showSaved(*picture);
  if (const auto* written = std::get_if<FileWritten>(&*outcome)) return say("Written to " + written->path);
  if (const auto* proposed = std::get_if<PlanProposed>(&*outcome)) return showProposal(*proposed);
  if (auto* estimated = std::get_if<Estimated>(&*outcome)) return showEstimate(std::move(*estimated));
  if (const auto* failed = std::get_if<WorkFailed>(&*outcome))
    return say("That did not work: " + failed->message);
  say("Cancelled.");
}

void WindowSession::finishSupport() {
  const std::shared_ptr<const geology::Deposit> known = support_.take();
  support_.follow(document_.opened().deposit, shownState().asOf);
  if (known == nullptr) return;
  document_.learn(known);
  learnedMore();
  runPending();
}

void WindowSession::showSaved(const PictureSaved& picture) {
  if (picture.fault.empty()) return say("Picture saved as " + picture.path);
  sayRefused(picture.fault);
}

/// What public mode refuses is a list: the panel that shows it is unfolded.
void WindowSession::sayRefused(const std::string& fault) {
  const std::size_t line = fault.find('\n');
  if (line != std::string::npos) memory_.folded.erase(kGuardTitle);
  say(fault.substr(0, line));
}

void WindowSession::showOpened(Opened opened) {
  const std::size_t errors =
      geology::countSeverity(opened.result.deposit->diagnostics, geology::Severity::Error);
  const bool empty = opened.result.deposit->empty();
  if (!opened.result.unwritten.empty()) caches_.start(cacheTask(opened.result), [] {});
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const ScreenRect view = layoutOf(memory_, {size.x, size.y, true, document_.state().chart.shown}).view;
  const double aspect = view.height > 1 ? static_cast<double>(view.width / view.height) : kTypicalAspect;
  const std::string fault =
      document_.open(std::move(opened.result), wantedState_, {document_.state().theme, aspect});
  request_ = std::move(opened.request);
  memory_.columns.clear();
  memory_.drillYears.reset();
  planChoices_.clear();
  unsavedEstimates_.clear();
  memory_.edit = {};
  memory_.tourStop.reset();
  memory_.filterFault.clear();
  memory_.diagnosticsShown = empty && errors > 0;
  scene_.setDeposit(document_.opened().deposit);
  drawnDeposit_ = document_.opened().deposit;
  support_.start(document_.opened().deposit, document_.state().asOf);
  drawn_.reset();
  window_.setTitle(document_.deposit().name + " - Adit");
  if (!empty) remember(settings_, request_.paths);
  if (errors > 0)
    say(geology::counted(errors, "error") + " while reading; press I to see them.");
  else if (empty)
    say("Nothing was found there that Adit can show.");
  else if (const std::string changes = changesText(document_.deposit().diagnostics); !changes.empty())
    say(changes);
  if (!fault.empty()) say(fault);
  runPending();
}

/// What the command line asks of what is now open: legends, then commands.
void WindowSession::runPending() {
  const auto complain = [this](const std::string& wrong) {
    if (wrong.empty()) return;
    std::cerr << "adit: " << wrong << "\n";
    say(wrong);
    exitCode_ = 1;
  };
  for (const auto& [column, path] : std::exchange(options_.legends, {})) {
    const OrError<LegendOrder> order = importLegend(document_.deposit(), column, path);
    const auto* fault = std::get_if<CommandError>(&order);
    complain(fault != nullptr ? fault->message : document_.run({{std::get<LegendOrder>(order).command, {}}}));
  }
  takeTourOfOptions();
  const bool tooEarly =
      support_.busy() && std::any_of(pendingCommands_.begin(), pendingCommands_.end(), namesSupport);
  if (tooEarly) return;
  while (!pendingCommands_.empty()) {
    if (waitsForPit(pendingCommands_.front())) return;
    const std::string line = pendingCommands_.front();
    pendingCommands_.erase(pendingCommands_.begin());
    complain(document_.runText(line));
  }
  if (const int stop = std::exchange(options_.present, 0); stop > 0) present(std::to_string(stop));
}

void WindowSession::saveProject() {
  if (document_.deposit().empty()) return;
  const std::string& known = document_.opened().projectPath;
  const std::string path =
      known.empty() ? freePath(folderOf(request_), fileNameOf(document_.deposit().name), ".adit").string()
                    : known;
  work_.start(saveTask(path, document_.opened(), toJson(document_.state()), unsavedEstimates_),
              GlfwWindow::wake);
}

void WindowSession::savePicture() {
  if (document_.deposit().empty()) return;
  std::error_code fault;
  const fs::path path = freePath(fs::current_path(fault), fileNameOf(document_.deposit().name), ".png");
  const double scale = static_cast<double>(scale_ * ImGui::GetIO().DisplayFramebufferScale.x);
  work_.start(pictureTask({document_.opened(), document_.state(), path.string()}, scene_.capture(), scale),
              GlfwWindow::wake);
  drawn_.reset();
}

void WindowSession::leave() {
  if (!options_.screenshot.empty()) return;
  const PixelSize size = window_.size();
  settings_.width = size.width;
  settings_.height = size.height;
  settings_.leftWidth = memory_.leftWidth;
  settings_.rightWidth = memory_.rightWidth;
  settings_.theme = document_.state().theme;
  settings_.sessionPaths = request_.paths;
  settings_.sessionState = document_.deposit().empty() ? std::string() : toJson(document_.state());
  if (!storeSettings(settings_, settingsPath()))
    std::cerr << "adit: the settings could not be stored in " << settingsPath().string() << "\n";
}

bool WindowSession::shotDue() const {
  return !options_.screenshot.empty() && !presentation_.animating() && !busy() && !support_.busy() &&
         !pit_.busy() && pendingCommands_.empty() && quietFrames_ >= kShotFrames;
}

void WindowSession::writeShot(const Image& shot) {
  geology::Progress progress;
  const PictureExport job{document_.opened(), shownState(), options_.screenshot};
  const double scale = static_cast<double>(scale_ * ImGui::GetIO().DisplayFramebufferScale.x);
  const std::string wrong = document_.deposit().empty() ? writePng(shot, options_.screenshot, {})
                                                        : exportImage(job, shot, scale, progress);
  if (!wrong.empty()) {
    std::cerr << "adit: " << wrong << "\n";
    exitCode_ = 1;
  }
  window_.close();
}

}  // namespace adit::viewer
