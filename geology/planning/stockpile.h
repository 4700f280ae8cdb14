// Ore at hand and what the mill takes of it.
#pragma once
#include <cstddef>
#include <vector>

namespace adit::planning {

/// Ore of one kind. `profit` is for a tonne, milled now: revenue less selling and processing.
struct OreLot {
  double tonnes = 0;
  double profit = 0;
  std::size_t block = 0;
  bool stocked = false;  ///< lies on the stockpile, and costs its rehandling
};

/// What the mill took in one period.
struct Milled {
  double tonnes = 0, fromStockpile = 0;
  double cash = 0;           ///< profit less rehandling
  std::vector<OreLot> lots;  ///< what it took of each block
};

/// Ore mined in the period, and the stockpile of earlier ones.
class OreAtHand {
 public:
  explicit OreAtHand(double rehandleCost) : rehandleCost_(rehandleCost) {}

  void add(const OreLot& lot) {
    fresh_ += lot.tonnes;
    lots_.push_back(lot);
  }
  double tonnes() const { return stock_ + fresh_; }
  double fresh() const { return fresh_; }
  double stock() const { return stock_; }
  /// Tonnes that were given up: they would not have paid for their way back from the stockpile.
  double lost() const { return lost_; }
  /// Takes the most valuable ore first, up to `capacity` tonnes; what stays and pays for its rehandling is
  /// the stockpile.
  Milled mill(double capacity);

 private:
  double worth(const OreLot& lot) const { return lot.profit - (lot.stocked ? rehandleCost_ : 0); }
  double rehandleCost_;
  std::vector<OreLot> lots_;
  double stock_ = 0, fresh_ = 0, lost_ = 0;
};

}  // namespace adit::planning
