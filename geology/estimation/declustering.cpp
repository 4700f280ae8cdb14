#include "geology/estimation/declustering.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "geology/estimation/sample_search.h"

namespace adit::estimation {
namespace {

using geology::Vec3;

constexpr double kMargin = 0.01;  // metres by which the first origin lies outside the data, as in declus

double meanOf(std::span<const double> values, const std::vector<double>& weight) {
  const double sum = std::accumulate(weight.begin(), weight.end(), 0.0);
  return sum > 0 ? std::inner_product(values.begin(), values.end(), weight.begin(), 0.0) / sum : 0;
}

void scaleToMeanOne(std::vector<double>& weight) {
  const double sum = std::accumulate(weight.begin(), weight.end(), 0.0);
  if (sum <= 0) return;
  for (double& w : weight) w *= static_cast<double>(weight.size()) / sum;
}

struct CellIndexHash {
  std::size_t operator()(const std::array<std::int64_t, 3>& cell) const {
    std::uint64_t hash = 0;
    for (const std::int64_t c : cell) hash = (hash ^ static_cast<std::uint64_t>(c)) * 0x9E3779B97F4A7C15ULL;
    return static_cast<std::size_t>(hash ^ (hash >> 29));
  }
};

// Adds to each sample 1 / (samples in its cell).
void addCellWeights(std::span<const Vec3> positions, const Vec3& origin, const Vec3& cell,
                    std::vector<double>& weight) {
  std::unordered_map<std::array<std::int64_t, 3>, std::vector<std::size_t>, CellIndexHash> cells;
  const auto index = [](double offset, double size) {
    return static_cast<std::int64_t>(std::floor(offset / size));
  };
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const Vec3 p = positions[i] - origin;
    cells[{index(p.x, cell.x), index(p.y, cell.y), index(p.z, cell.z)}].push_back(i);
  }
  for (const auto& [key, members] : cells)
    for (const std::size_t i : members) weight[i] += 1 / static_cast<double>(members.size());
}

std::vector<double> weightsForSize(std::span<const Vec3> positions, double size,
                                   const CellDeclustering& plan) {
  geology::Box3 box;
  for (const Vec3& p : positions) box.include(p);
  const Vec3 cell{size * plan.proportion[0], size * plan.proportion[1], size * plan.proportion[2]};
  const Vec3 extent = box.size();
  const auto step = [&](double side, double length) { return std::min(side / plan.origins, length / 2); };
  const Vec3 shift{step(cell.x, extent.x), step(cell.y, extent.y), step(cell.z, extent.z)};
  std::vector<double> weight(positions.size(), 0.0);
  for (int o = 0; o < plan.origins; ++o)
    addCellWeights(positions, box.min - Vec3{kMargin, kMargin, kMargin} - shift * o, cell, weight);
  scaleToMeanOne(weight);
  return weight;
}

}  // namespace

Declustered declusterByCells(std::span<const Vec3> positions, std::span<const double> values,
                             const CellDeclustering& plan) {
  Declustered best;
  best.weight.assign(positions.size(), 1.0);
  best.mean = meanOf(values, best.weight);
  for (int s = 0; s <= plan.steps && !positions.empty(); ++s) {
    const double size = plan.smallest + (plan.largest - plan.smallest) * s / std::max(1, plan.steps);
    std::vector<double> weight = weightsForSize(positions, size, plan);
    const double mean = meanOf(values, weight);
    best.trials.push_back({size, mean});
    const bool single = plan.steps <= 0;
    if (!single && (plan.lowestMean ? mean >= best.mean : mean <= best.mean)) continue;
    best.weight = std::move(weight);
    best.mean = mean;
    best.cellSize = size;
  }
  return best;
}

Declustered declusterByNearest(std::span<const Vec3> positions, std::span<const double> values,
                               const NearestDeclustering& plan) {
  Declustered result;
  result.weight.assign(positions.size(), 0.0);
  const SampleSearch search({positions.begin(), positions.end()},
                            std::vector<std::uint32_t>(positions.size(), 0), plan.ellipsoid);
  SampleFinder finder(search, {plan.reach, 1, 0, 0});
  for (std::size_t block = 0; block < plan.model.blockCount(); ++block) {
    const std::vector<Neighbour>& nearest = finder.near(plan.model.blockCenter(block));
    if (!nearest.empty()) result.weight[nearest.front().sample] += plan.model.blockVolume(block);
  }
  scaleToMeanOne(result.weight);
  result.mean = meanOf(values, result.weight);
  return result;
}

}  // namespace adit::estimation
