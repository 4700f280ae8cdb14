// Commands on the camera path.
#include <algorithm>
#include <cmath>

#include "viewer/state/camera.h"
#include "viewer/state/camera_path.h"
#include "viewer/state/command_table.h"
#include "viewer/state/path_making.h"
#include "viewer/state/placement.h"

namespace adit::viewer {
namespace {

constexpr Bounds kSpan{0.05, kTourSecondsBounds.hi};  ///< of what moves, seconds

CameraState framedCamera(const CommandContext& context) {
  return resolveCamera(context.state.camera, seenBounds(context.deposit, context.state), kNominalAspect,
                       context.state.exaggeration);
}

double deposit(const CommandContext& context, double metres) {
  constexpr double kFoot = 0.3048;
  return context.deposit.unit == geology::LengthUnit::Foot ? metres / kFoot : metres;
}

void addKey(CommandContext& context) {
  std::vector<CameraKey>& keys = context.state.path.keys;
  constexpr double kUsual = 4;
  const double after = context.arguments.more() ? context.arguments.number("SECONDS", kSpan) : kUsual;
  if (keys.size() >= kMostPathKeys) return context.arguments.fail("there are too many moments");
  CameraKey key{framedCamera(context), keys.empty() ? 0 : keys.back().seconds + after, {}};
  if (key.seconds > kTourSecondsBounds.hi) return context.arguments.fail("the path takes more than a day");
  if (context.state.plan.on) key.planTime = context.state.plan.time;
  keys.push_back(key);
}

void removeLast(CommandContext& context) {
  if (context.state.path.keys.empty())
    context.arguments.fail("the path has no moment");
  else
    context.state.path.keys.pop_back();
}

void lookAt(CommandContext& context) {
  if (context.arguments.accept("off"))
    context.state.path.lookAt.reset();
  else
    context.state.path.lookAt = takePoint(context);
}

/// The new keys take the place of the old ones.
void take(CommandContext& context, std::vector<CameraKey> keys) {
  if (!context.arguments.error().empty()) return;
  if (keys.size() < 2) return context.arguments.fail("the line has no length");
  context.state.path.keys = std::move(keys);
  context.state.path.shown = true;
}

/// A line of the deposit, or a fault in the arguments.
PathLine taken(CommandContext& context, OrError<PathLine> line) {
  if (const auto* fault = std::get_if<CommandError>(&line)) {
    context.arguments.fail(fault->message);
    return {};
  }
  return std::get<PathLine>(std::move(line));
}

bool isDrillholes(const CommandContext& context, const std::string& name) {
  const auto object = findObject(context.deposit, name);
  return object && object->kind == geology::ObjectKind::DrillHoles;
}

void goAlong(CommandContext& context) {
  const std::string object = context.arguments.text("OBJECT");
  const bool hole = isDrillholes(context, object);
  const std::string id = hole ? context.arguments.text("HOLE") : std::string();
  if (!context.arguments.error().empty()) return;
  const PathLine line =
      taken(context, hole ? traceOf(context.deposit, object, id) : wayThrough(context.deposit, object));
  constexpr double kUsual = 30;
  const double seconds = context.arguments.more() ? context.arguments.number("SECONDS", kSpan) : kUsual;
  const double usualHeight = deposit(context, hole ? 80 : context.state.walk.eyeHeight);
  const double height = context.arguments.more()
                            ? context.arguments.number(hole ? "DISTANCE" : "HEIGHT", {0.01, 1e6})
                            : usualHeight;
  if (hole) return take(context, keysBeside(line, seconds, height));
  take(context, keysAlong(line, {seconds, height, deposit(context, 15), context.state.exaggeration}));
}

void goAround(CommandContext& context) {
  const double seconds = context.arguments.number("SECONDS", kSpan);
  take(context, keysAround(framedCamera(context), seconds));
}

void reverse(CommandContext& context) {
  std::vector<CameraKey>& keys = context.state.path.keys;
  if (keys.empty()) return context.arguments.fail("the path has no moment");
  const double end = keys.back().seconds + keys.front().seconds;
  std::reverse(keys.begin(), keys.end());
  for (CameraKey& key : keys) key.seconds = end - key.seconds;
}

/// Of the first key and of the last one; those between have their share.
void tieToPlan(CommandContext& context) {
  std::vector<CameraKey>& keys = context.state.path.keys;
  if (context.arguments.accept("off")) {
    for (CameraKey& key : keys) key.planTime.reset();
    return;
  }
  const double from = context.arguments.number("FROM", kPlanTimeBounds);
  const double to = context.arguments.number("TO", kPlanTimeBounds);
  if (keys.size() < 2) return context.arguments.fail("the path has fewer than two moments; use path add");
  const double whole = durationOf(context.state.path);
  for (CameraKey& key : keys)
    key.planTime = from + (to - from) * (key.seconds - keys.front().seconds) / whole;
}

void setLength(CommandContext& context) {
  std::vector<CameraKey>& keys = context.state.path.keys;
  const double seconds = context.arguments.number("SECONDS", kSpan);
  const double whole = durationOf(context.state.path);
  if (!(whole > 0)) return context.arguments.fail("the path has fewer than two moments; use path add");
  const double first = keys.front().seconds;
  for (CameraKey& key : keys) key.seconds = seconds * ((key.seconds - first) / whole);
}

void goTo(CommandContext& context) {
  const double seconds = context.arguments.number("SECONDS", kTourSecondsBounds);
  if (context.state.path.keys.empty()) return context.arguments.fail("the path has no moment");
  const PathMoment moment = cameraAt(context.state.path, seconds, context.state.exaggeration);
  context.state.camera = moment.camera;
  if (moment.planTime) context.state.plan.time = *moment.planTime;
}

}  // namespace

std::vector<CommandEntry> pathCommands() {
  return {
      {{"path add", "path add [SECONDS]",
        "A moment of the camera path from this camera, so long after the last."},
       addKey},
      {{"path undo", "path undo", "Takes back the last moment."}, removeLast},
      {{"path clear", "path clear", "Removes the camera path."},
       [](CommandContext& c) { c.state.path = {}; }},
      {{"path along", "path along OBJECT [HOLE] [SECONDS [HEIGHT]]",
        "A path down the ramp or string of an object, or beside a hole at HEIGHT as its distance."},
       goAlong},
      {{"path around", "path around SECONDS", "A path once around what is looked at."}, goAround},
      {{"path lookat", "path lookat (X Y Z|pick)|off", "Every moment of the path looks at this place."},
       lookAt},
      {{"path length", "path length SECONDS", "How long the whole path takes."}, setLength},
      {{"path reverse", "path reverse", "The path from its end to its beginning."}, reverse},
      {{"path plan", "path plan FROM TO|off", "The mine plan runs from period to period along the path."},
       tieToPlan},
      {{"path go", "path go SECONDS", "The camera, and the plan if tied, at a moment of the path."}, goTo},
      {{"path show", "path show on|off", "The path as a line in the view."},
       [](CommandContext& c) { c.state.path.shown = switched(c.arguments.onOff(), c.state.path.shown); }},
  };
}

}  // namespace adit::viewer
