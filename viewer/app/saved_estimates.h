// Estimates that were made in the window become files beside the project, so that it keeps them.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "geology/model/progress.h"
#include "geology/project/open.h"

namespace adit::viewer {

/// Of estimates that are open and in no file: the text of the record beside each (estimateRecord()), by the
/// name of its model.
using EstimateRecords = std::map<std::string, std::string>;

struct SavedEstimate {
  std::shared_ptr<const geology::BlockModel> unsaved;  ///< as it was open
  std::shared_ptr<const geology::BlockModel> saved;    ///< the same, with the file in its provenance
  project::SourceReport source;
};
struct SavedEstimates {
  std::vector<SavedEstimate> models;
  geology::Diagnostics faults;  ///< CNV-NOT-WRITTEN: one a model that could not be written
};

/// Writes each of them as NAME.csv with its record NAME.csv.estimate.json beside `projectPath`, under a name
/// that no file has; columns that were added to a model of a file go into "NAME estimated.csv", and that file
/// stays as it is. Throws geology::Cancelled; nothing half is left.
SavedEstimates saveEstimates(const geology::Deposit& deposit, const EstimateRecords& records,
                             const std::string& projectPath, geology::Progress& progress);

/// What is open, with the saved models in place of the same unsaved ones, and their files among its sources.
void adoptSaved(project::OpenResult& opened, const std::vector<SavedEstimate>& saved);

}  // namespace adit::viewer
