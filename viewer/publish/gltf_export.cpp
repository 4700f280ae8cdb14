#include "viewer/publish/gltf_export.h"

#include <vtkActor.h>
#include <vtkActorCollection.h>
#include <vtkCellArray.h>
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

#include <cmath>
#include <fstream>
#include <vector>

#include "viewer/geometry/honest_array.h"
#include "viewer/geometry/honest_codes.h"
#include "viewer/guard/facts.h"
#include "viewer/publish/refusal.h"
#include "viewer/scene/headless_context.h"
#include "viewer/scene/scene.h"
#include "viewer/state/reveal.h"
#include "viewer/state/shown_estimate.h"
#include "viewer/state/solidity.h"

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

constexpr double kSeenThrough = 0.4;  ///< opacity of ground that is dots on the screen
constexpr const char* kSeenThroughName = "inferred or less known: one looks through it";

bool seenThrough(std::uint8_t code) {
  return static_cast<Knowledge>(code / kNearSteps) >= Knowledge::Inferred;
}

/// The cells that Honest View looks through, or the others; points are shared. Everything is one of the
/// others where the mesh knows nothing of Honest View.
vtkSmartPointer<vtkPolyData> cellsOf(vtkPolyData& mesh, vtkDataArray* honest, bool wanted) {
  vtkNew<vtkCellArray> cells;
  vtkNew<vtkIdList> corners;
  for (vtkIdType cell = 0; cell < mesh.GetNumberOfCells(); ++cell) {
    mesh.GetCellPoints(cell, corners);
    const bool through =
        honest != nullptr &&
        seenThrough(static_cast<std::uint8_t>(std::lround(honest->GetComponent(corners->GetId(0), 3))));
    if (through == wanted) cells->InsertNextCell(corners);
  }
  auto part = vtkSmartPointer<vtkPolyData>::New();
  part->SetPoints(mesh.GetPoints());
  part->SetPolys(cells);
  part->GetPointData()->SetNormals(mesh.GetPointData()->GetNormals());
  part->GetPointData()->SetScalars(mesh.GetPointData()->GetScalars());
  return part;
}

/// Triangles, Y up, with colours of vertices; nullptr when the actor draws no faces.
vtkSmartPointer<vtkPolyData> exportableMesh(vtkActor& actor) {
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
  auto mesh = vtkSmartPointer<vtkPolyData>::New();
  mesh->CopyStructure(turned->GetOutput());
  mesh->GetPointData()->SetNormals(turned->GetOutput()->GetPointData()->GetNormals());
  if (auto* honest = turned->GetOutput()->GetPointData()->GetArray(kHonestArray))
    mesh->GetPointData()->AddArray(honest);
  if (mapper->GetScalarVisibility() != 0) colorsToVertices(*turned->GetOutput(), *mesh);
  return mesh;
}

/// The faces of an actor: those that are solid, and those that Honest View looks through.
std::vector<vtkSmartPointer<vtkActor>> exportable(vtkActor& actor) {
  std::vector<vtkSmartPointer<vtkActor>> parts;
  const auto mesh = exportableMesh(actor);
  if (mesh == nullptr) return parts;
  vtkDataArray* honest = mesh->GetPointData()->GetArray(kHonestArray);
  for (const bool through : {false, true}) {
    const auto faces = cellsOf(*mesh, honest, through);
    if (faces->GetNumberOfPolys() == 0) continue;
    vtkNew<vtkPolyDataMapper> plain;
    plain->SetInputData(faces);
    plain->SetColorModeToDirectScalars();
    plain->SetScalarVisibility(actor.GetMapper()->GetScalarVisibility());
    parts.push_back(vtkSmartPointer<vtkActor>::New());
    parts.back()->SetMapper(plain);
    parts.back()->GetProperty()->DeepCopy(actor.GetProperty());
    if (through) parts.back()->GetProperty()->SetOpacity(actor.GetProperty()->GetOpacity() * kSeenThrough);
  }
  return parts;
}

