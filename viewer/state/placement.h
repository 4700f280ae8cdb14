// Where things for scale stand: at the coordinates of their file, or where the view has placed them.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "geology/model/deposit.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// nullptr when the deposit has no such asset.
const geology::PlacedAsset* assetNamed(const geology::Deposit& deposit, std::string_view name);
/// The asset that the mouse places: the active layer when it is one, else the first; empty without any.
std::string activeAsset(const geology::Deposit& deposit, const ViewState& state);

/// How the view places it: as it was placed, else as its file has it.
Placement placementOf(const ViewState& state, const geology::PlacedAsset& asset);
/// The same for its own coordinates: what draws it.
geology::AssetPose poseOf(const ViewState& state, const geology::PlacedAsset& asset);

/// The highest terrain at a place in plan, in deposit units; nothing where no terrain has a height.
std::optional<double> groundHeight(const geology::Deposit& deposit, double x, double y);
/// Of everything but things for scale, which are seldom in the coordinates of the deposit; of these where
/// there is nothing else.
geology::Box3 knownBounds(const geology::Deposit& deposit);
/// Of the things for scale that the view has placed.
geology::Box3 placedBounds(const geology::Deposit& deposit, const ViewState& state);
/// Of one object: of a thing for scale where the view stands it.
geology::Box3 boundsInView(const geology::Deposit& deposit, const ViewState& state,
                           const geology::ObjectEntry& object);
/// Both together: what a camera frames.
geology::Box3 seenBounds(const geology::Deposit& deposit, const ViewState& state);

}  // namespace adit::viewer
