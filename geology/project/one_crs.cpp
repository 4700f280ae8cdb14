#include "geology/project/one_crs.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "geology/formats/crs.h"
#include "geology/formats/import_choice.h"
#include "geology/formats/reproject.h"
#include "geology/formats/reproject_lattice.h"
#include "geology/project/depth_unit.h"
#include "geology/project/lost_places.h"
#include "geology/project/middle.h"

namespace adit::project {

namespace {

using formats::CrsInfo;
using formats::CrsTransform;
using formats::DrillRole;
using formats::DrillTable;
using geology::Diagnostic;
using geology::Severity;
using geology::Vec3;

constexpr const char* kWgs84 = "EPSG:4326";

/// All work of one opening: what is known of each CRS text, and the transformations made so far.
class CrsMatch {
 public:
  CrsMatch(Draft& draft, const formats::ImportChoices& choices, geology::Progress& progress)
      : draft_(draft), choices_(choices), progress_(progress) {}

  void run(const std::string& targetCrs) {
    stateCrs();
    const std::string target = chooseTarget(targetCrs);
    const CrsInfo* info = known(target);
    if (info == nullptr) {
      sayNoCrs();
      return;
    }
    target_ = *info;
    draft_.crs = info->id;
    draft_.crsUnitInMetres = info->unitInMetres;
    for (auto& table : draft_.tables) reprojectTable(table);
    for (auto& mesh : draft_.meshes) reprojectPoints(mesh, mesh.object.vertices);
    for (auto& set : draft_.points) reprojectPoints(set, set.object.points);
    std::erase_if(draft_.meshes, [](const auto& mesh) { return mesh.object.vertices.empty(); });
    std::erase_if(draft_.points, [](const auto& set) { return set.object.points.empty(); });
    std::erase_if(draft_.blockModels, [&](auto& model) { return !reprojectBlocks(model); });
    for (auto& terrain : draft_.terrains) reprojectTerrain(terrain);
    for (auto& image : draft_.images) reprojectImage(image);
    sayAssumed();
  }

 private:
  /// What PROJ knows of a CRS text; nullptr for an empty one and, once said, for an unknown one.
  const CrsInfo* known(const std::string& text) {
    if (text.empty()) return nullptr;
    auto it = infos_.find(text);
    if (it == infos_.end()) {
      formats::CrsResult result = formats::describeCrs(text);
      for (Diagnostic& diagnostic : result.diagnostics) draft_.diagnostics.push_back(std::move(diagnostic));
      it = infos_.emplace(text, std::move(result.crs)).first;
    }
    return it->second ? &*it->second : nullptr;
  }

  template <typename Action>
  void forEach(Action action) {
    for (auto& found : draft_.blockModels) action(found);
    for (auto& found : draft_.tables)
      if (found.object.role == DrillRole::Collar) action(found);
    for (auto& found : draft_.terrains) action(found);
    for (auto& found : draft_.meshes) action(found);
    for (auto& found : draft_.points) action(found);
    for (auto& found : draft_.images)
      if (found.object.georeferenced) action(found);
  }

  /// The person's word, the object's own, or WGS 84 for collars in degrees (which the table's values show).
  void stateCrs() {
    for (auto& terrain : draft_.terrains)
      if (terrain.crs.empty()) terrain.crs = terrain.object.crs;
    forEach([&](auto& found) {
      if (const auto* chosen = formats::personsChoice(choices_, found.object.source.path, "crs")) {
        found.crs = chosen->second == "none" ? "" : chosen->second;
        addChoice(found.object.source, {chosen->first, chosen->second, "", true});
      }
    });
    for (auto& table : draft_.tables)
      if (table.object.geographic && table.crs.empty()) assumeWgs84(table);
  }

  /// A reader that asks for the CRS itself has put its choice there already.
  static void addChoice(geology::Provenance& source, geology::ImportChoice choice) {
    const bool there = std::any_of(source.choices.begin(), source.choices.end(),
                                   [&](const auto& made) { return made.key == choice.key; });
    if (!there) source.choices.push_back(std::move(choice));
  }

