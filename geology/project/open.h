// From the files of a mine to a Deposit: recognise, read, join the drillhole tables, desurvey, name, check.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "geology/formats/reader.h"
#include "geology/model/deposit.h"
#include "geology/model/progress.h"

namespace adit::project {

struct OpenRequest {
  /// Files, folders (read with their subfolders), a project file (name.adit), or "synthetic:porphyry?seed=7".
  std::vector<std::string> paths;
  formats::ImportChoices choices;
  /// CRS to bring everything into, e.g. "EPSG:32612"; empty: that of the files.
  std::string targetCrs;
};

/// What became of one file.
struct SourceReport {
  std::string path;
  std::string format;                ///< reader's name; empty when nobody knew the content
  std::vector<std::string> objects;  ///< names of the objects it became part of
  std::uint64_t bytes = 0;
};

struct OpenResult {
  std::shared_ptr<const geology::Deposit> deposit;  ///< never null; may be empty
  std::vector<SourceReport> sources;
  std::string savedStateJson;  ///< the view of a project file, as text; empty without one
};

/// Never throws but geology::Cancelled. Everything that went wrong is in deposit->diagnostics; the rest is
/// open.
OpenResult open(const OpenRequest& request, geology::Progress& progress);

}  // namespace adit::project
