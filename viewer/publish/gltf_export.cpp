#include "viewer/publish/gltf_export.h"

#include <vtkActor.h>
#include <vtkActorCollection.h>
#include <vtkCellData.h>
#include <vtkClipPolyData.h>
#include <vtkGLTFExporter.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkIdList.h>
#include <vtkNew.h>
#include <vtkPlane.h>
#include <vtkPlaneCollection.h>
#include <vtkPointData.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkTransform.h>
#include <vtkTransformPolyDataFilter.h>
#include <vtkTriangleFilter.h>
#include <vtkUnsignedCharArray.h>

#include <nlohmann/json.hpp>

#include <fstream>

#include "viewer/scene/headless_context.h"
#include "viewer/scene/scene.h"

namespace adit::viewer {
namespace {

// What the GPU cuts away while drawing has to be cut in the mesh.
vtkSmartPointer<vtkPolyData> cutMesh(vtkPolyData* mesh, vtkPlaneCollection* planes) {
  vtkSmartPointer<vtkPolyData> cut = mesh;
  for (int i = 0; planes != nullptr && i < planes->GetNumberOfItems(); ++i) {
    vtkNew<vtkClipPolyData> clip;
    clip->SetInputData(cut);
    clip->SetClipFunction(planes->GetItem(i));
    clip->Update();
    cut = clip->GetOutput();
  }
  return cut;
}

// glTF knows colours of vertices only. Faces of different colour share no vertices in Adit's meshes.
void colorsToVertices(vtkPolyData& mesh, vtkPolyData& colored) {
  auto* ofCells = vtkUnsignedCharArray::SafeDownCast(mesh.GetCellData()->GetScalars());
  if (ofCells == nullptr) return;
  vtkNew<vtkUnsignedCharArray> ofVertices;
  ofVertices->SetName("adit:color");
  ofVertices->SetNumberOfComponents(4);
  ofVertices->SetNumberOfTuples(mesh.GetNumberOfPoints());
  ofVertices->Fill(255);
  vtkNew<vtkIdList> corners;
  for (vtkIdType cell = 0; cell < mesh.GetNumberOfCells(); ++cell) {
    mesh.GetCellPoints(cell, corners);
    for (vtkIdType c = 0; c < corners->GetNumberOfIds(); ++c)
      ofVertices->SetTuple(corners->GetId(c), cell, ofCells);
  }
  colored.GetPointData()->SetScalars(ofVertices);
}

vtkSmartPointer<vtkActor> exportable(vtkActor& actor) {
  auto* mapper = vtkPolyDataMapper::SafeDownCast(actor.GetMapper());
  if (actor.GetVisibility() == 0 || actor.GetUseBounds() == 0 || mapper == nullptr ||
      mapper->GetInput() == nullptr || mapper->GetInput()->GetNumberOfPolys() == 0)
    return nullptr;
  vtkNew<vtkTriangleFilter> triangles;
  triangles->SetInputData(cutMesh(mapper->GetInput(), mapper->GetClippingPlanes()));
  triangles->PassVertsOff();
  triangles->PassLinesOff();
  vtkNew<vtkTransform> zUpToYUp;
  zUpToYUp->RotateX(-90);
  vtkNew<vtkTransformPolyDataFilter> turned;
  turned->SetInputConnection(triangles->GetOutputPort());
  turned->SetTransform(zUpToYUp);
  turned->Update();
  vtkNew<vtkPolyData> mesh;
  mesh->CopyStructure(turned->GetOutput());
  mesh->GetPointData()->SetNormals(turned->GetOutput()->GetPointData()->GetNormals());
  if (mapper->GetScalarVisibility() != 0) colorsToVertices(*turned->GetOutput(), *mesh);
  vtkNew<vtkPolyDataMapper> plain;
  plain->SetInputData(mesh);
  plain->SetColorModeToDirectScalars();
  plain->SetScalarVisibility(mapper->GetScalarVisibility());
  auto copy = vtkSmartPointer<vtkActor>::New();
  copy->SetMapper(plain);
  copy->GetProperty()->DeepCopy(actor.GetProperty());
  return copy;
}

// Says in the file what the numbers in it are relative to, and that a synthetic deposit is synthetic.
std::string addNote(const std::string& path, const geology::Deposit& deposit, const Vec3& origin) {
  nlohmann::json gltf;
  {
    std::ifstream in(path);
    gltf = nlohmann::json::parse(in, nullptr, false);
  }
  if (!gltf.is_object()) return "cannot read back " + path;
  gltf["asset"]["extras"] = {{"deposit", deposit.name},
                             {"crs", deposit.crs},
                             {"unit", geology::unitSymbol(deposit.unit)},
                             {"origin", {origin.x, origin.y, origin.z}},
                             {"synthetic", deposit.syntheticNote}};
  std::ofstream out(path);
  out << gltf.dump();
  return out.good() ? std::string() : "cannot write " + path;
}

}  // namespace

std::string exportGltf(std::shared_ptr<const geology::Deposit> deposit, const ViewState& state,
                       const std::string& path) {
  HeadlessContext context;
  Scene scene(context.host());
  scene.setDrawMode(DrawMode::Meshes);  // the exporter walks actors
  scene.setDeposit(deposit);
  scene.sync(state);
  vtkNew<vtkRenderer> renderer;
  vtkNew<vtkGenericOpenGLRenderWindow> window;  // never rendered: the exporter only walks its actors
  window->AddRenderer(renderer);
  vtkActorCollection* actors = scene.spatialRenderer().GetActors();
  vtkCollectionSimpleIterator at{};
  actors->InitTraversal(at);
  while (vtkActor* actor = actors->GetNextActor(at))
    if (const auto copy = exportable(*actor)) renderer->AddActor(copy);
  if (!std::ofstream(path).good()) return "cannot write " + path;
  vtkNew<vtkGLTFExporter> exporter;
  exporter->SetRenderWindow(window);
  exporter->SetFileName(path.c_str());
  exporter->InlineDataOn();
  exporter->SaveNormalOn();
  exporter->Write();
  return addNote(path, *deposit, scene.sceneOrigin());
}

}  // namespace adit::viewer