  void assumeWgs84(Found<DrillTable>& table) {
    table.crs = kWgs84;
    const std::string key = formats::choiceKey(table.object.source.path, "crs");
    addChoice(table.object.source, {key, kWgs84, "the collars are in degrees", false});
    draft_.diagnostics.push_back(
        {.severity = Severity::Note,
         .code = "PRJ-CRS-GEOGRAPHIC",
         .file = table.object.source.path,
         .message = "the collars are in degrees of longitude and latitude; WGS 84 (EPSG:4326) is assumed",
         .remedy = "state the CRS with the choice " + key + "=EPSG:...",
         .count = table.object.x.size()});
  }

  std::string chooseTarget(const std::string& asked) {
    if (const CrsInfo* info = known(asked)) {
      if (!info->geographic) return asked;
      draft_.diagnostics.push_back({.severity = Severity::Warning,
                                    .code = "PRJ-CRS-TARGET",
                                    .file = {},
                                    .message = "everything was asked for in " + asked +
                                               ", which is in degrees; a scene "
                                               "needs lengths",
                                    .remedy = "ask for a projected CRS, e.g. the UTM zone"});
    }
    std::string projected, degrees;
    forEach([&](auto& found) {
      const CrsInfo* info = known(found.crs);
      if (info == nullptr) return;
      std::string& first = info->geographic ? degrees : projected;
      if (first.empty()) first = info->geographic ? utmOf(found) : found.crs;
    });
    return projected.empty() ? degrees : projected;
  }

  /// The UTM zone of where most of something in degrees lies; empty when it has no place on the earth.
  template <typename T>
  std::string utmOf(const Found<T>& found) {
    const Vec3 middle = middleOf(found.object);
    return geology::isFinite(middle) ? formats::utmCrs(middle.x, middle.y) : std::string{};
  }

  template <typename T>
  static Vec3 middleOf(const T& object) {
    return boxOf(object).center();
  }
  static Vec3 middleOf(const DrillTable& table) { return project::middleOf(table); }
  static geology::Box3 boxOf(const geology::BlockModel& model) { return model.lattice.bounds(); }
  static geology::Box3 boxOf(const geology::DrapeImage& image) {
    geology::Box3 box;
    const auto corner = [&](double c, double r) {
      box.include(Vec3{image.origin[0] + c * image.stepColumn[0] + r * image.stepRow[0],
                       image.origin[1] + c * image.stepColumn[1] + r * image.stepRow[1], 0});
    };
    corner(0, 0);
    corner(image.columns, image.rows);
    return box;
  }
  template <typename T>
  static geology::Box3 boxOf(const T& object) {
    return object.bounds();
  }

  /// The transformation from that CRS into the target; nullptr when there is nothing to do or no way.
  const CrsTransform* transformFrom(const std::string& crs) {
    const CrsInfo* info = known(crs);
    if (info == nullptr || info->id == target_.id) return nullptr;
    auto it = transforms_.find(info->id);
    if (it == transforms_.end()) {
      formats::CrsTransformResult result = CrsTransform::between(info->id, target_.id);
      for (Diagnostic& diagnostic : result.diagnostics) draft_.diagnostics.push_back(std::move(diagnostic));
      it = transforms_.emplace(info->id, std::move(result.transform)).first;
    }
    return it->second ? &*it->second : nullptr;
  }

  void sayReprojected(const std::string& file, const CrsTransform& transform, std::size_t undefined,
                      const Vec3& place) {
    say(file, {transform.accuracyAt(place)});
    if (undefined == 0) return;
    draft_.diagnostics.push_back({.severity = Severity::Error,
                                  .code = "PRJ-CRS-UNDEFINED",
                                  .file = file,
                                  .message = "positions have no place in " + target_.id +
                                             "; they are left out with what is built on them",
                                  .remedy = "check the CRS of the file",
                                  .count = undefined});
  }

