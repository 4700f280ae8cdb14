#include "geology/planning/mined_ground.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geology/model/parallel_for.h"

namespace adit::planning {
namespace {

using geology::BlockModel;
using geology::Lattice;
using geology::Vec3;

constexpr float kNever = std::numeric_limits<float>::infinity();
constexpr float kNoBlock = -std::numeric_limits<float>::infinity();  ///< nothing has to be mined there

/// One value a cell of a model that is not full: when the last of its blocks goes.
std::vector<float> timesOfCells(const BlockModel& model, const std::vector<float>& minedAt) {
  std::vector<float> times(static_cast<std::size_t>(model.lattice.cellCount()), kNoBlock);
  for (std::size_t row = 0; row < minedAt.size(); ++row) {
    float& time = times[static_cast<std::size_t>(model.cellOf(row))];
    time = std::max(time, minedAt[row]);
  }
  return times;
}

}  // namespace

bool MinedGround::fits(const Lattice& lattice) {
  constexpr double kLevel = 1 - 1e-9;
  return lattice.axis[2].z > kLevel;
}

MinedGround::MinedGround(std::shared_ptr<const BlockModel> model, const geology::PlanBlocks& blocks,
                         std::shared_ptr<const geology::Terrain> terrain, const geology::Progress& progress)
    : model_(std::move(model)), terrain_(std::move(terrain)) {
  findSteps(blocks, progress);
}

std::vector<MinedGround::Step> MinedGround::stepsOf(std::size_t column, std::span<const float> cellTime,
                                                    bool pit) const {
  const Lattice& lattice = model_->lattice;
  const auto layerCells = static_cast<std::size_t>(lattice.count[0] * lattice.count[1]);
  const Vec3 foot = lattice.center(static_cast<std::int64_t>(column));
  const double ground = terrain_ != nullptr ? terrain_->heightAt(foot.x, foot.y) : std::nan("");
  std::vector<Step> steps;
  float passed = kNoBlock;
  bool under = false;  // of the first block that is mined
  for (std::int64_t k = lattice.count[2] - 1; k >= 0; --k) {
    const float time = cellTime[column + layerCells * static_cast<std::size_t>(k)];
    if (time == kNoBlock) continue;
    const double middle = foot.z + static_cast<double>(k) * lattice.size[2];
    if (middle > ground) continue;  // air, planned or not
    if (time == kNever) {
      if (std::isnan(ground) && !under && pit) continue;  // air, too, for all that anybody knows
      break;
    }
    under = true;
    passed = std::max(passed, time);
    if (!steps.empty() && steps.back().time == passed)
      steps.back().layer = static_cast<std::int32_t>(k);
    else
      steps.push_back({passed, static_cast<std::int32_t>(k)});
  }
  return steps;
}

void MinedGround::findSteps(const geology::PlanBlocks& blocks, const geology::Progress& progress) {
  const Lattice& lattice = model_->lattice;
  const auto columns = static_cast<std::size_t>(lattice.count[0] * lattice.count[1]);
  std::vector<float> own;
  if (!model_->full()) own = timesOfCells(*model_, blocks.minedAt.values);
  const std::span<const float> cellTime = model_->full() ? std::span(blocks.minedAt.values) : std::span(own);
  const bool pit = blocks.activity == geology::PlanActivity::Pit;
  std::vector<std::vector<Step>> ofColumn(columns);
  top_.assign(columns, std::nanf(""));
  geology::parallelFor({.count = columns, .grain = 256}, progress, [&](geology::ParallelRange range) {
    for (std::size_t column = range.begin; column < range.end; ++column) {
      ofColumn[column] = stepsOf(column, cellTime, pit);
      for (std::int64_t k = lattice.count[2] - 1; k >= 0 && std::isnan(top_[column]); --k)
        if (cellTime[column + columns * static_cast<std::size_t>(k)] != kNoBlock)
          top_[column] = static_cast<float>(k + 1);
    }
  });
  first_.assign(columns + 1, 0);
  for (std::size_t column = 0; column < columns; ++column)
    first_[column + 1] = first_[column] + static_cast<std::uint32_t>(ofColumn[column].size());
  steps_.reserve(first_.back());
  for (const std::vector<Step>& steps : ofColumn) steps_.insert(steps_.end(), steps.begin(), steps.end());
  reach_ = {lattice.count[0], 0, lattice.count[1], 0};
  for (std::int64_t j = 0; j < lattice.count[1]; ++j)
    for (std::int64_t i = 0; i < lattice.count[0]; ++i) {
      if (!everOpen(i, j)) continue;
      reach_ = {std::min(reach_.i0, i), std::max(reach_.i1, i + 1), std::min(reach_.j0, j),
                std::max(reach_.j1, j + 1)};
    }
  if (reach_.i1 == 0) reach_ = {};
}

bool MinedGround::everOpen(std::int64_t i, std::int64_t j) const {
  const std::size_t column = columnIndex(i, j);
  return first_[column + 1] > first_[column];
}

std::int64_t MinedGround::openLayer(std::int64_t i, std::int64_t j, double time) const {
  const Lattice& lattice = model_->lattice;
  if (i < 0 || j < 0 || i >= lattice.count[0] || j >= lattice.count[1]) return lattice.count[2];
  const std::size_t column = columnIndex(i, j);
  const auto begin = steps_.begin() + first_[column];
  const auto end = steps_.begin() + first_[column + 1];
  const auto after =
      std::upper_bound(begin, end, time, [](double at, const Step& step) { return at < step.time; });
  return after == begin ? lattice.count[2] : std::int64_t{std::prev(after)->layer};
}

double MinedGround::heightOfLayer(std::int64_t layer) const {
  return model_->lattice.origin.z + static_cast<double>(layer) * model_->lattice.size[2];
}

PlanPlace MinedGround::placeOf(double x, double y) const {
  const Vec3 local = model_->lattice.local({x, y, model_->lattice.origin.z});
  return {local.x, local.y};
}

double MinedGround::naturalHeight(double x, double y) const {
  if (terrain_ != nullptr) return terrain_->heightAt(x, y);
  const PlanPlace place = placeOf(x, y);
  const auto i = static_cast<std::int64_t>(std::floor(place.i));
  const auto j = static_cast<std::int64_t>(std::floor(place.j));
  if (i < 0 || j < 0 || i >= model_->lattice.count[0] || j >= model_->lattice.count[1]) return std::nan("");
  return model_->lattice.origin.z + static_cast<double>(top_[columnIndex(i, j)]) * model_->lattice.size[2];
}

double MinedGround::heightAt(double x, double y, double time) const {
  const double natural = naturalHeight(x, y);
  const PlanPlace place = placeOf(x, y);
  const std::int64_t layer = openLayer(static_cast<std::int64_t>(std::floor(place.i)),
                                       static_cast<std::int64_t>(std::floor(place.j)), time);
  if (layer >= model_->lattice.count[2]) return natural;
  const double floor = heightOfLayer(layer);
  return std::isnan(natural) ? floor : std::min(natural, floor);
}

double MinedGround::openedVolume(double time) const {
  const Lattice& lattice = model_->lattice;
  double sum = 0;
  for (std::int64_t j = reach_.j0; j < reach_.j1; ++j)
    for (std::int64_t i = reach_.i0; i < reach_.i1; ++i) {
      const std::int64_t layer = openLayer(i, j, time);
      if (layer >= lattice.count[2]) continue;
      const Vec3 middle = lattice.world(static_cast<double>(i) + .5, static_cast<double>(j) + .5, 0);
      const double natural = naturalHeight(middle.x, middle.y);
      if (!std::isnan(natural)) sum += std::max(0.0, natural - heightOfLayer(layer));
    }
  return sum * lattice.size[0] * lattice.size[1];
}

double minedHeightAt(const BlockModel& model, const geology::PlanBlocks& blocks,
                     const geology::Terrain* terrain, const Vec3& place, double time) {
  const Lattice& lattice = model.lattice;
  // The same column as a model of its own, so that there is one rule of what is open.
  const Vec3 local = lattice.local({place.x, place.y, lattice.origin.z});
  const auto i = static_cast<std::int64_t>(std::floor(local.x));
  const auto j = static_cast<std::int64_t>(std::floor(local.y));
  const double natural = terrain != nullptr ? terrain->heightAt(place.x, place.y) : std::nan("");
  if (i < 0 || j < 0 || i >= lattice.count[0] || j >= lattice.count[1] || !MinedGround::fits(lattice))
    return natural;
  auto column = std::make_shared<BlockModel>();
  column->lattice = lattice;
  column->lattice.origin = lattice.world(static_cast<double>(i), static_cast<double>(j), 0);
  column->lattice.count = {1, 1, lattice.count[2]};
  geology::PlanBlocks part;
  part.activity = blocks.activity;
  std::vector<float> times;
  const std::int64_t layer = lattice.count[0] * lattice.count[1];
  const std::int64_t mine = i + lattice.count[0] * j;
  for (std::size_t row = 0; row < blocks.minedAt.values.size(); ++row) {
    const std::int64_t cell = model.cellOf(row);
    if (cell % layer != mine) continue;
    column->cellOfBlock.push_back(static_cast<std::uint32_t>(cell / layer));
    times.push_back(blocks.minedAt.values[row]);
  }
  if (times.empty()) return natural;
  part.minedAt = geology::numericColumn(std::string(geology::kMinedAt), std::move(times));
  std::shared_ptr<const geology::Terrain> kept;
  if (terrain != nullptr) kept = {std::shared_ptr<void>{}, terrain};  // for the time of this question
  return MinedGround(std::move(column), part, kept).heightAt(place.x, place.y, time);
}

}  // namespace adit::planning
