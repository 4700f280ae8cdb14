#include "geology/formats/position_room.h"

#include <algorithm>

#include "geology/formats/column_fill.h"
#include "geology/formats/room.h"
#include "geology/model/parallel_for.h"

namespace adit::formats {
namespace {

using geology::Vec3;

constexpr Vec3 kNowhere{kNoNumber, kNoNumber, kNoNumber};

}  // namespace

void PositionRoom::begin(const TableChunks& chunks) {
  chunks_.assign(chunks.list.size(), {});
  geology::parallelForEach(3, {}, [&](std::size_t a) { makeRoom(code_[a], chunks.rows); });
  for (std::size_t i = 0; i < chunks.list.size(); ++i)
    for (std::size_t a = 0; a < 3; ++a) chunks_[i].code[a] = code_[a].data() + chunks.list[i].firstRow;
}

void PositionRoom::add(std::size_t i, const Vec3& position) {
  Chunk& chunk = chunks_[i];
  const bool somewhere = isFinite(position);
  if (chunk.points.empty()) {
    const std::size_t row = chunk.rows++;
    if (!somewhere) {
      for (std::uint16_t* code : chunk.code) code[row] = kNoPlane;
      return;
    }
    const std::uint16_t x = chunk.planes[0].numberOf(position.x);
    const std::uint16_t y = chunk.planes[1].numberOf(position.y);
    const std::uint16_t z = chunk.planes[2].numberOf(position.z);
    chunk.code[0][row] = x;
    chunk.code[1][row] = y;
    chunk.code[2][row] = z;
    if (x != kNoPlane && y != kNoPlane && z != kNoPlane) return;
    --chunk.rows;
    giveUpPlanes(chunk);
  }
  chunk.points.push_back(somewhere ? position : kNowhere);
}

/// From the numbers of a chunk back to its coordinates.
void PositionRoom::giveUpPlanes(Chunk& chunk) {
  for (std::size_t row = 0; row < chunk.rows; ++row) {
    const auto of = [&](std::size_t a) { return chunk.planes[a].values()[chunk.code[a][row]]; };
    chunk.points.push_back(chunk.code[0][row] == kNoPlane ? kNowhere : Vec3{of(0), of(1), of(2)});
  }
}

std::vector<Vec3> PositionRoom::joinPoints() {
  std::vector<Vec3> points;
  for (Chunk& chunk : chunks_) {
    if (chunk.points.empty()) giveUpPlanes(chunk);
    points.insert(points.end(), chunk.points.begin(), chunk.points.end());
    chunk = {};
  }
  return points;
}

bool PositionRoom::joinPlanes(std::size_t axis, std::vector<std::vector<std::uint16_t>>& renumbered,
                              PlaneRows::Axis& joined) const {
  DistinctValues all;
  for (const Chunk& chunk : chunks_) {
    if (!chunk.points.empty()) return false;
    const DistinctValues& own = chunk.planes[axis];
    std::vector<std::uint16_t>& numbers = renumbered.emplace_back();
    for (std::size_t plane = 0; plane < own.values().size(); ++plane) {
      numbers.push_back(all.addCounted(own.values()[plane], own.counts()[plane]));
      if (numbers.back() == kNoPlane) return false;
    }
  }
  joined.planes = all.values();
  joined.rows = all.counts();
  return true;
}

RowPositions PositionRoom::join(const TableChunks& chunks, const std::vector<std::size_t>& rows) {
  RowPositions joined;
  std::array<std::vector<std::vector<std::uint16_t>>, 3> renumbered;
  for (std::size_t a = 0; a < 3; ++a)
    if (!joinPlanes(a, renumbered[a], joined.planes.axes[a])) return {{}, joinPoints()};
  geology::parallelForEach(chunks_.size(), {}, [&](std::size_t i) {
    for (std::size_t a = 0; a < 3; ++a)
      for (std::size_t row = 0; row < chunks_[i].rows; ++row)
        if (std::uint16_t& code = chunks_[i].code[a][row]; code != kNoPlane) code = renumbered[a][i][code];
  });
  for (std::size_t a = 0; a < 3; ++a) {
    closeGaps(code_[a], chunks.list, [&](std::size_t i) { return rows[i]; });
    joined.planes.axes[a].code = std::move(code_[a]);
  }
  return joined;
}

}  // namespace adit::formats
