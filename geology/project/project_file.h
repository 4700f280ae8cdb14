// A project file, name.adit: which sources, with which choices, seen how. JSON; docs/formats.md describes it.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "geology/formats/reader.h"
#include "geology/model/deposit.h"

namespace adit::project {

constexpr int kProjectVersion = 1;

struct ProjectSource {
  /// Relative to the folder of the project file where that is possible, with "/"; or "synthetic:...".
  std::string path;
  std::uint64_t bytes = 0;
  std::string sha256;  ///< empty for a synthetic source
  friend bool operator==(const ProjectSource&, const ProjectSource&) = default;
};

struct ProjectFile {
  std::string name;
  std::string crs;   ///< everything is brought into it; empty: that of the files
  std::string unit;  ///< "m", "ft"; empty when it was not stated
  std::vector<ProjectSource> sources;
  /// byPerson: applied when the project is opened. The others record what was guessed when it was saved.
  std::vector<geology::ImportChoice> choices;
  std::string viewJson;  ///< the ViewState with its saved views, as JSON text; empty: none
  friend bool operator==(const ProjectFile&, const ProjectFile&) = default;
};

/// True when the content is JSON that begins as a project file does.
bool isProject(std::string_view bytes);

/// The project, or PRJ-BAD-FILE with the place of the fault, or PRJ-VERSION for a file of a later Adit.
/// `path` is for messages. Limits: 64 MiB, 64 levels deep, 20,000 sources.
std::variant<ProjectFile, geology::Diagnostic> parseProject(std::string_view bytes, const std::string& path);
std::string formatProject(const ProjectFile& project);

}  // namespace adit::project
