// Names at collars, thinned out so that none lies on another.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "geology/model/bit_mask.h"
#include "geology/model/deposit.h"
#include "viewer/geometry/cut_planes.h"
#include "viewer/scene/canvas.h"
#include "viewer/scene/notes.h"
#include "viewer/scene/projector.h"

namespace adit::viewer {

struct HoleLabel {
  geology::Vec3 at;
  std::string text;
};

/// The labels of a view, frame after frame: the dates of the holes are texts, and are read when the date of
/// the view or the holes are others, not for every frame.
class HoleLabels {
 public:
  /// Of the holes of all visible layers that are there at the date of the view and whose collars the planes
  /// keep.
  std::vector<HoleLabel> labels(const geology::Deposit& deposit, const ViewState& state,
                                const CutPlanes& planes);
  /// How often the dates of a set of holes have been read.
  std::size_t readings() const { return readings_; }

 private:
  struct Drilled {
    std::shared_ptr<const geology::DrillHoles> holes;
    geology::BitMask mask;
  };
  /// nullptr without a date: all are there.
  const geology::BitMask* drilledBy(const std::shared_ptr<const geology::DrillHoles>& holes,
                                    const std::string& asOf);

  std::string asOf_;              ///< of `drilled_`
  std::vector<Drilled> drilled_;  ///< by `asOf_`
  std::size_t readings_ = 0;
};

/// Where labels may stand: not above `ceiling` (pixels), and clear of these boxes.
struct FreeRoom {
  double ceiling = 0;
  std::vector<PixelBox> taken{};
};
/// Nearer collars win; at most 60 labels, and only where their text is free.
void drawHoleLabels(Canvas& canvas, const Projector& projector, const std::vector<HoleLabel>& labels,
                    const Palette& palette, const FreeRoom& allowed);

}  // namespace adit::viewer
