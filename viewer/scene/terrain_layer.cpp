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
#include "viewer/geometry/terrain_mesh.h"
#include "viewer/scene/palette.h"
#include "viewer/state/columns.h"
#include "viewer/state/reveal.h"

namespace adit::viewer {
namespace {

// A terrain of more nodes is drawn at every second, third ... node; the count says so.
constexpr double kMostNodes = 600'000;

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

}  // namespace

TerrainLayer::TerrainLayer(std::shared_ptr<const geology::Terrain> terrain, vtkRenderer& renderer)
    : terrain_(std::move(terrain)),
      shade_(hillshade(*terrain_)),
      elevation_(geology::numericColumn(std::string(kElevation), terrain_->heights)),
      stride_(std::max(1, static_cast<int>(std::ceil(
                              std::sqrt(static_cast<double>(terrain_->heights.size()) / kMostNodes))))),
      grid_(renderer),
      contours_(renderer),
      indexContours_(renderer),
      profile_(renderer) {
  for (MeshProp* line : {&contours_, &indexContours_, &profile_}) {
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
    const bool rebuilt = meshKey_.changed({selection.revision, input.frame});
    if (rebuilt) rebuild(input, selection);
    syncColors(input, layer, rebuilt);
    syncContours(input, layer);
  }
  if (layer.visible && !spatial && profileKey_.changed({CutPlanes{*input.section}, input.frame}))
    profile_.setMesh(terrainCut(*terrain_, *input.section, input.frame));
  const Palette& palette = paletteOf(input.state.theme);
  grid_.setOpacity(layer.opacity);
  grid_.setPickable(!layer.locked);
  grid_.setVisible(layer.visible && spatial);
  const bool revealing = reveals(input.state, terrain_->name);  // contours are of the whole terrain
  for (MeshProp* line : {&contours_, &indexContours_}) {
    line->setVisible(layer.visible && spatial && layer.contourStep != 0 && !revealing);
    line->setPlainColor(palette.edge);
    line->setOpacity(0.55);
  }
  contours_.setLineWidth(0.8 * input.scale);
  indexContours_.setLineWidth(1.6 * input.scale);
  profile_.setVisible(layer.visible && !spatial && !revealing);
  profile_.setPlainColor(layer.color.value_or(palette.terrain));
  profile_.setLineWidth(2.2 * input.scale);
  for (MeshProp* prop : {&grid_, &contours_, &indexContours_}) prop->setPlanes(input.planes, input.frame);
}

void TerrainLayer::rebuild(const LayerInput& input, const Selection& selection) {
  grid_.setMesh(toPolyData(terrainGrid(*terrain_, *selection.shown, stride_, input.frame)));
}

void TerrainLayer::syncColors(const LayerInput& input, const LayerState& layer, bool rebuilt) {
  if (!plainKey_.changed({layer.color, layer.hillshade, layer.drape, input.state.theme}) && !recolor_ &&
      !rebuilt)
    return;
  const auto image = std::find_if(input.deposit.images.begin(), input.deposit.images.end(),
                                  [&](const auto& candidate) { return candidate->name == layer.drape; });
  const bool draped = image != input.deposit.images.end();
  vtkPolyData& mesh = *grid_.mesh();
  std::vector<Rgba> colors;
  const Color plain = draped ? Color{1, 1, 1} : layer.color.value_or(paletteOf(input.state.theme).terrain);
  for (vtkIdType cell = 0; cell < mesh.GetNumberOfCells(); ++cell) {
    const auto node = static_cast<std::size_t>(rowOfCell(mesh, cell));
    Color color = look_.column() != nullptr ? look_.legend().colorOf(terrain_->heights[node]) : plain;
    if (layer.hillshade)
      for (float& channel : color) channel *= 0.55F + 0.6F * shade_[node];
    colors.push_back(toRgba(color));
  }
  grid_.setCellColors(colors);
  if (!draped) {
    grid_.actor().SetTexture(nullptr);
    mesh.GetPointData()->SetTCoords(nullptr);
    return;
  }
  const auto places = drapeCoordinates(*terrain_, stride_, **image);
  vtkNew<vtkFloatArray> coordinates;
  coordinates->SetNumberOfComponents(2);
  coordinates->SetNumberOfTuples(static_cast<vtkIdType>(places.size()));
  std::memcpy(coordinates->GetPointer(0), places.data(), places.size() * sizeof(places[0]));
  mesh.GetPointData()->SetTCoords(coordinates);
  grid_.actor().SetTexture(textureOf(**image));
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
  if (!grid_.draws(prop)) return std::nullopt;
  const std::int64_t row = rowOfCell(*grid_.mesh(), cell);
  if (row < 0) return std::nullopt;
  PickState pick;
  pick.object = terrain_->name;
  pick.row = static_cast<std::size_t>(row);
  return pick;
}

}  // namespace adit::viewer
