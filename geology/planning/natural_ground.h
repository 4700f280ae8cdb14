// The ground as it was before a mine: a terrain, or a surface that its name says to be one.
#pragma once
#include <memory>
#include <string_view>

#include "geology/analysis/point_in_mesh.h"
#include "geology/model/deposit.h"

namespace adit::planning {

/// At most one of both is there.
struct NaturalGround {
  std::shared_ptr<const geology::Terrain> terrain;
  std::shared_ptr<const geology::TriangleMesh> mesh;
  std::shared_ptr<const analysis::PointInMesh> heights;  ///< of the mesh

  explicit operator bool() const { return terrain != nullptr || mesh != nullptr; }
  /// NaN where there is none: beside it, and in its holes.
  double heightAt(double x, double y) const;
};

/// Topography, in the words of its files: topo, terrain, ground, natural, original, DEM, DTM, DGM, lidar,
/// survey.
bool namesTopography(std::string_view meshName);

/// Over the pits of a plan, which come as surfaces: the first terrain that reaches over their middle, else
/// the first open surface that does, is named as topography and is no part of the plan.
NaturalGround groundOverPits(const geology::Deposit& deposit, const geology::MinePlan& plan);

/// The surface of a solid of a plan that is a pit; nullptr: it is none, or the deposit lacks the surface.
std::shared_ptr<const geology::TriangleMesh> pitSurface(const geology::Deposit& deposit,
                                                        const geology::PlanSolid& solid);

}  // namespace adit::planning
