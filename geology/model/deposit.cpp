#include "geology/model/deposit.h"

namespace adit::geology {

const char* unitSymbol(LengthUnit unit) {
  return unit == LengthUnit::Metre ? "m" : "ft";
}

Box3 Deposit::bounds() const {
  Box3 box;
  for (const auto& holes : drillholes) box.include(holes->bounds());
  for (const auto& model : blockModels) box.include(model->lattice.bounds());
  for (const auto& mesh : meshes) box.include(mesh->bounds());
  for (const auto& terrain : terrains) box.include(terrain->bounds());
  for (const auto& set : points) box.include(set->bounds());
  for (const auto& asset : assets) box.include(asset->bounds());
  return box;
}

bool Deposit::empty() const {
  return objects(*this).empty();
}

const char* objectKindName(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::DrillHoles:
      return "drillholes";
    case ObjectKind::BlockModel:
      return "block model";
    case ObjectKind::Mesh:
      return "surface";
    case ObjectKind::Terrain:
      return "terrain";
    case ObjectKind::Image:
      return "image";
    case ObjectKind::Points:
      return "points";
    case ObjectKind::Asset:
      return "asset";
  }
  return "";
}

std::vector<ObjectEntry> objects(const Deposit& deposit) {
  std::vector<ObjectEntry> entries;
  const auto add = [&](const auto& list, ObjectKind kind) {
    for (std::size_t i = 0; i < list.size(); ++i) entries.push_back({list[i]->name, kind, i});
  };
  add(deposit.terrains, ObjectKind::Terrain);
  add(deposit.drillholes, ObjectKind::DrillHoles);
  add(deposit.blockModels, ObjectKind::BlockModel);
  add(deposit.meshes, ObjectKind::Mesh);
  add(deposit.points, ObjectKind::Points);
  add(deposit.assets, ObjectKind::Asset);
  add(deposit.images, ObjectKind::Image);
  return entries;
}

const DataSupport* supportOf(const Deposit& deposit, const BlockModel& model) {
  for (std::size_t i = 0; i < std::min(deposit.blockModels.size(), deposit.support.size()); ++i)
    if (deposit.blockModels[i].get() == &model) return deposit.support[i].get();
  return nullptr;
}

const Column* findBlockColumn(const Deposit& deposit, const BlockModel& model, std::string_view name) {
  if (const Column* own = findColumn(model.columns, name)) return own;
  if (const DataSupport* support = supportOf(deposit, model))
    if (const Column* known = findColumn(support->columns, name)) return known;
  if (name != kMinedAt) return nullptr;
  for (const auto& plan : deposit.plans)
    if (const PlanBlocks* blocks = plannedBlocks(*plan, model)) return &blocks->minedAt;
  return nullptr;
}

const PlanBlocks* plannedBlocks(const MinePlan& plan, const BlockModel& model) {
  for (const PlanBlocks& blocks : plan.blocks)
    if (blocks.model == model.name && blocks.minedAt.size() == model.blockCount()) return &blocks;
  return nullptr;
}

}  // namespace adit::geology
