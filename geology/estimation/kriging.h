// Kriging of one block after the other: which weight each neighbour gets, and how sure the result is.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "geology/estimation/covariance.h"
#include "geology/estimation/small_cholesky.h"

namespace adit::estimation {

/// What is estimated: a point (1 x 1 x 1), or the mean over a block, which these points stand for.
struct BlockPoints {
  std::array<int, 3> count{1, 1, 1};  ///< along the axes of the block, each at least 1

  friend bool operator==(const BlockPoints&, const BlockPoints&) = default;
  bool isPoint() const { return count[0] * count[1] * count[2] == 1; }
};

/// Where the points lie, relative to the middle of a block: each in the middle of its part of the block.
std::vector<geology::Vec3> pointOffsets(const BlockPoints& points, const Axes& axes,
                                        const geology::Vec3& size);

/// A block shape in a covariance model: its points, and the mean covariance of all pairs of them, C(V,V). As
/// in GSLIB's KT3D the nugget belongs to a point alone: the mean over a block has none.
class BlockSupport {
 public:
  BlockSupport(const CovarianceModel& model, const std::vector<geology::Vec3>& offsets);

  const std::vector<geology::Vec3>& offsets() const { return offsets_; }
  double variance() const { return variance_; }  ///< C(V,V)

 private:
  std::vector<geology::Vec3> offsets_;
  double variance_ = 0;
};

enum class KrigingMean : std::uint8_t {
  Known,    ///< simple kriging: the weights sum to what they sum to, the rest is that of the mean
  Unknown,  ///< ordinary kriging: the weights sum to 1
};

/// Of the system C w + mu = c0, sum w = 1 (without mu and the sum when the mean is known).
struct KrigingAnswer {
  double variance = 0;    ///< C(V,V) - sum w c0 - mu
  double multiplier = 0;  ///< mu
  /// Of the true block values on the estimates: cov(Z, Z*) / var(Z*); NaN without a sill. For mu <= 0 this is
  /// (C(V,V) - KV + |mu|) / (C(V,V) - KV + 2 |mu|).
  double slope = 0;
  double efficiency = 0;  ///< (C(V,V) - KV) / C(V,V); NaN without a sill, and of a pure nugget's blocks
  /// The matrix was singular (two samples at one place, or as good as): of its solutions the shortest is
  /// taken, which gives equal samples equal weights.
  bool singular = false;
};

/// Samples in the spaces of a covariance model, to be gathered from. Two samples at one place have nuggets of
/// their own; without a nugget they make the equations singular.
class KrigingSamples {
 public:
  KrigingSamples(const CovarianceModel& model, std::span<const geology::Vec3> positions);

  /// Subtracted from every position before it is scaled, to keep all digits.
  const geology::Vec3& origin() const { return origin_; }
  const StructurePoints& points() const { return points_; }
  /// Relative to the origin, metres.
  const geology::Vec3& position(std::uint32_t sample) const { return positions_[sample]; }

 private:
  geology::Vec3 origin_;
  std::vector<geology::Vec3> positions_;
  StructurePoints points_;
};

/// Works for one thread. Neighbouring blocks often share their neighbours: the matrix is factorised anew only
/// when the samples change.
class KrigingSolver {
 public:
  /// Keeps references.
  KrigingSolver(const CovarianceModel& model, const KrigingSamples& samples, KrigingMean mean);

  /// `samples`: which ones, by rising number, at least one.
  KrigingAnswer solve(std::span<const std::uint32_t> samples, const geology::Vec3& centre,
                      const BlockSupport& support);
  /// Of the last solve, in the order of its samples.
  std::span<const double> weights() const { return weights_; }

 private:
  void useSamples(std::span<const std::uint32_t> samples);
  void fillRightSide(const geology::Vec3& centre, const BlockSupport& support);
  double solveRegular();
  double solveSingular();

  const CovarianceModel& model_;
  const KrigingSamples& samples_;
  KrigingMean mean_;
  std::vector<std::uint32_t> used_;
  StructurePoints gathered_, target_;
  SmallCholesky matrix_;
  bool singular_ = false;
  std::vector<double> ones_;     // L^-1 1
  double onesSquared_ = 0;       // 1' C^-1 1
  std::vector<double> right_;    // c0
  std::vector<double> forward_;  // L^-1 c0
  std::vector<double> weights_;
};

}  // namespace adit::estimation
