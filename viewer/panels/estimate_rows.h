// The rows of the estimate panel. Each control changes one member of the plan by a command.
#pragma once
#include <array>
#include <string>

#include "geology/estimation/estimation_plan.h"
#include "viewer/panels/panel.h"
#include "viewer/panels/panel_memory.h"
#include "viewer/panels/widgets.h"

namespace adit::viewer {

struct PlanEditor {
  const PanelInput& input;
  PanelMemory& memory;
  PanelOutput& output;
  const estimation::EstimationPlan& plan;

  /// "estimate set MEMBER VALUE".
  void set(const std::string& member, const std::string& value) const;
};

struct PlanNumber {
  const char* label;
  std::string member;
  double value = 0;
  std::string unit;
  int decimals = 2;
  const char* hint = "";
};
void drawPlanNumber(const PlanEditor& editor, const PlanNumber& number);

/// Three numbers beside one another, each a member of its own.
struct PlanTriple {
  const char* label;
  std::array<std::string, 3> members;
  std::array<double, 3> values;
  int decimals = 0;
  const char* hint = "";
};
void drawPlanTriple(const PlanEditor& editor, const PlanTriple& triple);
/// Ranges and rotation of `member`, e.g. "search".
void drawPlanShape(const PlanEditor& editor, const std::string& member, const estimation::Anisotropy& shape);

void drawPlanVariogram(const PlanEditor& editor);
void drawPlanSearch(const PlanEditor& editor);

/// "[4, 4, 4]"
std::string jsonList(const std::array<double, 3>& values);

}  // namespace adit::viewer
