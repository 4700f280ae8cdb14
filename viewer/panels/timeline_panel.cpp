// The time line of the mine plan, below the view: a control that is its own chart.
#include <algorithm>
#include <cmath>

#include "viewer/panels/actions.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/timeline.h"
#include "viewer/panels/widget_parts.h"
#include "viewer/state/plan.h"

namespace adit::viewer {
namespace {

constexpr float kBarGap = 2;        ///< design pixels between periods
constexpr float kLabelHeight = 14;  ///< of the labels below the bars
constexpr float kHatchStep = 5;     ///< design pixels between strokes
constexpr float kLeastLabelGap = 10;

std::string amountText(const PlanFacts& plan, double amount) {
  return plan.hasTonnes ? massText(amount) : volumeText(amount);
}

/// Strokes that rise to the right over a rectangle: what is doubtful is not told by colour alone.
void hatch(const ImVec2& min, const ImVec2& max, ImU32 strokes) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect(min, max, true);
  const float height = max.y - min.y;
  for (float x = min.x - height; x < max.x; x += px(kHatchStep))
    list->AddLine({x, max.y}, {x + height, min.y}, strokes, std::max(1.0F, px(1.2F)));
  list->PopClipRect();
}

/// Where the bars are, and how time lies on them.
struct Bars {
  ImVec2 min, max;
  std::size_t periods = 1;

