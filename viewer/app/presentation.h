// A show of the tour in the window: which view is shown now, what the keys of a keyboard or a clicker do. It
// knows neither the window nor OpenGL; the caller tells it the time.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "viewer/panels/panel.h"
#include "viewer/panels/shortcuts.h"
#include "viewer/state/tour_player.h"

namespace adit::viewer {

class Presentation {
 public:
  /// What a show needs; `state` has the tour. Times are seconds of any clock that rises.
  struct Show {
    ViewState state;
    std::shared_ptr<const geology::Deposit> deposit;
    double aspect = 1.6;
    std::size_t first = 0;  ///< number of the stop in the tour, from 0
  };
  /// Faults of the stops; nothing is shown when none can be.
  std::vector<std::string> start(Show show, double now);
  void stop() { tour_.stops.clear(); }
  bool on() const { return !tour_.stops.empty(); }

  /// Right, space, page down: the next stop, or the end of the way to it. Left, page up, backspace: the one
  /// before. Home, End. Enter or P: plays by itself, or stands. Y: Honest View, but in public mode. Escape,
  /// F5: ends. False for a key that means nothing to a show.
  bool take(const KeyChord& chord, double now);
  /// Once a frame.
  void follow(double now);
  /// The mouse: the view is turned, the tour stays as it is. An error text, or an empty string.
  std::string apply(const std::vector<PanelOutput::Issued>& commands);
  /// The picture has another shape now.
  void setAspect(double aspect, double now);

  const ViewState& shown() const { return shown_; }
  const PlayedStop& stopShown() const { return tour_.stops[stop_]; }
  const PlayedTour& tour() const { return tour_; }
  bool playing() const { return playing_; }
  /// The next frame differs from this one.
  bool moving() const { return animating() || (on() && playing_); }
  /// The picture itself moves now.
  bool animating() const { return on() && (onTheWay_ || flies()); }

 private:
  void goTo(std::size_t stop, double seconds, double now);
  void next(double now);
  void previous(double now);
  void arrive(double now);
  bool flies() const;
  void prepare();

  Show show_;
  bool honest_ = true;
  PlayedTour tour_;
  std::size_t stop_ = 0;
  bool onTheWay_ = false;
  bool playing_ = false;
  bool touched_ = false;  ///< the hand has turned the view: a flight stands
  double way_ = 0;        ///< seconds of the way that one is on
  double began_ = 0;      ///< when the way, or standing, began
  ViewState from_, shown_;
};

}  // namespace adit::viewer
