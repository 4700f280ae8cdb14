// Commands on the ground that is cut away: sections, the box, and the flat section view.
#include <cmath>

#include "viewer/state/command_table.h"
#include "viewer/state/measure.h"
#include "viewer/state/placement.h"

namespace adit::viewer {
namespace {

/// The section that commands act on; a fault in the arguments and nullptr when there is none.
SectionState* activeSection(CommandContext& context) {
  ViewState& state = context.state;
  if (state.activeSection < state.sections.size()) return &state.sections[state.activeSection];
  context.arguments.fail("there is no section; use section add");
  return nullptr;
}

void addSection(CommandContext& context, const SectionState& section) {
  ViewState& state = context.state;
  if (state.sections.size() >= kMostSections) {
    context.arguments.fail("there are 8 sections already; remove one first");
    return;
  }
  state.sections.push_back(section);
  state.activeSection = state.sections.size() - 1;
}

void takePlane(CommandContext& context, SectionState& section) {
  section.strike = context.arguments.number("STRIKE", kStrikeBounds);
  section.dip = context.arguments.number("DIP", kDipBounds);
  section.point = takePoint(context);
  if (context.arguments.more()) section.thickness = context.arguments.number("THICKNESS", kNotNegative);
}

void add(CommandContext& context) {
  SectionState section;
  takePlane(context, section);
  addSection(context, section);
}

void set(CommandContext& context) {
  if (SectionState* section = activeSection(context)) takePlane(context, *section);
}

void setNumber(CommandContext& context, double SectionState::*member, std::string_view what, Bounds bounds) {
  if (SectionState* section = activeSection(context))
    section->*member = context.arguments.number(what, bounds);
}

/// Moves the active section through a point, or adds a vertical one along the north when there is none.
void through(CommandContext& context) {
  if (context.state.sections.empty()) addSection(context, {});
  if (SectionState* section = activeSection(context)) section->point = takePoint(context);
}

/// Two points: the vertical section through both, which cuts away what is on the right. Three: the plane
/// through them.
void throughPoints(CommandContext& context) {
  const Vec3 a = context.arguments.point();
  const Vec3 b = context.arguments.point();
  SectionState section;
  section.point = (a + b) * 0.5;
  if (context.arguments.more()) {
    const auto plane = planeThrough(a, b, context.arguments.point());
    if (!plane) context.arguments.fail("these points lie on one line, through which many planes go");
    section.strike = plane ? plane->strike : 0;
    section.dip = plane ? plane->dip : 0;
  } else {
    const LineMeasure line = measureLine(a, b);
    if (line.horizontal == 0) context.arguments.fail("these points lie above each other");
    section.strike = line.bearing;
  }
  addSection(context, section);
}

void moveAlongNormal(CommandContext& context, double distance) {
  if (SectionState* section = activeSection(context))
    section->point += sectionFrame(*section).normal * distance;
}

void step(CommandContext& context) {
  const double steps = context.arguments.number("STEPS");
  if (const SectionState* section = activeSection(context)) moveAlongNormal(context, steps * section->step);
}

void flip(CommandContext& context) {
  if (SectionState* section = activeSection(context)) section->flipped = !section->flipped;
}

void paint(CommandContext& context) {
  SectionState* section = activeSection(context);
  const Switch wanted = context.arguments.onOff();
  if (section != nullptr) section->image = switched(wanted, section->image);
}

void switchSection(CommandContext& context, bool on) {
  if (SectionState* section = activeSection(context)) section->on = on;
}

long takeNumberOfSection(CommandContext& context) {
  const auto count = static_cast<long>(context.state.sections.size());
  if (count == 0) context.arguments.fail("there is no section");
  return context.arguments.integer("NUMBER", 1, std::max(count, 1L));
}

void activate(CommandContext& context) {
  context.state.activeSection = static_cast<std::size_t>(takeNumberOfSection(context) - 1);
}

void remove(CommandContext& context) {
  ViewState& state = context.state;
  std::size_t which = state.activeSection;
  if (context.arguments.more()) which = static_cast<std::size_t>(takeNumberOfSection(context) - 1);
  if (activeSection(context) == nullptr || !context.arguments.error().empty()) return;
  state.sections.erase(state.sections.begin() + static_cast<std::ptrdiff_t>(which));
  if (state.activeSection > which || state.activeSection == state.sections.size())
    state.activeSection = state.activeSection > 0 ? state.activeSection - 1 : 0;
}

void clear(CommandContext& context) {
  context.state.sections.clear();
  context.state.activeSection = 0;
}

void setBox(CommandContext& context) {
  const Vec3 a = context.arguments.point();
  const Vec3 b = context.arguments.point();
  context.state.box = {.on = true,
                       .min = {std::min(a.x, b.x), std::min(a.y, b.y), std::min(a.z, b.z)},
                       .max = {std::max(a.x, b.x), std::max(a.y, b.y), std::max(a.z, b.z)}};
}

/// A box that nobody has set begins as the extent of the deposit.
void switchBox(CommandContext& context) {
  BoxState& box = context.state.box;
  const geology::Box3 bounds = seenBounds(context.deposit, context.state);
  if (box == BoxState{} && !bounds.empty()) box = {.on = false, .min = bounds.min, .max = bounds.max};
  box.on = switched(context.arguments.onOff(), box.on);
}

std::vector<CommandEntry> planeCommands() {
  return {
      {{"section add", "section add STRIKE DIP (X Y Z|pick) [THICKNESS]",
        "Adds a section: degrees, right-hand rule, dips to STRIKE + 90; THICKNESS 0 cuts away one side."},
       add},
      {{"section points", "section points X1 Y1 Z1 X2 Y2 Z2 [X3 Y3 Z3]",
        "Adds the vertical section through two points (what is on its right is cut away), or the plane "
        "through "
        "three."},
       throughPoints},
      {{"section through", "section through (X Y Z|pick)",
        "Moves the active section through a point; adds one when there is none."},
       through},
      {{"section set", "section set STRIKE DIP (X Y Z|pick) [THICKNESS]", "Places the active section."}, set},
      {{"section strike", "section strike DEGREES", "Turns the active section."},
       [](CommandContext& c) { setNumber(c, &SectionState::strike, "DEGREES", kStrikeBounds); }},
      {{"section dip", "section dip DEGREES", "Tilts the active section."},
       [](CommandContext& c) { setNumber(c, &SectionState::dip, "DEGREES", kDipBounds); }},
      {{"section thickness", "section thickness LENGTH",
        "Makes the active section a slab; 0 cuts away one side."},
       [](CommandContext& c) { setNumber(c, &SectionState::thickness, "LENGTH", kNotNegative); }},
      {{"section stepsize", "section stepsize LENGTH", "How far one step moves the active section."},
       [](CommandContext& c) { setNumber(c, &SectionState::step, "LENGTH", kPositive); }},
      {{"section step", "section step STEPS", "Moves the active section by steps along its normal."}, step},
      {{"section move", "section move LENGTH", "Moves the active section along its normal."},
       [](CommandContext& c) { moveAlongNormal(c, c.arguments.number("LENGTH")); }},
  };
}

}  // namespace

std::vector<CommandEntry> sectionCommands() {
  std::vector<CommandEntry> commands = planeCommands();
  const std::vector<CommandEntry> others{
      {{"section flip", "section flip", "Cuts away the other side."}, flip},
      {{"section on", "section on", "Lets the active section cut."},
       [](CommandContext& c) { switchSection(c, true); }},
      {{"section off", "section off", "Keeps the active section without cutting."},
       [](CommandContext& c) { switchSection(c, false); }},
      {{"section image", "section image on|off",
        "Paints all blocks on the plane of the active section, also those that filters hide; it need not "
        "cut."},
       paint},
      {{"section active", "section active NUMBER", "Chooses the section to work on, counted from 1."},
       activate},
      {{"section remove", "section remove [NUMBER]", "Removes a section, the active one without a number."},
       remove},
      {{"section clear", "section clear", "Removes all sections."}, clear},
      {{"box set", "box set X1 Y1 Z1 X2 Y2 Z2", "Shows only what is inside a box."}, setBox},
      {{"box", "box on|off", "Switches the box; at first it is the extent of the deposit."}, switchBox},
      {{"sectionview corridor", "sectionview corridor HALFWIDTH",
        "Drillholes within this distance of the plane are drawn in the flat section view."},
       [](CommandContext& c) { c.state.sectionView.corridor = c.arguments.number("HALFWIDTH", kPositive); }},
      {{"sectionview zoom", "sectionview zoom FACTOR", "1 shows the whole section."},
       [](CommandContext& c) {
         c.state.sectionView.zoom = c.arguments.number("FACTOR", kSectionZoomBounds);
       }},
      {{"sectionview pan", "sectionview pan ALONG UP", "Moves the flat section view; deposit units."},
       [](CommandContext& c) {
         const double along = c.arguments.number("ALONG");
         c.state.sectionView.pan = {along, c.arguments.number("UP")};
       }},
      {{"sectionview", "sectionview on|off", "The flat view of the active section beside the 3D one."},
       [](CommandContext& c) {
         c.state.sectionView.on = switched(c.arguments.onOff(), c.state.sectionView.on);
         if (c.state.sectionView.on) c.state.compare.on = false;  // one place beside the view
       }},
  };
  commands.insert(commands.end(), others.begin(), others.end());
  return commands;
}

}  // namespace adit::viewer
