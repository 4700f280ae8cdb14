#include "geology/project/open_plan.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

#include "geology/project/mapped_file.h"
#include "geology/project/picture_project.h"
#include "geology/project/project_file.h"
#include "geology/project/synthetic_source.h"

namespace adit::project {

namespace {

namespace fs = std::filesystem;
using geology::Diagnostic;
using geology::Severity;

/// The plan while paths are still being sorted.
struct UnfinishedPlan {
  OpenPlan plan;
  std::vector<SourceReport> wanted;  ///< sources of projects and pictures, before anyone has looked for them
  std::set<std::string> projects;    ///< identities of the project files and pictures
  std::vector<std::string> others;   ///< paths that are neither
};

/// The sources of a project, as seen from its folder.
void takeSources(UnfinishedPlan& draft, const ProjectFile& project, const fs::path& folder) {
  for (const ProjectSource& source : project.sources) {
    if (isSyntheticName(source.path)) {
      draft.plan.synthetic.push_back(source.path);
      continue;
    }
    const std::string path = (folder / source.path).lexically_normal().string();
    draft.wanted.push_back({path, SourceRole::Missing, "", {}, source.bytes, source.sha256});
  }
}

void takeProject(UnfinishedPlan& draft, const std::string& path, const ProjectFile& project) {
  OpenPlan& plan = draft.plan;
  plan.name = project.name;
  plan.viewJson = project.viewJson;
  if (plan.targetCrs.empty()) plan.targetCrs = project.crs;
  if (plan.savedUnit.empty()) plan.savedUnit = project.unit;
  // What is asked for now goes before what the project remembers: insert keeps the entry that is there.
  for (const geology::ImportChoice& choice : project.choices)
    if (choice.byPerson) plan.choices.insert({choice.key, choice.value});
  takeSources(draft, project, fs::path(path).parent_path());
}

/// `text` is the project; `pathMember` where its place is noted.
void takeProjectText(UnfinishedPlan& draft, std::string_view text, const std::string& path,
                     std::string OpenPlan::*pathMember) {
  draft.projects.insert(identityOf(path));
  auto parsed = parseProject(text, path);
  if (const auto* fault = std::get_if<Diagnostic>(&parsed)) {
    draft.plan.diagnostics.push_back(*fault);
    return;
  }
  draft.plan.*pathMember = path;
  takeProject(draft, path, std::get<ProjectFile>(parsed));
}

/// True when the path was a project file or a picture of Adit, readable or not; then nothing else reads it.
bool takeIfProject(UnfinishedPlan& draft, const std::string& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return false;
  try {
    const MappedFile file(path);
    const auto inPicture = projectInPicture(file.bytes(), path);
    if (const auto* text = std::get_if<std::string>(&inPicture)) {
      takeProjectText(draft, *text, path, &OpenPlan::picturePath);
      return true;
    }
    if (const auto* fault = std::get_if<Diagnostic>(&inPicture)) {
      draft.projects.insert(identityOf(path));
      draft.plan.diagnostics.push_back(*fault);
      return true;
    }
    if (!isProject(file.bytes()) && fs::path(path).extension() != ".adit") return false;
    takeProjectText(draft, file.bytes(), path, &OpenPlan::projectPath);
    return true;
  } catch (const std::system_error&) {
    return false;  // listSources will find the same and say it
  }
}

bool isPictureOfAdit(const std::string& path) {
  try {
    return !std::holds_alternative<NoPicture>(projectInPicture(MappedFile(path).bytes(), path));
  } catch (const std::system_error&) {
    return false;
  }
}

void noteLeft(UnfinishedPlan& draft, const std::string& path, bool picture) {
  if (draft.projects.contains(identityOf(path))) return;
  const std::string what = picture ? "a picture that Adit made" : "a project";
  draft.plan.diagnostics.push_back({.severity = Severity::Note,
                                    .code = "PRJ-IN-FOLDER",
                                    .file = path,
                                    .message = what + " in a folder is left out; the folder's files are read",
                                    .remedy = std::string("open the ") + (picture ? "picture" : "project") +
                                              " itself for its sources, choices and views"});
}

/// A folder mostly holds the project that was saved of it, and pictures. It is read as a folder; its project
/// is no data, and neither are Adit's own pictures.
void leaveProjects(UnfinishedPlan& draft, std::vector<ListedFile>& files) {
  std::erase_if(files, [&](const ListedFile& file) {
    const std::string ending = fs::path(file.path).extension().string();
    const bool project = !file.named && ending == ".adit";
    const bool picture = !file.named && ending == ".png" && isPictureOfAdit(file.path);
    if (project || picture) noteLeft(draft, file.path, picture);
    return project || picture;
  });
}

/// Finds the sources: among the files named beside a picture, else where they were when it was saved.
void findSources(UnfinishedPlan& draft, const std::vector<ListedFile>& beside) {
  for (SourceReport& source : draft.wanted) {
    const ListedFile* found = draft.plan.picturePath.empty() ? nullptr : findSource(source, beside);
    std::error_code error;
    if (found != nullptr || fs::is_regular_file(source.path, error)) {
      draft.plan.files.push_back({found != nullptr ? found->path : source.path, true, source.sha256});
      continue;
    }
    draft.plan.diagnostics.push_back(
        {.severity = Severity::Error,
         .code = "PRJ-MISSING",
         .file = source.path,
         .message = "a source of the project is not there; the rest is open",
         .remedy = draft.plan.picturePath.empty()
                       ? "put the file back, or save the project again without it"
                       : "put the file back, or name the folder where it is beside the picture"});
    draft.plan.missing.push_back(std::move(source));
  }
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

/// Beside a picture only its sources are opened, so that the view is the one of the picture.
void noteUnused(OpenPlan& plan, const std::vector<ListedFile>& beside) {
  std::set<std::string> used;
  for (const ListedFile& file : plan.files) used.insert(identityOf(file.path));
  const auto unused = static_cast<std::size_t>(std::count_if(
      beside.begin(), beside.end(), [&](const auto& file) { return !used.contains(identityOf(file.path)); }));
  if (unused == 0) return;
  plan.diagnostics.push_back(
      {.severity = Severity::Note,
       .code = "PIC-OTHER-FILES",
       .file = plan.picturePath,
       .message = "files named beside the picture are no sources of it and are left out",
       .remedy = "open them without the picture to see them",
       .count = unused});
}

void nameAfterPath(OpenPlan& plan, const std::vector<std::string>& others) {
  if (!plan.name.empty() || others.empty()) return;
  const fs::path first = fs::path(others.front()).lexically_normal();
  plan.name = (first.has_filename() ? first : first.parent_path()).stem().string();
}

}  // namespace

std::string identityOf(const std::string& path) {
  std::error_code error;
  return fs::weakly_canonical(path, error).string();
}

OpenPlan planOf(const OpenRequest& request) {
  UnfinishedPlan draft;
  draft.plan.choices = request.choices;
  draft.plan.targetCrs = request.targetCrs;
  for (const std::string& path : request.paths) {
    if (isSyntheticName(path))
      draft.plan.synthetic.push_back(path);
    else if (!takeIfProject(draft, path))
      draft.others.push_back(path);
  }
  SourceList list = listSources(draft.others);
  draft.plan.diagnostics.insert(draft.plan.diagnostics.end(), list.diagnostics.begin(),
                                list.diagnostics.end());
  leaveProjects(draft, list.files);
  findSources(draft, list.files);
  if (!draft.plan.picturePath.empty()) noteUnused(draft.plan, std::exchange(list.files, {}));
  addOnce(draft.plan.files, std::move(list.files));
  makeOnce(draft.plan.synthetic);
  nameAfterPath(draft.plan, draft.others);
  return std::move(draft.plan);
}

}  // namespace adit::project
