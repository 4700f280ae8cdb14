// The positions of the rows of a table, written by several threads.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "geology/formats/plane_rows.h"
#include "geology/formats/table_chunks.h"

namespace adit::formats {

/// Either planes, or, where an axis has too many of them, points.
struct RowPositions {
  PlaneRows planes;
  std::vector<geology::Vec3> points;
};

class PositionRoom {
 public:
  void begin(const TableChunks& chunks);
  /// The next row of a chunk; NaN where it has no position.
  void add(std::size_t chunk, const geology::Vec3& position);
  /// Joins the chunks in the order of the file, without gaps. `rows` are those that each chunk has.
  RowPositions join(const TableChunks& chunks, const std::vector<std::size_t>& rows);

 private:
  struct alignas(64) Chunk {  // no cache line of two threads
    std::size_t rows = 0;
    std::array<std::uint16_t*, 3> code{};
    std::array<DistinctValues, 3> planes;
    std::vector<geology::Vec3> points;  ///< instead, once the planes have run out
  };
  static void giveUpPlanes(Chunk& chunk);
  std::vector<geology::Vec3> joinPoints();
  /// False when there are too many planes.
  bool joinPlanes(std::size_t axis, std::vector<std::vector<std::uint16_t>>& renumbered,
                  PlaneRows::Axis& joined) const;

  std::vector<Chunk> chunks_;
  std::array<std::vector<std::uint16_t>, 3> code_;
};

}  // namespace adit::formats
