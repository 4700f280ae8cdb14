// Cache files with a description that Adit did not write, under a hash that is right.
#pragma once
#include <cstring>
#include <string>
#include <string_view>

#include "geology/project/block_cache_file.h"
#include "geology/project/content_hash.h"

namespace adit::tests {

constexpr std::size_t kCacheHead = 64;
constexpr std::size_t kCachePage = 4096;

/// Magic, version, byte order, two lengths, hash; then the description, and the arrays from the next page on.
inline std::string forgedCache(std::string_view json, std::string_view arrays) {
  std::string out = "ADITBLKS";
  const auto put = [&](auto value) { out.append(reinterpret_cast<const char*>(&value), sizeof value); };
  const std::uint64_t first = (kCacheHead + json.size() + kCachePage - 1) / kCachePage * kCachePage;
  put(static_cast<std::uint32_t>(project::kBlockCacheVersion));
  put(std::uint32_t{0x01020304});
  put(static_cast<std::uint64_t>(json.size()));
  put(static_cast<std::uint64_t>(first + arrays.size()));
  out += project::contentHash(json);
  out += json;
  out.resize(first, '\0');
  return out.append(arrays);
}

/// The description in a whole cache file.
inline std::string cacheJson(std::string_view file) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, file.data() + 16, sizeof bytes);
  return std::string(file.substr(kCacheHead, bytes));
}
inline std::string_view cacheArrays(std::string_view file) {
  const std::uint64_t head = kCacheHead + cacheJson(file).size();
  return file.substr((head + kCachePage - 1) / kCachePage * kCachePage);
}

}  // namespace adit::tests
