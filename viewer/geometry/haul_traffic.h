// Trucks on the haul routes of a plan at a moment: where they stand is a function of the plan's time alone.
#pragma once
#include <vector>

#include "geology/model/placed_asset.h"
#include "viewer/geometry/plan_in_time.h"

namespace adit::viewer {

/// Metres between trucks, and metres that they go on in a period: to be seen moving, and no haul cycle, which
/// takes half an hour where a period takes a year.
constexpr double kTruckSpacing = 350;
constexpr double kTruckAdvance = 150;

/// Down on one side of the road and up again on the other, where the road is open: where the ground as mined
/// is not more than a bench above it. They stand on the road, or on the ground where that is higher.
std::vector<geology::AssetPose> trucksOn(const PlanInTime& plan, double metre);

/// The asset that drives: the first whose name speaks of a truck; nullptr without.
const geology::PlacedAsset* truckOf(const geology::Deposit& deposit);

}  // namespace adit::viewer
