// From the files of a mine to a Deposit: recognise, read, join the drillhole tables, desurvey, name, check.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geology/formats/reader.h"
#include "geology/model/deposit.h"
#include "geology/model/progress.h"
#include "geology/project/block_cache.h"

namespace adit::project {

/// Content that is no part of a deposit and yet is known, such as a legend: what it is and what to do with
/// it.
using OtherContent = std::optional<geology::Diagnostic> (*)(const formats::Source&);

struct OpenRequest {
  /// Files, folders (read with their subfolders), a project file (name.adit), a picture that Adit made, or
  /// "synthetic:porphyry?seed=7".
  std::vector<std::string> paths;
  formats::ImportChoices choices;
  /// CRS to bring everything into, e.g. "EPSG:32612"; empty: that of the files.
  std::string targetCrs;
  /// Large block models come from the caches of earlier openings, and those that have none are in
  /// OpenResult::unwritten.
  bool useCaches = false;
  /// Asked about text that no reader knows; may be null. geology knows nothing of how things are coloured.
  OtherContent otherContent = nullptr;
};

/// Data: a reader took it. SideFile: read along with another file (.prj, .mtl, the .str of a .dtm), and part
/// of what that one gave. Prose: a README or a licence, looked at and left. Other: known, and no part of a
/// deposit (OpenRequest::otherContent). Unknown: nobody knew the content;
/// the diagnostics say what it looks like. Missing: a source of a project file that is not there.
enum class SourceRole : std::uint8_t { Data, SideFile, Prose, Other, Unknown, Missing };

/// What became of one file.
struct SourceReport {
  std::string path;
  SourceRole role = SourceRole::Unknown;
  std::string format;                ///< reader's name; empty when nobody knew the content
  std::vector<std::string> objects;  ///< names of the objects it became part of
  std::uint64_t bytes = 0;
  std::string sha256;  ///< empty when it was not hashed; opening hashes only what a project file vouches for
  std::optional<SourceIdentity> identity = {};  ///< when it was read; nothing for what is no file
  bool changedSinceRead = false;                ///< found when it was to be hashed: then there is no hash
};

struct OpenResult {
  std::shared_ptr<const geology::Deposit> deposit;  ///< never null; may be empty
  std::vector<SourceReport> sources;
  /// The choices of the request and of the project file together: what a project that is saved now has to
  /// keep.
  formats::ImportChoices choices;
  std::string targetCrs;
  std::string projectPath;     ///< of the project file that was opened; empty without one
  std::string picturePath;     ///< of the picture whose view was opened; empty without one
  std::string savedStateJson;  ///< the view of a project file or a picture, as text; empty without one
  /// Caches that are worth writing (writeCaches in geology/project/write_caches.h).
  std::vector<UnwrittenCache> unwritten;
};

/// Never throws but geology::Cancelled. Everything that went wrong is in deposit->diagnostics; the rest is
/// open.
OpenResult open(const OpenRequest& request, geology::Progress& progress);

}  // namespace adit::project
