#include "geology/model/mine_plan.h"

namespace adit::geology {

const char* planBasisText(PlanBasis basis) {
  switch (basis) {
    case PlanBasis::Shell:
      return "pit shell, not a design";
    case PlanBasis::Design:
      return "pit design, not a reserve";
    case PlanBasis::Schedule:
      return "schedule, not a reserve";
    case PlanBasis::Reserve:
      return "reserve";
  }
  return "";
}

const char* planActivityName(PlanActivity activity) {
  switch (activity) {
    case PlanActivity::Pit:
      return "open pit";
    case PlanActivity::Stope:
      return "stope";
    case PlanActivity::Development:
      return "development";
    case PlanActivity::Backfill:
      return "backfill";
    case PlanActivity::Dump:
      return "dump";
    case PlanActivity::Stockpile:
      return "stockpile";
    case PlanActivity::HaulRoute:
      return "haul route";
  }
  return "";
}

}  // namespace adit::geology
