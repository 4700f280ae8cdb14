// What a person states about a pit: prices, costs, slopes, capacities. docs/planning.md lists the members of
// the file that holds them.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "geology/planning/pit_mesh.h"
#include "geology/planning/slope_pattern.h"

namespace adit::planning {

/// One metal that is sold. Nothing but the price is scaled by a revenue factor.
struct MetalTerms {
  std::string grade;       ///< column of the model
  std::string unit;        ///< of the grade, where the column states none: "%", "g/t", "ppm"
  double price = 0;        ///< for one `per` of metal
  std::string per;         ///< "t", "kg", "g", "lb", "oz" (troy), or "grade": a tonne of rock at a grade of 1
  double sellingCost = 0;  ///< for one `per` of metal
  double recovery = 1;     ///< 0..1

  friend bool operator==(const MetalTerms&, const MetalTerms&) = default;
};

struct MiningCost {
  double perTonne = 0;                   ///< of rock of every kind
  double perTonneAndMetre = 0;           ///< added for every metre below the reference level
  std::optional<double> referenceLevel;  ///< Z in deposit units; none: the top of the block model

  friend bool operator==(const MiningCost&, const MiningCost&) = default;
};

/// Only blocks of these categories may be ore; whatever they hold, all others are waste.
struct OreLimit {
  std::string column;  ///< empty: every block may be ore
  std::vector<std::string> names;

  friend bool operator==(const OreLimit&, const OreLimit&) = default;
};

struct SlopeInputs {
  std::vector<SlopeRegion> regions{{}};
  std::string regionColumn;  ///< category of the model; empty: one region everywhere
  int levels = 8;            ///< benches over which the cone is exact
  /// Not empty: a MineLib .prec file says what has to go before what; whoever runs the plan reads it.
  std::string precedenceFile;

  friend bool operator==(const SlopeInputs&, const SlopeInputs&) = default;
};

struct PushbackInputs {
  std::size_t count = 4;     ///< phases that are wanted
  double minimumWidth = 60;  ///< metres, on the plan of every bench
  double finalFactor = 1;    ///< the last phase ends with the largest shell up to this revenue factor

  friend bool operator==(const PushbackInputs&, const PushbackInputs&) = default;
};

struct StockpileInputs {
  double capacity = 0;      ///< tonnes
  double rehandleCost = 0;  ///< for a tonne that is taken back

  friend bool operator==(const StockpileInputs&, const StockpileInputs&) = default;
};

struct ScheduleInputs {
  double mineCapacity = 0;  ///< tonnes of rock a period; 0: no schedule and no present value
  double millCapacity = 0;  ///< tonnes of ore a period
  double periodYears = 1;
  std::optional<int> firstYear;      ///< the first period is this year; none: "period 1"
  std::size_t benchesPerPeriod = 8;  ///< of one phase: the sink rate, in heights of benches
  std::optional<double> sinkRate;    ///< the same in metres a year; goes before benchesPerPeriod
  std::optional<StockpileInputs> stockpile;
  /// Tries lower rates of mining too and keeps the schedule of the highest net present value: stripping
  /// earlier than needed costs interest.
  bool chooseRate = true;

  friend bool operator==(const ScheduleInputs&, const ScheduleInputs&) = default;
};

struct Discounting {
  double rate = 0.08;                   ///< by year
  bool firstPeriodUndiscounted = true;  ///< false: cash comes at the end of each period

  friend bool operator==(const Discounting&, const Discounting&) = default;
};

/// A pit with benches and a ramp around the last shell. Lengths in metres.
struct PitDesignTerms {
  PitSlope slope;
  double floorWidth = 40;  ///< the lowest bench is the first on which a disc of this width fits

  friend bool operator==(const PitDesignTerms&, const PitDesignTerms&) = default;
};

/// Everything. Money is in one currency.
struct PitInputs {
  PitInputs();  ///< out of line: it is a member of large values that are made in many places

  std::string model;  ///< name; empty: the only block model
  std::string currency = "USD";
  std::vector<MetalTerms> metals;
  std::string values;  ///< not empty: a column holds the value of every block; no metals and no costs then
  std::string densityColumn;
  std::optional<double> density;  ///< t/m3, where there is no column, or it has no value
  MiningCost mining;
  double processingCost = 0;  ///< a tonne of ore
  OreLimit ore;
  std::string terrain;  ///< name, or "none"; empty: the only terrain
  SlopeInputs slopes;
  std::vector<double> revenueFactors{.3, .4, .5, .6, .7, .8, .9, 1, 1.1, 1.2};  ///< rising
  Discounting discounting;
  PushbackInputs pushbacks;
  ScheduleInputs schedule;
  std::optional<PitDesignTerms> design;

  friend bool operator==(const PitInputs&, const PitInputs&) = default;
};

}  // namespace adit::planning
