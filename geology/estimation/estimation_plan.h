// How a model is to be estimated, as one value: everything that decides the result, and nothing else.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "geology/estimation/block_estimate.h"
#include "geology/estimation/compositing.h"

namespace adit::estimation {

struct CompositePlan {
  double length = 2;
  Residual residual = Residual::Merge;
  BelowDetection belowDetection = BelowDetection::AsRead;
  std::optional<double> unsampled;  ///< value of ground without a sample; nullopt: not known
  double leastCoverage = 0.5;       ///< composites with less of their length assayed are left out

  friend bool operator==(const CompositePlan&, const CompositePlan&) = default;
};

struct DomainPlan {
  std::string column;             ///< a category of an interval table; empty: one domain
  std::vector<std::string> keep;  ///< samples of these categories; empty: of all
  std::string blockColumn;        ///< of an existing model: blocks take samples of their own category only

  friend bool operator==(const DomainPlan&, const DomainPlan&) = default;
};

/// Where to: an existing block model, or a new lattice.
struct TargetPlan {
  std::string model;         ///< name; empty: the lattice
  geology::Lattice lattice;  ///< of the new model
  std::string below;  ///< a terrain: blocks whose centre lies above it stay without a value; empty: all

  friend bool operator==(const TargetPlan&, const TargetPlan&) = default;
};

/// How heavy the ground is: for tonnes in place of volumes. Neither: not stated.
struct DensityPlan {
  std::string column;  ///< numeric, of the existing model, t/m3
  double value = 0;    ///< t/m3 of every block, > 0

  bool stated() const { return !column.empty() || value > 0; }
  friend bool operator==(const DensityPlan&, const DensityPlan&) = default;
};

struct SimulationPlan {
  std::size_t realisations = 50;
  std::uint64_t seed = 1;
  std::optional<double> cutoff;
  BlockPoints points;
  Variogram variogram;       ///< of the normal scores; without structures: that of the estimator, scaled
  double declusterCell = 0;  ///< metres; 0: samples count alike in the histogram

  friend bool operator==(const SimulationPlan&, const SimulationPlan&) = default;
};

struct EstimationPlan {
  std::string holes;   ///< name of the drillholes; empty: the only ones
  std::string column;  ///< numeric, "Cu_pct" or "assay.Cu_pct"
  std::string filter;  ///< samples that fulfil this expression (sample_filter.h); empty: all
  CompositePlan composites;
  DomainPlan domain;
  std::optional<double> topCut;  ///< of composites
  Estimator estimator = InverseDistance{};
  Anisotropy search;
  std::vector<EstimationPass> passes;
  BlockPoints points;
  TargetPlan target;
  DensityPlan density;
  std::optional<SimulationPlan> simulation;

  friend bool operator==(const EstimationPlan&, const EstimationPlan&) = default;
};

}  // namespace adit::estimation
