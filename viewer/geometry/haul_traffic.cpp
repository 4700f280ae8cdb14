#include "viewer/geometry/haul_traffic.h"

#include <cmath>
#include <numbers>

namespace adit::viewer {
namespace {

constexpr double kPitBench = 10;  ///< metres: how far above a road the ground may be that is not dug yet

/// The height of the road at a place that is open; nothing where it is not yet.
std::optional<double> roadHeight(const PlanInTime& plan, const Vec3& place, double metre) {
  if (plan.ground == nullptr && plan.pits == nullptr) return place.z;
  const double bench = plan.ground != nullptr ? plan.ground->model().lattice.size[2] : kPitBench * metre;
  const double ground = plan.ground != nullptr ? plan.ground->heightAt(place.x, place.y, plan.time)
                                               : plan.pits->heightAt(place.x, place.y, plan.time);
  if (std::isnan(ground)) return place.z;
  if (ground > place.z + bench) return std::nullopt;
  return std::max(place.z, ground);
}

}  // namespace

const geology::PlacedAsset* truckOf(const geology::Deposit& deposit) {
  for (const auto& asset : deposit.assets)
    if (asset->name.find("truck") != std::string::npos) return asset.get();
  return nullptr;
}

std::vector<geology::AssetPose> trucksOn(const PlanInTime& plan, double metre) {
  std::vector<geology::AssetPose> trucks;
  if (plan.workings == nullptr) return trucks;
  for (const planning::Drive& route : plan.workings->haulRoutes()) {
    const double length = route.length();
    const auto count = static_cast<int>(std::floor(2 * length / (kTruckSpacing * metre)));
    for (int n = 0; n < count; ++n) {
      const double way = std::fmod(plan.time * kTruckAdvance * metre + n * 2 * length / count, 2 * length);
      const bool up = way > length;
      const double chainage = up ? 2 * length - way : way;
      constexpr double kLook = 2;  // units of length along which the road's direction is taken
      const Vec3 ahead =
          route.at(std::min(length, chainage + kLook)) - route.at(std::max(0.0, chainage - kLook));
      const double size = std::hypot(ahead.x, ahead.y);
      if (!(size > 0)) continue;
      const double sense = up ? -1 : 1;
      const Vec3 way2d{sense * ahead.x / size, sense * ahead.y / size, 0};
      // Each keeps to its right, a quarter of the road from the middle.
      const Vec3 right{way2d.y, -way2d.x, 0};
      Vec3 place = route.at(chainage) + right * (route.profile().width / 4);
      const auto height = roadHeight(plan, place, metre);
      if (!height) continue;
      place.z = *height;
      trucks.push_back({place, std::atan2(way2d.x, way2d.y) * 180 / std::numbers::pi, metre});
    }
  }
  return trucks;
}

}  // namespace adit::viewer
