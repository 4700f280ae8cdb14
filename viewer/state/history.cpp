#include "viewer/state/history.h"

#include <utility>

namespace adit::viewer {

History::History(ViewState initial) {
  states_.push_back(std::move(initial));
}

void History::push(ViewState state, const std::string& label) {
  if (state == current()) return;
  const bool merges = !label.empty() && label == mergeLabel_;
  mergeLabel_ = label;
  states_.resize(position_ + 1);
  if (merges) {
    states_.back() = std::move(state);
    return;
  }
  states_.push_back(std::move(state));
  if (states_.size() > kLimit + 1) states_.erase(states_.begin());
  position_ = states_.size() - 1;
}

void History::undo() {
  if (canUndo()) --position_;
  seal();
}

void History::redo() {
  if (canRedo()) ++position_;
  seal();
}

}  // namespace adit::viewer
