#include "geology/planning/stockpile.h"

#include <algorithm>

namespace adit::planning {

Milled OreAtHand::mill(double capacity) {
  Milled milled;
  std::stable_sort(lots_.begin(), lots_.end(),
                   [&](const OreLot& a, const OreLot& b) { return worth(a) > worth(b); });
  std::vector<OreLot> left;
  for (OreLot& lot : lots_) {
    const double taken = worth(lot) > 0 ? std::min(lot.tonnes, capacity - milled.tonnes) : 0;
    if (taken > 0) {
      milled.tonnes += taken;
      milled.fromStockpile += lot.stocked ? taken : 0;
      milled.cash += taken * worth(lot);
      milled.lots.push_back({taken, lot.profit, lot.block, lot.stocked});
      lot.tonnes -= taken;
    }
    if (lot.tonnes <= 0) continue;
    lot.stocked = true;
    if (worth(lot) > 0)
      left.push_back(lot);
    else
      lost_ += lot.tonnes;
  }
  lots_ = std::move(left);
  fresh_ = 0;
  stock_ = 0;
  for (const OreLot& lot : lots_) stock_ += lot.tonnes;
  return milled;
}

}  // namespace adit::planning
