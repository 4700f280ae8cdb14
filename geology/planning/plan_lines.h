// Strings that a plan drives along: drives, declines and haul routes by the names of their layers.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geology/model/mine_plan.h"
#include "geology/model/triangle_mesh.h"

namespace adit::planning {

/// Development: decline, incline, drive, drift, crosscut, heading, tunnel, adit, raise, shaft, access,
/// development. Haul route: haul, haulage, road, and a ramp that is named a centre line. Nothing else: crest
/// and toe strings are no way.
std::optional<geology::PlanActivity> lineActivity(std::string_view name);

/// "none", "by name", "development", "haul route", or a list of layers "DRIVE_1: development; RD: haul
/// route".
struct LineRoles {
  bool byName = true;                        ///< for layers not listed
  std::optional<geology::PlanActivity> all;  ///< of every layer
  std::vector<std::pair<std::string, std::optional<geology::PlanActivity>>> layers;  ///< nothing: no way

  std::optional<geology::PlanActivity> of(std::string_view layer) const;
};
/// Nothing for text that is none of these.
std::optional<LineRoles> lineRoles(std::string_view text);

/// When work on a line begins and ends, of a name such as "decline month 3", "drive 2 period 1-4".
struct LinePeriods {
  std::string first, last;  ///< labels
};
std::optional<LinePeriods> linePeriods(std::string_view name);

/// The open strings of the mesh, each of at least two different points, that have a role: named by their
/// layer, or by the mesh where they have none, and numbered where a layer has several. Periods are 0; the
/// profile is the default.
std::vector<geology::PlanLine> planLines(const geology::TriangleMesh& mesh, const LineRoles& roles);

/// Puts lines into the plan: each in the periods of its name where the plan has them; all others advance
/// evenly over the whole plan. Their number.
std::size_t timeLines(std::vector<geology::PlanLine> lines, geology::MinePlan& plan);

}  // namespace adit::planning
