#include "viewer/scene/haul_traffic_prop.h"

#include "viewer/geometry/haul_traffic.h"
#include "viewer/state/walker.h"

namespace adit::viewer {
namespace {

void addTruck(const geology::AssetPart& part, const geology::AssetPose& pose, MeshBuffer& mesh) {
  const auto asFloat = [](const geology::Vec3& p) {
    return std::array<float, 3>{static_cast<float>(p.x), static_cast<float>(p.y), static_cast<float>(p.z)};
  };
  const auto first = static_cast<std::int64_t>(mesh.points.size());
  for (const auto& v : part.vertices) mesh.points.push_back(asFloat(pose.place(geology::ownPoint(v))));
  for (const auto& n : part.normals) mesh.normals.push_back(asFloat(pose.turned(geology::ownPoint(n))));
  for (const auto& [i, j, k] : part.triangles) mesh.addPolygon({first + i, first + j, first + k}, 0);
}

}  // namespace

void HaulTrafficProp::forget() {
  truck_ = nullptr;
  parts_.clear();
  key_ = {};
}

void HaulTrafficProp::sync(const LayerInput& input) {
  const geology::PlacedAsset* truck = truckOf(input.deposit);
  const bool shown = truck != nullptr && input.plan != nullptr && layerOf(input.state, truck->name).visible;
  if (!shown) {
    for (const auto& part : parts_) part->setVisible(false);
    return;
  }
  if (truck != truck_) {
    forget();
    truck_ = truck;
    for (const geology::AssetPart& part : truck->parts) {
      parts_.push_back(std::make_unique<MeshProp>(renderer_));
      parts_.back()->setPlainColor({part.color[0], part.color[1], part.color[2]});
      parts_.back()->setFlat(part.normals.empty());
      parts_.back()->setPickable(false);
    }
  }
  std::vector<geology::AssetPose> poses = trucksOn(*input.plan, unitsInMetre(input.deposit.unit));
  for (const auto& part : parts_) {
    part->setVisible(!poses.empty());
    part->setPlanes(input.planes, input.frame);
  }
  if (!key_.changed({poses, input.frame})) return;
  for (std::size_t n = 0; n < parts_.size(); ++n) {
    MeshBuffer mesh;
    for (const geology::AssetPose& pose : poses)
      addTruck(truck->parts[n], {input.frame.toScene(pose.position), pose.heading, pose.scale}, mesh);
    parts_[n]->setMesh(toPolyData(mesh));
  }
}

}  // namespace adit::viewer
