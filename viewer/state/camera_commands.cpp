// Commands on where one stands and looks.
#include <cmath>

#include "viewer/state/angles.h"
#include "viewer/state/camera.h"
#include "viewer/state/command_table.h"
#include "viewer/state/placement.h"

namespace adit::viewer {
namespace {

/// Decides focus and distance of a camera that nobody framed yet, as a window of usual shape would.
void resolve(CommandContext& context) {
  CameraState& camera = context.state.camera;
  camera = resolveCamera(camera, seenBounds(context.deposit, context.state), kNominalAspect,
                         context.state.exaggeration);
}

void setCamera(CommandContext& context) {
  CameraState& camera = context.state.camera;
  camera.focus = takePoint(context);
  camera.bearing = normalizedBearing(context.arguments.number("BEARING", kBearingBounds));
  camera.plunge = context.arguments.number("PLUNGE", kPlungeBounds);
  camera.distance = context.arguments.number("DISTANCE", kDistanceBounds);
  camera.framed = true;
}

void setFocus(CommandContext& context) {
  resolve(context);
  context.state.camera.focus = takePoint(context);
}

void orbit(CommandContext& context) {
  const double bearing = context.arguments.number("BEARING", kBearingBounds);
  const double plunge = context.arguments.number("PLUNGE", {-180, 180});
  context.state.camera = orbited(context.state.camera, bearing, plunge);
}

void pan(CommandContext& context) {
  resolve(context);
  const double right = context.arguments.number("RIGHT");
  const double up = context.arguments.number("UP");
  context.state.camera = panned(context.state.camera, right, up, context.state.exaggeration);
}

void zoom(CommandContext& context) {
  resolve(context);
  const double factor = context.arguments.number("FACTOR", {1e-6, 1e6});
  const Vec3 target = context.arguments.more() ? takePoint(context) : context.state.camera.focus;
  context.state.camera = zoomed(context.state.camera, factor, target);
}

/// Squarely at the active section, from the side that is cut away.
void lookAtSection(CommandContext& context) {
  const ViewState& state = context.state;
  if (state.activeSection >= state.sections.size()) {
    context.arguments.fail("there is no section; use section add");
    return;
  }
  const SectionState& section = state.sections[state.activeSection];
  const Vec3 forward = sectionFrame(section).normal * (section.flipped ? 1 : -1);
  CameraState& camera = context.state.camera;
  camera.plunge = degrees(std::asin(std::clamp(-forward.z, -1.0, 1.0)));
  const double across = std::hypot(forward.x, forward.y);
  camera.bearing =
      normalizedBearing(across > 1e-12 ? degrees(std::atan2(forward.x, forward.y)) : section.strike);
}

struct Look {
  std::string_view word;
  double bearing, plunge;
};
constexpr Look kLooks[] = {{"N", 0, 0},    {"NE", 45, 0}, {"E", 90, 0},   {"SE", 135, 0},  {"S", 180, 0},
                           {"SW", 225, 0}, {"W", 270, 0}, {"NW", 315, 0}, {"plan", 0, 90}, {"up", 0, -90}};

void look(CommandContext& context) {
  if (context.arguments.accept("section")) return lookAtSection(context);
  const std::string word = context.arguments.text("DIRECTION");
  std::vector<std::string> known{"section"};
  for (const Look& direction : kLooks) {
    known.emplace_back(direction.word);
    if (!equalIgnoringCase(direction.word, word)) continue;
    context.state.camera.bearing = direction.bearing;
    context.state.camera.plunge = direction.plunge;
    return;
  }
  context.arguments.fail("'" + word + "' is no direction" + suggestion(word, known));
}

/// The whole deposit is framed by each view for itself; layers are framed here for a window of usual shape.
void frame(CommandContext& context) {
  CameraState& camera = context.state.camera;
  camera.framed = false;
  camera.focus = {};
  camera.distance = CameraState{}.distance;
  if (!context.arguments.more()) return;
  geology::Box3 bounds;
  do {
    for (const std::string& layer : takeLayers(context, kEveryKind))
      bounds.include(boundsInView(context.deposit, context.state, *findObject(context.deposit, layer)));
  } while (context.arguments.more());
  if (bounds.empty()) context.arguments.fail("there is nothing to frame");
  camera = resolveCamera(camera, bounds, kNominalAspect, context.state.exaggeration);
}

void setProjection(CommandContext& context) {
  const std::string word = context.arguments.text("PROJECTION");
  if (word != "orthographic" && word != "perspective" && word != "toggle")
    context.arguments.fail("'" + word + "' is neither orthographic, perspective nor toggle");
  bool& orthographic = context.state.camera.orthographic;
  orthographic = word == "toggle" ? !orthographic : word == "orthographic";
}

std::vector<CommandEntry> placeCommands() {
  return {
      {{"camera focus", "camera focus (X Y Z|pick)", "Looks at a point from the same side and distance."},
       setFocus},
      {{"camera bearing", "camera bearing DEGREES", "The direction of looking, clockwise from north."},
       [](CommandContext& c) {
         c.state.camera.bearing = normalizedBearing(c.arguments.number("DEGREES", kBearingBounds));
       }},
      {{"camera plunge", "camera plunge DEGREES", "Degrees of looking down; 90 is the plan view."},
       [](CommandContext& c) { c.state.camera.plunge = c.arguments.number("DEGREES", kPlungeBounds); }},
      {{"camera distance", "camera distance LENGTH", "From the eye to the focus."},
       [](CommandContext& c) {
         resolve(c);
         c.state.camera.distance = c.arguments.number("LENGTH", kDistanceBounds);
       }},
      {{"camera angle", "camera angle DEGREES", "The vertical opening of a perspective view, 5 to 120."},
       [](CommandContext& c) { c.state.camera.viewAngle = c.arguments.number("DEGREES", kViewAngleBounds); }},
      {{"camera", "camera (X Y Z|pick) BEARING PLUNGE DISTANCE",
        "Places the camera: focus, directions, distance."},
       setCamera},
  };
}

}  // namespace

std::vector<CommandEntry> cameraCommands() {
  std::vector<CommandEntry> commands = placeCommands();
  const std::vector<CommandEntry> moves{
      {{"orbit", "orbit BEARING PLUNGE", "Turns around the focus by degrees."}, orbit},
      {{"pan", "pan RIGHT UP", "Moves the scene on the screen by shares of the view's height."}, pan},
      {{"zoom", "zoom FACTOR [X Y Z|pick]", "Below 1 comes closer, towards the focus or a point."}, zoom},
      {{"look", "look N|NE|E|SE|S|SW|W|NW|plan|up|section",
        "Looks in a direction of the compass, straight down or up, or squarely at the active section."},
       look},
      {{"frame", "frame [LAYER...]", "Shows the whole deposit, or these layers, from the same side."}, frame},
      {{"projection", "projection orthographic|perspective|toggle", "Parallel lines, or as the eye sees."},
       setProjection},
      {{"exaggeration", "exaggeration FACTOR",
        "Stretches the vertical, 0.1 to 100; printed when it is not 1."},
       [](CommandContext& c) { c.state.exaggeration = c.arguments.number("FACTOR", kExaggerationBounds); }},
  };
  commands.insert(commands.end(), moves.begin(), moves.end());
  return commands;
}

}  // namespace adit::viewer
