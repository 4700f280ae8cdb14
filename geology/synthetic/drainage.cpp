#include "geology/synthetic/drainage.h"

#include <array>
#include <functional>
#include <numbers>
#include <queue>

#include "geology/synthetic/random.h"

namespace adit::synthetic {
namespace {

constexpr double kKeyScale = 1e4;  // heights as integers of 0.1 mm in the queue's keys

struct Neighbour {
  int c, r;
  double distance;  // in spacings
};
constexpr double kDiagonal = std::numbers::sqrt2;
constexpr std::array<Neighbour, 8> kNeighbours{{{1, 0, 1},
                                                {0, 1, 1},
                                                {-1, 0, 1},
                                                {0, -1, 1},
                                                {1, 1, kDiagonal},
                                                {-1, 1, kDiagonal},
                                                {-1, -1, kDiagonal},
                                                {1, -1, kDiagonal}}};

// Calls visit(index, distance in metres) for each neighbour inside the grid.
template <class Visit>
void forNeighbours(const HeightGrid& grid, std::size_t node, Visit visit) {
  const int c = static_cast<int>(node % static_cast<std::size_t>(grid.n));
  const int r = static_cast<int>(node / static_cast<std::size_t>(grid.n));
  for (std::size_t k = 0; k < kNeighbours.size(); ++k) {
    const Neighbour& d = kNeighbours[k];
    if (c + d.c < 0 || r + d.r < 0 || c + d.c >= grid.n || r + d.r >= grid.n) continue;
    visit(grid.index(c + d.c, r + d.r), d.distance * grid.spacing, k);
  }
}

// Fills `filled` and `order`: nodes leave the queue by rising filled height, so that every node comes after
// all nodes that are lower, its receiver among them.
void flood(const HeightGrid& grid, const std::vector<std::uint8_t>& outlets, double fillSlope,
           Drainage& out) {
  const std::size_t count = grid.height.size();
  double lowest = grid.height.front();
  for (const double h : grid.height) lowest = std::min(lowest, h);
  const auto key = [&](std::size_t node) {
    return (static_cast<std::uint64_t>((out.filled[node] - lowest) * kKeyScale) << 32) | node;
  };
  std::vector<std::uint64_t> storage;
  storage.reserve(count);
  std::priority_queue<std::uint64_t, std::vector<std::uint64_t>, std::greater<>> queue({},
                                                                                       std::move(storage));
  std::vector<std::uint8_t> seen(outlets);
  out.filled = grid.height;
  out.order.reserve(count);
  for (std::size_t node = 0; node < count; ++node)
    if (outlets[node]) queue.push(key(node));
  while (!queue.empty()) {
    const auto node = static_cast<std::uint32_t>(queue.top());
    queue.pop();
    out.order.push_back(node);
    forNeighbours(grid, node, [&](std::size_t next, double distance, std::size_t) {
      if (seen[next]) return;
      seen[next] = 1;
      out.filled[next] = std::max(out.filled[next], out.filled[node] + fillSlope * distance);
      queue.push(key(next));
    });
  }
}

}  // namespace

Drainage drain(const HeightGrid& grid, const std::vector<std::uint8_t>& outlets,
               const DrainSettings& settings) {
  Drainage out;
  flood(grid, outlets, settings.fillSlope, out);
  const double least = settings.fillSlope * grid.spacing / 2;
  const std::size_t count = grid.height.size();
  out.receiver.resize(count);
  out.area.assign(count, grid.spacing * grid.spacing);
  for (std::size_t node = 0; node < count; ++node) {
    out.receiver[node] = static_cast<std::uint32_t>(node);
    if (outlets[node]) continue;
    double steepest = 0;
    const std::uint64_t dice = mix64(node ^ settings.seed);
    forNeighbours(grid, node, [&](std::size_t next, double distance, std::size_t k) {
      const double drop = out.filled[node] - out.filled[next];
      if (drop < least) return;  // so near in height that the order may have it the other way round
      const double roll = static_cast<double>((dice >> (8 * k)) & 0xFF) / 255.0;
      const double slope = drop / distance * (1 - settings.jitter * roll);
      if (slope <= steepest) return;
      steepest = slope;
      out.receiver[node] = static_cast<std::uint32_t>(next);
    });
  }
  for (auto it = out.order.rbegin(); it != out.order.rend(); ++it)
    if (out.receiver[*it] != *it) out.area[out.receiver[*it]] += out.area[*it];
  return out;
}

}  // namespace adit::synthetic
