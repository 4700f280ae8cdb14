// Reading many files at once.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geology/formats/reader.h"
#include "geology/model/progress.h"
#include "geology/project/open.h"
#include "geology/project/source_list.h"

namespace adit::project {

/// One file after its reader.
struct ReadFile {
  SourceReport report;
  formats::ImportResult result;
  std::optional<UnwrittenCache> unwritten;  ///< where a cache is worth writing
};

struct ReadOptions {
  const formats::ImportChoices& choices;
  bool useCaches = false;
  OtherContent otherContent = nullptr;
};

/// In the order of `files`, read in parallel. Meshes come described (closed, volume, area). What no reader
/// knows in a folder is a Warning, what no reader knows by name an Error. Throws Cancelled only.
std::vector<ReadFile> readSources(const std::vector<ListedFile>& files, const ReadOptions& options,
                                  geology::Progress& progress);

}  // namespace adit::project
