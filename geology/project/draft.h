// A deposit in the making: what the readers found, still to be joined, brought into one CRS, named and
// checked.
#pragma once
#include <string>
#include <vector>

#include "geology/formats/reader.h"
#include "geology/model/deposit.h"

namespace adit::project {

/// An object and the CRS that its file stated ("EPSG:n", WKT, or empty).
template <typename T>
struct Found {
  T object;
  std::string crs;
  double heightUnit = 0;  ///< of a terrain, in metres; 0: that of its coordinates
};

struct Draft {
  std::string name;
  std::vector<Found<formats::DrillTable>> tables;  ///< until they are joined
  std::vector<Found<geology::DrillHoles>> drillholes;
  std::vector<Found<geology::BlockModel>> blockModels;
  std::vector<Found<geology::TriangleMesh>> meshes;
  std::vector<Found<geology::Terrain>> terrains;
  std::vector<Found<geology::DrapeImage>> images;
  std::vector<Found<geology::PointSet>> points;
  std::vector<Found<geology::PlacedAsset>> assets;
  std::vector<std::shared_ptr<const geology::MinePlan>> plans;  ///< that came with objects, as these name them
  std::string plansCrs;                                         ///< of their lines
  geology::Diagnostics diagnostics;

  std::string crs;
  double crsUnitInMetres = 0;  ///< of its coordinates; 0 without a CRS
  geology::LengthUnit unit = geology::LengthUnit::Metre;
  bool unitStated = false;
};

/// Moves the objects of one file into the draft.
void addObjects(Draft& draft, formats::ImportResult&& result);

/// Joins the drillhole tables: folder by folder when each folder has its own collars, else all together by
/// their hole ids (geology/project/join_drillholes.h).
void joinTables(Draft& draft, const formats::ImportChoices& choices);

/// A name that is taken becomes "name 2", "name 3"..., in the order of geology::objects().
void makeNamesUnique(Draft& draft);

/// The finished deposit.
std::shared_ptr<geology::Deposit> finish(Draft&& draft);

}  // namespace adit::project
