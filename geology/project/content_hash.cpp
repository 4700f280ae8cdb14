#include "geology/project/content_hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <array>

#include "geology/formats/text_pages.h"
#include "geology/model/parallel_for.h"

namespace adit::project {

std::string contentHash(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
  std::string hex;
  for (const unsigned char byte : canonical.digest) {
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 15U];
  }
  return hex;
}

std::string contentHashOfPieces(std::string_view bytes, bool mapped, const geology::Progress& progress) {
  std::vector<std::string> hashes((bytes.size() + kHashedPiece - 1) / kHashedPiece);
  geology::parallelForEach(hashes.size(), progress, [&](std::size_t i) {
    const formats::TextPages pages(mapped ? bytes : std::string_view(), i * kHashedPiece, kHashedPiece);
    hashes[i] = contentHash(bytes.substr(i * kHashedPiece, kHashedPiece));
  });
  std::string all;
  for (const std::string& hash : hashes) all += hash;
  return contentHash(all);
}

}  // namespace adit::project
