// Where the ground was sampled: the intervals of drillholes that carry a measured value, as points in space.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "geology/model/deposit.h"

namespace adit::evidence {

/// One interval of one table of one set of drillholes of the deposit.
struct Sample {
  std::uint32_t set = 0;    ///< index into Deposit::drillholes
  std::uint32_t table = 0;  ///< index into DrillHoles::tables
  std::uint32_t row = 0;
  std::uint32_t hole = 0;  ///< 0..holeCount-1, over all sets

  friend bool operator==(const Sample&, const Sample&) = default;
};

/// A hole among all sets of drillholes.
struct HoleRef {
  std::uint32_t set = 0, hole = 0;
};

struct SampleSet {
  std::vector<Sample> samples;
  std::vector<HoleRef> holes;  ///< those with samples
  /// Points on the traces, each sample with at least one, so close that no part of a sample is farther than
  /// half the step from a point of it.
  std::vector<geology::Vec3> points;
  std::vector<std::uint32_t> sampleOfPoint;
  std::string basis;  ///< "3,211 samples of 85 holes with Cu_pct"

  std::uint32_t holeOfPoint(std::size_t point) const { return samples[sampleOfPoint[point]].hole; }
};

struct SampleRequest {
  std::vector<std::string> columns;  ///< a sample has a value in one of them; empty: in any column of numbers
  double step = 5;                   ///< between the points of one sample, deposit units, > 0
  std::function<bool(const HoleRef&)> wanted;  ///< holes that are asked; empty: all
};

/// Asks for holes that were drilled by a date as dateOf() reads it; for all where it is no date.
std::function<bool(const HoleRef&)> drilledBy(const geology::Deposit& deposit, const std::string& date);

/// Measured values and those below detection are values: a laboratory has looked at the ground. Not sampled
/// and not representable are none.
SampleSet samplesOf(const geology::Deposit& deposit, const SampleRequest& request);

/// The same name but for case and unit: "Cu_pct", "CU (%)", "cu"; a table's name before a dot does not count.
bool sameMeasure(std::string_view a, std::string_view b);

/// The columns of the drillholes that the model's columns were most likely estimated from: the same name but
/// for case and unit ("Cu_pct", "cu"). Empty when there is none.
std::vector<std::string> sampledColumns(const geology::Deposit& deposit, const geology::BlockModel& model);

}  // namespace adit::evidence
