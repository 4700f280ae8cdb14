#include "geology/estimation/variogram_fit.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <limits>

#include "geology/analysis/desurvey.h"

namespace adit::estimation {
namespace {

using geology::Vec3;

/// One class: where it lies along each axis (absolute), what was found there, and how much it counts.
struct Point {
  std::array<double, 3> along{};  ///< metres
  double gamma = 0, weight = 0;
};

std::array<double, 3> placeOf(const VariogramDirection& direction, double distance, const Axes& axes) {
  // An omnidirectional class has no direction: it is put along the first axis, which an isotropic fit does
  // not feel.
  const Vec3 lag = direction.omnidirectional()
                       ? axes[0] * distance
                       : analysis::tangentOf(direction.azimuth, direction.dip) * distance;
  return {std::abs(dot(lag, axes[0])), std::abs(dot(lag, axes[1])), std::abs(dot(lag, axes[2]))};
}

std::vector<Point> pointsOf(std::span<const ExperimentalVariogram> experimental, const VariogramFit& fit) {
  std::vector<Point> points;
  for (const ExperimentalVariogram& variogram : experimental)
    for (const ExperimentalLag& lag : variogram.lags) {
      if (lag.pairs == 0 || !(lag.distance > 0)) continue;
      points.push_back({placeOf(variogram.direction, lag.distance, fit.axes), lag.gamma,
                        static_cast<double>(lag.pairs) / (lag.distance * lag.distance)});
    }
  return points;
}

/// Coefficients >= 0 that minimise |A c - b|, by trying every set of coefficients that are not 0: there are
/// three or four of them.
struct Coefficients {
  Eigen::VectorXd value;
  double error = std::numeric_limits<double>::infinity();
};
Coefficients leastSquares(const Eigen::MatrixXd& a, const Eigen::VectorXd& b) {
  Coefficients best;
  const Eigen::Index n = a.cols();
  for (unsigned set = 0; set < 1U << static_cast<unsigned>(n); ++set) {
    Eigen::MatrixXd part(a.rows(), 0);
    for (Eigen::Index c = 0; c < n; ++c) {
      if ((set >> static_cast<unsigned>(c) & 1U) == 0) continue;
      part.conservativeResize(Eigen::NoChange, part.cols() + 1);
      part.col(part.cols() - 1) = a.col(c);
    }
    const Eigen::VectorXd solution =
        part.cols() > 0 ? Eigen::VectorXd(part.colPivHouseholderQr().solve(b)) : Eigen::VectorXd(0);
    if (solution.size() > 0 && solution.minCoeff() < 0) continue;
    const double error = solution.size() > 0 ? (part * solution - b).squaredNorm() : b.squaredNorm();
    if (!(error < best.error)) continue;
    best.error = error;
    best.value = Eigen::VectorXd::Zero(n);
    Eigen::Index next = 0;
    for (Eigen::Index c = 0; c < n; ++c)
      if ((set >> static_cast<unsigned>(c) & 1U) != 0) best.value(c) = solution(next++);
  }
  return best;
}

class Fitting {
 public:
  Fitting(std::vector<Point> points, const VariogramFit& fit) : points_(std::move(points)), fit_(fit) {
    for (const Point& p : points_) weights_ += p.weight;
  }

  std::size_t rangesAStructure() const { return fit_.isotropic ? 1 : 3; }
  std::size_t rangeCount() const { return fit_.models.size() * rangesAStructure(); }

  /// Of the ranges' logarithms; a shorter structure may not be longer than the next.
  double error(const std::vector<double>& logRanges) const {
    for (std::size_t r = rangesAStructure(); r < logRanges.size(); ++r)
      if (logRanges[r] < logRanges[r - rangesAStructure()]) return std::numeric_limits<double>::infinity();
    return solve(logRanges).error;
  }

  FittedVariogram result(const std::vector<double>& logRanges, double variance) const {
    const Coefficients c = solve(logRanges);
    FittedVariogram fitted;
    fitted.points = points_.size();
    fitted.error = variance > 0 ? c.error / weights_ / (variance * variance) : 0;
    Eigen::Index next = 0;
    fitted.variogram.nugget = fit_.nugget ? *fit_.nugget : c.value(next++);
    for (std::size_t s = 0; s < fit_.models.size(); ++s)
      fitted.variogram.structures.push_back(
          {fit_.models[s], c.value(next++), {fit_.axes, rangesOf(logRanges, s)}});
    return fitted;
  }

