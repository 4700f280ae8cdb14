#include "geology/project/draft.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "geology/project/join_drillholes.h"

namespace adit::project {

namespace {

using formats::DrillRole;
using formats::DrillTable;

std::vector<Found<DrillTable>>& listFor(Draft& draft, const DrillTable&) {
  return draft.tables;
}
std::vector<Found<geology::BlockModel>>& listFor(Draft& draft, const geology::BlockModel&) {
  return draft.blockModels;
}
std::vector<Found<geology::TriangleMesh>>& listFor(Draft& draft, const geology::TriangleMesh&) {
  return draft.meshes;
}
std::vector<Found<geology::Terrain>>& listFor(Draft& draft, const geology::Terrain&) {
  return draft.terrains;
}
std::vector<Found<geology::DrapeImage>>& listFor(Draft& draft, const geology::DrapeImage&) {
  return draft.images;
}
std::vector<Found<geology::PointSet>>& listFor(Draft& draft, const geology::PointSet&) {
  return draft.points;
}
std::vector<Found<geology::PlacedAsset>>& listFor(Draft& draft, const geology::PlacedAsset&) {
  return draft.assets;
}
std::vector<Found<geology::MinePlan>>& listFor(Draft& draft, const geology::MinePlan&) {
  return draft.plans;
}

void append(geology::Diagnostics& to, geology::Diagnostics&& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

using Tables = std::vector<DrillTable>;

std::string folderOf(const DrillTable& table) {
  return std::filesystem::path(table.source.path).parent_path().string();
}

bool hasCollars(const Tables& tables) {
  return std::any_of(tables.begin(), tables.end(),
                     [](const DrillTable& table) { return table.role == DrillRole::Collar; });
}

/// Two deposits in two folders may use the same hole ids, so a folder that has collars keeps to itself. When
/// some folder has tables and no collars (collars/ beside assays/), the ids alone decide: one group.
std::map<std::string, Tables> groupByFolder(std::vector<Found<DrillTable>>&& found) {
  std::map<std::string, Tables> groups;
  for (Found<DrillTable>& table : found) groups[folderOf(table.object)].push_back(std::move(table.object));
  const bool eachHasCollars =
      std::all_of(groups.begin(), groups.end(), [](const auto& group) { return hasCollars(group.second); });
  if (eachHasCollars) return groups;
  Tables all;
  for (auto& [folder, tables] : groups)
    all.insert(all.end(), std::make_move_iterator(tables.begin()), std::make_move_iterator(tables.end()));
  return {{"", std::move(all)}};
}

/// Gives a name that is free: the wish, else "wish 2", "wish 3"...
std::string freeName(const std::string& wish, std::set<std::string>& taken) {
  const std::string base = wish.empty() ? "unnamed" : wish;
  std::string name = base;
  for (int number = 2; !taken.insert(name).second; ++number) name = base + " " + std::to_string(number);
  return name;
}

template <typename T>
void makeUnique(std::vector<Found<T>>& list, std::set<std::string>& taken) {
  for (Found<T>& found : list) found.object.name = freeName(found.object.name, taken);
}

template <typename T>
std::vector<std::shared_ptr<const T>> shared(std::vector<Found<T>>&& list) {
  std::vector<std::shared_ptr<const T>> out;
  out.reserve(list.size());
  for (Found<T>& found : list) out.push_back(std::make_shared<const T>(std::move(found.object)));
  return out;
}

}  // namespace

void addObjects(Draft& draft, formats::ImportResult&& result) {
  append(draft.diagnostics, std::move(result.diagnostics));
  for (std::size_t i = 0; i < result.objects.size(); ++i)
    std::visit(
        [&](auto& value) {
          listFor(draft, value).push_back({std::move(value), result.crsOf(i), result.heightUnitOf(i)});
        },
        result.objects[i]);
}

void joinTables(Draft& draft, const formats::ImportChoices& choices) {
  if (draft.tables.empty()) return;
  std::map<std::string, Tables> groups = groupByFolder(std::exchange(draft.tables, {}));
  for (auto& [folder, tables] : groups) {
    JoinResult joined = joinDrillholes(std::move(tables), choices, draft.unit);
    append(draft.diagnostics, std::move(joined.diagnostics));
    const std::string folderName = std::filesystem::path(folder).filename().string();
    if (groups.size() > 1 && joined.drillholes.size() == 1 && !folderName.empty())
      joined.drillholes.front().name = folderName;
    for (geology::DrillHoles& holes : joined.drillholes) draft.drillholes.push_back({std::move(holes), {}});
  }
}

void makeNamesUnique(Draft& draft) {
  std::set<std::string> taken;
  makeUnique(draft.terrains, taken);
  makeUnique(draft.drillholes, taken);
  makeUnique(draft.blockModels, taken);
  makeUnique(draft.meshes, taken);
  makeUnique(draft.points, taken);
  makeUnique(draft.assets, taken);
  makeUnique(draft.images, taken);
}

/// Lines of plans are not brought into another coordinate system: a plan that has some is left out, and said.
std::vector<std::shared_ptr<const geology::MinePlan>> plansInOneCrs(
    std::vector<Found<geology::MinePlan>> plans, const std::string& crs, geology::Diagnostics& diagnostics) {
  std::erase_if(plans, [&](const Found<geology::MinePlan>& plan) {
    const bool elsewhere = !plan.object.lines.empty() && !plan.crs.empty() && plan.crs != crs;
    if (elsewhere)
      diagnostics.push_back({.severity = geology::Severity::Warning,
                             .code = "PL-CRS",
                             .file = plan.object.source.path,
                             .message = "the mine plan " + plan.object.name + " in " + plan.crs +
                                        " is left out: its lines were not brought into " + crs,
                             .remedy = "open the deposit in its own system"});
    return elsewhere;
  });
  return shared(std::move(plans));
}

std::shared_ptr<geology::Deposit> finish(Draft&& draft) {
  auto deposit = std::make_shared<geology::Deposit>();
  deposit->name = std::move(draft.name);
  deposit->crs = std::move(draft.crs);
  deposit->unit = draft.unit;
  deposit->unitStated = draft.unitStated;
  deposit->drillholes = shared(std::move(draft.drillholes));
  deposit->blockModels = shared(std::move(draft.blockModels));
  deposit->meshes = shared(std::move(draft.meshes));
  deposit->terrains = shared(std::move(draft.terrains));
  deposit->images = shared(std::move(draft.images));
  deposit->points = shared(std::move(draft.points));
  deposit->assets = shared(std::move(draft.assets));
  deposit->diagnostics = std::move(draft.diagnostics);
  deposit->plans = plansInOneCrs(std::move(draft.plans), deposit->crs, deposit->diagnostics);
  return deposit;
}

}  // namespace adit::project
