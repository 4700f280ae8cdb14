// What a cache file says of an import besides the arrays: as JSON.
#pragma once
#include <cstdint>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "geology/project/block_cache_file.h"

namespace adit::project {

using CacheJson = nlohmann::ordered_json;

/// Gives an array of a model its place in the file: its index.
using ArrayWriter = std::function<std::size_t(std::string_view bytes)>;
/// Makes room for the array of that index, and sees to it that it is filled. Throws BadCache for an array
/// that is not in the file.
struct BadCache {
  std::string message;
};
/// `room` is called with the number of bytes and gives the place for them; it may be called on any thread.
using ArrayReader = std::function<void(std::size_t index, std::function<char*(std::size_t bytes)> room)>;

/// A model whose arrays are still being filled.
struct UnfilledModel {
  geology::BlockModel model;
  std::vector<geology::CodeArray::Elements> codes;  ///< one a column
  std::vector<std::uint32_t> lines;                 ///< one a block, where they do not rise one by one
};

CacheJson importJson(const CachedImport& import);
CacheJson modelJson(const geology::BlockModel& model, const ArrayWriter& write);

/// Both throw nlohmann's exceptions and BadCache for what is not as it was written. The model has to stay
/// where it is until its arrays are filled.
CachedImport importFromJson(const CacheJson& json);
void modelFromJson(const CacheJson& json, const ArrayReader& read, UnfilledModel& unfilled);

}  // namespace adit::project
