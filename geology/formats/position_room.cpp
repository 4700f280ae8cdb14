#include "geology/formats/position_room.h"

#include <limits>

#include "geology/formats/column_fill.h"
#include "geology/formats/parallel_pieces.h"
#include "geology/formats/room.h"

namespace adit::formats {
namespace {

using geology::Vec3;

constexpr Vec3 kNowhere{kNoNumber, kNoNumber, kNoNumber};

std::array<double, 3> components(const Vec3& v) {
  return {v.x, v.y, v.z};
}

}  // namespace

void PositionRoom::begin(const TableChunks& chunks) {
  chunks_.assign(chunks.list.size(), {});
  firstRow_.clear();
  for (std::size_t i = 0; i < chunks.list.size(); ++i) {
    firstRow_.push_back(chunks.list[i].firstRow);
    chunks_[i].at = chunks.list[i].firstRow;
  }
  forEachPiece(3, [&](std::size_t a) { makeRoom(code_[a], chunks.rows); });
}

void PositionRoom::add(std::size_t i, const Vec3& position) {
  Chunk& chunk = chunks_[i];
  const bool somewhere = isFinite(position);
  if (!chunk.points.empty()) {
    chunk.points.push_back(somewhere ? position : kNowhere);
    return;
  }
  const auto coordinates = components(somewhere ? position : kNowhere);
  std::array<std::optional<std::uint16_t>, 3> number;
  for (std::size_t a = 0; a < 3; ++a) number[a] = chunk.numbers[a].of(coordinates[a]);
  if (!number[0] || !number[1] || !number[2]) {
    giveUpPlanes(chunk, firstRow_[i]);
    chunk.points.push_back(position);
    return;
  }
  for (std::size_t a = 0; a < 3; ++a) code_[a][chunk.at] = *number[a];
  ++chunk.at;
}

/// From the numbers of a chunk back to its coordinates.
void PositionRoom::giveUpPlanes(Chunk& chunk, std::size_t firstRow) {
  for (std::size_t row = firstRow; row < chunk.at; ++row) {
    const auto of = [&](std::size_t a) { return chunk.numbers[a].planes()[code_[a][row]]; };
    chunk.points.push_back(code_[0][row] == kNoPlane ? kNowhere : Vec3{of(0), of(1), of(2)});
  }
}

std::vector<Vec3> PositionRoom::pointsOf(const TableChunks& chunks, const std::vector<std::size_t>& rows) {
  std::vector<Vec3> points;
  std::size_t all = 0;
  for (const std::size_t count : rows) all += count;
  points.reserve(all);
  for (std::size_t i = 0; i < chunks_.size(); ++i) {
    if (chunks_[i].points.empty()) giveUpPlanes(chunks_[i], chunks.list[i].firstRow);
    points.insert(points.end(), chunks_[i].points.begin(), chunks_[i].points.end());
    chunks_[i] = {};
  }
  return points;
}

PositionRoom::Joined PositionRoom::join(const TableChunks& chunks, const std::vector<std::size_t>& rows) {
  Joined joined;
  bool tooMany = false;
  std::array<std::vector<std::vector<std::uint16_t>>, 3> renumbered;
  for (std::size_t a = 0; a < 3 && !tooMany; ++a) {
    PlaneNumbers all;
    for (const Chunk& chunk : chunks_) {
      std::vector<std::uint16_t> numbers;
      for (std::size_t plane = 0; plane < chunk.numbers[a].planes().size(); ++plane) {
        const auto number = all.of(chunk.numbers[a].planes()[plane]);
        if (number) all.count(*number, chunk.numbers[a].counts()[plane] - 1);
        tooMany = tooMany || !number;
        numbers.push_back(number.value_or(kNoPlane));
      }
      tooMany = tooMany || !chunk.points.empty();
      renumbered[a].push_back(std::move(numbers));
    }
    joined.planes.axes[a].planes = all.planes();
    joined.planes.axes[a].rows = all.counts();
  }
  if (tooMany) return {{}, pointsOf(chunks, rows)};
  forEachPiece(chunks_.size(), [&](std::size_t i) {
    for (std::size_t a = 0; a < 3; ++a)
      for (std::size_t row = firstRow_[i]; row < chunks_[i].at; ++row)
        if (code_[a][row] != kNoPlane) code_[a][row] = renumbered[a][i][code_[a][row]];
  });
  for (std::size_t a = 0; a < 3; ++a) {
    closeGaps(code_[a], chunks.list, [&](std::size_t i) { return rows[i]; });
    joined.planes.axes[a].code = std::move(code_[a]);
  }
  return joined;
}

}  // namespace adit::formats
