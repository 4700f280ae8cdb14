// Undo and redo: the states before and after.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "viewer/state/view_state.h"

namespace adit::viewer {

class History {
 public:
  explicit History(ViewState initial = {});
  const ViewState& current() const { return states_[position_]; }
  /// `label` merges: consecutive states with the same non-empty label (one drag) are one step of undo, until
  /// seal(). A state that equals the current one is no step. The oldest of more than 500 steps are forgotten.
  void push(ViewState state, const std::string& label = {});
  /// The drag is over: the next push is a new step, whatever its label.
  void seal() { mergeLabel_.clear(); }
  bool canUndo() const { return position_ > 0; }
  bool canRedo() const { return position_ + 1 < states_.size(); }
  void undo();
  void redo();

 private:
  std::vector<ViewState> states_;
  std::size_t position_ = 0;
  std::string mergeLabel_;  ///< of the current state; empty when nothing may merge with it
  static constexpr std::size_t kLimit = 500;
};

}  // namespace adit::viewer
