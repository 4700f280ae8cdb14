// The ellipsoid in which samples are looked for, as a thing to draw.
#pragma once
#include <optional>
#include <string>

#include "geology/estimation/anisotropy.h"
#include "geology/model/deposit.h"
#include "viewer/geometry/mesh_buffer.h"
#include "viewer/geometry/scene_frame.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct SearchEllipsoid {
  Vec3 centre;                   ///< deposit coordinates
  estimation::Anisotropy shape;  ///< its ranges are the half axes, in deposit units
  bool octants = false;          ///< samples are counted by octants of its axes
  std::string title;             ///< "search 120 x 60 x 30 m, pass 1"
  friend bool operator==(const SearchEllipsoid&, const SearchEllipsoid&) = default;
};

/// Where state.estimate asks for it: that of the plan's first pass around the picked thing (else the middle
/// of the deposit); without a plan, that of the pass by which the picked block was estimated, as its model's
/// provenance says. Nothing where neither is known.
std::optional<SearchEllipsoid> searchEllipsoid(const geology::Deposit& deposit, const ViewState& state);

/// Triangles.
MeshBuffer ellipsoidSkin(const SearchEllipsoid& ellipsoid, const SceneFrame& frame);
/// Its three axes; with octants also the ellipses that part them.
MeshBuffer ellipsoidLines(const SearchEllipsoid& ellipsoid, const SceneFrame& frame);

}  // namespace adit::viewer
