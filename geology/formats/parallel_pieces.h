// Independent pieces of one file, on all cores.
#pragma once
#include <cstddef>
#include <functional>

namespace adit::formats {

/// Calls body(0) .. body(count-1), several at a time and each once; returns when all are done. The first
/// exception of a body, if any, is thrown on after the others have ended; pieces not begun then stay undone.
void forEachPiece(std::size_t count, const std::function<void(std::size_t)>& body);

}  // namespace adit::formats
