#include "viewer/app/saved_estimates.h"

#include <algorithm>
#include <fstream>

#include "geology/formats/write_blocks.h"
#include "geology/project/file_hash.h"
#include "viewer/app/file_names.h"
#include "viewer/app/whole_files.h"

namespace adit::viewer {
namespace {

namespace fs = std::filesystem;

geology::Diagnostic notWritten(const std::string& path, const std::string& why) {
  return {.severity = geology::Severity::Error,
          .code = "PRJ-NOT-EXPORTED",
          .file = path,
          .message = "was not written: " + why,
          .remedy = "save in a folder that you may write to, with room on its disk"};
}

/// Why they are not there; empty: both are.
std::string write(const geology::BlockModel& model, const std::string& record, const std::string& path,
                  geology::Progress& progress) {
  const WholeFiles files(path);
  std::ofstream out(files.model(), std::ios::binary | std::ios::trunc);
  formats::writeBlocksCsv(model, out);
  out.close();
  if (!out) return "the file cannot be opened or the disk is full";
  if (!writeText(files.record(), record)) return "the record beside it cannot be written";
  progress.throwIfCancelled();
  return files.keep();
}

SavedEstimate asSaved(const std::shared_ptr<const geology::BlockModel>& model, const std::string& path) {
  auto saved = std::make_shared<geology::BlockModel>(*model);
  saved->source.path = path;
  std::error_code fault;
  saved->source.bytes = fs::file_size(path, fault);
  saved->source.sha256 = project::sha256OfFile(path).value_or("");
  project::SourceReport report;
  report.path = path;
  report.role = project::SourceRole::Data;
  report.format = model->source.format;
  report.objects = {model->name};
  report.bytes = saved->source.bytes;
  report.sha256 = saved->source.sha256;
  return {model, std::move(saved), std::move(report)};
}

}  // namespace

SavedEstimates saveEstimates(const geology::Deposit& deposit, const EstimateRecords& records,
                             const std::string& projectPath, geology::Progress& progress) {
  SavedEstimates result;
  const fs::path folder = fs::path(projectPath).parent_path();
  for (const auto& model : deposit.blockModels) {
    const auto record = records.find(model->name);
    if (record == records.end()) continue;
    const bool added = !model->source.path.empty();
    const std::string path =
        freePath(folder, fileNameOf(model->name) + (added ? " estimated" : ""), ".csv").string();
    progress.report(0, "writing " + path);
    const std::string fault = write(*model, record->second, path, progress);
    if (!fault.empty())
      result.faults.push_back(notWritten(path, fault));
    else
      result.models.push_back(asSaved(model, path));
  }
  return result;
}

void adoptSaved(project::OpenResult& opened, const std::vector<SavedEstimate>& saved) {
  if (saved.empty()) return;
  auto known = std::make_shared<geology::Deposit>(*opened.deposit);
  for (const SavedEstimate& one : saved) {
    std::replace(known->blockModels.begin(), known->blockModels.end(), one.unsaved, one.saved);
    opened.sources.push_back(one.source);
  }
  opened.deposit = std::move(known);
}

}  // namespace adit::viewer
