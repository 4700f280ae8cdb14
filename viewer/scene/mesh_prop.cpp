#include "viewer/scene/mesh_prop.h"

#include <vtkClipPolyData.h>
#include <vtkNew.h>
#include <vtkPlane.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>

#include <algorithm>
#include <utility>

namespace adit::viewer {
namespace {

constexpr std::size_t kGpuPlanes = 6;  // VTK's mapper refuses more

vtkSmartPointer<vtkPlane> keepingPlane(const HalfSpace& half, const SceneFrame& frame,
                                       const geology::Vec3& shift) {
  auto plane = vtkSmartPointer<vtkPlane>::New();
  const geology::Vec3 origin = frame.toScene(half.point) + shift;
  const geology::Vec3 normal = frame.normalToScene(half.normal) * -1;  // VTK keeps the side of the normal
  plane->SetOrigin(origin.x, origin.y, origin.z);
  plane->SetNormal(normal.x, normal.y, normal.z);
  return plane;
}

}  // namespace

MeshProp::MeshProp(vtkRenderer& renderer)
    : renderer_(renderer),
      actor_(vtkSmartPointer<vtkActor>::New()),
      mapper_(vtkSmartPointer<vtkPolyDataMapper>::New()),
      mesh_(vtkSmartPointer<vtkPolyData>::New()) {
  mapper_->SetInputData(mesh_);
  mapper_->ScalarVisibilityOff();
  mapper_->SetColorModeToDirectScalars();
  actor_->SetMapper(mapper_);
  vtkProperty& look = *actor_->GetProperty();
  look.SetSpecular(0.08);
  look.SetSpecularPower(18);
  setGlow(0.24);
  renderer_.AddActor(actor_);
}

MeshProp::~MeshProp() {
  renderer_.RemoveActor(actor_);
}

void MeshProp::setMesh(vtkSmartPointer<vtkPolyData> mesh) {
  mesh_ = std::move(mesh);
  connect();
}

void MeshProp::connect() {
  vtkSmartPointer<vtkPolyData> input = mesh_;
  for (std::size_t i = kGpuPlanes; i < planes_.size(); ++i) {
    vtkNew<vtkClipPolyData> clip;
    clip->SetInputData(input);
    clip->SetClipFunction(keepingPlane(planes_[i], frame_, {}));
    clip->Update();
    input = clip->GetOutput();
  }
  mapper_->SetInputData(input);
}

void MeshProp::setCellColors(const std::vector<Rgba>& colors) {
  viewer::setCellColors(*mesh_, colors);
  mapper_->ScalarVisibilityOn();
  mapper_->SetScalarModeToUseCellData();
  connect();
}

void MeshProp::setPlainColor(const Color& color) {
  mapper_->ScalarVisibilityOff();
  actor_->GetProperty()->SetColor(static_cast<double>(color[0]), static_cast<double>(color[1]),
                                  static_cast<double>(color[2]));
}

void MeshProp::setOpacity(double opacity) {
  actor_->GetProperty()->SetOpacity(opacity);
}
void MeshProp::setVisible(bool visible) {
  actor_->SetVisibility(visible ? 1 : 0);
}
void MeshProp::setLineWidth(double width) {
  actor_->GetProperty()->SetLineWidth(static_cast<float>(width));
}
void MeshProp::setUnlit() {
  actor_->GetProperty()->LightingOff();
}
void MeshProp::setGlow(double share) {
  actor_->GetProperty()->SetAmbient(share);
  actor_->GetProperty()->SetDiffuse(1.1 - share);
}

void MeshProp::setPickable(bool pickable) {
  actor_->SetPickable(pickable ? 1 : 0);
}

void MeshProp::setShift(const geology::Vec3& shift) {
  if (shift == shift_) return;
  shift_ = shift;
  actor_->SetPosition(shift.x, shift.y, shift.z);
  const CutPlanes planes = std::exchange(planes_, {});
  setPlanes(planes, frame_);
}

void MeshProp::setFlat(bool flat) {
  if (flat)
    actor_->GetProperty()->SetInterpolationToFlat();
  else
    actor_->GetProperty()->SetInterpolationToPhong();
}

void MeshProp::setEdges(bool on, const Color& color, double width) {
  vtkProperty& look = *actor_->GetProperty();
  look.SetEdgeVisibility(on ? 1 : 0);
  look.SetEdgeColor(static_cast<double>(color[0]), static_cast<double>(color[1]),
                    static_cast<double>(color[2]));
  look.SetLineWidth(static_cast<float>(width));
}

void MeshProp::setPlanes(const CutPlanes& planes, const SceneFrame& frame) {
  if (planes == planes_ && frame == frame_) return;
  const bool cutOnCpu = planes.size() > kGpuPlanes || planes_.size() > kGpuPlanes;
  planes_ = planes;
  frame_ = frame;
  mapper_->RemoveAllClippingPlanes();
  for (std::size_t i = 0; i < std::min(planes.size(), kGpuPlanes); ++i)
    mapper_->AddClippingPlane(keepingPlane(planes[i], frame, shift_));
  if (cutOnCpu) connect();
}

}  // namespace adit::viewer
