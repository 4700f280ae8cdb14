#include "viewer/app/presentation.h"

#include <algorithm>
#include <utility>

#include "viewer/state/tour.h"
#include "viewer/state/tween.h"

namespace adit::viewer {

std::vector<std::string> Presentation::start(Show show, double now) {
  show_ = std::move(show);
  honest_ = true;
  playing_ = false;
  prepare();
  if (!on()) return tour_.faults;
  const auto found = std::find_if(tour_.stops.begin(), tour_.stops.end(),
                                  [&](const PlayedStop& stop) { return stop.index >= show_.first; });
  from_ = shown_ = show_.state;
  goTo(found == tour_.stops.end() ? 0 : static_cast<std::size_t>(found - tour_.stops.begin()), 0, now);
  return tour_.faults;
}

void Presentation::prepare() {
  tour_ = playable(show_.state, *show_.deposit, {show_.aspect, honest_});
  stop_ = tour_.stops.empty() ? 0 : std::min(stop_, tour_.stops.size() - 1);
}

void Presentation::setAspect(double aspect, double now) {
  if (!on() || aspect == show_.aspect) return;
  show_.aspect = aspect;
  prepare();
  if (onTheWay_ || touched_) return;
  shown_ = stopAt(stopShown(), now - began_);
}

bool Presentation::flies() const {
  return on() && !onTheWay_ && !touched_ && isFlight(stopShown().view);
}

void Presentation::goTo(std::size_t stop, double seconds, double now) {
  stop_ = stop;
  from_ = shown_;
  way_ = seconds;
  began_ = now;
  touched_ = false;
  onTheWay_ = seconds > 0;
  if (!onTheWay_) shown_ = stopAt(stopShown(), 0);
}

void Presentation::arrive(double now) {
  onTheWay_ = false;
  began_ = now;
  shown_ = stopAt(stopShown(), 0);
}

void Presentation::next(double now) {
  if (onTheWay_) return arrive(now);  // whoever presses again is in a hurry
  if (stop_ + 1 < tour_.stops.size()) goTo(stop_ + 1, tour_.stops[stop_ + 1].transition, now);
}

void Presentation::previous(double now) {
  if (stop_ > 0) goTo(stop_ - 1, tour_.stops[stop_].transition, now);
}

bool Presentation::take(const KeyChord& chord, double now) {
  if (!on() || chord.ctrl) return on();
  switch (chord.key) {
    case kKeyRight:
    case kKeyDown:
    case kKeySpace:
    case kKeyPageDown:
      next(now);
      return true;
    case kKeyLeft:
    case kKeyUp:
    case kKeyPageUp:
    case kKeyBackspace:
      previous(now);
      return true;
    case kKeyHome:
      goTo(0, 0, now);
      return true;
    case kKeyEnd:
      goTo(tour_.stops.size() - 1, 0, now);
      return true;
    case kKeyEnter:
    case 'P':
      playing_ = !playing_;
      if (playing_ && !onTheWay_) began_ = now;
      return true;
    case 'Y':
      honest_ = !honest_;
      prepare();
      shown_.honest.on = stopShown().view.honest.on;
      from_.honest.on = shown_.honest.on;
      return true;
    case kKeyEscape:
    case kKeyF5:
      stop();
      return true;
    default:
      return false;
  }
}

void Presentation::follow(double now) {
  if (!on()) return;
  const double passed = now - began_;
  if (onTheWay_) {
    if (passed >= way_)
      arrive(began_ + way_);
    else
      shown_ = between(from_, stopAt(stopShown(), 0), passed / way_);
    return;
  }
  const PlayedStop& stop = stopShown();
  if (flies()) shown_ = stopAt(stop, passed);
  if (!playing_ || passed < stop.seconds) return;
  if (stop_ + 1 < tour_.stops.size())
    goTo(stop_ + 1, tour_.stops[stop_ + 1].transition, now);
  else
    playing_ = false;  // the last stop stays
}

std::string Presentation::apply(const std::vector<PanelOutput::Issued>& commands) {
  for (const PanelOutput::Issued& issued : commands) {
    if (onTheWay_) arrive(began_);
    OrError<ViewState> next = viewer::apply(shown_, issued.command, *show_.deposit);
    if (const auto* fault = std::get_if<CommandError>(&next)) return fault->message;
    shown_ = std::get<ViewState>(std::move(next));
    touched_ = true;
  }
  return {};
}

}  // namespace adit::viewer
