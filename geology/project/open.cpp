#include "geology/project/open.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <system_error>
#include <utility>

#include "geology/project/degree_places.h"
#include "geology/project/deposit_checks.h"
#include "geology/project/draft.h"
#include "geology/project/height_unit.h"
#include "geology/project/length_unit.h"
#include "geology/project/object_sources.h"
#include "geology/project/one_crs.h"
#include "geology/project/open_plan.h"
#include "geology/project/plans_of_blocks.h"
#include "geology/project/read_sources.h"
#include "geology/project/synthetic_source.h"

namespace adit::project {

namespace {

using geology::Diagnostic;
using geology::Diagnostics;
using geology::Severity;

void append(Diagnostics& to, const Diagnostics& from) {
  to.insert(to.end(), from.begin(), from.end());
}

/// A file that was read along with another one (the .str of a .dtm, the picture of a 3D model) is part of
/// that one and gives nothing of its own again. Where the main file gave nothing, it stays what it is.
void settleSideFiles(std::vector<ReadFile>& read) {
  std::map<std::string, ReadFile*> byIdentity;
  for (ReadFile& file : read) byIdentity[identityOf(file.report.path)] = &file;
  for (ReadFile& file : read) {
    if (file.result.objects.empty() || file.report.role == SourceRole::SideFile) continue;
    for (const std::string& path : file.result.sideFiles) {
      const auto side = byIdentity.find(identityOf(path));
      if (side == byIdentity.end() || side->second == &file) continue;
      side->second->report.role = SourceRole::SideFile;
      side->second->report.format.clear();
      std::erase_if(side->second->result.diagnostics,
                    [](const Diagnostic& d) { return d.code != "PRJ-CHANGED"; });
      side->second->result.objects.clear();
    }
  }
}

template <typename T>
void copyObjects(const std::vector<std::shared_ptr<const T>>& from, const std::string& crs,
                 std::vector<Found<T>>& to) {
  for (const auto& object : from) to.push_back({*object, crs});
}

void addSynthetic(Draft& draft, const geology::Deposit& made) {
  copyObjects(made.drillholes, made.crs, draft.drillholes);
  copyObjects(made.blockModels, made.crs, draft.blockModels);
  copyObjects(made.meshes, made.crs, draft.meshes);
  copyObjects(made.terrains, made.crs, draft.terrains);
  copyObjects(made.images, made.crs, draft.images);
  copyObjects(made.points, made.crs, draft.points);
  copyObjects(made.assets, made.crs, draft.assets);
  draft.plans.insert(draft.plans.end(), made.plans.begin(), made.plans.end());
  draft.plansCrs = made.crs;
  append(draft.diagnostics, made.diagnostics);
}

void makeAllSynthetic(const OpenPlan& plan, Draft& draft, OpenResult& result, geology::Progress& progress) {
  for (const std::string& name : plan.synthetic) {
    auto made = makeSynthetic(name, progress);
    if (const auto* fault = std::get_if<Diagnostic>(&made)) {
      draft.diagnostics.push_back(*fault);
      continue;
    }
    const geology::Deposit& deposit = *std::get<std::shared_ptr<geology::Deposit>>(made);
    if (draft.name.empty()) draft.name = deposit.name;
    addSynthetic(draft, deposit);
    result.sources.push_back({name, SourceRole::Data, "synthetic", {}, 0, ""});
  }
}

/// A deposit is as synthetic as any of its parts.
void markSynthetic(geology::Deposit& deposit) {
  for (const ObjectSource& entry : objectSources(deposit)) {
    if (!entry.source->synthetic) continue;
    deposit.synthetic = true;
    if (deposit.syntheticNote.empty()) deposit.syntheticNote = entry.source->note;
  }
}

/// A choice that nothing asked for is a slip of the pen.
void sayUnusedChoices(geology::Deposit& deposit, const formats::ImportChoices& choices) {
  std::set<std::string> asked{"unit"};
  for (const geology::ImportChoice& choice : madeChoices(deposit)) asked.insert(choice.key);
  for (const auto& [key, value] : choices) {
    if (asked.contains(key)) continue;
    deposit.diagnostics.push_back(
        {.severity = Severity::Warning,
         .code = "PRJ-CHOICE-UNUSED",
         .file = {},
         .message = std::string("nothing asked for the choice ").append(key).append("=").append(value),
         .remedy = "adit check lists the choices of each file"});
  }
}

/// A file itself, or one inside it when it is an archive.
bool comesFrom(const std::string& path, const std::string& source) {
  return path == source || (path.starts_with(source) && path[source.size()] == '/');
}

void nameObjectsOfSources(std::vector<SourceReport>& sources, const geology::Deposit& deposit) {
  for (const ObjectSource& entry : objectSources(deposit))
    for (SourceReport& source : sources) {
      auto& names = source.objects;
      if (comesFrom(entry.source->path, source.path) &&
          std::find(names.begin(), names.end(), *entry.object) == names.end())
        names.push_back(*entry.object);
    }
}

void sayNothingOpened(geology::Deposit& deposit, const OpenRequest& request) {
  if (!deposit.empty() || request.paths.empty()) return;
  deposit.diagnostics.push_back({.severity = Severity::Error,
                                 .code = "PRJ-NOTHING",
                                 .file = {},
                                 .message = "nothing that can be shown was found",
                                 .remedy =
                                     "name files of holes, blocks, surfaces or terrain, or the folder that "
                                     "holds them; adit formats lists what is read"});
}

}  // namespace

OpenResult open(const OpenRequest& request, geology::Progress& progress) {
  const OpenPlan plan = planOf(request);
  OpenResult result;
  Draft draft;
  draft.diagnostics = plan.diagnostics;
  draft.name = plan.name;
  std::vector<ReadFile> read =
      readSources(plan.files, {plan.choices, request.useCaches, request.otherContent}, progress);
  settleSideFiles(read);
  for (ReadFile& file : read) {
    result.sources.push_back(file.report);
    if (file.unwritten) result.unwritten.push_back(std::move(*file.unwritten));
    addObjects(draft, std::move(file.result));
  }
  result.sources.insert(result.sources.end(), plan.missing.begin(), plan.missing.end());
  makeAllSynthetic(plan, draft, result, progress);

  progress.report(1, "joining");
  recogniseDegrees(draft, plan.choices);
  bringIntoOneCrs(draft, {plan.targetCrs, plan.choices}, progress);
  decideUnit(draft, {plan.choices, plan.savedUnit});
  bringHeights(draft);
  joinTables(draft, plan.choices);
  removeInvalid(draft);
  makeNamesUnique(draft);
  const std::shared_ptr<geology::Deposit> deposit = finish(std::move(draft));
  markSynthetic(*deposit);
  addPlansOfBlocks(*deposit);
  append(deposit->diagnostics, checkFarApart(*deposit));
  sayUnusedChoices(*deposit, plan.choices);
  sayNothingOpened(*deposit, request);
  nameObjectsOfSources(result.sources, *deposit);
  progress.throwIfCancelled();

  result.deposit = deposit;
  result.choices = plan.choices;
  result.targetCrs = plan.targetCrs;
  result.projectPath = plan.projectPath;
  result.picturePath = plan.picturePath;
  result.savedStateJson = plan.viewJson;
  return result;
}

}  // namespace adit::project