/// What Honest View says of each block model that is shown; absent when it is off.
nlohmann::json honestNote(const geology::Deposit& deposit, const ViewState& state) {
  nlohmann::json models = nlohmann::json::array();
  for (const auto& model : deposit.blockModels) {
    if (!layerOf(state, model->name).visible) continue;
    const HonestBasis basis = honestBasis(deposit, *model, state);
    nlohmann::json note{{"model", model->name},
                        {"classColumn", basis.classified() ? basis.category->name : ""},
                        {"reach", basis.nearest != nullptr ? basis.reach : 0}};
    for (const auto& [code, meaning] : basis.classes)
      note["classes"][code] = std::string(reporting::wordOf(meaning));
    models.push_back(std::move(note));
  }
  return {{"models", models},
          {"solid", "measured or indicated; on the screen dots thin out to `reach` from a sample"},
          {"translucent", "inferred, unclassified, or no class stated: data support is no classification"}};
}

/// What a picture of the same view would be stamped with.
nlohmann::json viewNote(const geology::Deposit& deposit, const ViewState& state) {
  nlohmann::json note{{"cutOffs", nlohmann::json::array()},
                      {"asKnownBy", state.asOf},
                      {"revealed", revealText(state)},
                      {"verticalExaggeration", state.exaggeration}};
  for (const ShownEstimate& estimate : shownEstimates(deposit, state))
    for (const CutOff& cutOff : estimate.cutOffs)
      note["cutOffs"].push_back(estimate.model + ": " + cutOffText(cutOff));
  const Statements stated = statementsOf(state.disclosure);
  note["kind"] = kindText(stated.kind);
  note["study"] = studyText(stated.study);
  note["effectiveDate"] = stated.effectiveDate;
  note["person"] = stated.person;
  note["caution"] = stated.caution;
  return note;
}

/// A material that is not opaque is blended, and the one of Honest View is named.
void nameMaterials(nlohmann::json& gltf, bool honest) {
  if (!gltf.contains("materials")) return;
  for (nlohmann::json& material : gltf["materials"]) {
    const auto& factor = material["pbrMetallicRoughness"]["baseColorFactor"];
    if (!factor.is_array() || factor.size() < 4 || factor[3].get<double>() >= 1) continue;
    material["alphaMode"] = "BLEND";
    if (honest && factor[3].get<double>() <= kSeenThrough + 1e-6) material["name"] = kSeenThroughName;
  }
}

// Says in the file what the numbers in it are relative to, what it shows, and that a synthetic deposit is
// synthetic.
std::string addNote(const std::string& path, const geology::Deposit& deposit, const ViewState& state,
                    const Vec3& origin) {
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
                             {"synthetic", deposit.syntheticNote},
                             {"view", viewNote(deposit, state)}};
  if (state.honest.on) gltf["asset"]["extras"]["honestView"] = honestNote(deposit, state);
  nameMaterials(gltf, state.honest.on);
  std::ofstream out(path);
  out << gltf.dump();
  return out.good() ? std::string() : "cannot write " + path;
}

}  // namespace

std::string exportGltf(std::shared_ptr<const geology::Deposit> deposit, const ViewState& state,
                       const std::string& path) {
  if (std::string refused = refusal(*deposit, state, "scene"); !refused.empty()) return refused;
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
    for (const auto& part : exportable(*actor)) renderer->AddActor(part);
  if (!std::ofstream(path).good()) return "cannot write " + path;
  vtkNew<vtkGLTFExporter> exporter;
  exporter->SetRenderWindow(window);
  exporter->SetFileName(path.c_str());
  exporter->InlineDataOn();
  exporter->SaveNormalOn();
  exporter->Write();
  return addNote(path, *deposit, state, scene.sceneOrigin());
}

}  // namespace adit::viewer
