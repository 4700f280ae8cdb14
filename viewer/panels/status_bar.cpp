// The bar of facts: where the pointer is, what is hidden and why, how the picture is stretched, where it is
// from.
#include <algorithm>

#include "viewer/panels/actions.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/widget_parts.h"
#include "viewer/state/reveal.h"

namespace adit::viewer {
namespace {

/// "blocks: hidden 213,905 of 262,580 (below range cu_pct 213,000, section 905)", one layer after the other;
/// blocks and intervals are never added up.
std::string hiddenText(const SceneFacts& facts) {
  std::string text;
  for (const LayerCount& layer : facts) {
    if (layer.shown >= layer.total) continue;
    text += (text.empty() ? "" : "   ") + layer.object + ": hidden " +
            withThousands(layer.total - layer.shown) + " of " + withThousands(layer.total);
    for (std::size_t i = 0; i < layer.hidden.size(); ++i)
      text += (i == 0 ? " (" : ", ") + layer.hidden[i].reason + " " + withThousands(layer.hidden[i].count);
    if (!layer.hidden.empty()) text += ")";
  }
  return text;
}

/// A reason with its count; a click shows exactly those rows, or ends that.
void drawReason(const LayerCount& layer, const HiddenCount& hidden, const ViewState& state,
                PanelOutput& output) {
  const bool revealed = reveals(state, layer.object) && state.reveal->reason == hidden.reason;
  ImGui::PushID((layer.object + "\n" + hidden.reason).c_str());
  const ItemBox box = item("##reason", {std::max(roomLeft(), px(320)), frameHeight()});
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (box.hovered || revealed) list->AddRectFilled(box.min, box.max, ink(Role::Raised), px(3));
  const std::string count = (revealed ? "shown " : "") + withThousands(hidden.count);
  const float y = box.center().y - ImGui::GetFontSize() / 2;
  const float left = box.max.x - px(6) - ImGui::CalcTextSize(count.c_str()).x;
  clippedText({box.min.x + px(16), y}, left - px(8), hidden.reason,
              ink(box.hovered || revealed ? Role::Accent : Role::Quiet));
  clippedText({left, y}, box.max.x, count, ink(Role::Caution));
  hintOfLastItem({revealed
                      ? "Return to what the filters let through."
                      : "Show exactly these " + layer.what + ", and nothing else of " + layer.object + ".",
                  revealed ? hintOf(Action::Cancel).key : ""});
  if (box.clicked)
    issue(output, revealed ? command("reveal", "off") : command("reveal", layer.object, hidden.reason));
  ImGui::PopID();
}

/// What is shown of drillholes although their way is an assumption: it can be shown alone.
void drawUnsurveyed(const PanelInput& input, const LayerCount& layer, PanelOutput& output) {
  for (const auto& holes : input.deposit.drillholes) {
    if (holes->name != layer.object) continue;
    const auto count = static_cast<std::size_t>(std::count_if(
        holes->holes.begin(), holes->holes.end(),
        [](const geology::DrillHole& hole) { return hole.basis != geology::TraceBasis::Surveyed; }));
    if (count > 0) drawReason(layer, {kNoSurvey, count}, input.state, output);
  }
}

/// One layer after the other with its reasons, in a list that the fact opens.
void drawHiddenList(const PanelInput& input, PanelOutput& output) {
  if (!ImGui::BeginPopup("##hiddenlist")) return;
  ImGui::Dummy({px(320), 0});
  for (const LayerCount& layer : input.facts) {
    factRow(layer.object,
            withThousands(layer.shown) + " of " + withThousands(layer.total) + " " + layer.what + " shown");
    if (reveals(input.state, layer.object) && input.state.reveal->reason != kNoSurvey)
      drawReason(layer, {input.state.reveal->reason, layer.shown}, input.state, output);
    for (const HiddenCount& h : layer.hidden) drawReason(layer, h, input.state, output);
    drawUnsurveyed(input, layer, output);
    for (const std::string& condition : layer.notApplied)
      factRow("    hides nothing", condition, Role::Caution);
    if (layer.absent > 0) factRow("    no block there", withThousands(layer.absent));
    if (layer.outsideLegend > 0)
      factRow("    outside the legend", withThousands(layer.outsideLegend), Role::Caution);
  }
  ImGui::EndPopup();
}

std::string pointerText(const PanelInput& input) {
  if (!input.pointer) return "E -   N -   Z -";
  const Vec3& p = *input.pointer;
  return "E " + fixedNumber(p.x, 1) + "   N " + fixedNumber(p.y, 1) + "   Z " + fixedNumber(p.z, 1);
}

std::string sourceText(const geology::Deposit& deposit) {
  if (!deposit.synthetic) return deposit.name;
  return deposit.syntheticNote.empty() ? "SYNTHETIC" : deposit.syntheticNote;
}

struct FactItem {
  std::string id, text, hint;
  Role role = Role::Quiet;
};

/// Text that ends before `right`; true when clicked.
bool factItem(const FactItem& fact, float right) {
  const float width =
      std::min(ImGui::CalcTextSize(fact.text.c_str()).x, right - ImGui::GetCursorScreenPos().x);
  if (width < px(16)) return false;
  const ItemBox box = item(fact.id.c_str(), {width, ImGui::GetFontSize()});
  clippedText(box.min, box.max.x + 1, fact.text, ink(box.hovered ? Role::Text : fact.role));
  hintOfLastItem({fact.hint, ""});
  ImGui::SameLine(0, px(20));
  return box.clicked;
}

std::vector<FactItem> rightFacts(const PanelInput& input) {
  const geology::Deposit& d = input.deposit;
  const double stretch = input.state.exaggeration;
  const char* unit = d.unit == geology::LengthUnit::Metre ? "metres" : "feet";
  return {{"##stretch", "vertical " + fixedNumber(stretch, 1) + " ×",
           "Vertical exaggeration of the picture. Measurements are at true scale.",
           stretch == 1 ? Role::Quiet : Role::Caution},
          {"##crs", d.crs.empty() ? "CRS not stated" : d.crs,
           "Coordinate reference system of all coordinates.", d.crs.empty() ? Role::Caution : Role::Quiet},
          {"##unit", d.unitStated ? unit : std::string(unit) + " (assumed)",
           d.unitStated ? "Unit of all coordinates, as the files state it."
                        : "No file states the unit of its coordinates.",
           d.unitStated ? Role::Quiet : Role::Caution},
          {"##source", sourceText(d),
           d.synthetic ? "This deposit is made up: no ground stands behind it." : "What is open.",
           d.synthetic ? Role::Caution : Role::Quiet}};
}

float widthOf(const std::vector<FactItem>& facts) {
  float width = 0;
  for (const FactItem& fact : facts) width += ImGui::CalcTextSize(fact.text.c_str()).x + px(20);
  return width;
}

/// A bar with what is being done, and the button that stops it.
void drawWork(const PanelInput& input, PanelOutput& output) {
  const float width = px(140), top = ImGui::GetCursorScreenPos().y;
  const ItemBox box = item("##work", {width, ImGui::GetFontSize()});
  const float middle = top + ImGui::GetFontSize() / 2;
  const float share = std::clamp(static_cast<float>(input.workFraction), 0.0F, 1.0F);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled({box.min.x, middle - px(3)}, {box.max.x, middle + px(3)}, ink(Role::Line), px(3));
  list->AddRectFilled({box.min.x, middle - px(3)}, {box.min.x + box.width() * share, middle + px(3)},
                      ink(Role::Accent), px(3));
  ImGui::SameLine(0, px(8));
  const FactItem stop{"##cancel", "Cancel", "Stop this work. Esc", Role::Accent};
  if (factItem(stop, box.max.x + px(120))) request(output, AppRequest::Kind::CancelWork);
  factItem({"##worktext", input.workText, input.workText, Role::Text},
           ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - px(12));
}

/// What is revealed, in place of what is hidden; a click ends it.
void drawRevealed(const PanelInput& input, float right, PanelOutput& output) {
  const FactItem fact{"##revealed", revealText(input.state),
                      "Click to return to what the filters let through. " + hintOf(Action::Cancel).key,
                      Role::Caution};
  if (factItem(fact, right)) issue(output, command("reveal", "off"));
}

void drawDepositFacts(const PanelInput& input, PanelOutput& output) {
  const float end = ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - px(12);
  const std::vector<FactItem> right = rightFacts(input);
  const float rightStart = std::max(end - widthOf(right) + px(20), ImGui::GetCursorScreenPos().x);
  factItem({"##pointer", pointerText(input), "Coordinates of the ground under the pointer.", Role::Text},
           rightStart - px(20));
  if (input.state.reveal) drawRevealed(input, rightStart - px(20), output);
  const std::string hidden = hiddenText(input.facts);
  const FactItem fact{"##hidden", hidden.empty() ? "nothing hidden" : hidden,
                      hidden + " Click for the list; a click there shows what is hidden for a reason.",
                      hidden.empty() ? Role::Quiet : Role::Caution};
  if (!input.facts.empty() && factItem(fact, rightStart - px(20))) ImGui::OpenPopup("##hiddenlist");
  ImGui::SetNextWindowPos({ImGui::GetItemRectMin().x, ImGui::GetWindowPos().y}, ImGuiCond_Always, {0, 1});
  drawHiddenList(input, output);
  ImGui::SetCursorScreenPos({rightStart, ImGui::GetCursorScreenPos().y});
  for (const FactItem& known : right) factItem(known, end);
}

}  // namespace

void drawStatusBar(const PanelInput& input, PanelOutput& output) {
  const FaceScope small(Face::Small);
  if (!input.workText.empty()) return drawWork(input, output);
  if (!input.message.empty())
    factItem({"##message", input.message, input.message, Role::Accent},
             ImGui::GetWindowPos().x + ImGui::GetWindowWidth() * 0.4F);
  if (!input.deposit.empty()) drawDepositFacts(input, output);
}

}  // namespace adit::viewer
