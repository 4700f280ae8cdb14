// A tour in time: which view is shown at which second. Window and film ask the same functions.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// A stop that can be shown.
struct PlayedStop {
  std::size_t index = 0;  ///< in the tour of the view
  std::string title, text;
  double seconds = 0;     ///< that it stays
  double transition = 0;  ///< seconds of the way to it; 0 for the first
  ViewState view;         ///< its camera is framed for the shape of the picture
};

struct PlayedTour {
  std::vector<PlayedStop> stops;
  std::vector<std::string> faults;  ///< stops that cannot be shown, and what shown ones lack: one line each
};

struct PlayRequest {
  double aspect = 1.6;  ///< width by height of the picture
  bool honest = true;   ///< Honest View in every stop, as in every show
};

/// The stops of `state.tour` as they play in `deposit`, with the saved views and the theme of `state`. A stop
/// whose view cannot be read is left out and told; one that names things that are gone plays without them.
PlayedTour playable(const ViewState& state, const geology::Deposit& deposit, const PlayRequest& request);

/// A stop so many seconds after it was reached: it stands, or flies along its path.
ViewState stopAt(const PlayedStop& stop, double seconds);

struct TourMoment {
  ViewState state;
  std::size_t stop = 0;  ///< index into PlayedTour::stops: the one that is shown or gone to
  bool onTheWay = false;
};
/// The tour as it plays by itself. Before 0 and after its end it stands. Precondition: it has a stop.
TourMoment momentAt(const PlayedTour& tour, double seconds);
/// When the stop is reached, seconds from the start.
double arrivalAt(const PlayedTour& tour, std::size_t stop);
double durationOf(const PlayedTour& tour);

/// The camera path of a view as a tour of one stop, without a title.
PlayedTour playablePath(const ViewState& state, const PlayRequest& request);

}  // namespace adit::viewer