 private:
  std::array<double, 3> rangesOf(const std::vector<double>& logRanges, std::size_t structure) const {
    const std::size_t n = rangesAStructure();
    std::array<double, 3> ranges{};
    for (std::size_t a = 0; a < 3; ++a) ranges[a] = std::exp(logRanges[structure * n + (n == 1 ? 0 : a)]);
    return ranges;
  }

  // A known nugget moves to the right side; a known sill is one more equation, of overwhelming weight.
  Coefficients solve(const std::vector<double>& logRanges) const {
    const auto rows = static_cast<Eigen::Index>(points_.size()) + (fit_.sill ? 1 : 0);
    const Eigen::Index first = fit_.nugget ? 0 : 1;
    Eigen::MatrixXd a(rows, first + static_cast<Eigen::Index>(fit_.models.size()));
    Eigen::VectorXd b(rows);
    for (std::size_t p = 0; p < points_.size(); ++p) {
      const auto row = static_cast<Eigen::Index>(p);
      const double w = std::sqrt(points_[p].weight);
      if (!fit_.nugget) a(row, 0) = w;
      b(row) = w * (points_[p].gamma - fit_.nugget.value_or(0));
      for (std::size_t s = 0; s < fit_.models.size(); ++s) {
        const auto ranges = rangesOf(logRanges, s);
        const auto& h = points_[p].along;
        const double r = std::hypot(h[0] / ranges[0], h[1] / ranges[1], h[2] / ranges[2]);
        a(row, first + static_cast<Eigen::Index>(s)) = w * shapeAt(fit_.models[s], r);
      }
    }
    if (fit_.sill) {
      const double w = 1e4 * std::sqrt(weights_);
      a.row(rows - 1).setConstant(w);
      b(rows - 1) = w * (*fit_.sill - fit_.nugget.value_or(0));
    }
    return leastSquares(a, b);
  }

  std::vector<Point> points_;
  const VariogramFit& fit_;
  double weights_ = 0;
};

// Steps along each range in turn, halved when none helps.
std::vector<double> patternSearch(const Fitting& fitting, std::vector<double> at) {
  double best = fitting.error(at);
  for (double step = 0.7; step > 1e-6;) {
    bool better = false;
    for (std::size_t r = 0; r < at.size(); ++r)
      for (const double move : {step, -step}) {
        std::vector<double> trial = at;
        trial[r] += move;
        const double error = fitting.error(trial);
        if (!(error < best)) continue;
        best = error;
        at = trial;
        better = true;
      }
    if (!better) step /= 2;
  }
  return at;
}

double longestLag(std::span<const ExperimentalVariogram> experimental) {
  double longest = 0;
  for (const ExperimentalVariogram& variogram : experimental)
    for (const ExperimentalLag& lag : variogram.lags)
      if (lag.pairs > 0) longest = std::max(longest, lag.distance);
  return longest;
}

}  // namespace

std::optional<FittedVariogram> fitVariogram(std::span<const ExperimentalVariogram> experimental,
                                            const VariogramFit& fit) {
  const Fitting fitting(pointsOf(experimental, fit), fit);
  const std::size_t parameters = fitting.rangeCount() + fit.models.size() + (fit.nugget ? 0 : 1);
  const std::vector<Point> points = pointsOf(experimental, fit);
  if (fit.models.empty() || points.size() < parameters) return std::nullopt;
  // From several beginnings: ranges are where the error has several valleys.
  const double longest = longestLag(experimental);
  std::vector<double> best;
  for (const double part : {0.15, 0.4, 0.8}) {
    std::vector<double> at;
    for (std::size_t s = 0; s < fit.models.size(); ++s) {
      const double shorter = std::pow(3.0, static_cast<double>(fit.models.size() - 1 - s));
      at.insert(at.end(), fitting.rangesAStructure(), std::log(longest * part / shorter));
    }
    at = patternSearch(fitting, at);
    if (best.empty() || fitting.error(at) < fitting.error(best)) best = at;
  }
  return fitting.result(best, experimental.front().variance);
}

}  // namespace adit::estimation
