// From the drillholes of a deposit to the samples that a plan asks for, with everything that happened on the
// way.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "geology/estimation/estimation_plan.h"
#include "geology/estimation/top_cut.h"
#include "geology/model/deposit.h"

namespace adit::estimation {

/// Composites with a value, arrays in parallel.
struct PlanSamples {
  std::string column, unit;
  std::vector<geology::Vec3> position;
  std::vector<std::uint32_t> hole;
  std::vector<float> value;
  std::vector<double> length;
  std::vector<std::int32_t> domain;  ///< into domainNames; kNoCategory without domains
  std::vector<std::string> domainNames;
  CompositeTally tally;
  std::size_t filtered = 0;     ///< samples with a value that the plan's filter left out, before compositing
  std::size_t composites = 0;   ///< before any was left out
  std::size_t tooLittle = 0;    ///< left out: covered less than the plan asks
  std::size_t otherDomain = 0;  ///< left out: not in a domain that the plan keeps
  std::size_t duplicates = 0;   ///< joined with another at the same place, to their mean
  std::optional<TopCutReport> topCut;

  std::size_t size() const { return position.size(); }
  /// Those of one domain, or all (nullopt), as the estimator takes them.
  EstimationSamples forDomain(std::optional<std::int32_t> domain) const;
};

/// Why there are none is in `diagnostics` (EST-...), and then the result is empty.
PlanSamples samplesOf(const geology::Deposit& deposit, const EstimationPlan& plan,
                      geology::Diagnostics& diagnostics);

/// The drillholes that the plan names, or the only ones; nullptr otherwise.
const geology::DrillHoles* holesOf(const geology::Deposit& deposit, const std::string& name);

geology::Diagnostic planError(const char* code, std::string message, std::string remedy);

}  // namespace adit::estimation
