// What a mine plan takes out in each period, and how well that ground is known, as panels and charts tell it.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "geology/reporting/doubtful_class.h"

namespace adit::viewer {

struct PlanPeriodFacts {
  std::string label;
  double years = 1;
  double volume = 0, oreVolume = 0;                              ///< m3
  double tonnes = 0, oreTonnes = 0;                              ///< 0 where no density is stated
  std::optional<double> grade;                                   ///< of the ore; absent without ore
  std::optional<double> stripRatio;                              ///< waste to ore
  std::array<double, reporting::kResourceClasses> oreByClass{};  ///< shares of the ore, 0..1
  std::array<double, 5> oreBySupport{};  ///< shares, in the order of planning::SupportBand
  std::optional<double> cashFlow;        ///< as the plan states it, undiscounted
  std::optional<double> planned;         ///< tonnes of rock, as the plan states them
  friend bool operator==(const PlanPeriodFacts&, const PlanPeriodFacts&) = default;

  /// The share of the ore that is no better known than inferred.
  double inferredShare() const {
    double share = 0;
    for (std::size_t c = 0; c < oreByClass.size(); ++c)
      if (reporting::isDoubtful(static_cast<reporting::ResourceClass>(c))) share += oreByClass[c];
    return share;
  }
};

struct PlanFacts {
  std::string object,
      column;              ///< the model and the grade by which ore is told; empty: nothing has been asked
  std::string plan;        ///< its name
  std::string basis;       ///< "schedule, not a reserve"
  std::string unit;        ///< of the grade
  bool known = false;      ///< false: the sums are being worked out
  bool hasTonnes = false;  ///< else masses are volumes
  bool classed = false;    ///< the model has classes, and a person said what they mean
  bool supported = false;  ///< data support is known
  std::optional<double> cutoff;
  std::vector<PlanPeriodFacts> periods;
  std::size_t withoutGrade = 0, withoutDensity = 0;  ///< blocks of the plan
  std::optional<double> mineCapacity, millCapacity;  ///< tonnes a period
  std::optional<double> presentValue;                ///< of the stated cash flow
  std::vector<double> cumulativeValue;               ///< present value up to the end of each period
  std::string valueText;                             ///< "USD, 8 % a year, first period undiscounted"
  std::vector<std::string> doubts;
  friend bool operator==(const PlanFacts&, const PlanFacts&) = default;

  /// Of a period, tonnes where they are known, else m3.
  double amount(const PlanPeriodFacts& period) const { return hasTonnes ? period.tonnes : period.volume; }
  double ore(const PlanPeriodFacts& period) const { return hasTonnes ? period.oreTonnes : period.oreVolume; }
};

}  // namespace adit::viewer
