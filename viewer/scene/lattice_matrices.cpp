#include "viewer/scene/lattice_matrices.h"

#include <vtkCamera.h>
#include <vtkRenderer.h>

namespace adit::viewer {
namespace {

using geology::Vec3;

/// Columns are the scene's vectors of one cell along each axis, and the lattice's corner.
vtkSmartPointer<vtkMatrix4x4> latticeToScene(const geology::Lattice& lattice, const SceneFrame& frame) {
  auto matrix = vtkSmartPointer<vtkMatrix4x4>::New();
  const Vec3 corner = frame.toScene(lattice.origin);
  const std::array<Vec3, 4> columns{frame.toScene(lattice.world(1, 0, 0)) - corner,
                                    frame.toScene(lattice.world(0, 1, 0)) - corner,
                                    frame.toScene(lattice.world(0, 0, 1)) - corner, corner};
  for (int c = 0; c < 4; ++c) {
    const Vec3& column = columns[static_cast<std::size_t>(c)];
    matrix->SetElement(0, c, column.x);
    matrix->SetElement(1, c, column.y);
    matrix->SetElement(2, c, column.z);
  }
  return matrix;
}

vtkSmartPointer<vtkMatrix4x4> productTransposed(vtkMatrix4x4* a, vtkMatrix4x4* b) {
  auto product = vtkSmartPointer<vtkMatrix4x4>::New();
  vtkMatrix4x4::Multiply4x4(a, b, product);
  product->Transpose();
  return product;
}

/// A point (w = 1) or a direction (w = 0) of view coordinates in lattice coordinates.
std::array<double, 3> fromView(vtkMatrix4x4* viewToLattice, const std::array<double, 4>& inView) {
  std::array<double, 4> result{};
  viewToLattice->MultiplyPoint(inView.data(), result.data());
  return {result[0], result[1], result[2]};
}

}  // namespace

Vec3 LatticeMatrices::normalInView(const Vec3& normal) const {
  const auto row = [&](std::size_t r) {
    return sceneToView[r][0] * normal.x + sceneToView[r][1] * normal.y + sceneToView[r][2] * normal.z;
  };
  return geology::normalized({row(0), row(1), row(2)});
}

LatticeMatrices latticeMatrices(vtkRenderer& renderer, const geology::Lattice& lattice,
                                const SceneFrame& frame) {
  LatticeMatrices result;
  vtkCamera& camera = *renderer.GetActiveCamera();
  vtkMatrix4x4* sceneToView = camera.GetModelViewTransformMatrix();
  vtkMatrix4x4* sceneToClip =
      camera.GetCompositeProjectionTransformMatrix(renderer.GetTiledAspectRatio(), -1, 1);
  const auto toScene = latticeToScene(lattice, frame);
  result.toClip = productTransposed(sceneToClip, toScene);
  result.toView = productTransposed(sceneToView, toScene);
  vtkNew<vtkMatrix4x4> viewToLattice;
  viewToLattice->DeepCopy(result.toView);
  viewToLattice->Transpose();
  viewToLattice->Invert();
  if (camera.GetParallelProjection() != 0)
    result.sightAlong = fromView(viewToLattice, {0, 0, -1, 0});
  else
    result.eye = fromView(viewToLattice, {0, 0, 0, 1});
  for (int r = 0; r < 3; ++r)
    for (int c = 0; c < 3; ++c)
      result.sceneToView[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)] =
          sceneToView->GetElement(r, c);
  return result;
}

}  // namespace adit::viewer
