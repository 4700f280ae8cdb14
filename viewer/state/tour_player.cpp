#include "viewer/state/tour_player.h"

#include <algorithm>

#include "viewer/state/camera.h"
#include "viewer/state/camera_path.h"
#include "viewer/state/placement.h"
#include "viewer/state/tour.h"
#include "viewer/state/tween.h"

namespace adit::viewer {
namespace {

/// What is for the hand stays out of a show: the line of the path and marks of the tools.
void dressForShow(ViewState& view, const PlayRequest& request) {
  view.path.shown = false;
  view.tool = ToolKind::Orbit;
  // In public mode nobody may show a guess as if it were known.
  if (request.honest || view.mode == ReportMode::Public) view.honest.on = true;
}

void frameFor(ViewState& view, const geology::Deposit& deposit, double aspect) {
  constexpr double kBesideSection = 0.5;  // of the width, as the scene divides it
  const double shape = aspect * (view.sectionView.on ? kBesideSection : 1);
  view.camera = resolveCamera(view.camera, seenBounds(deposit, view), shape, view.exaggeration);
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "; ") + part;
  return text;
}

}  // namespace

PlayedTour playable(const ViewState& state, const geology::Deposit& deposit, const PlayRequest& request) {
  PlayedTour tour;
  for (std::size_t i = 0; i < state.tour.size(); ++i) {
    const TourStop& stop = state.tour[i];
    const std::string name = "stop " + stopName(state.tour, i);
    OrError<ViewState> read = viewOfStop(stop);
    if (const auto* fault = std::get_if<CommandError>(&read)) {
      tour.faults.push_back(name + " is left out: " + fault->message);
      continue;
    }
    const double transition = tour.stops.empty() ? 0 : stop.transition;
    PlayedStop played{
        i, stop.title, stop.text, stop.seconds, transition, std::get<ViewState>(std::move(read))};
    if (const auto missing = missingIn(played.view, deposit); !missing.empty())
      tour.faults.push_back(name + ": " + joined(missing));
    played.view.theme = state.theme;
    dressForShow(played.view, request);
    frameFor(played.view, deposit, request.aspect);
    tour.stops.push_back(std::move(played));
  }
  return tour;
}

PlayedTour playablePath(const ViewState& state, const PlayRequest& request) {
  PlayedTour tour;
  if (state.path.keys.empty()) return tour;
  PlayedStop stop{0, {}, {}, durationOf(state.path), 0, state};
  stop.view.tour.clear();
  stop.view.savedViews.clear();
  dressForShow(stop.view, request);
  tour.stops.push_back(std::move(stop));
  return tour;
}

ViewState stopAt(const PlayedStop& stop, double seconds) {
  if (!isFlight(stop.view)) return stop.view;
  ViewState view = stop.view;
  const CameraPathState& path = view.path;
  const double share = stop.seconds > 0 ? std::clamp(seconds / stop.seconds, 0.0, 1.0) : 1;
  const PathMoment moment =
      cameraAt(path, path.keys.front().seconds + share * durationOf(path), view.exaggeration);
  view.camera = moment.camera;
  if (moment.planTime) view.plan.time = *moment.planTime;
  return view;
}

double arrivalAt(const PlayedTour& tour, std::size_t stop) {
  double seconds = 0;
  for (std::size_t i = 0; i < tour.stops.size() && i <= stop; ++i)
    seconds += tour.stops[i].transition + (i < stop ? tour.stops[i].seconds : 0);
  return seconds;
}

double durationOf(const PlayedTour& tour) {
  return tour.stops.empty() ? 0 : arrivalAt(tour, tour.stops.size() - 1) + tour.stops.back().seconds;
}

TourMoment momentAt(const PlayedTour& tour, double seconds) {
  double left = std::max(0.0, seconds);
  for (std::size_t i = 0; i < tour.stops.size(); ++i) {
    const PlayedStop& stop = tour.stops[i];
    if (left < stop.transition) {
      const PlayedStop& before = tour.stops[i - 1];
      return {between(stopAt(before, before.seconds), stopAt(stop, 0), left / stop.transition), i, true};
    }
    left -= stop.transition;
    if (left < stop.seconds || i + 1 == tour.stops.size()) return {stopAt(stop, left), i, false};
    left -= stop.seconds;
  }
  return {};
}

}  // namespace adit::viewer