  float x(double time) const {
    return min.x + (max.x - min.x) * static_cast<float>(time / static_cast<double>(periods));
  }
  double time(float at) const {
    const double share = static_cast<double>((at - min.x) / std::max(1.0F, max.x - min.x));
    return std::clamp(share, 0.0, 1.0) * static_cast<double>(periods);
  }
};

void drawBar(const Bars& bars, const PlanFacts& plan, std::size_t period, double largest, bool done) {
  const PlanPeriodFacts& facts = plan.periods[period];
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float left = std::floor(bars.x(static_cast<double>(period)) + px(kBarGap) / 2);
  const float right =
      std::max(left + 1, std::floor(bars.x(static_cast<double>(period) + 1) - px(kBarGap) / 2));
  const auto height = [&](double amount) {
    return (bars.max.y - bars.min.y) * static_cast<float>(amount / largest);
  };
  const float alpha = done ? 1 : 0.5F;
  const float oreTop = bars.max.y - height(plan.ore(facts));
  const float top = bars.max.y - height(plan.amount(facts));
  list->AddRectFilled({left, top}, {right, oreTop}, ink(Role::Quiet, 0.55F * alpha));
  list->AddRectFilled({left, oreTop}, {right, bars.max.y}, ink(Role::Evidence, alpha));
  const double doubtful = doubtfulShare(plan, facts);
  if (doubtful <= 0 || oreTop >= bars.max.y) return;
  const float doubtTo = oreTop + (bars.max.y - oreTop) * static_cast<float>(doubtful);
  list->AddRectFilled({left, oreTop}, {right, doubtTo}, ink(Role::Panel, 0.75F * alpha));
  hatch({left, oreTop}, {right, doubtTo}, ink(Role::Caution, alpha));
}

void drawLabels(const Bars& bars, const PlanFacts& plan) {
  const FaceScope face(Face::Small);
  ImDrawList* list = ImGui::GetWindowDrawList();
  float free = bars.min.x;
  for (std::size_t p = 0; p < plan.periods.size(); ++p) {
    const std::string& label = plan.periods[p].label;
    const float width = ImGui::CalcTextSize(label.c_str()).x;
    const float middle = bars.x(static_cast<double>(p) + 0.5);
    const float at = std::clamp(middle - width / 2, bars.min.x, std::max(bars.min.x, bars.max.x - width));
    if (at < free) continue;
    list->AddText({std::round(at), bars.max.y + px(1)}, ink(Role::Quiet), label.c_str());
    free = at + width + px(kLeastLabelGap);
  }
}

/// Work that is no blocks: development, stopes, fill. A bar each, from its first period to its last.
struct Task {
  std::string name;
  geology::PlanActivity activity;
  geology::PeriodIndex first, last;
};

std::vector<Task> tasksOf(const geology::MinePlan& plan) {
  std::vector<Task> tasks;
  for (const geology::PlanSolid& solid : plan.solids)
    tasks.push_back(
        {planActivityName(solid.activity) + (" " + solid.mesh), solid.activity, solid.first, solid.last});
  for (const geology::PlanLine& line : plan.lines)
    if (line.activity != geology::PlanActivity::HaulRoute)
      tasks.push_back({line.name.empty() ? planActivityName(line.activity) : line.name, line.activity,
                       line.first, line.last});
  std::stable_sort(tasks.begin(), tasks.end(),
                   [](const Task& a, const Task& b) { return a.first < b.first; });
  return tasks;
}

/// "2036: decline, access 1"
std::string workText(const geology::MinePlan& plan, std::size_t period) {
  std::string text = plan.periods[period].label;
  const char* joint = ": ";
  for (const Task& task : tasksOf(plan)) {
    if (period < task.first || period > task.last) continue;
    text += joint + task.name;
    joint = ", ";
  }
  return text;
}

void drawTasks(const Bars& bars, const geology::MinePlan& plan, double time) {
  const std::vector<Task> tasks = tasksOf(plan);
  if (tasks.empty()) return;
  const FaceScope face(Face::Small);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float row = std::min(px(14), (bars.max.y - bars.min.y) / static_cast<float>(tasks.size()));
  for (std::size_t n = 0; n < tasks.size(); ++n) {
    const Task& task = tasks[n];
    const bool fill = task.activity == geology::PlanActivity::Backfill ||
                      task.activity == geology::PlanActivity::Dump ||
                      task.activity == geology::PlanActivity::Stockpile;
    const ImVec2 min{bars.x(task.first) + px(1), bars.min.y + row * static_cast<float>(n)};
    const ImVec2 max{bars.x(task.last + 1) - px(1), min.y + row - px(1)};
    const float alpha = task.first < time ? 0.85F : 0.4F;
    list->AddRectFilled(min, max, ink(fill ? Role::Quiet : Role::Evidence, alpha));
    if (row < ImGui::GetFontSize()) continue;
    clippedText({min.x + px(4), min.y + (row - ImGui::GetFontSize()) / 2 - px(1)}, max.x, task.name,
                ink(Role::OnAccent));
  }
}

void drawCursor(const Bars& bars, double time, bool held) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float x = std::round(bars.x(time));
  list->AddLine({x, bars.min.y - px(2)}, {x, bars.max.y}, ink(Role::Accent), std::max(1.0F, px(2)));
  list->AddCircleFilled({x, bars.min.y - px(2)}, px(held ? 6.0F : 5.0F), ink(Role::Accent), 20);
}

/// Those of the plan that is shown; before they are known, and for plans without blocks, its periods alone.
PlanFacts factsOf(const PanelInput& input, const geology::MinePlan& plan) {
  if (input.plan.plan == plan.name && input.plan.periods.size() == plan.periods.size()) return input.plan;
  PlanFacts facts;
  facts.plan = plan.name;
  for (const geology::PlanPeriod& period : plan.periods) {
    PlanPeriodFacts blank;
    blank.label = period.label;
    blank.years = period.years;
    facts.periods.push_back(std::move(blank));
  }
  return facts;
}

/// The plan and the moment that the chart shows.
struct Shown {
  const geology::MinePlan& plan;
  PlanFacts facts;
  double time;
};

