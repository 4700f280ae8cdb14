// What is wrong or doubtful in the rows of one hole. Nothing is repaired: a row is used or not, and counted.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "geology/formats/findings.h"
#include "geology/model/drillholes.h"
#include "geology/project/survey_convention.h"

namespace adit::project {

/// A survey reading as it stands in the file.
struct RawStation {
  std::string_view hole;
  std::size_t line;
  double depth, azimuth, dip;
};
/// The reading in Adit's convention. Nothing, and a finding, when depth, azimuth or dip is no number
/// (DH-BAD-STATION; the azimuth of a vertical reading may be missing), the depth is above the collar
/// (DH-NEGATIVE-DEPTH) or |dip| > 90 (DH-BAD-DIP). Azimuths outside 0..360 are turned into it
/// (DH-AZIMUTH-RANGE).
std::optional<geology::SurveyStation> readStation(const RawStation& raw, const SurveyConvention& convention,
                                                  formats::Findings& findings);

struct StationRow {
  geology::SurveyStation station;
  std::size_t line;
};

/// The run over which a dogleg is stated: 30 metres.
constexpr double kDoglegRunMetres = 30;
constexpr double kDoglegRunFeet = 30 / 0.3048;
constexpr double kLargestDogleg = 5;  ///< degrees over that run

/// The stations of one hole in file order, which are sorted (DH-UNSORTED-SURVEY): DH-DUPLICATE-STATION,
/// DH-FIRST-STATION (not at 0), DH-SURVEY-BEYOND-END, DH-DOGLEG.
void checkStations(const geology::DrillHole& hole, std::vector<StationRow>& stations, double doglegRun,
                   formats::Findings& findings);

struct RawInterval {
  std::string_view hole;
  std::size_t line;
  double from, to;
};
/// False, and a finding, when FROM or TO is no number (DH-NO-DEPTH) or FROM >= TO (DH-FROM-TO).
bool usableInterval(const RawInterval& interval, formats::Findings& findings);

/// Of a table that is ordered by hole, from, to: DH-OVERLAP (an interval starts before the one directly above
/// it ends, as drillhole databases count pairs), DH-OVERLAP-BEYOND (not that, but before one further above
/// ends), DH-GAP (ground between intervals that is in none), DH-BEYOND-END (of a stated length),
/// DH-ABOVE-COLLAR, DH-NO-INTERVALS (holes without any).
void checkIntervals(const std::vector<geology::DrillHole>& holes, const geology::IntervalTable& table,
                    formats::Findings& findings);

}  // namespace adit::project
