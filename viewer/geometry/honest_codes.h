// For Honest View: one byte a block that says how well it is known.
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/state/solidity.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// What the codes of one model rest on. Equal bases give equal codes.
struct HonestBasis {
  const geology::BlockModel* model = nullptr;
  const geology::Column* category = nullptr;  ///< the model's own classes; nullptr: it has none
  reporting::CategoryMapping classes;
  const geology::Column* nearest = nullptr;  ///< distance to the nearest sample; nullptr: not known
  bool noSamples = false;  ///< the holes were asked, and none has a sample (at the date of the view)
  double reach = 0;        ///< at which the dots are thinnest, deposit units

  bool classified() const { return category != nullptr; }
  friend bool operator==(const HonestBasis&, const HonestBasis&) = default;
};
HonestBasis honestBasis(const geology::Deposit& deposit, const geology::BlockModel& model,
                        const ViewState& state);

/// One honestCode() a block. Where there are no holes to ask, a classified block is drawn as at a sample, by
/// its class alone, and any other as far from all. Where holes have no samples, every block is far from them.
std::vector<std::uint8_t> honestCodes(const HonestBasis& basis);

}  // namespace adit::viewer
