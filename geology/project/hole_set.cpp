#include "geology/project/hole_set.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <utility>

#include "geology/analysis/desurvey.h"
#include "geology/project/depth_unit.h"
#include "geology/project/drillhole_checks.h"
#include "geology/project/select_rows.h"

namespace adit::project {
namespace {

using formats::DrillTable;
using formats::FindingKind;
using formats::Findings;
using geology::DrillHole;
using geology::Severity;
using geology::SurveyStation;

constexpr FindingKind kNoHoleId{Severity::Error, "DH-NO-HOLE-ID", "a row without a hole id is not used",
                                "fill in the hole id"};
constexpr FindingKind kDuplicateCollar{Severity::Error, "DH-DUPLICATE-COLLAR",
                                       "a hole has several collars; the first one is used",
                                       "remove or rename the others"};
constexpr FindingKind kNoPosition{Severity::Error, "DH-NO-POSITION",
                                  "a collar without x, y and z is not used, nor are its intervals",
                                  "complete the coordinates"};
constexpr FindingKind kBadLength{Severity::Warning, "DH-BAD-LENGTH",
                                 "a stated length that is not positive is not used",
                                 "correct the length, or leave it empty"};
constexpr FindingKind kNoLength{
    Severity::Warning, "DH-NO-LENGTH",
    "a hole has no stated length, no station below the collar and no interval; it is "
    "shown as a point",
    "state the length in the collar table"};
constexpr FindingKind kLengthInferred{Severity::Note, "DH-LENGTH-INFERRED",
                                      "no length is stated; the deepest station or interval ends the hole",
                                      "state the lengths in the collar table"};
constexpr FindingKind kPlaceholderStation{Severity::Warning, "DH-PLACEHOLDER-STATION",
                                          "a station lies more than three times deeper than the intervals "
                                          "of all holes and than the station above it, "
                                          "and seems to stand for the end of the hole; "
                                          "it gives the direction, not the length",
                                          "correct its depth, or state the length in the collar table"};
constexpr FindingKind kOrphanSurvey{Severity::Warning, "DH-ORPHAN-SURVEY",
                                    "a survey row of a hole that has no collar is not used",
                                    "add the collar, or correct the hole id"};
constexpr FindingKind kOrphanInterval{Severity::Warning, "DH-ORPHAN-INTERVAL",
                                      "an interval of a hole that has no collar is not used",
                                      "add the collar, or correct the hole id"};
constexpr FindingKind kIdCase{Severity::Warning, "DH-ID-CASE",
                              "hole ids that differ from the collar's in upper and lower case are joined",
                              "write the ids alike"};
constexpr FindingKind kNoSurvey{Severity::Warning, "DH-NO-SURVEY",
                                "a hole has no survey and is drawn straight down",
                                "add its survey; until then its position at depth is an assumption"};
constexpr FindingKind kCollarDirection{
    Severity::Warning, "DH-COLLAR-DIRECTION",
    "a hole has no survey and is drawn straight along its collar direction",
    "add its survey; until then its position at depth is an assumption"};
constexpr FindingKind kSingleSurvey{Severity::Note, "DH-SINGLE-SURVEY",
                                    "a hole has one station and is drawn straight", "add further stations"};

double largest(const std::vector<SurveyStation>& stations) {
  double depth = 0;
  for (const SurveyStation& station : stations) depth = std::max(depth, station.depth);
  return depth;
}

// Ordered; of stations at one depth the last in the file is kept (drillhole_checks has counted them).
std::vector<SurveyStation> ordered(std::vector<SurveyStation> stations) {
  std::stable_sort(stations.begin(), stations.end(),
                   [](const SurveyStation& a, const SurveyStation& b) { return a.depth < b.depth; });
  std::vector<SurveyStation> kept;
  for (const SurveyStation& station : stations)
    if (!kept.empty() && kept.back().depth == station.depth)
      kept.back() = station;
    else
      kept.push_back(station);
  return kept;
}

// "A-1 " and "A-1" are one id; rows of one hole mostly follow each other.
std::set<std::string_view> idsOf(const DrillTable& table) {
  std::set<std::string_view> ids;
  std::string_view last;
  for (const std::string& written : table.holeId) {
    const std::string_view id = trimmedId(written);
    if (id != last) ids.insert(id);
    last = id;
  }
  return ids;
}

// The deepest station, where it lies far below the one above it; else 0. The last of stations that follow
// each other down a hole does not.
double loneStation(const std::vector<SurveyStation>& stations, double far) {
  const double deepest = largest(stations);
  double above = 0;
  for (const SurveyStation& station : stations)
    if (station.depth < deepest) above = std::max(above, station.depth);
  return deepest > far * above ? deepest : 0;
}

// Depths such as 90,000 that databases write for "down to the end": far below every interval of every hole,
// and below the other stations of a hole that has intervals. A hole without intervals is judged by the
// others.
std::set<double> placeholderDepths(const std::vector<DrillHole>& holes,
                                   const std::vector<double>& deepestInterval) {
  constexpr double kFarBelow = 3;
  std::set<double> depths;
  if (holes.empty()) return depths;
  const double deepestOfAll = *std::max_element(deepestInterval.begin(), deepestInterval.end());
  for (std::size_t h = 0; h < holes.size(); ++h) {
    if (holes[h].lengthStated || deepestInterval[h] <= 0) continue;
    const double lone = loneStation(holes[h].surveys, kFarBelow);
    if (lone > kFarBelow * deepestOfAll) depths.insert(lone);
  }
  return depths;
}

}  // namespace

HoleSet::HoleSet(DrillTable collars, const JoinRules& rules, geology::Diagnostics& diagnostics)
    : choices_(rules.choices),
      unit_(rules.unit),
      diagnostics_(diagnostics),
      collarFile_(collars.source.path),
      heightFactor_(collars.heightFactor) {
  bringDepths(collars, heightFactor_, diagnostics_);
  Findings findings(collarFile_);
  std::vector<std::uint32_t> rows;
  for (std::size_t row = 0; row < collars.holeId.size(); ++row) {
    const std::string_view id = trimmedId(collars.holeId[row]);
    const formats::Place place{collars.line[row], 0};
    DrillHole hole;
    hole.id = id;
    hole.collar = {collars.x[row], collars.y[row], collars.z[row]};
    hole.collarLine = collars.line[row];
    if (id.empty()) {
      findings.add(kNoHoleId, place);
    } else if (!isFinite(hole.collar)) {
      findings.add(kNoPosition, place, id);
    } else if (!index_.add(id, static_cast<std::uint32_t>(holes_.holes.size()))) {
      findings.add(kDuplicateCollar, place, id);
    } else {
      const double stated = collars.depth.empty() ? std::nan("") : collars.depth[row];
      hole.lengthStated = stated > 0 && std::isfinite(stated);
      if (hole.lengthStated) hole.length = stated;
      if (stated <= 0) findings.add(kBadLength, place, id);
      rows.push_back(static_cast<std::uint32_t>(row));
      holes_.holes.push_back(std::move(hole));
    }
  }
  findings.appendTo(diagnostics_);
  for (const geology::Column& column : collars.columns)
    holes_.collarColumns.push_back(selectRows(column, rows));
  collarDirection_.resize(rows.size());
  if (!collars.azimuth.empty() && !collars.dip.empty()) takeCollarDirections(collars, rows);
  holes_.sources.push_back(std::move(collars.source));
}

void HoleSet::takeCollarDirections(DrillTable& collars, const std::vector<std::uint32_t>& rows) {
  const SurveyConvention convention = decideConvention(collars, choices_, diagnostics_);
  Findings findings(collarFile_);
  for (std::size_t hole = 0; hole < rows.size(); ++hole) {
    const std::size_t row = rows[hole];
    if (std::isnan(collars.azimuth[row]) && std::isnan(collars.dip[row])) continue;
    collarDirection_[hole] =
        readStation({collars.holeId[row], collars.line[row], 0, collars.azimuth[row], collars.dip[row]},
                    convention, findings);
  }
  findings.appendTo(diagnostics_);
}

std::size_t HoleSet::sharedHoles(const DrillTable& table) const {
  const std::set<std::string_view> ids = idsOf(table);
  return static_cast<std::size_t>(std::count_if(
      ids.begin(), ids.end(), [&](std::string_view id) { return index_.find(id).has_value(); }));
}

std::optional<std::uint32_t> HoleSet::holeOf(const DrillTable& table, std::size_t row,
                                             Findings& findings) const {
  const std::string_view id = trimmedId(table.holeId[row]);
  const formats::Place place{table.line[row], 0};
  if (id.empty()) {
    findings.add(kNoHoleId, place);
    return std::nullopt;
  }
  const auto match = index_.find(id);
  if (!match) {
    findings.add(table.role == formats::DrillRole::Survey ? kOrphanSurvey : kOrphanInterval, place, id);
    return std::nullopt;
  }
  if (!match->exact) findings.add(kIdCase, place, id);
  return match->hole;
}

void HoleSet::addSurveys(DrillTable table, const SurveyConvention& convention) {
  bringDepths(table, heightFactor_, diagnostics_);
  Findings findings(table.source.path);
  std::vector<std::vector<StationRow>> stations(holes_.holes.size());
  for (std::size_t row = 0; row < table.holeId.size(); ++row) {
    const auto hole = holeOf(table, row, findings);
    if (!hole) continue;
    const RawStation raw{table.holeId[row], table.line[row], table.from[row], table.azimuth[row],
                         table.dip[row]};
    if (const auto station = readStation(raw, convention, findings))
      stations[*hole].push_back({*station, table.line[row]});
  }
  const bool feet = unit_ ? *unit_ == geology::LengthUnit::Foot : table.unit == "ft";
  for (std::size_t h = 0; h < stations.size(); ++h) {
    DrillHole& hole = holes_.holes[h];
    checkStations(hole, stations[h], feet ? kDoglegRunFeet : kDoglegRunMetres, findings);
    for (const StationRow& row : stations[h]) hole.surveys.push_back(row.station);
  }
  findings.appendTo(diagnostics_);
  holes_.sources.push_back(std::move(table.source));
}

void HoleSet::addIntervals(DrillTable table) {
  bringDepths(table, heightFactor_, diagnostics_);
  Findings findings(table.source.path);
  struct Row {
    std::uint32_t hole, row;
  };
  std::vector<Row> used;
  used.reserve(table.holeId.size());
  for (std::size_t row = 0; row < table.holeId.size(); ++row) {
    const auto hole = holeOf(table, row, findings);
    if (!hole) continue;
    if (usableInterval({table.holeId[row], table.line[row], table.from[row], table.to[row]}, findings))
      used.push_back({*hole, static_cast<std::uint32_t>(row)});
  }
  const auto before = [&](const Row& a, const Row& b) {
    return std::tie(a.hole, table.from[a.row], table.to[a.row]) <
           std::tie(b.hole, table.from[b.row], table.to[b.row]);
  };
  if (!std::is_sorted(used.begin(), used.end(), before)) std::stable_sort(used.begin(), used.end(), before);
  std::vector<std::uint32_t> rows;
  geology::IntervalTable joined;
  for (const Row& row : used) {
    rows.push_back(row.row);
    joined.hole.push_back(row.hole);
  }
  joined.name = table.name;
  for (int n = 2; holes_.table(joined.name) != nullptr; ++n)
    joined.name = table.name + " " + std::to_string(n);
  joined.from = selectRows(table.from, rows);
  joined.to = selectRows(table.to, rows);
  joined.line = selectRows(table.line, rows);
  for (const geology::Column& column : table.columns) joined.columns.push_back(selectRows(column, rows));
  joined.source = std::move(table.source);
  checkIntervals(holes_.holes, joined, findings);
  findings.appendTo(diagnostics_);
  holes_.tables.push_back(std::move(joined));
}

void HoleSet::decideLength(DrillHole& hole, double deepestInterval, const std::set<double>& placeholders,
                           Findings& findings) const {
  if (hole.lengthStated) return;
  hole.length = deepestInterval;
  for (const geology::SurveyStation& station : hole.surveys) {
    if (placeholders.contains(station.depth))
      findings.add(kPlaceholderStation, {hole.collarLine, 0}, hole.id);
    else
      hole.length = std::max(hole.length, station.depth);
  }
  findings.add(hole.length > 0 ? kLengthInferred : kNoLength, {hole.collarLine, 0}, hole.id);
}

void HoleSet::makeTrace(DrillHole& hole, std::size_t index, Findings& findings) const {
  const formats::Place place{hole.collarLine, 0};
  hole.surveys = ordered(std::move(hole.surveys));
  if (hole.surveys.size() > 1) {
    hole.basis = geology::TraceBasis::Surveyed;
  } else if (hole.surveys.size() == 1) {
    hole.basis = geology::TraceBasis::SingleSurvey;
    findings.add(kSingleSurvey, place, hole.id);
  } else if (collarDirection_[index]) {
    hole.basis = geology::TraceBasis::CollarDirection;
    hole.surveys = {*collarDirection_[index]};
    findings.add(kCollarDirection, place, hole.id);
  } else {
    hole.basis = geology::TraceBasis::AssumedVertical;
    findings.add(kNoSurvey, place, hole.id);
  }
  hole.trace = analysis::desurvey(hole.collar, hole.surveys, hole.length);
}

geology::DrillHoles HoleSet::finish(std::string name) {
  holes_.name = std::move(name);
  std::vector<double> deepest(holes_.holes.size(), 0);
  for (const geology::IntervalTable& table : holes_.tables)
    for (std::size_t i = 0; i < table.size(); ++i)
      deepest[table.hole[i]] = std::max(deepest[table.hole[i]], table.to[i]);
  const std::set<double> placeholders = placeholderDepths(holes_.holes, deepest);
  Findings findings(collarFile_);
  for (std::size_t h = 0; h < holes_.holes.size(); ++h) {
    decideLength(holes_.holes[h], deepest[h], placeholders, findings);
    makeTrace(holes_.holes[h], h, findings);
  }
  findings.appendTo(diagnostics_);
  return std::move(holes_);
}

}  // namespace adit::project
