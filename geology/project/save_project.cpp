#include "geology/project/save_project.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "geology/project/file_hash.h"
#include "geology/project/object_sources.h"
#include "geology/project/parallel_work.h"
#include "geology/project/synthetic_source.h"

namespace adit::project {

namespace {

namespace fs = std::filesystem;

/// "data/collar.csv" as seen from the project's folder; on another disk or in case of doubt the full path.
std::string pathFrom(const std::string& folder, const std::string& path) {
  if (isSyntheticName(path)) return path;
  std::error_code error;
  const fs::path relative = fs::proximate(path, folder.empty() ? fs::path(".") : fs::path(folder), error);
  return error ? fs::absolute(path).generic_string() : relative.generic_string();
}

/// Every decision that the deposit shows, and those of the person that no object shows (the unit, the CRS).
std::vector<geology::ImportChoice> choicesOf(const OpenResult& opened) {
  std::vector<geology::ImportChoice> choices = madeChoices(*opened.deposit);
  for (const auto& [key, value] : opened.choices) {
    const bool shown = std::any_of(choices.begin(), choices.end(),
                                   [&key = key](const auto& choice) { return choice.key == key; });
    if (!shown) choices.push_back({key, value, "", true});
  }
  return choices;
}

geology::Diagnostics notSaved(const std::string& path, const std::string& why) {
  return {{.severity = geology::Severity::Error,
           .code = "PRJ-NOT-SAVED",
           .file = path,
           .message = "the project could not be saved: " + why,
           .remedy = "save it in a folder that you may write to"}};
}

/// A hash vouches for what is open: a file that was written to since it was read has none.
void hashAsRead(SourceReport& source) {
  const auto now = identifySource(source.path);
  const auto& then = source.identity;
  source.changedSinceRead = then && (!now || now->bytes != then->bytes || now->modified != then->modified);
  if (!source.changedSinceRead) source.sha256 = sha256OfFile(source.path).value_or("");
}

}  // namespace

void hashSources(std::vector<SourceReport>& sources, geology::Progress& progress) {
  std::vector<Piece> pieces;
  for (SourceReport& source : sources) {
    if (!source.sha256.empty() || source.role == SourceRole::Missing || isSyntheticName(source.path))
      continue;
    pieces.push_back({"hashing " + fs::path(source.path).filename().string(), source.bytes + 1,
                      [&source](geology::Progress& own) {
                        own.throwIfCancelled();
                        hashAsRead(source);
                      }});
  }
  runPieces(pieces, progress);
}

ProjectFile describeProject(const OpenResult& opened, const std::string& folder,
                            geology::Progress& progress) {
  std::vector<SourceReport> sources = opened.sources;
  std::erase_if(sources, [](const SourceReport& source) {
    return source.role == SourceRole::Prose || source.role == SourceRole::Other ||
           source.role == SourceRole::Unknown;
  });
  hashSources(sources, progress);
  ProjectFile project;
  project.name = opened.deposit->name;
  project.crs = opened.targetCrs;
  if (opened.deposit->unitStated) project.unit = geology::unitSymbol(opened.deposit->unit);
  for (const SourceReport& source : sources)
    project.sources.push_back({pathFrom(folder, source.path), source.bytes, source.sha256});
  project.choices = choicesOf(opened);
  return project;
}

geology::Diagnostics saveProject(const std::string& path, const OpenResult& opened,
                                 const std::string& viewJson, geology::Progress& progress) {
  ProjectFile project = describeProject(opened, fs::path(path).parent_path().string(), progress);
  project.viewJson = viewJson;
  const std::string temporary = path + ".new";
  std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
  out << formatProject(project);
  out.close();
  std::error_code error;
  if (!out) {
    fs::remove(temporary, error);
    return notSaved(path, "writing failed");
  }
  fs::rename(temporary, path, error);
  return error ? notSaved(path, error.message()) : geology::Diagnostics{};
}

}  // namespace adit::project
