// The signed difference of the grades that two views show, block by block.
#pragma once
#include <memory>
#include <string>

#include "geology/model/deposit.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Over the blocks of a model that view A shows; the model of view B is asked at the middle of each of them.
/// A block is in a view when the view shows it and it has a value there.
struct BlockDifference {
  /// The deposit of the question, whose data support of `model` has two more columns: the difference B - A,
  /// no value where a block is in one view only, and in which views a block is (0 none, 1 A, 2 B, 3 both).
  std::shared_ptr<const geology::Deposit> deposit;
  ViewState view;      ///< A, with the blocks that are in A or B coloured by the difference around 0
  std::string model;   ///< of A
  std::string column;  ///< of the difference: "B - A: au - cu_pct"
  std::string unit;
  std::size_t both = 0, onlyA = 0, onlyB = 0;
  std::size_t beyond = 0;  ///< in B, where model A has no block: not drawn
  std::string fault;       ///< why there is no difference; empty: there is one

  /// "B - A: 12,000 blocks in both; 300 only in A, 120 only in B (grey)"; or the fault.
  std::string text() const;
};

/// What decides the difference: equal questions have equal answers. Keeps the views without what only moves
/// or dresses the picture.
struct DifferenceQuestion {
  std::shared_ptr<const geology::Deposit> deposit;
  ViewState a, b;
  friend bool operator==(const DifferenceQuestion&, const DifferenceQuestion&) = default;
};
DifferenceQuestion differenceQuestion(std::shared_ptr<const geology::Deposit> deposit, const ViewState& a,
                                      const ViewState& b);

/// Of the block models that the two views colour by a column of numbers of their own: the active one, else
/// the first; in B the one of the same name where it is coloured so. One pass over the blocks, on all cores.
BlockDifference blockDifference(const DifferenceQuestion& question);

}  // namespace adit::viewer
