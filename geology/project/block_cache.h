// Caches of large block models beside their sources: what took seconds to read from text is there at once.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "geology/model/progress.h"
#include "geology/project/block_cache_file.h"

namespace adit::project {

/// A source is worth a cache when its models have at least so many blocks together.
constexpr std::size_t kFewestCachedBlocks = 200'000;

/// As the file system describes the file now; nothing when it is not there.
std::optional<SourceIdentity> identifySource(const std::string& path);

/// Where the cache of a source may be, the better place first: "<source>.adit-cache" beside it, or where that
/// folder cannot be written to "$XDG_CACHE_HOME/adit/<hash of the path>.adit-cache" (~/.cache without it).
std::vector<std::string> cachePaths(const std::string& source);
bool isCachePath(const std::string& path);

/// A source to be looked up.
struct CacheQuery {
  const formats::Source& source;
  SourceIdentity identity;  ///< as it was before the source was mapped
  const formats::ImportChoices& choices;
};

/// Reads the import from a cache that is whole, of these choices and of this content of the source. Nothing
/// otherwise: then the source has to be read. A cache that is damaged or foreign is said in `notes`
/// (PRJ-CACHE-IGNORED); one that is out of date is no news.
/// Throws Cancelled.
std::optional<CachedImport> readBlockCache(const CacheQuery& query, geology::Diagnostics& notes,
                                           geology::Progress& progress);

/// True when the import has large block models and nothing else, all from the source itself.
bool worthCaching(const formats::ImportResult& result);

/// A cache that is still to be written: the import without its objects, which live on in the deposit.
struct UnwrittenCache {
  CachedImport import;
  std::vector<std::string> names;  ///< of the models, as the reader gave them
};

/// Hashes the source and writes the cache to the first place that can be written to, whole or not at all.
/// False when the source was written to meanwhile, or there is no such place. Throws Cancelled.
bool writeBlockCache(UnwrittenCache cache, const SharedBlocks& models, geology::Progress& progress);

}  // namespace adit::project
