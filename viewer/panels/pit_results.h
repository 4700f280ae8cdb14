// What the pit limit panel tells of a pit.
#pragma once
#include "viewer/panels/panel.h"

namespace adit::viewer {

/// "12.3 M USD".
std::string moneyText(double value, const std::string& currency);

/// Value, tonnes, shells, phases, how well it is known, and every doubt; or what is being worked out.
void drawPitResults(const PitFacts& facts, PanelOutput& output);

}  // namespace adit::viewer
