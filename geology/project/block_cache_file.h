// The file of a cached import: block models as their arrays, to be read back without a look at the source.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geology/formats/reader.h"

namespace adit::project {

/// Raised whenever a reader gives another result for the same bytes, or the file itself changes.
constexpr int kBlockCacheVersion = 4;

/// Which file, as it was when it was read.
struct SourceIdentity {
  std::uint64_t bytes = 0;
  /// Of the file system, in nanoseconds and as an inode: as long as all three are the same, nobody has
  /// written to the file. 0 where the file was written to so shortly before that a later write could look the
  /// same.
  std::int64_t modified = 0, changed = 0;
  std::uint64_t inode = 0;

  bool unchangedSince(const SourceIdentity& before) const {
    return bytes == before.bytes && modified == before.modified && inode == before.inode &&
           (changed == before.changed || before.changed == 0 || changed == 0);
  }
  bool sameFile(const SourceIdentity& other) const {
    return changed != 0 && bytes == other.bytes && modified == other.modified && changed == other.changed &&
           inode == other.inode;
  }
};

/// What an import depends on, and what it gave. Objects are block models only.
struct CachedImport {
  std::string path;  ///< of the source, as it was named
  SourceIdentity source;
  std::string hash;    ///< contentHashOfPieces of the source
  std::string sha256;  ///< of the source, where it was computed anyway
  formats::ImportChoices choices;
  formats::ImportResult result;
};

/// The block models whose arrays are written stand beside the import, so that they need not be copied.
using SharedBlocks = std::vector<std::shared_ptr<const geology::BlockModel>>;

/// The bytes of the file in the pieces in which they are to be written. `head.result.objects` is not looked
/// at; `names` are those that the models had when they were read. Throws nlohmann's exception for texts that
/// are not UTF-8, and Cancelled.
struct CacheBytes {
  std::string head;  ///< up to the first array
  struct Array {
    std::string_view bytes;
    std::uint64_t offset = 0;  ///< of the file
  };
  std::vector<Array> arrays;  ///< point into the models
};
CacheBytes formatBlockCache(const CachedImport& head, const SharedBlocks& models,
                            const std::vector<std::string>& names, const geology::Progress& progress);

/// What stands before the arrays. Nothing when the bytes are no cache of this version, or are damaged.
class BlockCacheReader {
 public:
  /// `mapped`: the bytes are a mapping of a file.
  BlockCacheReader(std::string_view bytes, bool mapped);
  ~BlockCacheReader();
  BlockCacheReader(const BlockCacheReader&) = delete;
  BlockCacheReader& operator=(const BlockCacheReader&) = delete;

  /// Empty when the head is whole; else what is wrong with it.
  const std::string& fault() const { return fault_; }
  /// Without the objects. Only when there is no fault.
  const CachedImport& head() const { return head_; }
  /// The block models; nothing when an array is damaged or they do not hold together. Reports how much of the
  /// arrays is there. Throws Cancelled.
  std::optional<std::vector<formats::Object>> readModels(geology::Progress& progress);

 private:
  struct Content;
  struct ArrayCopy;
  void readHead();
  bool fillArrays(const std::vector<ArrayCopy>& copies, geology::Progress& progress) const;

  std::string_view bytes_;
  bool mapped_;
  std::string fault_;
  CachedImport head_;
  std::unique_ptr<Content> content_;
};

}  // namespace adit::project
