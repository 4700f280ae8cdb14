// Commands of a person on foot.
#include "viewer/state/angles.h"
#include "viewer/state/camera.h"
#include "viewer/state/command_table.h"
#include "viewer/state/on_foot.h"
#include "viewer/state/placement.h"
#include "viewer/state/walker.h"

namespace adit::viewer {
namespace {

/// Stands at a place and looks ahead. From then on one is on foot.
void walkTo(CommandContext& context) {
  ViewState& state = context.state;
  Vec3 feet;
  feet.x = context.arguments.number("X");
  feet.y = context.arguments.number("Y");
  const bool stated = context.arguments.more() && !context.arguments.accept("ground");
  if (stated) feet.z = context.arguments.number("Z");
  if (context.arguments.more())
    state.camera.bearing = normalizedBearing(context.arguments.number("BEARING", kBearingBounds));
  if (!context.arguments.error().empty()) return;
  if (!stated) {
    const auto ground = groundOnFoot(context.deposit, state, feet.x, feet.y);
    if (!ground)
      return context.arguments.fail("there is no ground to stand on at that place; write Z as a number");
    feet.z = *ground;
  }
  state.tool = ToolKind::Walk;
  state.camera.plunge = 0;
  state.camera.viewAngle = kViewAngleOnFoot;
  const Vec3 eye = feet + Vec3{0, 0, state.walk.eyeHeight * unitsInMetre(context.deposit.unit)};
  state.camera = eyeAt(state.camera, eye, state, context.deposit.unit);
}

/// The eye rises and sinks with its height.
void setEyeHeight(CommandContext& context) {
  ViewState& state = context.state;
  const double height = context.arguments.number("METRES", kEyeHeightBounds);
  if (state.tool == ToolKind::Walk && state.walk.ground && state.camera.framed)
    state.camera.focus.z += (height - state.walk.eyeHeight) * unitsInMetre(context.deposit.unit);
  state.walk.eyeHeight = height;
}

void setFlag(CommandContext& context, bool WalkState::*flag) {
  context.state.walk.*flag = switched(context.arguments.onOff(), context.state.walk.*flag);
}

void move(CommandContext& context) {
  CameraState& camera = context.state.camera;
  camera = resolveCamera(camera, seenBounds(context.deposit, context.state), kNominalAspect,
                         context.state.exaggeration);
  Stride stride;
  stride.forward = context.arguments.number("FORWARD");
  if (context.arguments.more()) stride.right = context.arguments.number("RIGHT");
  if (context.arguments.more()) stride.up = context.arguments.number("UP");
  camera = walked(camera, stride, context.state.exaggeration);
}

}  // namespace

std::vector<CommandEntry> walkCommands() {
  return {
      {{"walk to", "walk to X Y [Z|ground] [BEARING]",
        "Stands at a place, on the ground as mined or with the feet at Z, and looks ahead."},
       walkTo},
      {{"walk ground", "walk ground on|off", "Gravity and walls; off: flies through everything."},
       [](CommandContext& c) { setFlag(c, &WalkState::ground); }},
      {{"walk eye", "walk eye METRES", "Height of the eye above the feet, whatever the unit of the deposit."},
       setEyeHeight},
      {{"walk lamp", "walk lamp on|off", "A lamp where there is no sky."},
       [](CommandContext& c) { setFlag(c, &WalkState::lamp); }},
      {{"walk", "walk FORWARD [RIGHT [UP]]",
        "Moves eye and focus together, in deposit units, through everything."},
       move},
  };
}

}  // namespace adit::viewer
