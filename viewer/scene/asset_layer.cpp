#include "viewer/scene/asset_layer.h"

#include "viewer/state/placement.h"
#include "viewer/state/reveal.h"

namespace adit::viewer {
namespace {

/// Turned and scaled in true proportions: the exaggeration moves where it stands and leaves its shape.
MeshBuffer placedPart(const geology::AssetPart& part, const geology::AssetPose& pose,
                      const SceneFrame& frame) {
  const auto asFloat = [](const geology::Vec3& p) {
    return std::array<float, 3>{static_cast<float>(p.x), static_cast<float>(p.y), static_cast<float>(p.z)};
  };
  const geology::AssetPose inScene{frame.toScene(pose.position), pose.heading, pose.scale};
  MeshBuffer mesh;
  for (const auto& v : part.vertices) mesh.points.push_back(asFloat(inScene.place(geology::ownPoint(v))));
  for (const auto& n : part.normals) mesh.normals.push_back(asFloat(inScene.turned(geology::ownPoint(n))));
  for (const auto& [i, j, k] : part.triangles) mesh.addPolygon({i, j, k}, 0);
  return mesh;
}

}  // namespace

AssetLayer::AssetLayer(std::shared_ptr<const geology::PlacedAsset> asset, vtkRenderer& renderer)
    : asset_(std::move(asset)) {
  for (const geology::AssetPart& part : asset_->parts) {
    parts_.push_back(std::make_unique<MeshProp>(renderer));
    parts_.back()->setPlainColor({part.color[0], part.color[1], part.color[2]});
    parts_.back()->setFlat(part.normals.empty());
  }
}

void AssetLayer::sync(const LayerInput& input) {
  const LayerState& layer = layerOf(input.state, asset_->name);
  if (placeKey_.changed({input.frame, layer.placement})) {
    const geology::AssetPose pose = poseOf(input.state, *asset_);
    for (std::size_t i = 0; i < parts_.size(); ++i)
      parts_[i]->setMesh(toPolyData(placedPart(asset_->parts[i], pose, input.frame)));
  }
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    parts_[i]->setVisible(layer.visible && !input.section);
    parts_[i]->setOpacity(layer.opacity * static_cast<double>(asset_->parts[i].color[3]));
    parts_[i]->setPickable(!layer.locked);
    parts_[i]->setPlanes(input.planes, input.frame);
  }
  count_ = {};
  count_.object = asset_->name;
  count_.what = "asset";
  count_.total = 1;
  count_.shown = layer.visible ? 1 : 0;
  if (!layer.visible) count_.hidden.push_back({kLayerOff, 1});
}

std::optional<PickState> AssetLayer::identify(const vtkProp* prop, std::int64_t) const {
  for (const auto& part : parts_) {
    if (!part->draws(prop)) continue;
    PickState pick;
    pick.object = asset_->name;
    return pick;
  }
  return std::nullopt;
}

}  // namespace adit::viewer