void drawChart(const Shown& shown, PanelMemory& memory, PanelOutput& output) {
  const PlanFacts& plan = shown.facts;
  const double time = shown.time;
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const ImVec2 size{room.x, std::max(px(24), room.y)};
  const ItemBox box = item("##bars", size);
  const Bars bars{{box.min.x + px(6), box.min.y + px(8)},
                  {box.max.x - px(6), box.max.y - px(kLabelHeight)},
                  std::max<std::size_t>(1, plan.periods.size())};
  double largest = 0;
  for (const PlanPeriodFacts& period : plan.periods) largest = std::max(largest, plan.amount(period));
  if (largest > 0)
    for (std::size_t p = 0; p < plan.periods.size(); ++p)
      drawBar(bars, plan, p, largest, static_cast<double>(p) < time);
  ImGui::GetWindowDrawList()->AddLine({bars.min.x, bars.max.y}, bars.max, ink(Role::Line), px(1));
  if (shown.plan.blocks.empty()) drawTasks(bars, shown.plan, time);
  drawLabels(bars, plan);
  drawCursor(bars, time, box.active);
  const double under = bars.time(ImGui::GetMousePos().x);
  if (box.active && !plan.periods.empty()) {
    memory.playing = false;
    const double wanted = ImGui::GetIO().KeyShift ? std::round(under) : under;
    if (wanted != time)
      issue(output, command("plan time", planTimeText(shown.plan, wanted)), dragLabel(memory, "plan time"));
  }
  if (box.hovered && !box.active && !plan.periods.empty()) {
    const auto period = std::min(plan.periods.size() - 1, static_cast<std::size_t>(under));
    hintOfLastItem({(shown.plan.blocks.empty() ? workText(shown.plan, period) : periodText(plan, period)) +
                        "\nDrag to move in time; with Shift to the ends of periods.",
                    ""});
  }
}

void drawButtons(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const auto button = [&](const char* id, const char* icon, const char* word, Action action, bool active) {
    if (iconButton(id, icon, word, hintOf(action), {.active = active, .compact = true}))
      perform(action, input, memory, output);
    ImGui::SameLine(0, px(2));
  };
  button("##planback", icons::kSkipBack, "|<", Action::PlanBack, false);
  button("##planplay", memory.playing ? icons::kPause : icons::kPlay, memory.playing ? "||" : ">",
         Action::PlanPlay, memory.playing);
  button("##planforward", icons::kSkipForward, ">|", Action::PlanForward, false);
  const PlanState& state = input.state.plan;
  if (iconButton("##planloop", icons::kRepeat, "loop", {"Begin again at the end while it plays.", ""},
                 {.active = state.loop, .compact = true}))
    issue(output, command("plan loop", !state.loop));
  ImGui::SameLine(0, px(6));
  static const std::vector<std::pair<const char*, double>> kSpeeds{
      {"1 period in 8 s", 0.125}, {"1 period in 4 s", 0.25}, {"1 period in 2 s", 0.5},
      {"1 period a second", 1},   {"2 periods a second", 2}, {"5 periods a second", 5}};
  std::vector<std::string> words;
  std::string current = shortNumber(state.speed, 3) + " periods a second";
  for (const auto& [word, speed] : kSpeeds) {
    words.emplace_back(word);
    if (speed == state.speed) current = word;
  }
  const auto chosen = choice({"##planspeed", current, words, px(128), {"How fast the plan plays.", ""}});
  if (chosen) issue(output, command("plan speed", kSpeeds[*chosen].second));
  ImGui::SameLine(0, px(10));
}

/// Moves on by what has gone by since the last frame.
void playOn(const geology::MinePlan& plan, const PanelInput& input, PanelMemory& memory,
            PanelOutput& output) {
  if (!memory.playing) return;
  const PlanState& state = input.state.plan;
  const auto end = static_cast<double>(plan.periods.size());
  // A frame that took long must not jump over a period.
  const double seconds = std::min(0.25, static_cast<double>(ImGui::GetIO().DeltaTime));
  double time = planTime(plan, state) + state.speed * seconds;
  if (time >= end && !state.loop) memory.playing = false;
  if (time >= end) time = state.loop ? 0 : end;
  issue(output, command("plan time", planTimeText(plan, time)), "plan play#" + std::to_string(memory.drag));
}

