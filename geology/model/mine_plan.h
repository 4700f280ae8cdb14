// A proposed order of mining: what is taken out when, where it goes, and what its author claims for it. A
// plan speaks of other objects of the deposit by name; it holds no copy of them.
#pragma once
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geology/model/column.h"
#include "geology/model/provenance.h"
#include "geology/model/vec3.h"

namespace adit::geology {

/// Periods are counted from 0 in the order of MinePlan::periods.
using PeriodIndex = std::uint16_t;
/// Of ground that the plan leaves where it is.
inline constexpr PeriodIndex kNeverMined = std::numeric_limits<PeriodIndex>::max();

/// The column of the moments at which blocks are mined, by its name.
inline constexpr std::string_view kMinedAt = "mined_at";

struct PlanPeriod {
  std::string label;  ///< "2027", "month 3"
  std::string begin;  ///< a day as dateOf() reads it; empty: the plan is not dated
  double years = 1;   ///< its length; of discounting and of rates by year

  friend bool operator==(const PlanPeriod&, const PlanPeriod&) = default;
};

/// What the geometry of a plan is, in the words of mining: each is labelled as what it is and none stands for
/// another. Shell: the answer of an optimiser, with no ramp and no berm. Design: benches, berms and ramp.
/// Schedule: ground in an order. Reserve: a schedule for which a person took responsibility.
enum class PlanBasis : std::uint8_t { Shell, Design, Schedule, Reserve };
/// "pit shell, not a design", "pit design, not a reserve", "schedule, not a reserve", "reserve".
const char* planBasisText(PlanBasis basis);

enum class PlanActivity : std::uint8_t { Pit, Stope, Development, Backfill, Dump, Stockpile, HaulRoute };
/// "open pit", "stope", "development", "backfill", "dump", "stockpile", "haul route".
const char* planActivityName(PlanActivity activity);

/// The order in which the blocks of one model are mined.
struct PlanBlocks {
  std::string model;                          ///< name of a block model
  std::string column;                         ///< of that model, where the order was read from one
  std::vector<PeriodIndex> period;            ///< one a block; kNeverMined stays
  PlanActivity activity = PlanActivity::Pit;  ///< a pit is open to the sky, a stope has a roof
  /// The moment of each block in periods, derived from `period` when the plan is loaded (planning::timePlan):
  /// a block of period p goes within (p, p + 1]; one that stays has +infinity.
  Column minedAt;
  /// Found from the pits of the plan, which come as surfaces: the ground is theirs, not that of whole blocks.
  bool bySurfaces = false;
};

/// A surface or solid that is there from one period on, or grows and shrinks over several.
struct PlanSolid {
  std::string mesh;  ///< name of a mesh or terrain
  PlanActivity activity = PlanActivity::Pit;
  PeriodIndex first = 0;  ///< work on it begins with this period
  PeriodIndex last = 0;   ///< and is done at the end of this one; last >= first
};

/// Development and haul routes: a centre line with a profile. Work advances along it at an even rate.
struct PlanLine {
  std::string name;
  std::vector<Vec3> points;  ///< at least two; on the floor
  PlanActivity activity = PlanActivity::Development;
  double width = 5, height = 5;  ///< deposit units
  PeriodIndex first = 0, last = 0;
};

/// A figure as the author of the plan states it. Adit shows it beside what it adds up itself.
struct PlanFigure {
  PeriodIndex period = 0;
  std::string activity;  ///< as written: "ore", "waste", "stockpile", "mill"
  double tonnes = 0;
  std::string grade;  ///< name of the grade column, empty where there is none
  double value = 0;   ///< of that grade, in its unit
};

/// Money and limits, where the plan states them; what is not stated is never invented.
struct PlanEconomics {
  std::string currency = "USD";         ///< empty: money of no stated currency
  std::optional<double> discountRate;   ///< by year, 0.08 is 8 %
  bool firstPeriodUndiscounted = true;  ///< the convention of the net present value, shown beside it
  std::vector<double> cashFlow;         ///< one a period, undiscounted; empty: not stated
  std::optional<double> statedValue;    ///< net present value as the author states it
  std::optional<double> mineCapacity;   ///< tonnes a period, rock of every kind
  std::optional<double> millCapacity;   ///< tonnes a period, ore
  double swell = 1.3;                   ///< loose volume of broken rock to its volume in the ground
};

struct MinePlan {
  std::string name;
  PlanBasis basis = PlanBasis::Schedule;
  std::vector<PlanPeriod> periods;
  std::vector<PlanBlocks> blocks;
  std::vector<PlanSolid> solids;
  std::vector<PlanLine> lines;
  std::vector<PlanFigure> figures;
  PlanEconomics economics;
  Provenance source;
};

}  // namespace adit::geology
