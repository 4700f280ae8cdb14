// Everything that is known of one deposit. Immutable once loaded; shared as shared_ptr<const Deposit>.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "geology/model/block_model.h"
#include "geology/model/data_support.h"
#include "geology/model/diagnostic.h"
#include "geology/model/drillholes.h"
#include "geology/model/mine_plan.h"
#include "geology/model/placed_asset.h"
#include "geology/model/point_set.h"
#include "geology/model/terrain.h"
#include "geology/model/triangle_mesh.h"

namespace adit::geology {

enum class LengthUnit : std::uint8_t { Metre, Foot };
/// "m" or "ft".
const char* unitSymbol(LengthUnit unit);

/// Objects are addressed by name; names are unique within the deposit (the loader sees to it: "assay", "assay
/// 2").
struct Deposit {
  std::string name;
  std::string crs;                      ///< "EPSG:32612", or empty when nobody stated one
  LengthUnit unit = LengthUnit::Metre;  ///< of all coordinates and depths
  bool unitStated = false;              ///< false: assumed; shown as a doubt
  bool synthetic = false;               ///< then every picture says SYNTHETIC
  std::string syntheticNote;            ///< "SYNTHETIC - porphyry generator 1, seed 7"

  std::vector<std::shared_ptr<const DrillHoles>> drillholes;
  std::vector<std::shared_ptr<const BlockModel>> blockModels;
  std::vector<std::shared_ptr<const TriangleMesh>> meshes;
  std::vector<std::shared_ptr<const Terrain>> terrains;
  std::vector<std::shared_ptr<const DrapeImage>> images;
  std::vector<std::shared_ptr<const PointSet>> points;
  std::vector<std::shared_ptr<const PlacedAsset>> assets;
  std::vector<std::shared_ptr<const MinePlan>> plans;

  /// What stands behind blockModels[i]: computed after loading, so it may be absent (nullptr, or a shorter
  /// list). A deposit that learns it is a new Deposit with the same objects.
  std::vector<std::shared_ptr<const DataSupport>> support;

  Diagnostics diagnostics;

  Box3 bounds() const;
  bool empty() const;
};

/// The support of a model of the deposit, or nullptr when it is not known.
const DataSupport* supportOf(const Deposit& deposit, const BlockModel& model);
/// The part of a plan that orders this model's blocks, where their moments are known; else nullptr.
const PlanBlocks* plannedBlocks(const MinePlan& plan, const BlockModel& model);
/// A column of the model's own, else one of its data support, else kMinedAt of the first plan that orders its
/// blocks, as findColumn; nullptr when there is none.
const Column* findBlockColumn(const Deposit& deposit, const BlockModel& model, std::string_view name);

enum class ObjectKind : std::uint8_t { DrillHoles, BlockModel, Mesh, Terrain, Image, Points, Asset };
/// "drillholes", "block model", "surface", "terrain", "image", "points", "asset".
const char* objectKindName(ObjectKind kind);

/// A line of the layer tree.
struct ObjectEntry {
  std::string name;
  ObjectKind kind;
  std::size_t index;  ///< into the vector of its kind
};
/// Every object in the order terrain, drillholes, block models, surfaces, points, assets, images.
std::vector<ObjectEntry> objects(const Deposit& deposit);

}  // namespace adit::geology