void drawPlans(const PanelInput& input, PanelOutput& output) {
  if (input.deposit.plans.size() < 2) return;
  std::vector<std::string> names;
  for (const auto& plan : input.deposit.plans) names.push_back(plan->name);
  const geology::MinePlan* shown = planOf(input.deposit, input.state.plan);
  const auto chosen = choice(
      {"##plan", shown != nullptr ? shown->name : "", names, px(180), {"Which mine plan is shown.", ""}});
  if (chosen) issue(output, command("plan use", names[*chosen]));
  ImGui::SameLine(0, px(10));
}

}  // namespace

double doubtfulShare(const PlanFacts& plan, const PlanPeriodFacts& period) {
  if (plan.classed) return period.inferredShare();
  if (!plan.supported) return 0;
  double share = 0;
  constexpr std::size_t kFar = 2;  // planning::SupportBand: beyond the reach, and unknown
  for (std::size_t band = kFar; band < period.oreBySupport.size(); ++band) share += period.oreBySupport[band];
  return share;
}

std::string periodText(const PlanFacts& plan, std::size_t period) {
  const PlanPeriodFacts& facts = plan.periods[period];
  std::string text = facts.label;
  if (!plan.known) return text + ": being worked out";
  const double ore = plan.ore(facts), whole = plan.amount(facts);
  if (!plan.cutoff) return text + ": " + amountText(plan, whole) + " of rock; no cut-off is stated";
  text += ": ore " + amountText(plan, ore);
  if (facts.grade) text += " at " + shortNumber(*facts.grade, 3) + " " + plan.unit + " " + plan.column;
  text += ", waste " + amountText(plan, whole - ore);
  if (facts.stripRatio)
    text += ", strip ratio " + shortNumber(*facts.stripRatio, 2) + (plan.hasTonnes ? " t/t" : " m³/m³");
  if (plan.classed && ore > 0)
    text += ". " + shortNumber(100 * facts.inferredShare(), 2) + " % of the ore is inferred or has no class";
  else if (plan.supported && ore > 0)
    text += ". " + shortNumber(100 * doubtfulShare(plan, facts), 2) +
            " % of the ore is farther from a sample than the drilling is wide";
  return text;
}

std::string minedText(const PlanFacts& plan, double time) {
  if (!plan.known) return "being worked out";
  double ore = 0, whole = 0;
  for (std::size_t p = 0; p < plan.periods.size(); ++p) {
    const double share = std::clamp(time - static_cast<double>(p), 0.0, 1.0);
    ore += share * plan.ore(plan.periods[p]);
    whole += share * plan.amount(plan.periods[p]);
  }
  if (!plan.cutoff) return "mined so far " + amountText(plan, whole) + " of rock";
  return "so far ore " + amountText(plan, ore) + ", waste " + amountText(plan, whole - ore);
}

void drawTimeline(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const geology::MinePlan* plan = shownPlan(input.deposit, input.state);
  if (plan == nullptr) return;
  const double time = planTime(*plan, input.state.plan);
  playOn(*plan, input, memory, output);
  drawButtons(input, memory, output);
  drawPlans(input, output);
  ImVec2 at = ImGui::GetCursorScreenPos();
  at.y += std::round((px(kControlHeight) - ImGui::GetFontSize()) / 2);
  const float right = at.x + roomLeft() - px(kControlHeight + 8);
  const std::string moment = planMomentText(*plan, time);
  const Shown shown{*plan, factsOf(input, *plan), time};
  const std::string mined = plan->blocks.empty() ? "" : minedText(shown.facts, time);
  const float momentWidth = ImGui::CalcTextSize(moment.c_str()).x;
  clippedText(at, right, moment, ink(Role::Accent));
  const float minedWidth = ImGui::CalcTextSize(mined.c_str()).x;
  if (at.x + momentWidth + px(16) + minedWidth < right)
    clippedText({right - minedWidth, at.y}, right + 1, mined, ink(Role::Text));
  alignRight(px(kControlHeight));
  if (iconButton("##planclose", icons::kRemove, "x",
                 {"Back to the ground before anything is mined.", hintOf(Action::PlanToggle).key},
                 {.compact = true}))
    perform(Action::PlanToggle, input, memory, output);
  drawChart(shown, memory, output);
}

}  // namespace adit::viewer
