#include "geology/project/open.h"

#include <algorithm>
#include <filesystem>
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
#include "geology/project/mapped_file.h"
#include "geology/project/object_sources.h"
#include "geology/project/one_crs.h"
#include "geology/project/project_file.h"
#include "geology/project/read_sources.h"
#include "geology/project/source_list.h"
#include "geology/project/synthetic_source.h"

namespace adit::project {

namespace {

namespace fs = std::filesystem;
using geology::Diagnostic;
using geology::Diagnostics;
using geology::Severity;

void append(Diagnostics& to, const Diagnostics& from) {
  to.insert(to.end(), from.begin(), from.end());
}

std::string identityOf(const std::string& path) {
  std::error_code error;
  return fs::weakly_canonical(path, error).string();
}

/// Everything that is to be opened, once project files are resolved into their sources.
struct Plan {
  std::vector<ListedFile> files;
  std::vector<std::string> synthetic;
  formats::ImportChoices choices;
  std::string targetCrs;
  std::string savedUnit;  ///< of the project
  std::string name, projectPath, viewJson;
  std::vector<SourceReport> missing;
  std::set<std::string> projects;  ///< identities of the project files
  Diagnostics diagnostics;
};

/// The sources of a project, as seen from its folder.
void planSources(Plan& plan, const ProjectFile& project, const fs::path& folder) {
  for (const ProjectSource& source : project.sources) {
    if (isSyntheticName(source.path)) {
      plan.synthetic.push_back(source.path);
      continue;
    }
    const std::string path = (folder / source.path).lexically_normal().string();
    std::error_code error;
    if (fs::is_regular_file(path, error)) {
      plan.files.push_back({path, true, source.sha256});
      continue;
    }
    plan.missing.push_back({path, SourceRole::Missing, "", {}, source.bytes, source.sha256});
    plan.diagnostics.push_back({.severity = Severity::Error,
                                .code = "PRJ-MISSING",
                                .file = path,
                                .message = "a source of the project is not there; the rest is open",
                                .remedy = "put the file back, or save the project again without it"});
  }
}

void planProject(Plan& plan, const std::string& path, const ProjectFile& project) {
  plan.name = project.name;
  plan.projectPath = path;
  plan.viewJson = project.viewJson;
  if (plan.targetCrs.empty()) plan.targetCrs = project.crs;
  if (plan.savedUnit.empty()) plan.savedUnit = project.unit;
  // What is asked for now goes before what the project remembers: insert keeps the entry that is there.
  for (const geology::ImportChoice& choice : project.choices)
    if (choice.byPerson) plan.choices.insert({choice.key, choice.value});
  planSources(plan, project, fs::path(path).parent_path());
}

/// True when the path was a project file, readable or not; then nothing else reads it.
bool planIfProject(Plan& plan, const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return false;
  try {
    const MappedFile file(path);
    if (!isProject(file.bytes()) && fs::path(path).extension() != ".adit") return false;
    auto parsed = parseProject(file.bytes(), path);
    if (const auto* fault = std::get_if<Diagnostic>(&parsed))
      plan.diagnostics.push_back(*fault);
    else
      planProject(plan, path, std::get<ProjectFile>(parsed));
    plan.projects.insert(identityOf(path));
    return true;
  } catch (const std::system_error&) {
    return false;  // listSources will find the same and say it
  }
}

/// A folder mostly holds the project that was saved of it. It is read as a folder, and its project is no
/// data.
void leaveProjects(Plan& plan, std::vector<ListedFile>& files) {
  const auto isProjectFile = [&](const ListedFile& file) {
    if (file.named || fs::path(file.path).extension() != ".adit") return false;
    if (!plan.projects.contains(identityOf(file.path)))
      plan.diagnostics.push_back({.severity = Severity::Note,
                                  .code = "PRJ-IN-FOLDER",
                                  .file = file.path,
                                  .message = "a project in a folder is left out; the folder's files are read",
                                  .remedy = "open the project itself for its sources, choices and views"});
    return true;
  };
  std::erase_if(files, isProjectFile);
}

/// A file that a project and the person name is one file, with the hash that the project vouches for.
void addOnce(std::vector<ListedFile>& files, std::vector<ListedFile>&& more) {
  std::move(more.begin(), more.end(), std::back_inserter(files));
  std::set<std::string> seen;
  std::erase_if(files, [&](const ListedFile& file) { return !seen.insert(identityOf(file.path)).second; });
}

/// A deposit that a project and the person name, or one of them twice, is made once.
void makeOnce(std::vector<std::string>& synthetic) {
  std::set<std::string> seen;
  std::erase_if(synthetic,
                [&](const std::string& name) { return !seen.insert(fullSyntheticName(name)).second; });
}

Plan planOf(const OpenRequest& request) {
  Plan plan;
  plan.choices = request.choices;
  plan.targetCrs = request.targetCrs;
  std::vector<std::string> others;
  for (const std::string& path : request.paths) {
    if (isSyntheticName(path))
      plan.synthetic.push_back(path);
    else if (!planIfProject(plan, path))
      others.push_back(path);
  }
  SourceList list = listSources(others);
  append(plan.diagnostics, list.diagnostics);
  leaveProjects(plan, list.files);
  addOnce(plan.files, std::move(list.files));
  makeOnce(plan.synthetic);
  if (plan.name.empty() && !others.empty()) {
    const fs::path first = fs::path(others.front()).lexically_normal();
    plan.name = (first.has_filename() ? first : first.parent_path()).stem().string();
  }
  return plan;
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
  append(draft.diagnostics, made.diagnostics);
}

void makeAllSynthetic(const Plan& plan, Draft& draft, OpenResult& result, geology::Progress& progress) {
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
  const Plan plan = planOf(request);
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
  append(deposit->diagnostics, checkFarApart(*deposit));
  sayUnusedChoices(*deposit, plan.choices);
  sayNothingOpened(*deposit, request);
  nameObjectsOfSources(result.sources, *deposit);
  progress.throwIfCancelled();

  result.deposit = deposit;
  result.choices = plan.choices;
  result.targetCrs = plan.targetCrs;
  result.projectPath = plan.projectPath;
  result.savedStateJson = plan.viewJson;
  return result;
}

}  // namespace adit::project
