// A fast 128-bit hash that tells contents apart: for caches, where nobody has a reason to forge it. What a
// project vouches for is hashed with SHA-256 (file_hash.h).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "geology/model/progress.h"

namespace adit::project {

constexpr std::size_t kHashedPiece = std::size_t{4} << 20;

/// XXH3 of 128 bits, 32 lower-case hex digits.
std::string contentHash(std::string_view bytes);
/// The hash of the hashes of the pieces, which several threads make. `mapped`: the bytes are a mapping of a
/// file, whose pages are given back. Throws Cancelled.
std::string contentHashOfPieces(std::string_view bytes, bool mapped, const geology::Progress& progress);

}  // namespace adit::project
