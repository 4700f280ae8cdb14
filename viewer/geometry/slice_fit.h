// Which part of a plane a view sees, and how fine a picture of it has to be.
#pragma once
#include <optional>

#include "geology/model/lattice.h"
#include "viewer/geometry/block_slice.h"
#include "viewer/geometry/cut_planes.h"
#include "viewer/geometry/scene_frame.h"

namespace adit::viewer {

/// Texels of one slice: enough for a view of 2560 x 1600 pixels. Beyond, texels grow.
constexpr std::size_t kMostSliceTexels = std::size_t{1} << 22;

/// The camera of a view, in scene coordinates.
struct ViewSight {
  CutPlanes frustum;  ///< keeps what is in the picture
  bool parallel = false;
  geology::Vec3 eye, forward;  ///< `forward` is a unit vector
  double pixel = 1;            ///< the side of a pixel: parallel everywhere, else at a distance of 1
};

struct SliceQuestion {
  const geology::Lattice& lattice;
  HalfSpace plane;   ///< true coordinates
  CutPlanes planes;  ///< that cut the picture
  SceneFrame frame;
  std::size_t mostTexels = kMostSliceTexels;
};

/// A picture of what the sight shows of the lattice on the plane; nothing when that is nothing. Its rows run
/// along the strike of the plane. A texel is at most as large as a pixel of the view where the plane is
/// nearest, unless that were more than the most texels. Frames come in steps (sizes of texels half an octave,
/// corners 64 texels apart), so that small moves of the camera keep the frame that there is.
std::optional<SliceFrame> fitSlice(const SliceQuestion& question, const ViewSight& sight);

}  // namespace adit::viewer
