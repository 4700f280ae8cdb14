#include "geology/evidence/samples.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <set>

#include "geology/model/hole_dates.h"
#include "geology/model/plain_text.h"

namespace adit::evidence {
namespace {

using geology::Column;
using geology::counted;
using geology::Deposit;
using geology::DrillHoles;
using geology::IntervalTable;

constexpr std::uint32_t kNoHole = std::numeric_limits<std::uint32_t>::max();

/// "Cu_pct", "CU (%)", "cu" -> "cu".
std::string stemOf(std::string_view name) {
  name.remove_prefix(name.find('.') == std::string_view::npos ? 0 : name.find('.') + 1);
  std::string stem;
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) break;
    stem += geology::lowerCase(c);
  }
  return stem;
}

std::vector<const Column*> askedColumns(const IntervalTable& table, const std::vector<std::string>& names) {
  std::vector<const Column*> columns;
  for (const Column& column : table.columns) {
    const bool named = names.empty() || std::find(names.begin(), names.end(), column.name) != names.end();
    if (column.isNumeric() && named) columns.push_back(&column);
  }
  return columns;
}

class Collector {
 public:
  Collector(const Deposit& deposit, const SampleRequest& request) : deposit_(deposit), request_(request) {}

  void add(std::uint32_t set) {
    const DrillHoles& holes = *deposit_.drillholes[set];
    numberOf_.assign(holes.holes.size(), kNoHole);
    for (std::uint32_t t = 0; t < holes.tables.size(); ++t) addTable({set, t, 0, 0}, holes);
  }
  SampleSet take() { return std::move(found_); }

 private:
  void addTable(Sample sample, const DrillHoles& holes) {
    const IntervalTable& table = holes.tables[sample.table];
    const std::vector<const Column*> columns = askedColumns(table, request_.columns);
    for (sample.row = 0; sample.row < table.size(); ++sample.row) {
      const bool measured = std::any_of(columns.begin(), columns.end(),
                                        [&](const Column* column) { return column->hasValue(sample.row); });
      const std::uint32_t hole = table.hole[sample.row];
      if (!measured || (request_.wanted && !request_.wanted({sample.set, hole}))) continue;
      addSample(sample, holes.holes[hole].trace, {table.from[sample.row], table.to[sample.row]},
                {sample.set, hole});
    }
  }

  void addSample(Sample sample, const geology::HoleTrace& trace, const std::array<double, 2>& depths,
                 const HoleRef& hole) {
    const double length = depths[1] - depths[0];
    const double pieces = std::clamp(std::ceil(length / request_.step), 1.0, kMostPoints);
    const auto count = static_cast<std::size_t>(pieces);
    const auto number = static_cast<std::uint32_t>(found_.samples.size());
    bool placed = false;
    for (std::size_t i = 0; i < count; ++i) {
      const double share = (static_cast<double>(i) + 0.5) / pieces;
      const geology::Vec3 point = trace.positionAt(depths[0] + share * length);
      if (!isFinite(point)) continue;
      found_.points.push_back(point);
      found_.sampleOfPoint.push_back(number);
      placed = true;
    }
    if (!placed) return;
    sample.hole = numberOf(hole);
    found_.samples.push_back(sample);
  }

  std::uint32_t numberOf(const HoleRef& hole) {
    std::uint32_t& number = numberOf_[hole.hole];
    if (number == kNoHole) {
      number = static_cast<std::uint32_t>(found_.holes.size());
      found_.holes.push_back(hole);
    }
    return number;
  }

  static constexpr double kMostPoints = 10'000;  // of one sample, whatever its depths say

  const Deposit& deposit_;
  const SampleRequest& request_;
  std::vector<std::uint32_t> numberOf_;  // of the holes of one set
  SampleSet found_;
};

std::string basisOf(const SampleSet& found, const std::vector<std::string>& columns) {
  std::string text = counted(found.samples.size(), "sample") + " of " + counted(found.holes.size(), "hole");
  for (std::size_t i = 0; i < columns.size(); ++i) text += (i == 0 ? " with " : ", ") + columns[i];
  return text;
}

}  // namespace

SampleSet samplesOf(const Deposit& deposit, const SampleRequest& request) {
  Collector collector(deposit, request);
  for (std::uint32_t set = 0; set < deposit.drillholes.size(); ++set) collector.add(set);
  SampleSet found = collector.take();
  found.basis = basisOf(found, request.columns);
  return found;
}

std::function<bool(const HoleRef&)> drilledBy(const Deposit& deposit, const std::string& date) {
  const auto until = geology::dateOf(date);
  if (!until) return {};
  std::vector<geology::BitMask> drilled;
  for (const auto& holes : deposit.drillholes) drilled.push_back(geology::holesDrilledBy(*holes, *until));
  return [drilled = std::move(drilled)](const HoleRef& hole) { return drilled[hole.set].test(hole.hole); };
}

bool sameMeasure(std::string_view a, std::string_view b) {
  const std::string stem = stemOf(a);
  return !stem.empty() && stem == stemOf(b);
}

std::vector<std::string> sampledColumns(const Deposit& deposit, const geology::BlockModel& model) {
  std::set<std::string> stems;
  for (const Column& column : model.columns)
    if (column.isNumeric()) stems.insert(stemOf(column.name));
  stems.erase("");
  std::vector<std::string> names;
  for (const auto& holes : deposit.drillholes)
    for (const IntervalTable& table : holes->tables)
      for (const Column& column : table.columns) {
        const bool known = std::find(names.begin(), names.end(), column.name) != names.end();
        if (column.isNumeric() && !known && stems.contains(stemOf(column.name))) names.push_back(column.name);
      }
  return names;
}

}  // namespace adit::evidence
