#include "viewer/scene/points_layer.h"

#include <vtkCellArray.h>
#include <vtkProperty.h>

#include "viewer/geometry/row_colors.h"
#include "viewer/scene/palette.h"

namespace adit::viewer {

PointsLayer::PointsLayer(std::shared_ptr<const geology::PointSet> points, vtkRenderer& renderer)
    : points_(std::move(points)), prop_(renderer) {
  prop_.actor().GetProperty()->SetRenderPointsAsSpheres(true);
}

void PointsLayer::sync(const LayerInput& input) {
  const LayerState& layer = layerOf(input.state, points_->name);
  const Selection selection = selectPoints(*points_, input.state, input.deposit, &selection_);
  count_ = selection.count;
  const bool rebuilt = layer.visible && meshKey_.changed({selection.revision, input.frame});
  if (rebuilt) {
    MeshBuffer mesh;
    for (std::size_t i = 0; i < points_->points.size(); ++i) {
      if (!selection.shown->test(i)) continue;
      mesh.addPolygon({static_cast<std::int64_t>(mesh.points.size())}, static_cast<std::uint32_t>(i));
      mesh.points.push_back(input.frame.toFloat(points_->points[i]));
    }
    const auto polyData = toPolyData(mesh);
    polyData->SetVerts(polyData->GetPolys());
    polyData->SetPolys(vtkSmartPointer<vtkCellArray>::New());
    prop_.setMesh(polyData);
    rows_ = std::move(mesh.rows);
  }
  const geology::Column* column = geology::findColumn(points_->columns, layer.colorBy);
  const bool recolor =
      look_.set(column, column != nullptr ? legendOf(input.state, column->name) : Legend{}, selection);
  count_.outsideLegend = look_.outside();
  if (plainKey_.changed({layer.color, input.state.theme}) || recolor || rebuilt) {
    if (column != nullptr)
      prop_.setCellColors(rowColors(rows_, *column, look_.legend()));
    else
      prop_.setPlainColor(layer.color.value_or(paletteOf(input.state.theme).plainPoint));
  }
  prop_.setVisible(layer.visible);
  prop_.setOpacity(layer.opacity);
  prop_.setPickable(!layer.locked);
  prop_.actor().GetProperty()->SetPointSize(static_cast<float>(6 * input.scale));
  prop_.setPlanes(input.planes, input.frame);
}

std::optional<PickState> PointsLayer::identify(const vtkProp* prop, std::int64_t cell) const {
  if (!prop_.draws(prop)) return std::nullopt;
  const std::int64_t row = rowOfCell(*prop_.mesh(), cell);
  if (row < 0) return std::nullopt;
  PickState pick;
  pick.object = points_->name;
  pick.row = static_cast<std::size_t>(row);
  return pick;
}

}  // namespace adit::viewer
