#include "geology/project/drillhole_checks.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geology/analysis/desurvey.h"

namespace adit::project {
namespace {

using formats::FindingKind;
using formats::Findings;
using geology::Severity;
using geology::SurveyStation;

constexpr FindingKind kBadStation{Severity::Error, "DH-BAD-STATION",
                                  "a survey row without a depth, azimuth or dip is not used",
                                  "complete the row"};
constexpr FindingKind kNegativeDepth{Severity::Error, "DH-NEGATIVE-DEPTH",
                                     "a survey station above the collar is not used", "correct its depth"};
constexpr FindingKind kBadDip{Severity::Error, "DH-BAD-DIP",
                              "a survey row with a dip beyond 90 degrees is not used", "correct the dip"};
constexpr FindingKind kAzimuthRange{Severity::Note, "DH-AZIMUTH-RANGE",
                                    "an azimuth outside 0 to 360 is turned into it",
                                    "check that the column holds azimuths"};
constexpr FindingKind kUnsorted{Severity::Note, "DH-UNSORTED-SURVEY",
                                "the stations of a hole are not in order of depth; they are sorted",
                                "sort the survey"};
constexpr FindingKind kDuplicateStation{Severity::Warning, "DH-DUPLICATE-STATION",
                                        "several stations at one depth; the last one in the file is used",
                                        "remove the others"};
constexpr FindingKind kFirstStation{Severity::Note, "DH-FIRST-STATION",
                                    "the first station is not at depth 0; its direction is held up to the "
                                    "collar",
                                    "add a station at depth 0"};
constexpr FindingKind kSurveyBeyondEnd{Severity::Warning, "DH-SURVEY-BEYOND-END",
                                       "a station lies beyond the stated end of hole; it bends the hole but "
                                       "does not lengthen it",
                                       "correct the depth or the length"};
constexpr FindingKind kDogleg{
    Severity::Warning, "DH-DOGLEG", "the hole turns by more than 5 degrees in 30 m between two stations",
    "check azimuth and dip; a wrong sign or a swapped column turns a hole like that"};
constexpr FindingKind kNoDepth{Severity::Error, "DH-NO-DEPTH", "an interval without FROM or TO is not used",
                               "complete the row"};
constexpr FindingKind kFromTo{Severity::Error, "DH-FROM-TO",
                              "FROM is not less than TO; the interval is not used", "correct the depths"};
constexpr FindingKind kAboveCollar{Severity::Warning, "DH-ABOVE-COLLAR",
                                   "an interval begins above the collar", "correct its depth"};
constexpr FindingKind kBeyondEnd{Severity::Warning, "DH-BEYOND-END",
                                 "an interval reaches beyond the stated end of hole",
                                 "correct the depth or the length"};
constexpr FindingKind kOverlap{
    Severity::Warning, "DH-OVERLAP",
    "an interval starts before the one directly above it ends (pairs of neighbours "
    "in the order of their depths)",
    "correct the depths: ground that is in two intervals counts twice"};
constexpr FindingKind kOverlapBeyond{Severity::Warning, "DH-OVERLAP-BEYOND",
                                     "an interval starts before one further above it ends, though after the "
                                     "one directly above",
                                     "correct the depths: ground that is in two intervals counts twice"};
constexpr FindingKind kGap{Severity::Note, "DH-GAP", "ground between intervals is in none of them",
                           "nothing, if it was not sampled; it has no value and is not a zero"};
constexpr FindingKind kNoIntervals{Severity::Note, "DH-NO-INTERVALS", "a hole has no interval in this table",
                                   "nothing, if it was not sampled"};

/// Depths closer than this are the same: tables are written with two or three decimals.
constexpr double kSameDepth = 1e-6;

double doglegDegrees(const SurveyStation& a, const SurveyStation& b) {
  return geology::angleBetween(analysis::tangentOf(a.azimuth, a.dip), analysis::tangentOf(b.azimuth, b.dip)) *
         (180 / std::numbers::pi);
}

}  // namespace

std::optional<SurveyStation> readStation(const RawStation& raw, const SurveyConvention& convention,
                                         Findings& findings) {
  const formats::Place place{raw.line, 0};
  const bool vertical = std::abs(raw.dip) == 90;
  const double azimuth = vertical && std::isnan(raw.azimuth) ? 0 : raw.azimuth;
  if (!std::isfinite(raw.depth) || !std::isfinite(azimuth) || !std::isfinite(raw.dip)) {
    findings.add(kBadStation, place, raw.hole);
    return std::nullopt;
  }
  if (raw.depth < 0) {
    findings.add(kNegativeDepth, place, raw.hole);
    return std::nullopt;
  }
  if (std::abs(raw.dip) > 90) {
    findings.add(kBadDip, place, raw.hole);
    return std::nullopt;
  }
  if (azimuth < 0 || azimuth > 360) findings.add(kAzimuthRange, place, raw.hole);
  return SurveyStation{raw.depth, convention.azimuth(azimuth), convention.dip(raw.dip)};
}

void checkStations(const geology::DrillHole& hole, std::vector<StationRow>& stations, double doglegRun,
                   Findings& findings) {
  if (stations.empty()) return;
  const auto above = [](const StationRow& a, const StationRow& b) {
    return a.station.depth < b.station.depth;
  };
  if (!std::is_sorted(stations.begin(), stations.end(), above)) {
    findings.add(kUnsorted, {stations.front().line, 0}, hole.id);
    std::stable_sort(stations.begin(), stations.end(), above);
  }
  if (stations.front().station.depth > 0) findings.add(kFirstStation, {stations.front().line, 0}, hole.id);
  for (const StationRow& row : stations)
    if (hole.lengthStated && row.station.depth > hole.length + kSameDepth)
      findings.add(kSurveyBeyondEnd, {row.line, 0}, hole.id);
  for (std::size_t i = 1; i < stations.size(); ++i) {
    const SurveyStation& a = stations[i - 1].station;
    const SurveyStation& b = stations[i].station;
    const double run = b.depth - a.depth;
    if (run <= 0)
      findings.add(kDuplicateStation, {stations[i].line, 0}, hole.id);
    else if (doglegDegrees(a, b) * doglegRun > kLargestDogleg * run)
      findings.add(kDogleg, {stations[i].line, 0}, hole.id);
  }
}

bool usableInterval(const RawInterval& interval, Findings& findings) {
  if (!std::isfinite(interval.from) || !std::isfinite(interval.to)) {
    findings.add(kNoDepth, {interval.line, 0}, interval.hole);
    return false;
  }
  if (interval.from >= interval.to) {
    findings.add(kFromTo, {interval.line, 0}, interval.hole);
    return false;
  }
  return true;
}

void checkIntervals(const std::vector<geology::DrillHole>& holes, const geology::IntervalTable& table,
                    Findings& findings) {
  std::vector<bool> sampled(holes.size(), false);
  double deepest = 0;  // of the intervals above in this hole
  for (std::size_t i = 0; i < table.size(); ++i) {
    const geology::DrillHole& hole = holes[table.hole[i]];
    const formats::Place place{table.line[i], 0};
    sampled[table.hole[i]] = true;
    if (table.from[i] < 0) findings.add(kAboveCollar, place, hole.id);
    if (hole.lengthStated && table.to[i] > hole.length + kSameDepth) findings.add(kBeyondEnd, place, hole.id);
    if (i == 0 || table.hole[i] != table.hole[i - 1]) {
      deepest = table.to[i];
      continue;
    }
    if (table.from[i] < table.to[i - 1] - kSameDepth)
      findings.add(kOverlap, place, hole.id);
    else if (table.from[i] < deepest - kSameDepth)
      findings.add(kOverlapBeyond, place, hole.id);
    if (table.from[i] > deepest + kSameDepth) findings.add(kGap, place, hole.id);
    deepest = std::max(deepest, table.to[i]);
  }
  for (std::size_t h = 0; h < holes.size(); ++h)
    if (!sampled[h]) findings.add(kNoIntervals, {}, holes[h].id);
}

}  // namespace adit::project
