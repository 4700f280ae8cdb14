#include "geology/estimation/plan_defaults.h"

#include <algorithm>
#include <cmath>
#include <sstream>

#include "geology/estimation/plan_review.h"
#include "geology/estimation/plan_samples.h"
#include "geology/estimation/top_cut.h"
#include "geology/model/plain_text.h"

namespace adit::estimation {
namespace {

using geology::Severity;
using geology::Vec3;

std::string text(double value) {
  std::ostringstream out;
  out.precision(4);
  out << value;
  return out.str();
}

double roundedUp(double value, double step) {
  return std::ceil(value / step - 1e-9) * step;
}

/// To two digits.
double rounded(double value) {
  if (!(value > 0)) return value;
  const double step = std::pow(10, std::floor(std::log10(value)) - 1);
  return std::round(value / step) * step;
}

class Proposal {
 public:
  Proposal(const geology::Deposit& deposit, const PlanWishes& wishes, geology::Progress& progress)
      : deposit_(deposit), wishes_(wishes), progress_(progress) {}

  PlanProposal propose() && {
    holes_ = holesOf(deposit_, wishes_.holes);
    out_.plan.holes = deposit_.drillholes.size() > 1 ? wishes_.holes : "";
    chooseColumn();
    if (holes_ != nullptr) chooseComposites();
    const PlanSamples samples = samplesOf(deposit_, out_.plan, out_.diagnostics);
    if (samples.size() == 0) return std::move(out_);
    spacing_ = holeSpacing(samples);
    chooseVariogram(samples);
    chooseSearch();
    chooseLattice(samples);
    out_.usable = true;
    return std::move(out_);
  }

 private:
  void say(const std::string& what) {
    out_.diagnostics.push_back({.severity = Severity::Note,
                                .code = "EST-DEFAULT",
                                .file = {},
                                .message = what,
                                .remedy = "change it in the plan"});
  }

  void chooseColumn() {
    out_.plan.column = wishes_.column;
    if (!wishes_.column.empty() || holes_ == nullptr) return;
    std::size_t most = 0;
    for (const geology::IntervalTable& table : holes_->tables)
      for (const geology::Column& column : table.columns) {
        if (!column.isNumeric()) continue;
        std::size_t values = 0;
        for (std::size_t row = 0; row < column.size(); ++row) values += column.hasValue(row) ? 1 : 0;
        if (values <= most) continue;
        most = values;
        const bool unique = geology::findIntervalColumn(*holes_, column.name).table == &table;
        out_.plan.column = unique ? column.name : table.name + "." + column.name;
      }
    say("column " + out_.plan.column + ": the numeric one with the most values");
  }

  // Most samples are shorter than a composite, so that compositing averages and does not split.
  void chooseComposites() {
    const geology::IntervalColumnRef grade = geology::findIntervalColumn(*holes_, out_.plan.column);
    if (grade.table == nullptr) return;
    std::vector<double> lengths;
    for (std::size_t row = 0; row < grade.table->size(); ++row)
      if (grade.column->hasValue(row)) lengths.push_back(grade.table->to[row] - grade.table->from[row]);
    const double most = quantile(std::move(lengths), 0.9);
    if (!(most > 0)) return;
    out_.plan.composites.length = roundedUp(most, most > 1 ? 0.5 : 0.1);
    say("composites of " + text(out_.plan.composites.length) + ": nine samples in ten are at most " +
        text(most) + " long");
  }

  void chooseVariogram(const PlanSamples& samples) {
    out_.variograms = usualVariograms(samples, out_.plan.composites.length, spacing_, progress_);
    const double variance = out_.variograms[1].variance;
    Variogram variogram{0.3 * variance,
                        {{VariogramModel::Spherical, 0.7 * variance, sphere(rounded(3 * spacing_))}}};
    const auto fitted = fittedToUsual(out_.variograms);
    if (fitted) variogram = *fitted;
    if (!(variogram.sill() > 0))
      variogram = {0, {{VariogramModel::Spherical, 1, sphere(rounded(3 * spacing_))}}};
    out_.plan.estimator = OrdinaryKriging{variogram};
    std::string what =
        fitted ? "ordinary kriging; nugget from the down-hole correlogram, two spherical structures "
                 "through it and the omnidirectional one:"
               : "ordinary kriging; no variogram could be fitted, so a guess from the hole spacing:";
    what += " nugget " + text(variogram.nugget);
    for (const VariogramStructure& s : variogram.structures)
      what += ", " + text(s.sill) + " at " + text(s.shape.range[0]);
    say(what + "; it is the same in every direction, and no geologist has looked at it");
  }

  void chooseSearch() {
    const double range = rounded(std::clamp(2 * spacing_, 30.0, 1000.0));
    out_.plan.search = sphere(range);
    out_.plan.passes = {{{1, 24, 6, 0}, 8, 3}, {{2, 24, 6, 0}, 6, 2}, {{4, 24, 6, 0}, 4, 1}};
    say("search of " + text(range) + " (twice the median distance to the nearest other hole, " +
        text(spacing_) + "), then two and four times as far");
  }

  void chooseLattice(const PlanSamples& samples) {
    geology::Box3 box;
    for (const Vec3& p : samples.position) box.include(p);
    const double margin = spacing_ / 2;
    const Vec3 low = box.min - Vec3{margin, margin, margin}, high = box.max + Vec3{margin, margin, margin};
    const Vec3 extent = high - low;
    double side = std::max(5.0, roundedUp(spacing_ / 4, 5));
    const auto cells = [&](double s) {
      return std::ceil(extent.x / s) * std::ceil(extent.y / s) * std::ceil(extent.z / s);
    };
    while (cells(side) > static_cast<double>(wishes_.mostBlocks)) side += 1;
    geology::Lattice& lattice = out_.plan.target.lattice;
    const auto snapped = [&](double x) { return std::floor(x / side) * side; };
    lattice.origin = {snapped(low.x), snapped(low.y), snapped(low.z)};
    lattice.size = {side, side, side};
    const auto count = [&](double from, double to) {
      return std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil((to - from) / side)));
    };
    lattice.count = {count(lattice.origin.x, high.x), count(lattice.origin.y, high.y),
                     count(lattice.origin.z, high.z)};
    out_.plan.points = {{3, 3, 3}};
    say("blocks of " + text(side) + ": about a quarter of that distance, and at most " +
        geology::withThousands(wishes_.mostBlocks) + " of them");
    if (deposit_.terrains.empty()) return;
    out_.plan.target.below = deposit_.terrains.front()->name;
    say("blocks below the terrain " + out_.plan.target.below);
  }

  const geology::Deposit& deposit_;
  const PlanWishes& wishes_;
  geology::Progress& progress_;
  const geology::DrillHoles* holes_ = nullptr;
  double spacing_ = 50;
  PlanProposal out_;
};

}  // namespace

PlanProposal proposePlan(const geology::Deposit& deposit, const PlanWishes& wishes,
                         geology::Progress& progress) {
  return Proposal(deposit, wishes, progress).propose();
}

}  // namespace adit::estimation
