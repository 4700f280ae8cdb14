#include "viewer/scene/picker.h"

#include <vtkActor.h>
#include <vtkCell.h>
#include <vtkHardwareSelector.h>
#include <vtkIdTypeArray.h>
#include <vtkInformation.h>
#include <vtkInformationDoubleKey.h>
#include <vtkMapper.h>
#include <vtkNew.h>
#include <vtkPolyData.h>
#include <vtkRenderWindow.h>
#include <vtkRendererCollection.h>
#include <vtkSelection.h>
#include <vtkSelectionNode.h>

namespace adit::viewer {
namespace {

using geology::Vec3;

// Where the line of sight meets a cell: exact for polygons, the nearest point for lines and vertices.
Vec3 meetingOf(vtkPolyData& mesh, vtkIdType id, const std::array<Vec3, 2>& sight) {
  vtkCell* cell = mesh.GetCell(id);
  const std::array<double, 3> a{sight[0].x, sight[0].y, sight[0].z};
  const std::array<double, 3> b{sight[1].x, sight[1].y, sight[1].z};
  double t = 0;
  int sub = 0;
  std::array<double, 3> p{};
  std::array<double, 3> parametric{};
  const double tolerance = cell->GetCellDimension() == 2 ? 0 : geology::length(sight[1] - sight[0]) * 0.01;
  if (cell->IntersectWithLine(a.data(), b.data(), tolerance, t, p.data(), parametric.data(), sub) != 0)
    return {p[0], p[1], p[2]};
  mesh.GetPoint(cell->GetPointId(0), p.data());
  return {p[0], p[1], p[2]};
}

/// nullptr: a prop that draws by hand.
vtkPolyData* meshOf(vtkProp* prop) {
  auto* actor = vtkActor::SafeDownCast(prop);
  return actor != nullptr ? vtkPolyData::SafeDownCast(actor->GetMapper()->GetInput()) : nullptr;
}

Vec3 atDepth(vtkRenderer& renderer, Pixel pixel, double depth) {
  renderer.SetDisplayPoint(pixel.x, pixel.y, depth);
  renderer.DisplayToWorld();
  const double* w = renderer.GetWorldPoint();
  return {w[0] / w[3], w[1] / w[3], w[2] / w[3]};
}

/// While it lives, only one view of the window is drawn: the passes of a selector would draw the others in
/// all their beauty, each time.
class OnlyOneDrawn {
 public:
  explicit OnlyOneDrawn(vtkRenderer& one) {
    vtkRendererCollection& all = *one.GetRenderWindow()->GetRenderers();
    vtkCollectionSimpleIterator at{};
    all.InitTraversal(at);
    while (vtkRenderer* other = all.GetNextRenderer(at)) {
      if (other == &one || other->GetDraw() == 0) continue;
      others_.push_back(other);
      other->DrawOff();
    }
  }
  ~OnlyOneDrawn() {
    for (vtkRenderer* other : others_) other->DrawOn();
  }
  OnlyOneDrawn(const OnlyOneDrawn&) = delete;
  OnlyOneDrawn& operator=(const OnlyOneDrawn&) = delete;

 private:
  std::vector<vtkRenderer*> others_;
};

vtkSmartPointer<vtkSelection> selected(vtkRenderer& renderer, Pixel pixel) {
  const OnlyOneDrawn alone(renderer);
  vtkNew<vtkHardwareSelector> selector;
  selector->SetRenderer(&renderer);
  selector->SetFieldAssociation(vtkDataObject::FIELD_ASSOCIATION_CELLS);
  selector->SetCaptureZValues(true);
  const auto x = static_cast<unsigned>(pixel.x);
  const auto y = static_cast<unsigned>(pixel.y);
  selector->SetArea(x, y, x, y);
  return vtkSmartPointer<vtkSelection>::Take(selector->Select());
}

}  // namespace

std::array<Vec3, 2> sightLine(vtkRenderer& renderer, Pixel pixel) {
  return {atDepth(renderer, pixel, 0), atDepth(renderer, pixel, 1)};
}

std::optional<PickState> pickAt(View& view, const SceneFrame& frame, Pixel pixel) {
  const auto selection = selected(view.renderer(), pixel);
  if (selection == nullptr) return std::nullopt;
  const auto sight = sightLine(view.renderer(), pixel);
  for (unsigned n = 0; n < selection->GetNumberOfNodes(); ++n) {
    vtkSelectionNode* node = selection->GetNode(n);
    auto* prop = vtkProp::SafeDownCast(node->GetProperties()->Get(vtkSelectionNode::PROP()));
    auto* ids = vtkIdTypeArray::SafeDownCast(node->GetSelectionList());
    if (prop == nullptr || ids == nullptr || ids->GetNumberOfValues() == 0) continue;
    const vtkIdType cell = ids->GetValue(0);
    auto pick = view.identify(prop, cell);
    if (!pick) continue;
    vtkPolyData* mesh = meshOf(prop);
    if (const auto position = view.meeting(*pick, {frame.toWorld(sight[0]), frame.toWorld(sight[1])})) {
      pick->position = *position;
    } else if (mesh != nullptr) {
      if (cell >= mesh->GetNumberOfCells()) continue;
      pick->position = frame.toWorld(meetingOf(*mesh, cell, sight));
    } else {
      const double depth = node->GetProperties()->Get(vtkSelectionNode::ZBUFFER_VALUE());
      pick->position = frame.toWorld(atDepth(view.renderer(), pixel, depth));
    }
    return pick;
  }
  return std::nullopt;
}

}  // namespace adit::viewer
