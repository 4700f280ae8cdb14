// Commands on the tour and on the notes in space.
#include <algorithm>

#include "viewer/state/command_table.h"
#include "viewer/state/state_json.h"
#include "viewer/state/tour.h"

namespace adit::viewer {
namespace {

/// The argument N, counted from 1; gives the index. 0 beside a fault in the arguments.
std::size_t takeNumber(CommandContext& context, std::size_t count, const char* what) {
  if (count == 0) {
    context.arguments.fail(std::string("there is no ") + what);
    return 0;
  }
  return static_cast<std::size_t>(context.arguments.integer("N", 1, static_cast<long>(count)) - 1);
}

/// nullptr beside a fault in the arguments.
TourStop* takeStop(CommandContext& context) {
  const std::size_t index = takeNumber(context, context.state.tour.size(), "stop; use tour add");
  return context.arguments.error().empty() ? &context.state.tour[index] : nullptr;
}

void addStop(CommandContext& context) {
  TourStop stop;
  stop.title = context.arguments.text("TITLE");
  if (context.arguments.more()) stop.text = context.arguments.text("TEXT");
  if (context.state.tour.size() >= kMostTourStops) return context.arguments.fail("there are too many stops");
  stop.view = stopViewOf(context.state, false);
  context.state.tour.push_back(std::move(stop));
}

void updateStop(CommandContext& context) {
  if (TourStop* stop = takeStop(context)) stop->view = stopViewOf(context.state, false);
}

/// The flight takes as long as the path; a stop that stands again has the view that it is called in.
void flyStop(CommandContext& context) {
  TourStop* stop = takeStop(context);
  const bool on = switched(context.arguments.onOff(), false);
  if (stop == nullptr) return;
  const std::vector<CameraKey>& keys = context.state.path.keys;
  if (on && keys.size() < 2)
    return context.arguments.fail("the camera path has fewer than two moments; use path add");
  OrError<ViewState> read = viewOfStop(*stop);
  if (const auto* fault = std::get_if<CommandError>(&read)) return context.arguments.fail(fault->message);
  auto& view = std::get<ViewState>(read);
  view.path = on ? context.state.path : CameraPathState{};
  if (on) stop->seconds = keys.back().seconds - keys.front().seconds;
  stop->view = stopViewOf(std::move(view), on);
}

void removeStop(CommandContext& context) {
  const std::size_t index = takeNumber(context, context.state.tour.size(), "stop");
  if (context.arguments.error().empty())
    context.state.tour.erase(context.state.tour.begin() + static_cast<std::ptrdiff_t>(index));
}

void moveStop(CommandContext& context) {
  std::vector<TourStop>& tour = context.state.tour;
  const auto from = static_cast<std::ptrdiff_t>(takeNumber(context, tour.size(), "stop"));
  const auto to = static_cast<std::ptrdiff_t>(takeNumber(context, tour.size(), "stop"));
  if (!context.arguments.error().empty()) return;
  const auto at = tour.begin();
  if (from < to)
    std::rotate(at + from, at + from + 1, at + to + 1);
  else
    std::rotate(at + to, at + from, at + from + 1);
}

void setText(CommandContext& context, std::string TourStop::*member, const char* what) {
  TourStop* stop = takeStop(context);
  std::string text = context.arguments.text(what);
  if (stop != nullptr) stop->*member = std::move(text);
}

void setSeconds(CommandContext& context, double TourStop::*member) {
  TourStop* stop = takeStop(context);
  const double seconds = context.arguments.number("S", kTourSecondsBounds);
  if (stop != nullptr) stop->*member = seconds;
}

void goToStop(CommandContext& context) {
  const TourStop* stop = takeStop(context);
  if (stop == nullptr) return;
  OrError<ViewState> view = viewOfStop(*stop);
  if (const auto* fault = std::get_if<CommandError>(&view)) return context.arguments.fail(fault->message);
  context.state = enteredStop(context.state, std::get<ViewState>(std::move(view)));
}

void setTour(CommandContext& context) {
  OrError<std::vector<TourStop>> tour = tourFromJson(context.arguments.text("JSON"));
  if (const auto* fault = std::get_if<CommandError>(&tour)) return context.arguments.fail(fault->message);
  context.state.tour = std::get<std::vector<TourStop>>(std::move(tour));
}

void addNote(CommandContext& context) {
  Note note;
  note.at = takePoint(context);
  note.text = context.arguments.text("TEXT");
  if (note.text.empty()) context.arguments.fail("TEXT is empty");
  if (note.text.size() > kMostNoteText)
    context.arguments.fail("TEXT has more than " + std::to_string(kMostNoteText) + " characters");
  if (context.state.notes.size() >= kMostNotes) context.arguments.fail("there are too many notes");
  context.state.notes.push_back(std::move(note));
}

void removeNote(CommandContext& context) {
  const std::size_t index = takeNumber(context, context.state.notes.size(), "note");
  if (context.arguments.error().empty())
    context.state.notes.erase(context.state.notes.begin() + static_cast<std::ptrdiff_t>(index));
}

std::vector<CommandEntry> noteCommands() {
  return {
      {{"note add", "note add (X Y Z|pick) TEXT",
        "Ties a text to a place; stops of a tour keep their notes."},
       addNote},
      {{"note remove", "note remove N", "Takes a note away, counted from 1."}, removeNote},
      {{"note clear", "note clear", "Takes all notes away."},
       [](CommandContext& c) { c.state.notes.clear(); }},
  };
}

}  // namespace

std::vector<CommandEntry> tourCommands() {
  std::vector<CommandEntry> commands{
      {{"tour add", "tour add TITLE [TEXT]", "Makes this view the last stop of the tour."}, addStop},
      {{"tour update", "tour update N", "Gives stop N, counted from 1, this view."}, updateStop},
      {{"tour remove", "tour remove N", "Takes a stop out of the tour."}, removeStop},
      {{"tour move", "tour move N M", "Makes stop N the one with the number M."}, moveStop},
      {{"tour title", "tour title N TEXT", "What the stop is called."},
       [](CommandContext& c) { setText(c, &TourStop::title, "TEXT"); }},
      {{"tour text", "tour text N TEXT", "What is said about it."},
       [](CommandContext& c) { setText(c, &TourStop::text, "TEXT"); }},
      {{"tour seconds", "tour seconds N S", "How long it stays while the tour plays."},
       [](CommandContext& c) { setSeconds(c, &TourStop::seconds); }},
      {{"tour transition", "tour transition N S", "Seconds of the way from the stop before; 0 is a cut."},
       [](CommandContext& c) { setSeconds(c, &TourStop::transition); }},
      {{"tour fly", "tour fly N on|off", "On: the stop flies along the camera path as it is now."}, flyStop},
      {{"tour go", "tour go N", "The view of a stop; the tour, saved views and theme stay."}, goToStop},
      {{"tour set", "tour set JSON", "The whole tour as it is written to a file."}, setTour},
      {{"tour clear", "tour clear", "Removes the tour."}, [](CommandContext& c) { c.state.tour.clear(); }},
  };
  const std::vector<CommandEntry> notes = noteCommands();
  commands.insert(commands.end(), notes.begin(), notes.end());
  return commands;
}

}  // namespace adit::viewer
