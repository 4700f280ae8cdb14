// Colour maps and what colour a value has. The one place that turns (legend, column) into colours, for the
// scene, the legend strip, the histogram and the export alike.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geology/model/column.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

constexpr Color kMissingColor{0.45F, 0.47F, 0.50F};
constexpr Color kWarningColor{1.0F, 0.0F, 0.85F};  ///< outside every class, category without a colour

/// "batlow" (default), "lajolla", "oslo", "vik", "roma", "viridis", "grey" and, by name only, "rainbow".
const std::vector<std::string>& colorMapNames();
/// Colour at t in 0..1, clamped. Unknown names give batlow.
Color colorMapAt(std::string_view map, double t);
/// Colour-blind-safe categorical colours, repeating after their number.
Color categoryColor(std::size_t index);
/// The colour that the field gives to a category of this name ("Measured", "potassic"); nothing for others.
std::optional<Color> conventionalCategoryColor(std::string_view category);
/// Colour of a legend at a share of its range: along its own stops (straight in sRGB between two of them) or
/// its map, backwards when it is reversed.
Color colorAlong(const Legend& legend, double t);
/// Straight in sRGB: `from` at share 0, `to` at 1.
Color mixed(const Color& from, const Color& to, float share);
/// 256 colours along a legend.
std::vector<Color> colorRamp(const Legend& legend);

/// Shares of the values between which the colours of a legend without stated ends lie.
inline constexpr double kLegendLow = 0.02, kLegendHigh = 0.98;

/// A legend with everything decided for one column: range from quantiles, category colours from the palette.
struct ResolvedLegend {
  LegendKind kind = LegendKind::Continuous;
  std::string title;      ///< "Cu_pct, %"
  double lo = 0, hi = 1;  ///< continuous
  bool logarithmic = false;
  std::vector<Color> ramp;  ///< continuous: 256 colours from lo to hi
  std::vector<LegendClass> classes;
  std::vector<Color> categoryColors;  ///< one a category code
  std::vector<std::string> categoryNames;
  std::vector<bool> categoryKnown;  ///< false: drawn in the warning colour

  Color colorOf(float value) const;  ///< numeric; NaN gives kMissingColor
  Color colorOfCode(std::int32_t code) const;
  friend bool operator==(const ResolvedLegend&, const ResolvedLegend&) = default;
};
/// Category columns always get a category legend, columns of numbers never.
ResolvedLegend resolveLegend(const Legend& legend, const geology::Column& column);

/// The value below which `share` of the finite values lie, linear between neighbours (exact up to 200,000
/// values, from an even sample above). NaN when there is no value.
double quantile(const geology::Column& column, double share);

}  // namespace adit::viewer
