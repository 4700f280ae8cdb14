#include "viewer/scene/terrain_layer.h"

#include <vtkCellData.h>
#include <vtkFloatArray.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkTexture.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "viewer/geometry/row_colors.h"
#include "viewer/geometry/surface_mesh.h"
#include "viewer/geometry/terrain_mesh.h"
#include "viewer/scene/palette.h"
#include "viewer/state/columns.h"
#include "viewer/state/reveal.h"

namespace adit::viewer {
namespace {

vtkSmartPointer<vtkTexture> textureOf(const geology::DrapeImage& image) {
  vtkNew<vtkImageData> pixels;
  pixels->SetDimensions(image.columns, image.rows, 1);
  pixels->AllocateScalars(VTK_UNSIGNED_CHAR, 3);
  const std::size_t stride = static_cast<std::size_t>(image.columns) * 3;
  auto* target = static_cast<std::uint8_t*>(pixels->GetScalarPointer());
  for (std::int32_t r = 0; r < image.rows; ++r)  // VTK's first row is the lowest
    std::memcpy(target + static_cast<std::size_t>(image.rows - 1 - r) * stride,
                image.rgb.data() + static_cast<std::size_t>(r) * stride, stride);
  auto texture = vtkSmartPointer<vtkTexture>::New();
  texture->SetInputData(pixels);
  texture->InterpolateOn();
  texture->MipmapOn();
  texture->RepeatOff();
  texture->EdgeClampOn();
  return texture;
}

/// `places`: u, v of each point of the prop's mesh.
void drape(MeshProp& prop, const std::vector<std::array<float, 2>>& places,
           const geology::DrapeImage& image) {
  vtkNew<vtkFloatArray> coordinates;
  coordinates->SetNumberOfComponents(2);
  coordinates->SetNumberOfTuples(static_cast<vtkIdType>(places.size()));
  if (!places.empty())
    std::memcpy(coordinates->GetPointer(0), places.data(), places.size() * sizeof(places[0]));
  prop.mesh()->GetPointData()->SetTCoords(coordinates);
  prop.actor().SetTexture(textureOf(image));
}

}  // namespace

TerrainLayer::TerrainLayer(std::shared_ptr<const geology::Terrain> terrain, vtkRenderer& renderer)
    : terrain_(std::move(terrain)),
      shade_(hillshade(*terrain_)),
      elevation_(geology::numericColumn(std::string(kElevation), terrain_->heights)),
      stride_(drawnStride(*terrain_)),
      grid_(renderer),
      around_(renderer),
      contours_(renderer),
      indexContours_(renderer),
      profile_(renderer),
      profileAround_(renderer) {
  for (MeshProp* line : {&contours_, &indexContours_, &profile_, &profileAround_}) {
    line->setUnlit();
    line->setPickable(false);
  }
}

TerrainLayer::~TerrainLayer() = default;

void TerrainLayer::sync(const LayerInput& input) {
  const LayerState& layer = layerOf(input.state, terrain_->name);
  const Selection selection = selectNodes(*terrain_, input.state, input.deposit, &selection_);
  count_ = selection.count;
  const bool byElevation = !layer.colorBy.empty();
  recolor_ =
      look_.set(byElevation ? &elevation_ : nullptr, legendOf(input.state, elevation_.name), selection);
  count_.outsideLegend = look_.outside();
  const bool spatial = !input.section.has_value();
  if (layer.visible && spatial) {
    TerrainCut cut = cutInto(*terrain_, input.plan);
    cut.time = 0;  // the quads that are cut do not depend on it
    const bool rebuilt = meshKey_.changed({selection.revision, input.frame, cut});
    if (rebuilt) rebuild(input, selection);
    const bool recut = syncAround(input, selection);
    syncColors(input, layer, rebuilt || recut);
    syncContours(input, layer);
  }
  if (layer.visible && !spatial) syncProfile(input, selection);
  const Palette& palette = paletteOf(input.state.theme);
  const bool revealing = reveals(input.state, terrain_->name);  // contours are of the whole terrain
  for (MeshProp* ground : {&grid_, &around_}) {
    ground->setOpacity(layer.opacity);
    ground->setPickable(!layer.locked);
    ground->setVisible(layer.visible && spatial);
  }
  for (MeshProp* line : {&contours_, &indexContours_}) {
    line->setVisible(layer.visible && spatial && layer.contourStep != 0 && !revealing);
    line->setPlainColor(palette.edge);
    line->setOpacity(0.55);
  }
  contours_.setLineWidth(0.8 * input.scale);
  indexContours_.setLineWidth(1.6 * input.scale);
  for (MeshProp* line : {&profile_, &profileAround_}) {
    line->setVisible(layer.visible && !spatial && !revealing);
    line->setPlainColor(layer.color.value_or(palette.terrain));
    line->setLineWidth(2.2 * input.scale);
  }
  for (MeshProp* prop : {&grid_, &around_, &contours_, &indexContours_})
    prop->setPlanes(input.planes, input.frame);
}

void TerrainLayer::rebuild(const LayerInput& input, const Selection& selection) {
  const geology::BitMask cut = quadsCut(cutInto(*terrain_, input.plan), stride_);
  const geology::BitMask* leftOut = cut.size() > 0 ? &cut : nullptr;
  grid_.setMesh(toPolyData(terrainGrid(*terrain_, *selection.shown, stride_, input.frame, leftOut)));
}

void TerrainLayer::syncProfile(const LayerInput& input, const Selection& selection) {
  const TerrainCut cut = cutInto(*terrain_, input.plan);
  if (!profileKey_.changed({selection.revision, CutPlanes{*input.section}, input.frame, cut})) return;
  const geology::BitMask quads = quadsCut(cut, 1);
  profile_.setMesh(terrainCut(*terrain_, *selection.shown, *input.section, input.frame,
                              quads.size() > 0 ? &quads : nullptr));
  profileAround_.setMesh(profileOf(terrainLeft(cut, 1, *selection.shown), *input.section, input.frame));
}

/// True when the part around the mine is another one.
bool TerrainLayer::syncAround(const LayerInput& input, const Selection& selection) {
  const TerrainCut cut = cutInto(*terrain_, input.plan);
  if (!aroundKey_.changed({selection.revision, input.frame, cut})) return false;
  GroundPolygons polygons = terrainLeft(cut, stride_, *selection.shown);
  MeshBuffer mesh = toMesh(polygons, input.frame);
  mesh.normals = terrainNormals(*terrain_, polygons.points, input.frame);
  around_.setMesh(toPolyData(mesh));
  aroundPlaces_ = std::move(polygons.points);
  return true;
}

void TerrainLayer::syncColors(const LayerInput& input, const LayerState& layer, bool rebuilt) {
  if (!plainKey_.changed({layer.color, layer.hillshade, layer.drape, input.state.theme}) && !recolor_ &&
      !rebuilt)
    return;
  const auto image = std::find_if(input.deposit.images.begin(), input.deposit.images.end(),
                                  [&](const auto& candidate) { return candidate->name == layer.drape; });
  const bool draped = image != input.deposit.images.end();
  const Color plain = draped ? Color{1, 1, 1} : layer.color.value_or(paletteOf(input.state.theme).terrain);
  for (MeshProp* ground : {&grid_, &around_}) colorQuads(*ground, layer, plain);
  if (draped) {
    drape(grid_, drapeCoordinates(*terrain_, stride_, **image), **image);
    drape(around_, drapeCoordinates(*terrain_, aroundPlaces_, **image), **image);
    return;
  }
  for (MeshProp* ground : {&grid_, &around_}) {
    ground->actor().SetTexture(nullptr);
    ground->mesh()->GetPointData()->SetTCoords(nullptr);
  }
}

void TerrainLayer::colorQuads(MeshProp& prop, const LayerState& layer, const Color& plain) const {
  vtkPolyData& mesh = *prop.mesh();
  std::vector<Rgba> colors;
  for (vtkIdType cell = 0; cell < mesh.GetNumberOfCells(); ++cell) {
    const auto node = static_cast<std::size_t>(rowOfCell(mesh, cell));
    Color color = look_.column() != nullptr ? look_.legend().colorOf(terrain_->heights[node]) : plain;
    if (layer.hillshade)
      for (float& channel : color) channel *= 0.55F + 0.6F * shade_[node];
    colors.push_back(toRgba(color));
  }
  prop.setCellColors(colors);
}

void TerrainLayer::syncContours(const LayerInput& input, const LayerState& layer) {
  if (layer.contourStep == 0) return;
  const geology::Box3 box = terrain_->bounds();
  const double step = layer.contourStep > 0 ? layer.contourStep : roundStep(box.max.z - box.min.z);
  if (!contoursKey_.changed({step, input.frame})) return;
  const ContourLines lines = contourLines(*terrain_, step, input.frame);
  contours_.setMesh(lines.plain);
  indexContours_.setMesh(lines.index);
}

std::optional<PickState> TerrainLayer::identify(const vtkProp* prop, std::int64_t cell) const {
  const MeshProp* ground = grid_.draws(prop) ? &grid_ : around_.draws(prop) ? &around_ : nullptr;
  if (ground == nullptr) return std::nullopt;
  const std::int64_t row = rowOfCell(*ground->mesh(), cell);
  if (row < 0) return std::nullopt;
  PickState pick;
  pick.object = terrain_->name;
  pick.row = static_cast<std::size_t>(row);
  return pick;
}

}  // namespace adit::viewer
