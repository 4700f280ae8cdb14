#include "viewer/state/placement.h"

#include <algorithm>
#include <cmath>

#include "viewer/state/columns.h"

namespace adit::viewer {
namespace {

using geology::Box3;
using geology::PlacedAsset;

/// Height of the lowest point over the asset's origin, unscaled.
double lowestPoint(const PlacedAsset& asset) {
  const Box3 box = asset.boundsAt({});
  return box.empty() ? 0 : box.min.z;
}

}  // namespace

const PlacedAsset* assetNamed(const geology::Deposit& deposit, std::string_view name) {
  for (const auto& asset : deposit.assets)
    if (asset->name == name) return asset.get();
  return nullptr;
}

std::string activeAsset(const geology::Deposit& deposit, const ViewState& state) {
  if (assetNamed(deposit, state.activeLayer) != nullptr) return state.activeLayer;
  return deposit.assets.empty() ? std::string() : deposit.assets.front()->name;
}

Placement placementOf(const ViewState& state, const PlacedAsset& asset) {
  if (const auto& placed = layerOf(state, asset.name).placement) return *placed;
  const Vec3 foot = asset.position + Vec3{0, 0, lowestPoint(asset) * asset.scale};
  return {foot, asset.heading, asset.scale};
}

geology::AssetPose poseOf(const ViewState& state, const PlacedAsset& asset) {
  const auto& placed = layerOf(state, asset.name).placement;
  if (!placed) return asset.pose();
  const Vec3 origin = placed->position - Vec3{0, 0, lowestPoint(asset) * placed->scale};
  return {origin, placed->bearing, placed->scale};
}

std::optional<double> groundHeight(const geology::Deposit& deposit, double x, double y) {
  std::optional<double> highest;
  for (const auto& terrain : deposit.terrains) {
    const double height = terrain->heightAt(x, y);
    if (std::isfinite(height)) highest = std::max(highest.value_or(height), height);
  }
  return highest;
}

Box3 knownBounds(const geology::Deposit& deposit) {
  Box3 box;
  for (const geology::ObjectEntry& entry : geology::objects(deposit))
    if (entry.kind != geology::ObjectKind::Asset) box.include(boundsOf(deposit, entry));
  return box.empty() ? deposit.bounds() : box;
}

Box3 placedBounds(const geology::Deposit& deposit, const ViewState& state) {
  Box3 box;
  for (const auto& asset : deposit.assets)
    if (layerOf(state, asset->name).placement) box.include(asset->boundsAt(poseOf(state, *asset)));
  return box;
}

Box3 boundsInView(const geology::Deposit& deposit, const ViewState& state,
                  const geology::ObjectEntry& object) {
  if (object.kind != geology::ObjectKind::Asset) return boundsOf(deposit, object);
  const PlacedAsset& asset = *deposit.assets[object.index];
  return asset.boundsAt(poseOf(state, asset));
}

Box3 seenBounds(const geology::Deposit& deposit, const ViewState& state) {
  Box3 box = knownBounds(deposit);
  box.include(placedBounds(deposit, state));
  return box;
}

}  // namespace adit::viewer
