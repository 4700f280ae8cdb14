#include "viewer/state/reveal.h"

namespace adit::viewer {

ViewState revealingView(const ViewState& state) {
  ViewState view = state;
  if (!view.reveal) return view;
  LayerState& layer =
      view.layers.try_emplace(view.reveal->object, layerOf(state, view.reveal->object)).first->second;
  // The rows that a layer which is off would show are those that nothing else hides.
  if (!layer.visible && view.reveal->reason == kLayerOff) view.reveal->reason = kNotHidden;
  layer.visible = true;
  layer.shells.clear();
  return view;
}

std::string revealText(const ViewState& state) {
  if (!state.reveal) return {};
  const auto& [object, reason] = *state.reveal;
  if (reason == kNoSurvey) return "Only what has no survey is shown of " + object;
  if (reason == kNotHidden) return "Only what is not hidden is shown of " + object;
  return "Only what is hidden by " + reason + " is shown of " + object;
}

}  // namespace adit::viewer
