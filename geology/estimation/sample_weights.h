// One thread's weighting of neighbours, whatever the estimator.
#pragma once
#include <map>
#include <optional>
#include <span>

#include "geology/estimation/estimator.h"
#include "geology/estimation/kriging.h"
#include "geology/estimation/sample_search.h"

namespace adit::estimation {

/// What all threads share of an estimator: samples brought into its spaces.
class WeightingModel {
 public:
  /// Keeps references to all but `positions`. `reach`: of the widest search, in units of its ellipsoid.
  WeightingModel(const Estimator& estimator, const SampleSearch& search, double reach,
                 std::span<const geology::Vec3> positions, const Anisotropy& ellipsoid);

  const Estimator& estimator() const { return estimator_; }
  const SampleSearch& search() const { return search_; }
  /// Neither is there unless the estimator is kriging.
  const CovarianceModel* covariance() const { return covariance_ ? &*covariance_ : nullptr; }
  const KrigingSamples* samples() const { return samples_ ? &*samples_ : nullptr; }
  KrigingMean mean() const;

 private:
  const Estimator& estimator_;
  const SampleSearch& search_;
  std::optional<CovarianceModel> covariance_;
  std::optional<KrigingSamples> samples_;
};

/// A block, and the points that stand for it.
struct BlockShape {
  geology::Vec3 centre, size;
};

class SampleWeights {
 public:
  /// Keeps the reference. `axes`: of the blocks.
  SampleWeights(const WeightingModel& model, const BlockPoints& points, const Axes& axes);

  /// `found` by rising distance, `ids` the same samples by rising number; not empty. weights() is in the
  /// order of `ids`. Kriging's answer; nothing for the other estimators.
  std::optional<KrigingAnswer> weigh(const BlockShape& block, std::span<const Neighbour> found,
                                     std::span<const std::uint32_t> ids);
  std::span<const double> weights() const { return weights_; }

 private:
  const BlockSupport& supportOf(const geology::Vec3& size);
  const std::vector<geology::Vec3>& offsetsOf(const geology::Vec3& size);
  void weighByDistance(double power, const BlockShape& block, std::span<const std::uint32_t> ids);

  const WeightingModel& model_;
  BlockPoints points_;
  Axes axes_;
  std::map<std::array<double, 3>, BlockSupport> supports_;               // sub-blocks have several sizes
  std::map<std::array<double, 3>, std::vector<geology::Vec3>> offsets_;  // of estimators without covariances
  std::optional<KrigingSolver> solver_;
  std::vector<double> distances_;
  std::vector<double> own_;  // where no solver holds them
  std::span<const double> weights_;
};

}  // namespace adit::estimation