  /// Adds what was found about a file, and takes back the reader's warning that it is in degrees.
  void say(const std::string& file, geology::Diagnostics found) {
    std::erase_if(draft_.diagnostics, [&](const Diagnostic& d) {
      return d.file == file && (d.code == "DH-GEOGRAPHIC" || d.code == "DEM-DEGREES");
    });
    for (Diagnostic& diagnostic : found) {
      diagnostic.file = file;
      draft_.diagnostics.push_back(std::move(diagnostic));
    }
  }

  void reprojectTable(Found<DrillTable>& found) {
    DrillTable& table = found.object;
    if (table.role != DrillRole::Collar) return;
    const CrsTransform* transform = transformFrom(found.crs);
    if (transform == nullptr) return;
    const Vec3 middle = middleOf(table);
    if (transform->source().geographic) sayStray(table, middle);
    std::size_t undefined = 0;
    for (std::size_t i = 0; i < table.x.size(); ++i) {
      // A collar whose place is missing in the file is said by the reader; it stays missing here.
      if (!std::isfinite(table.x[i]) || !std::isfinite(table.y[i])) continue;
      const bool height = i < table.z.size() && std::isfinite(table.z[i]);
      const Vec3 to = transform->forward({table.x[i], table.y[i], height ? table.z[i] : 0});
      if (!std::isfinite(to.x) || !std::isfinite(to.y)) ++undefined;
      table.x[i] = to.x;
      table.y[i] = to.y;
      if (height) table.z[i] = to.z;
    }
    table.geographic = false;
    table.heightFactor = transform->source().unitInMetres / transform->target().unitInMetres;
    sayUnitLeft(table);
    sayReprojected(table.source.path, *transform, undefined, middle);
    sayTurn(table.source.path, *transform, middle);
  }

  /// Places such as 0, 0 that stand for "unknown": they decide nothing, and are drawn far off.
  void sayStray(const DrillTable& table, const Vec3& middle) {
    constexpr double kReach = 5;  // degrees; a UTM zone is 6 wide
    geology::Diagnostic stray{.severity = Severity::Warning,
                              .code = "PRJ-CRS-STRAY",
                              .file = table.source.path,
                              .message = "collars lie more than 5 degrees from where most of them lie",
                              .remedy =
                                  "correct their longitude and latitude, or leave both empty where "
                                  "they are not known",
                              .count = 0};
    for (std::size_t i = 0; i < table.x.size(); ++i) {
      if (!(std::abs(table.x[i] - middle.x) > kReach || std::abs(table.y[i] - middle.y) > kReach)) continue;
      if (stray.count++ > 0) continue;
      stray.line = table.line[i];
      stray.message += ", the first is " + table.holeId[i];
    }
    if (stray.count > 0) draft_.diagnostics.push_back(std::move(stray));
  }

  /// Depths follow when the tables are joined; but those of a rare unit stay.
  void sayUnitLeft(const DrillTable& table) {
    constexpr double kSameUnit = 1e-5;
    if (std::abs(table.heightFactor - 1) < kSameUnit || depthFactor({}, table.heightFactor) != 1) return;
    draft_.diagnostics.push_back({.severity = Severity::Warning,
                                  .code = "PRJ-UNIT-LEFT",
                                  .file = table.source.path,
                                  .message = "heights are multiplied by " +
                                             std::to_string(table.heightFactor) +
                                             " on their way into the other system; depths are used as they "
                                             "stand in the file",
                                  .remedy = "ask for the system of the collars, with --crs",
                                  .count = table.holeId.size()});
  }

