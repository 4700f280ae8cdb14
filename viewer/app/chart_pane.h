// The chart in the drawer of the window: worked out beside the frame, drawn into a texture when it is new.
#pragma once
#include <functional>
#include <memory>
#include <optional>

#include "viewer/charts/chart_canvas.h"
#include "viewer/charts/chart_question.h"
#include "viewer/geometry/followed_work.h"
#include "viewer/panels/panel.h"

namespace adit::viewer {

struct ChartAnswer {
  ChartPage page;
  bool known = false;
};

class ChartPane {
 public:
  /// `whenDone` is called on the working thread.
  ChartPane(GlHost host, std::function<void()> whenDone);
  ~ChartPane();
  ChartPane(const ChartPane&) = delete;
  ChartPane& operator=(const ChartPane&) = delete;

  /// Once a frame: follows the question, and draws what is new. `pixels`: of a screen unit; never waits.
  void follow(std::optional<ChartQuestion> question, const PageLook& look);
  bool busy() const { return work_.busy(); }
  ChartShown shown() const;
  /// Errors that the driver logged since the last call.
  std::vector<std::string> takeErrors();

 private:
  void draw(const PageLook& look);

  GlHost host_;
  FollowedWork<ChartQuestion, ChartAnswer> work_;
  std::unique_ptr<ChartCanvas> canvas_;  ///< made when the first chart is drawn
  unsigned int texture_ = 0;
  std::uint64_t drawnAnswer_ = 0;
  PageLook drawnLook_;
  std::vector<ChartShown::Spot> spots_;
};

/// What the view says about the chart.
ChartChoice chartChoice(const ChartState& chart);
/// The intervals of a log on its picture; none for other charts. `room`: ChartCanvas::room().
std::vector<ChartShown::Spot> spotsOf(const ChartPage& page, const PageRect& room, const PageLook& look);

}  // namespace adit::viewer
