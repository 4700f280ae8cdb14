#include "viewer/scene/block_paint.h"

#include "viewer/geometry/honest_array.h"
#include "viewer/geometry/row_colors.h"
#include "viewer/scene/palette.h"
#include "viewer/state/colormap.h"

namespace adit::viewer {
namespace {

constexpr float kTint = 0.4F;        ///< of the accent colour
constexpr float kRockShade = 0.72F;  ///< freshly broken rock to the colour of the terrain

Color colorOf(const Rgba& rgba) {
  return {static_cast<float>(rgba[0]) / 255, static_cast<float>(rgba[1]) / 255,
          static_cast<float>(rgba[2]) / 255};
}

}  // namespace

Color rockColor(const LayerInput& input) {
  Color color = paletteOf(input.state.theme).terrain;
  for (float& channel : color) channel *= kRockShade;
  return color;
}

bool BlockPaint::sync(const LayerInput& input, const Selection& shown) {
  const Palette& palette = paletteOf(input.state.theme);
  const LayerState& layer = layerOf(input.state, model_.name);
  const geology::Column* column = geology::findBlockColumn(input.deposit, model_, layer.colorBy);
  const Legend legend = column != nullptr ? legendOf(input.state, column->name) : Legend{};
  look_.set(column, legend, shown);
  shown_ = shown.shown;
  frame_ = input.frame;
  plain_ = layer.color.value_or(palette.plainBlock);
  rock_ = rockColor(input);
  accent_ = palette.accent;
  const bool recolor = key_.changed({column, shown.revision, input.state.theme, legend, layer.color});
  std::optional<HonestBasis> basis;
  if (input.state.honest.on) basis = honestBasis(input.deposit, model_, input.state);
  auto codes = honest_.codes;
  if (basis != honestBasis_)
    codes = basis ? std::make_shared<const std::vector<std::uint8_t>>(honestCodes(*basis)) : nullptr;
  honestBasis_ = std::move(basis);
  const HonestLook before = honest_;
  honest_ = honestLook(input, std::move(codes));
  honest_.holes = rock_;  // one looks at rock between the dots of a wall, not at the sky
  return recolor || !(honest_ == before);
}

void BlockPaint::paint(MeshProp& walls, const geology::BitMask& tinted) const {
  if (walls.mesh() == nullptr || walls.mesh()->GetNumberOfCells() == 0) return;
  const auto rows = rowsOf(*walls.mesh());
  std::vector<Rgba> colors = look_.column() != nullptr ? rowColors(rows, *look_.column(), look_.legend())
                                                       : std::vector<Rgba>(rows.size(), toRgba(plain_));
  for (std::size_t n = 0; n < rows.size(); ++n) {
    // What the filter hides is rock here: a wall has no holes.
    if (!isShown(rows[n])) colors[n] = toRgba(rock_);
    if (tinted.size() > 0 && tinted.test(rows[n]))
      colors[n] = toRgba(mixed(colorOf(colors[n]), accent_, kTint));
  }
  walls.setCellColors(colors);
  dot(walls);
}

void BlockPaint::dot(MeshProp& walls) const {
  if (!honest_.on()) return drawPlainly(walls);
  // Bare rock claims no grade: nothing is said of how well that is known.
  std::vector<std::uint8_t> codes = *honest_.codes;
  for (const std::uint32_t row : rowsOf(*walls.mesh()))
    if (!isShown(row)) codes[row] = honestCode(Knowledge::Measured, 0);
  addHonestArray(*walls.mesh(), {model_, codes, frame_});
  drawHonestly(walls, honest_, false, {});
}

}  // namespace adit::viewer
