#include "geology/project/block_cache.h"

#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>

#include "geology/project/content_hash.h"
#include "geology/project/mapped_file.h"

namespace adit::project {

namespace {

namespace fs = std::filesystem;
using geology::BlockModel;

constexpr std::string_view kEnding = ".adit-cache";
/// File systems count time in steps of up to two seconds (FAT): a file that was written to within the last of
/// them may be written to once more without a trace.
constexpr std::int64_t kUnsafeNanoseconds = 3'000'000'000;

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

void noteIgnored(const std::string& cache, std::string reason, geology::Diagnostics& notes) {
  notes.push_back({.severity = geology::Severity::Note,
                   .code = "PRJ-CACHE-IGNORED",
                   .file = cache,
                   .message = "the cache is not used: " + std::move(reason) + "; the source was read instead",
                   .remedy = "nothing; it is written anew, and can be deleted at any time"});
}

/// Paths begin with that of the source, also those of the members of an archive.
void moveTo(const std::string& path, const std::string& was, std::string& text) {
  if (text.starts_with(was)) text.replace(0, was.size(), path);
}

/// The same file may be named otherwise now: from another folder, say.
void renameSource(CachedImport& import, const std::string& path) {
  for (geology::Diagnostic& diagnostic : import.result.diagnostics)
    moveTo(path, import.path, diagnostic.file);
  for (formats::Object& object : import.result.objects)
    moveTo(path, import.path, std::get<BlockModel>(object).source.path);
  import.path = path;
}

bool upToDate(const CachedImport& cached, const CacheQuery& query, const geology::Progress& progress) {
  const auto nameOf = [](const std::string& path) { return fs::path(path).filename(); };
  if (cached.source.bytes != query.source.bytes.size() || cached.choices != query.choices) return false;
  if (nameOf(cached.path) != nameOf(query.source.path)) return false;  // objects and choices bear the name
  return cached.source.sameFile(query.identity) ||
         cached.hash == contentHashOfPieces(query.source.bytes, query.source.mapped, progress);
}

std::optional<CachedImport> readCacheFile(const std::string& path, const CacheQuery& query,
                                          geology::Diagnostics& notes, geology::Progress& progress) {
  const MappedFile file(path);
  BlockCacheReader reader(file.bytes(), true);
  if (!reader.fault().empty()) {
    noteIgnored(path, reader.fault(), notes);
    return std::nullopt;
  }
  if (!upToDate(reader.head(), query, progress)) return std::nullopt;
  progress.report(0, "reading the cache of " + query.source.path);
  auto models = reader.readModels(progress);
  if (!models) {
    noteIgnored(path, "it is damaged", notes);
    return std::nullopt;
  }
  CachedImport import = reader.head();
  import.result.objects = std::move(*models);
  renameSource(import, query.source.path);
  return import;
}

/// The folder of the person's caches; empty where there is no home.
fs::path cacheFolder() {
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache == '/')
    return fs::path(cache) / "adit";
  const char* home = std::getenv("HOME");
  return home != nullptr && *home == '/' ? fs::path(home) / ".cache" / "adit" : fs::path();
}

/// Under another name first: a cache is there whole or not at all.
bool writeWhole(const std::string& path, const CacheBytes& bytes, const geology::Progress& progress) {
  std::error_code error;
  fs::create_directories(fs::path(path).parent_path(), error);
  const std::string part = path + ".part-" + std::to_string(::getpid());
  const auto giveUp = [&] {
    fs::remove(part, error);
    return false;
  };
  std::ofstream out(part, std::ios::binary | std::ios::trunc);
  out.write(bytes.head.data(), static_cast<std::streamsize>(bytes.head.size()));
  for (const CacheBytes::Array& array : bytes.arrays) {
    out.seekp(static_cast<std::streamoff>(array.offset));
    for (std::size_t at = 0; at < array.bytes.size(); at += kHashedPiece) {
      if (progress.cancelled()) {
        giveUp();
        throw geology::Cancelled{};
      }
      const std::string_view piece = array.bytes.substr(at, kHashedPiece);
      out.write(piece.data(), static_cast<std::streamsize>(piece.size()));
    }
  }
  out.close();
  if (!out) return giveUp();
  fs::rename(part, path, error);
  return error ? giveUp() : true;
}

}  // namespace

std::optional<SourceIdentity> identifySource(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return std::nullopt;
  SourceIdentity identity{static_cast<std::uint64_t>(status.st_size), nanoseconds(status.st_mtim),
                          nanoseconds(status.st_ctim), status.st_ino};
  if (now() - identity.changed < kUnsafeNanoseconds) identity.changed = 0;
  return identity;
}

std::vector<std::string> cachePaths(const std::string& source) {
  std::vector<std::string> paths{source + std::string(kEnding)};
  std::error_code error;
  const fs::path place = fs::weakly_canonical(source, error);
  if (const fs::path folder = cacheFolder(); !folder.empty() && !error)
    paths.push_back((folder / (contentHash(place.string()) + std::string(kEnding))).string());
  return paths;
}

bool isCachePath(const std::string& path) {
  return path.ends_with(kEnding);
}

std::optional<CachedImport> readBlockCache(const CacheQuery& query, geology::Diagnostics& notes,
                                           geology::Progress& progress) {
  for (const std::string& path : cachePaths(query.source.path)) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) continue;
    try {
      if (auto import = readCacheFile(path, query, notes, progress)) return import;
    } catch (const std::system_error& unreadable) {
      noteIgnored(path, unreadable.what(), notes);
    }
  }
  return std::nullopt;
}

bool worthCaching(const formats::ImportResult& result) {
  std::size_t blocks = 0;
  for (const formats::Object& object : result.objects) {
    const auto* model = std::get_if<BlockModel>(&object);
    if (model == nullptr) return false;
    blocks += model->blockCount();
  }
  return result.sideFiles.empty() && blocks >= kFewestCachedBlocks;
}

bool writeBlockCache(UnwrittenCache cache, const SharedBlocks& models, geology::Progress& progress) {
  progress.report(0, "writing the cache");
  try {
    const MappedFile source(cache.import.path);
    cache.import.hash = contentHashOfPieces(source.bytes(), true, progress);
    const auto after = identifySource(cache.import.path);
    if (!after || !after->unchangedSince(cache.import.source)) return false;
  } catch (const std::system_error&) {
    return false;
  }
  progress.throwIfCancelled();
  try {
    CacheBytes bytes = formatBlockCache(cache.import, models, cache.names, progress);
    for (const std::string& path : cachePaths(cache.import.path))
      if (writeWhole(path, bytes, progress)) return true;
  } catch (const nlohmann::json::exception&) {
    return false;  // a text that is not UTF-8
  }
  return false;
}

}  // namespace adit::project
