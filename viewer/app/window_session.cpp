// The event loop: events, panels, commands, picture.
#include "viewer/app/window_session.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>

#include "viewer/app/texture_alpha.h"
#include "viewer/guard/guarded_view.h"
#include "viewer/panels/actions.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/workspace.h"
#include "viewer/state/pick_facts.h"
#include "viewer/state/placement.h"
#include "viewer/state/plan.h"

namespace adit::viewer {
namespace {

constexpr double kMessageSeconds = 10;
constexpr int kSettlingFrames = 30;  ///< frames at full rate after the last change: hints appear, fades end

/// Those that the walking tool takes for itself.
bool isWalkingKey(const KeyChord& chord) {
  constexpr std::string_view kKeys = "WASDQE";
  if (chord.key == kKeySpace) return !chord.ctrl && !chord.shift;
  return !chord.ctrl && chord.key < 256 && kKeys.find(static_cast<char>(chord.key)) != std::string_view::npos;
}

/// That the caller or the environment asks for; 0 when nobody does.
float wantedScale(const WindowOptions& options) {
  const char* text = std::getenv("ADIT_SCALE");
  const float wanted = options.scale > 0 || text == nullptr ? options.scale : std::strtof(text, nullptr);
  return wanted > 0 ? std::clamp(wanted, 0.5F, 4.0F) : 0;
}

std::set<std::string> namesOf(const EstimateRecords& records) {
  std::set<std::string> names;
  for (const auto& [model, record] : records) names.insert(model);
  return names;
}

/// A slider, a histogram's handle or the view has issued a command that belongs to one long gesture.
bool isPartOfADrag(const PanelOutput& output) {
  return std::any_of(output.commands.begin(), output.commands.end(),
                     [](const PanelOutput::Issued& issued) { return !issued.mergeLabel.empty(); });
}

}  // namespace

WindowSession::WindowSession(const WindowOptions& options)
    : options_(options),
      settings_(options.screenshot.empty() ? loadSettings(settingsPath()) : Settings{}),
      document_([this](const Command& command) {
        if (record_.is_open()) record_ << formatCommand(command) << std::endl;
      }),
      window_({options.width > 0 ? options.width : settings_.width,
               options.height > 0 ? options.height : settings_.height},
              wantedScale(options)),
      scene_(window_.host()),
      tonnage_(GlfwWindow::wake),
      resources_(GlfwWindow::wake),
      claim_(GlfwWindow::wake),
      plan_(GlfwWindow::wake),
      pit_(GlfwWindow::wake),
      chart_(window_.host(), GlfwWindow::wake),
      support_(GlfwWindow::wake),
      estimate_(GlfwWindow::wake),
      pendingCommands_(options.commands) {
  if (const char* path = std::getenv("ADIT_RECORD")) record_.open(path, std::ios::app);
  memory_.leftWidth = settings_.leftWidth;
  memory_.rightWidth = settings_.rightWidth;
  if (options.screenshot.empty()) scene_.setImpatient(GlfwWindow::wake);
  document_.open(document_.opened(), {}, {settings_.theme});
  if (!options.request.paths.empty())
    startOpening(options.request, {});
  else if (options.restoreSession && options.screenshot.empty() && !settings_.sessionPaths.empty())
    startOpening({.paths = settings_.sessionPaths, .choices = {}, .targetCrs = {}}, settings_.sessionState);
}

int WindowSession::run() {
  while (!window_.closing() || staysOpen()) {
    window_.pollEvents(waitingTime());
    frame();
  }
  leave();
  return exitCode_;
}

double WindowSession::waitingTime() const {
  if (viewPane_.moving() || presentation_.moving() || memory_.playing || quietFrames_ < kSettlingFrames)
    return 0;
  return busy() || counting() ? 0.05 : 0.5;
}

void WindowSession::frame() {
  finishWork();
  finishSupport();
  finishPit();
  if (window_.framebufferSize() == PixelSize{}) return;  // minimised
  PanelOutput output;
  fitScale();
  takeKeys(output);
  presentation_.follow(ImGui::GetTime());
  window_.beginFrame();
  if (presentation_.on())
    drawPresentation(output);
  else
    drawPanels(output);
  const ImGuiIO& io = ImGui::GetIO();
  const bool touched = io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || io.MouseWheel != 0 ||
                       ImGui::IsAnyMouseDown() || !output.commands.empty() || !output.requests.empty() ||
                       io.WantTextInput;
  quietFrames_ = touched || busy() || counting() ? 0 : quietFrames_ + 1;
  dragging_ = memory_.playing || (ImGui::IsAnyMouseDown() && (dragging_ || isPartOfADrag(output)));
  obey(output);
  drawScene();
  followNumbers();
  followChart();
  followEstimate();
  Image shot;
  const bool due = shotDue();
  window_.endFrame(due ? &shot : nullptr);
  if (due) writeShot(shot);
}

void WindowSession::takeKeys(PanelOutput& output) {
  const std::vector<KeyChord> keys = window_.takeKeys();
  if (std::vector<std::string> dropped = window_.takeDropped(); !dropped.empty())
    leaveFor([this, dropped] { openPaths(dropped); });
  if (keys.empty()) return;
  quietFrames_ = 0;
  if (ImGui::GetIO().WantTextInput) return;
  if (presentation_.on()) return takeShowKeys(keys, output);
  const PanelInput input = panelInput();
  for (const KeyChord& chord : keys) {
    if (document_.state().tool == ToolKind::Walk && isWalkingKey(chord)) continue;
    if (const auto action = actionOf(chord)) perform(*action, input, memory_, output);
  }
}

void WindowSession::fitScale() {
  const float wanted = wantedScale(options_);
  // Eighths, so that fonts are rebuilt for real changes only.
  const float scale = std::round((wanted > 0 ? wanted : window_.contentScale()) * 8) / 8;
  applyStyle(ImGui::GetStyle(), shownState().theme, scale);
  if (scale == scale_) return;
  scale_ = scale;
  fontFaults_ = buildFonts(*ImGui::GetIO().Fonts, scale, installedFonts());
  window_.uploadFonts();
  for (const std::string& fault : fontFaults_) say(fault);
}

PanelInput WindowSession::panelInput() {
  const ViewState& state = document_.state();
  const bool told = !message_.empty() && ImGui::GetTime() < messageUntil_;
  return {document_.deposit(),
          state,
          scene_.facts(),
          state.pick ? pickFacts(document_.deposit(), *state.pick) : std::vector<Fact>{},
          viewPane_.pointer(),
          busy() ? (work_.what().empty() ? "working" : work_.what()) : std::string(),
          work_.fraction(),
          told ? message_ : std::string(),
          document_.canUndo(),
          document_.canRedo(),
          scale_,
          settings_.recent,
          tonnage_.facts(),
          scene_.lens(),
          guardReport(),
          resources_.facts(),
          chart_.shown(),
          plan_.facts(),
          claim_.facts(),
          estimateFacts(),
          pitFactsNow(),
          namesOf(unsavedEstimates_)};
}

/// The rules ask neither where one stands nor what was picked, and a plan's figures are of all its time.
const GuardReport& WindowSession::guardReport() {
  Guarded now{document_.opened().deposit, document_.state(), {}};
  now.of.camera = {};
  now.of.pick.reset();
  now.of.plan.time = 0;
  if (now.deposit == guarded_.deposit && now.of == guarded_.of) return guarded_.report;
  now.report = guardView(*now.deposit, document_.state());
  guarded_ = std::move(now);
  return guarded_.report;
}

void WindowSession::drawPanels(PanelOutput& output) {
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  const bool open = !document_.deposit().empty();
  memory_.timelineShown = shownPlan(document_.deposit(), document_.state()) != nullptr;
  const WorkspaceLayout layout = layoutOf(memory_, {size.x, size.y, open, document_.state().chart.shown});
  if (open) {
    fitScene(layout.view);
    viewPane_.draw({layout.view, ImGui::GetIO().DisplayFramebufferScale.x, scene_, document_.deposit(),
                    document_.state(), activeAsset(document_.deposit(), document_.state()), pictureChanged_},
                   output);
  }
  drawWorkspace(layout, panelInput(), memory_, output);
}

void WindowSession::fitScene(const ScreenRect& view) {
  if (view == view_ && drawn_) return;
  view_ = view;
  const float perUnit = ImGui::GetIO().DisplayFramebufferScale.x;
  scene_.setSize(static_cast<int>(view.width * perUnit), static_cast<int>(view.height * perUnit),
                 static_cast<double>(scale_ * perUnit));
  drawn_.reset();
  drawScene();  // at once, so that no frame shows a stretched picture
}

void WindowSession::drawScene() {
  pictureChanged_ = false;
  if (document_.deposit().empty() || view_.width < 1 || view_.height < 1) return;
  const bool moving = viewPane_.moving() || dragging_ || presentation_.animating();
  const std::optional<PickState>& hover = viewPane_.lensAt();
  if (drawn_ == shownState() && moving == drawnMoving_ && hover == drawnHover_ && !scene_.unfinished())
    return;
  if (drawnDeposit_ != document_.opened().deposit) scene_.learn(document_.opened().deposit);
  drawnDeposit_ = document_.opened().deposit;
  scene_.setMoving(moving);
  scene_.setHover(hover);
  drawnHover_ = hover;
  scene_.sync(shownState());
  drawnMoving_ = moving;
  scene_.render();
  ignoreTextureAlpha(scene_.textureId());
  drawn_ = shownState();
  pictureChanged_ = true;
  for (const std::string& fault : scene_.takeErrors()) {
    std::cerr << "adit: drawing: " << fault << "\n";
    say("Drawing: " + fault);
  }
}

void WindowSession::followNumbers() {
  const auto target = thresholdTarget(document_.deposit(), document_.state(), memory_);
  const auto& deposit = document_.opened().deposit;
  const ViewState& state = document_.state();
  tonnage_.follow(target ? tonnageQuestion(deposit, state, target->layer, target->column.name)
                         : std::nullopt);
  const bool claimSeen = target && !memory_.folded.contains(kClaimTitle);
  claim_.follow(claimSeen ? claimQuestion(deposit, state, target->layer, target->column.name) : std::nullopt);
  plan_.follow(planFiguresQuestion(deposit, state));
  const bool tableSeen = target && !memory_.folded.contains("RESOURCES");
  resources_.follow(tableSeen ? resourceQuestion(deposit, state, target->layer, target->column.name)
                              : std::nullopt);
}

void WindowSession::followChart() {
  const auto target = thresholdTarget(document_.deposit(), document_.state(), memory_);
  const float perUnit = ImGui::GetIO().DisplayFramebufferScale.x;
  const PageLook look{static_cast<int>(memory_.chartRoom[0] * perUnit),
                      static_cast<int>(memory_.chartRoom[1] * perUnit), static_cast<double>(scale_ * perUnit),
                      document_.state().theme, true};
  const bool wanted = document_.state().chart.shown && !memory_.diagnosticsShown && target;
  chart_.follow(wanted ? chartQuestion(document_.opened().deposit, document_.state(), target->layer,
                                       target->column.name, chartChoice(document_.state().chart))
                       : std::nullopt,
                look);
  for (const std::string& fault : chart_.takeErrors()) say("Drawing a chart: " + fault);
}

void WindowSession::obey(const PanelOutput& output) {
  const std::string fault =
      presentation_.on() ? presentation_.apply(output.commands) : document_.run(output.commands);
  if (!fault.empty()) say(fault);
  for (const AppRequest& request : output.requests) obey(request);
}

void WindowSession::say(const std::string& message) {
  message_ = message;
  messageUntil_ = ImGui::GetTime() + kMessageSeconds;
  quietFrames_ = 0;
}

}  // namespace adit::viewer
