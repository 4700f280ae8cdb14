#include "geology/project/write_caches.h"

#include <string_view>

namespace adit::project {

namespace {

/// The models that came from the file, or from the members of the archive that it is. Block models are not
/// changed on their way into the deposit, except for their names.
SharedBlocks modelsOf(const geology::Deposit& deposit, std::string_view path) {
  SharedBlocks models;
  for (const auto& model : deposit.blockModels) {
    const std::string_view from = model->source.path;
    const bool member = from.starts_with(path) && from.substr(path.size()).starts_with('/');
    if (from == path || member) models.push_back(model);
  }
  return models;
}

}  // namespace

std::size_t writeCaches(const OpenResult& opened, geology::Progress& progress) {
  std::size_t written = 0;
  for (const UnwrittenCache& cache : opened.unwritten) {
    progress.throwIfCancelled();
    const SharedBlocks models = modelsOf(*opened.deposit, cache.import.path);
    if (models.size() == cache.names.size() && writeBlockCache(cache, models, progress)) ++written;
  }
  return written;
}

}  // namespace adit::project
