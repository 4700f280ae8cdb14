// The positions of the rows of a table, written by several threads.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "geology/formats/plane_rows.h"
#include "geology/formats/table_chunks.h"

namespace adit::formats {

class PositionRoom {
 public:
  void begin(const TableChunks& chunks);
  void add(std::size_t chunk, const geology::Vec3& position);
  /// Joins the chunks. Either planes, or, where an axis has too many, points.
  struct Joined {
    PlaneRows planes;
    std::vector<geology::Vec3> points;
  };
  Joined join(const TableChunks& chunks, const std::vector<std::size_t>& rows);

 private:
  struct alignas(64) Chunk {  // no cache line of two threads
    std::size_t at = 0;       ///< where its next row is written
    std::array<PlaneNumbers, 3> numbers;
    std::vector<geology::Vec3> points;  ///< instead, from the row on at which the planes ran out
  };
  void giveUpPlanes(Chunk& chunk, std::size_t firstRow);
  std::vector<geology::Vec3> pointsOf(const TableChunks& chunks, const std::vector<std::size_t>& rows);

  std::vector<Chunk> chunks_;
  std::vector<std::size_t> firstRow_;
  std::array<std::vector<std::uint16_t>, 3> code_;
};

}  // namespace adit::formats
