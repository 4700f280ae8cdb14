// From the cells of a lattice to the picture: everything that stands in float on the GPU is composed in
// double here.
#pragma once
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkSmartPointer.h>

#include <array>
#include <optional>

#include "geology/model/lattice.h"
#include "viewer/geometry/scene_frame.h"

class vtkRenderer;

namespace adit::viewer {

/// Lattice coordinates count cells: whole numbers are corners, which floats hold exactly.
struct LatticeMatrices {
  vtkSmartPointer<vtkMatrix4x4> toClip;  ///< transposed, as OpenGL wants it
  vtkSmartPointer<vtkMatrix4x4> toView;
  std::array<double, 3> eye{};                      ///< perspective: where it stands, in lattice coordinates
  std::optional<std::array<double, 3>> sightAlong;  ///< parallel projection: the one direction of looking
  std::array<std::array<double, 3>, 3> sceneToView{};

  /// Of a unit normal in the scene.
  geology::Vec3 normalInView(const geology::Vec3& normal) const;
};
LatticeMatrices latticeMatrices(vtkRenderer& renderer, const geology::Lattice& lattice,
                                const SceneFrame& frame);

}  // namespace adit::viewer
