// The anchors of the colour maps, and the palettes, as 0xrrggbb.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace adit::viewer {

/// Colours at even steps from 0 to 1, sRGB. Between them a map runs straight in Oklab.
struct ColorMapAnchors {
  std::string_view name;
  std::span<const std::uint32_t> colors;
};
/// The first one is the default. Sources and licences: assets/colormaps/LICENSES.md.
std::span<const ColorMapAnchors> colorMapTable();

/// Told apart with every kind of colour vision.
std::span<const std::uint32_t> categoricalPalette();

/// The colour that the field gives to a category of this name, by its first word and ignoring case:
/// "Measured", "POTASSIC", "Phyllic (QSP)". Nothing for other names.
std::optional<std::uint32_t> conventionalColor(std::string_view category);

}  // namespace adit::viewer
