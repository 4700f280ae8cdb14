#include "viewer/scene/marks.h"

#include <algorithm>

namespace adit::viewer {
namespace {

using geology::Vec3;

class Marker {
 public:
  Marker(Canvas& canvas, const Projector& projector, const Palette& palette)
      : canvas_(canvas), projector_(projector), palette_(palette) {}

  void line(const Vec3& a, const Vec3& b, double width = 2) {
    const auto pa = projector_.toPixel(a);
    const auto pb = projector_.toPixel(b);
    if (!pa || !pb) return;
    canvas_.line(*pa, *pb, palette_.skyBottom, width + 2, 0.7);
    canvas_.line(*pa, *pb, palette_.accent, width);
  }
  void dot(const Vec3& p) {
    const auto pixel = projector_.toPixel(p);
    if (!pixel) return;
    const double r = 4.5 * canvas_.scale();
    const auto diamond = [&](double radius) {
      return std::vector<Pixel>{{pixel->x - radius, pixel->y},
                                {pixel->x, pixel->y - radius},
                                {pixel->x + radius, pixel->y},
                                {pixel->x, pixel->y + radius}};
    };
    canvas_.area(diamond(r * 1.5), palette_.skyBottom, 0.8);
    canvas_.area(diamond(r), palette_.accent);
  }

 private:
  Canvas& canvas_;
  const Projector& projector_;
  const Palette& palette_;
};

template <typename List>
auto named(const List& list, const std::string& name) {
  const auto it =
      std::find_if(list.begin(), list.end(), [&](const auto& item) { return item->name == name; });
  return it == list.end() ? nullptr : it->get();
}

void outlineBlock(Marker& marker, const geology::BlockModel& model, std::size_t block) {
  const Vec3 center = model.blockCenter(block);
  const Vec3 size = model.blockSize(block);
  const auto corner = [&](unsigned c) {
    const auto& axis = model.lattice.axis;
    return center + axis[0] * (size.x * ((c & 1U) ? .5 : -.5)) + axis[1] * (size.y * ((c & 2U) ? .5 : -.5)) +
           axis[2] * (size.z * ((c & 4U) ? .5 : -.5));
  };
  for (unsigned c = 0; c < 8; ++c)
    for (const unsigned step : {1U, 2U, 4U})
      if ((c & step) == 0) marker.line(corner(c), corner(c | step));
}

void outlineHole(Marker& marker, const geology::DrillHoles& holes, const PickState& pick) {
  const geology::IntervalTable* table = holes.table(pick.table);
  if (table != nullptr && pick.row < table->size()) {
    const auto& trace = holes.holes[table->hole[pick.row]].trace;
    marker.line(trace.positionAt(table->from[pick.row]), trace.positionAt(table->to[pick.row]), 6);
  } else if (pick.row < holes.holes.size()) {
    const auto& hole = holes.holes[pick.row];
    for (int i = 0; i < 24; ++i)
      marker.line(hole.trace.positionAt(hole.length * i / 24),
                  hole.trace.positionAt(hole.length * (i + 1) / 24), 3);
  }
}

void drawPick(Marker& marker, const geology::Deposit& deposit, const PickState& pick) {
  if (const auto* model = named(deposit.blockModels, pick.object);
      model != nullptr && pick.row < model->blockCount())
    outlineBlock(marker, *model, pick.row);
  else if (const auto* holes = named(deposit.drillholes, pick.object))
    outlineHole(marker, *holes, pick);
  else if (const auto* mesh = named(deposit.meshes, pick.object);
           mesh != nullptr && pick.table.empty() && pick.row < mesh->triangles.size()) {
    const auto& t = mesh->triangles[pick.row];
    for (std::size_t i = 0; i < 3; ++i) marker.line(mesh->vertices[t[i]], mesh->vertices[t[(i + 1) % 3]]);
  } else {
    marker.dot(pick.position);
  }
}

}  // namespace

void drawMarks(Canvas& canvas, const Projector& projector, const geology::Deposit& deposit,
               const ViewState& state) {
  Marker marker(canvas, projector, paletteOf(state.theme));
  if (state.pick) drawPick(marker, deposit, *state.pick);
  const bool closes = state.tool == ToolKind::MeasureArea || state.tool == ToolKind::MeasurePlane;
  for (std::size_t i = 0; i + 1 < state.measure.size(); ++i)
    marker.line(state.measure[i], state.measure[i + 1]);
  if (closes && state.measure.size() > 2) marker.line(state.measure.back(), state.measure.front());
  for (const Vec3& p : state.measure) marker.dot(p);
}

}  // namespace adit::viewer
