// The flat view: orthographic, square to the active section, with a grid in real coordinates and the
// drillholes of the corridor.
#pragma once
#include "viewer/scene/hole_labels.h"
#include "viewer/scene/mesh_prop.h"
#include "viewer/scene/view.h"

namespace adit::viewer {

/// The section that the flat view shows: the active one, or, where there is none, a vertical west-east one
/// through the middle of the deposit.
SectionState shownSection(const ViewState& state, const geology::Box3& bounds);

class SectionView : public View {
 public:
  SectionView();
  void setDeposit(const geology::Deposit& deposit);
  void sync(const LayerInput& spatial);
  void prepareFrame(const LayerInput& input);
  /// Of the view, in deposit units at exaggeration 1.
  double halfHeight() const { return halfHeight_; }

 private:
  struct Axis {
    geology::Vec3 direction;  ///< in the section's plane
    std::size_t coordinate;   ///< the world coordinate that changes most along it: 0 E, 1 N, 2 elevation
  };
  void drawGrid(const LayerInput& input, const Projector& projector);
  void drawTicks(const LayerInput& input, const Projector& projector, const Axis& axis, bool horizontal);
  void drawCaption(const LayerInput& input);

  geology::Box3 bounds_;
  ViewState state_;  ///< as asked, but for the active section, which does not cut here
  SectionState section_;
  double halfHeight_ = 1;  ///< of the view, in deposit units at exaggeration 1
  HoleLabels holeLabels_;
};

}  // namespace adit::viewer
