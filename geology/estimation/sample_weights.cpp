#include "geology/estimation/sample_weights.h"

#include <algorithm>
#include <cmath>

namespace adit::estimation {
namespace {

using geology::Vec3;

const Variogram* variogramOf(const Estimator& estimator) {
  if (const auto* simple = std::get_if<SimpleKriging>(&estimator)) return &simple->variogram;
  if (const auto* ordinary = std::get_if<OrdinaryKriging>(&estimator)) return &ordinary->variogram;
  return nullptr;
}

// Adds 1/n of the weights for one point. `squared` are squared distances. Relative to the nearest, so that
// high powers neither overflow nor vanish.
void addInverse(const std::vector<double>& squared, double power, double share,
                std::vector<double>& weights) {
  const double nearest = *std::min_element(squared.begin(), squared.end());
  const auto weightOf = [&](double d) {
    if (nearest <= 0) return d <= 0 ? 1.0 : 0.0;
    return power == 2 ? nearest / d : std::pow(nearest / d, power / 2);
  };
  double sum = 0;
  for (const double d : squared) sum += weightOf(d);
  for (std::size_t i = 0; i < squared.size(); ++i) weights[i] += share * weightOf(squared[i]) / sum;
}

std::array<double, 3> keyOf(const Vec3& size) {
  return {size.x, size.y, size.z};
}

}  // namespace

WeightingModel::WeightingModel(const Estimator& estimator, const SampleSearch& search, double reach,
                               std::span<const Vec3> positions, const Anisotropy& ellipsoid)
    : estimator_(estimator), search_(search) {
  const Variogram* variogram = variogramOf(estimator);
  if (variogram == nullptr) return;
  const double longest = *std::max_element(ellipsoid.range.begin(), ellipsoid.range.end());
  covariance_.emplace(*variogram, 2 * reach * longest);
  samples_.emplace(*covariance_, positions);
}

KrigingMean WeightingModel::mean() const {
  return std::holds_alternative<SimpleKriging>(estimator_) ? KrigingMean::Known : KrigingMean::Unknown;
}

SampleWeights::SampleWeights(const WeightingModel& model, const BlockPoints& points, const Axes& axes)
    : model_(model), points_(points), axes_(axes) {
  if (model.covariance() != nullptr) solver_.emplace(*model.covariance(), *model.samples(), model.mean());
}

const std::vector<Vec3>& SampleWeights::offsetsOf(const Vec3& size) {
  const auto [it, isNew] = offsets_.try_emplace(keyOf(size));
  if (isNew) it->second = pointOffsets(points_, axes_, size);
  return it->second;
}

const BlockSupport& SampleWeights::supportOf(const Vec3& size) {
  const auto it = supports_.find(keyOf(size));
  if (it != supports_.end()) return it->second;
  return supports_.try_emplace(keyOf(size), *model_.covariance(), pointOffsets(points_, axes_, size))
      .first->second;
}

std::optional<KrigingAnswer> SampleWeights::weigh(const BlockShape& block, std::span<const Neighbour> found,
                                                  std::span<const std::uint32_t> ids) {
  if (solver_) {
    const KrigingAnswer answer = solver_->solve(ids, block.centre, supportOf(block.size));
    weights_ = solver_->weights();
    return answer;
  }
  own_.assign(ids.size(), 0.0);
  if (const auto* inverse = std::get_if<InverseDistance>(&model_.estimator()))
    weighByDistance(inverse->power, block, ids);
  else
    own_[static_cast<std::size_t>(std::lower_bound(ids.begin(), ids.end(), found.front().sample) -
                                  ids.begin())] = 1;
  weights_ = own_;
  return std::nullopt;
}

void SampleWeights::weighByDistance(double power, const BlockShape& block,
                                    std::span<const std::uint32_t> ids) {
  const std::vector<Vec3>& offsets = offsetsOf(block.size);
  const double share = 1 / static_cast<double>(offsets.size());
  for (const Vec3& offset : offsets) {
    const Vec3 target = model_.search().scaled(block.centre + offset);
    distances_.clear();
    for (const std::uint32_t id : ids) {
      const Vec3 lag = model_.search().scaled(id) - target;
      distances_.push_back(dot(lag, lag));
    }
    addInverse(distances_, power, share, own_);
  }
}

}  // namespace adit::estimation
