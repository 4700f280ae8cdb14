// One run of the window: the event loop, and everything that lives as long as it.
#pragma once
#include <fstream>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "viewer/app/background_work.h"
#include "viewer/app/chart_pane.h"
#include "viewer/app/document.h"
#include "viewer/app/estimate_work.h"
#include "viewer/app/glfw_window.h"
#include "viewer/app/pit_work.h"
#include "viewer/app/presentation.h"
#include "viewer/app/presentation_strip.h"
#include "viewer/app/settings.h"
#include "viewer/app/support_work.h"
#include "viewer/app/tonnage_work.h"
#include "viewer/app/view_pane.h"
#include "viewer/app/window.h"
#include "viewer/panels/panel_memory.h"

namespace adit::viewer {

class WindowSession {
 public:
  explicit WindowSession(const WindowOptions& options);
  /// Until the window is closed; the exit code.
  int run();

 private:
  // One frame, in this order.
  void frame();
  void takeKeys(PanelOutput& output);
  void takeShowKeys(const std::vector<KeyChord>& keys, PanelOutput& output);
  void finishWork();
  void finishSupport();
  void finishPit();
  void followNumbers();
  void followChart();
  void followEstimate();
  void fitScale();
  void fitScene(const ScreenRect& view);
  void drawPanels(PanelOutput& output);
  void obey(const PanelOutput& output);
  void drawScene();
  double waitingTime() const;

  // What is asked of the program.
  void obey(const AppRequest& request);
  void startOpening(project::OpenRequest request, const std::string& wantedState);
  void openPaths(std::vector<std::string> paths);
  void showOpened(Opened opened);
  void showSaved(const PictureSaved& picture);
  void sayRefused(const std::string& fault);
  void runPending();
  void saveProject();
  void showProjectSaved(const Saved& saved);

  // Estimates that are in no file.
  /// At once where there are none; else when a person has said what becomes of them.
  void leaveFor(std::function<void()> next);
  void leaveUnsaved();
  /// Asks before the window closes.
  bool staysOpen();
  void savePicture();
  void openBrowser(FileTask task);
  void askForLegend(const AppRequest& request);
  void takeLegend(const std::string& column, const std::string& path);
  void giveLegend(const std::string& column, const std::string& path);
  void askForTour(const std::string& way);
  void takeTour(const std::string& path);
  void giveTour(const std::string& path);
  void takeTourOfOptions();
  void leave();

  // The pit.
  void takePit(std::shared_ptr<const PitAnswer> answer);
  void learnedMore();
  PitFacts pitFactsNow();
  void askForPit(const std::string& way);
  void takePitInputs(const std::string& path);
  void givePitInputs(const std::string& path);
  void writePitColumns(const std::string& path);
  /// A line of the command line that speaks of a plan waits for the pit that one before it asked for.
  bool waitsForPit(const std::string& line) const;

  // The show of the tour.
  void present(const std::string& number);
  void endPresentation();
  void drawPresentation(PanelOutput& output);
  /// The view that is drawn: of the show, else of the document.
  const ViewState& shownState() const {
    return presentation_.on() ? presentation_.shown() : document_.state();
  }

  // The estimate that is being planned.
  void proposePlan();
  void runPlan();
  void showProposal(const PlanProposed& proposed);
  void showEstimate(Estimated estimated);
  void takePlan(const std::string& path);
  void givePlan(const std::string& path);
  EstimateFacts estimateFacts() const;

  // Screenshots for tests and manuals.
  bool shotDue() const;
  void writeShot(const Image& shot);

  bool busy() const { return work_.busy(); }
  /// Sums, tables or charts are being worked out beside the frame.
  bool counting() const {
    return tonnage_.busy() || resources_.busy() || claim_.busy() || plan_.busy() || chart_.busy() ||
           support_.busy() || estimate_.busy() || pit_.busy();
  }
  void say(const std::string& message);
  PanelInput panelInput();
  const GuardReport& guardReport();

  WindowOptions options_;
  Settings settings_;
  std::ofstream record_;  ///< of the commands, when ADIT_RECORD names a file
  Document document_;
  GlfwWindow window_;
  Scene scene_;  ///< after the window, whose context it draws with
  ViewPane viewPane_;
  PanelMemory memory_;
  BackgroundWork work_;
  TonnageWork tonnage_;
  ResourceWork resources_;
  ClaimWork claim_;
  PlanWork plan_;
  PitWork pit_;
  std::shared_ptr<const PitAnswer> pitAnswer_;  ///< that is shown
  PitFacts pitFacts_;                           ///< of pitAnswer_, as `pitToldFor_` was known
  struct PitTold {
    std::shared_ptr<const PitAnswer> answer;
    std::vector<std::shared_ptr<const geology::DataSupport>> support;
    std::map<std::string, CategoryState> categories;
    double reach = 0;
    bool operator==(const PitTold&) const = default;
  };
  PitTold pitToldFor_;
  ChartPane chart_;  ///< after the window, whose context it draws with
  SupportWork support_;
  Presentation presentation_;
  PresentationStrip strip_;  ///< after the window, whose context it draws with
  EstimateWork estimate_;
  struct Guarded {
    std::shared_ptr<const geology::Deposit> deposit;
    ViewState of;  ///< without what the rules do not ask about
    GuardReport report;
  };
  Guarded guarded_;                   ///< what the rules say of the view as it was last
  geology::Diagnostics planChoices_;  ///< of the last proposal
  EstimateRecords unsavedEstimates_;  ///< of estimates that are in no file
  std::function<void()> nextAfterLeaving_;
  bool leaveWhenSaved_ = false;
  bool planned_ = false;   ///< there was a plan in the last frame
  BackgroundWork caches_;  ///< nobody waits for it
  std::vector<std::string> fontFaults_;
  std::string message_;
  double messageUntil_ = 0;
  std::string wantedState_;                               ///< of the session that is being restored
  std::vector<std::string> pendingCommands_;              ///< of the command line, until something is open
  project::OpenRequest request_;                          ///< what is open
  std::shared_ptr<const geology::Deposit> drawnDeposit_;  ///< that the scene knows
  std::optional<ViewState> drawn_;                        ///< what the texture shows
  bool dragging_ = false;                                 ///< a control is under the hand
  bool drawnMoving_ = false;             ///< the drawn picture is the quick one of what moves
  std::optional<PickState> drawnHover_;  ///< it has the lens at what is under the pointer
  ScreenRect view_;
  float scale_ = 0;  ///< that the fonts were built for
  bool pictureChanged_ = false;
  int quietFrames_ = 0;  ///< since something last changed
  int exitCode_ = 0;
};

}  // namespace adit::viewer