  /// Azimuths stay as they are in the tables: which north they count from is decided when they are joined.
  void sayTurn(const std::string& file, const CrsTransform& transform, const Vec3& place) {
    constexpr double kNoticeable = 0.1;  // degrees; less than a survey tool resolves
    const bool anyAzimuth = std::any_of(draft_.tables.begin(), draft_.tables.end(),
                                        [](const auto& table) { return !table.object.azimuth.empty(); });
    const double turn = anyAzimuth ? transform.turnOfNorth(place) : 0;
    if (!(std::abs(turn) > kNoticeable)) return;
    std::string degrees = std::to_string(turn);
    degrees.resize(degrees.find('.') + 3);
    draft_.diagnostics.push_back({.severity = Severity::Warning,
                                  .code = "PRJ-CRS-NORTH",
                                  .file = file,
                                  .message = "north turns by " + degrees +
                                             " degrees between the two systems; azimuths are "
                                             "used as they stand in the file",
                                  .remedy = "if they count from the old north, add the turn with the choices "
                                            "<survey file>/north=true and <survey file>/declination=" +
                                            degrees});
  }

  template <typename T>
  void reprojectPoints(Found<T>& found, std::vector<Vec3>& points) {
    const CrsTransform* transform = transformFrom(found.crs);
    if (transform == nullptr) return;
    const Vec3 middle = found.object.bounds().center();
    sayReprojected(found.object.source.path, *transform, transform->forward(std::span(points)), middle);
    dropLostPlaces(found.object);
  }

  /// False where the blocks have no place in the target.
  bool reprojectBlocks(Found<geology::BlockModel>& found) {
    const CrsInfo* info = known(found.crs);
    if (info == nullptr || info->id == target_.id) return true;
    const CrsTransform* transform = transformFrom(found.crs);
    if (transform == nullptr) return false;  // said
    formats::ReprojectedLattice moved = formats::reproject(found.object.lattice, *transform);
    say(found.object.source.path, std::move(moved.diagnostics));
    if (moved.lattice) found.object.lattice = *moved.lattice;
    return moved.lattice.has_value();
  }

  void reprojectTerrain(Found<geology::Terrain>& found) {
    const CrsTransform* transform = transformFrom(found.crs);
    if (transform == nullptr) return;
    formats::ReprojectedTerrain moved = formats::reproject(found.object, *transform, progress_);
    found.object = std::move(moved.terrain);
    say(found.object.source.path, std::move(moved.diagnostics));
  }

  void reprojectImage(Found<geology::DrapeImage>& found) {
    const CrsTransform* transform = found.object.georeferenced ? transformFrom(found.crs) : nullptr;
    if (transform == nullptr) return;
    formats::ReprojectedImage moved = formats::reproject(found.object, *transform);
    found.object = std::move(moved.image);
    say(found.object.source.path, std::move(moved.diagnostics));
  }

  void sayNoCrs() {
    std::size_t objects = 0;
    forEach([&](const auto&) { ++objects; });
    if (objects == 0) return;
    draft_.diagnostics.push_back(
        {.severity = Severity::Note,
         .code = "PRJ-CRS-NONE",
         .file = {},
         .message = "no file states a coordinate reference system; coordinates are used as they are",
         .remedy = "state it with the choice <file>/crs=EPSG:...",
         .count = objects});
  }

  void sayAssumed() {
    std::set<std::string> files;
    forEach([&](const auto& found) {
      if (known(found.crs) == nullptr) files.insert(found.object.source.path);
    });
    if (files.empty()) return;
    draft_.diagnostics.push_back(
        {.severity = Severity::Note,
         .code = "PRJ-CRS-ASSUMED",
         .file = *files.begin(),
         .message = "the file states no CRS; it is taken to be in " + target_.id + " like the rest",
         .remedy = "state it with the choice <file>/crs=EPSG:...",
         .count = files.size()});
  }

  Draft& draft_;
  const formats::ImportChoices& choices_;
  geology::Progress& progress_;
  CrsInfo target_;
  std::map<std::string, std::optional<CrsInfo>> infos_;
  std::map<std::string, std::optional<CrsTransform>> transforms_;
};

}  // namespace

void bringIntoOneCrs(Draft& draft, const CrsRequest& request, geology::Progress& progress) {
  CrsMatch(draft, request.choices, progress).run(request.target);
}

}  // namespace adit::project
