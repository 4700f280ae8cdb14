// The planes on which one looks into the blocks: those that cut, and those that are painted (section image).
#pragma once
#include <optional>
#include <vector>

#include "viewer/geometry/block_ray.h"
#include "viewer/geometry/cut_planes.h"
#include "viewer/geometry/selection.h"

namespace adit::viewer {

struct CutFace {
  CutPlanes planes;  ///< the face lies on one of them, and the others cut it
  std::size_t which = 0;
  bool painted = false;  ///< shows all blocks of the plane, not only those that the filters leave

  const HalfSpace& plane() const { return planes[which]; }
  friend bool operator==(const CutFace&, const CutFace&) = default;
};

/// In space every plane of `planes` (as cutPlanesOf gives them) has a face, and every section that is
/// painted: one that cuts is painted where it cuts, a slab in its middle, and one that is off without
/// cutting. In the flat view, where `flat` is its plane and `planes` begin with its corridor, that one plane
/// has a face.
std::vector<CutFace> cutFacesOf(const ViewState& state, const CutPlanes& planes,
                                const std::optional<HalfSpace>& flat);

/// The blocks that are painted: those of the model that the layer, the claim, the date and the ground
/// (inside, above, below) leave, whatever its filters hide. Planes and the box are not asked: they cut the
/// picture.
Selection selectPainted(const geology::BlockModel& model, const ViewState& state,
                        const geology::Deposit& deposit, SelectionCache* cache = nullptr);

/// Where a ray meets a painted face at this block, as distance from its origin in deposit units: the nearest
/// one, within `reach` of the block (the picture has texels). Nothing when it meets none.
std::optional<double> meetingWithPaint(const std::vector<CutFace>& faces, const geology::BlockModel& model,
                                       std::size_t block, const Ray& ray, double reach);

}  // namespace adit::viewer
