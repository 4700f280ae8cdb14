// Many independent pieces of long work on a few threads, watched by the thread that asked for them.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "geology/model/progress.h"

namespace adit::project {

struct Piece {
  std::string what;        ///< "reading assay.csv"
  std::uint64_t size = 1;  ///< its share of the whole, e.g. bytes
  std::function<void(geology::Progress&)> work;
};

/// Runs every piece. `progress` receives the weighted sum of the pieces' own progress; cancelling it cancels
/// them all, and then Cancelled is thrown once they have stopped. The first exception of a piece, if any, is
/// thrown on after the others have ended.
void runPieces(const std::vector<Piece>& pieces, geology::Progress& progress);

}  // namespace adit::project
