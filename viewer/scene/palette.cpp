#include "viewer/scene/palette.h"

#include <vtkTextProperty.h>

#include <cmath>
#include <filesystem>

#include "viewer/scene/pinned_font.h"

namespace adit::viewer {
namespace {

constexpr Color rgb(unsigned hex) {
  return {static_cast<float>(hex >> 16 & 0xFF) / 255, static_cast<float>(hex >> 8 & 0xFF) / 255,
          static_cast<float>(hex & 0xFF) / 255};
}

const std::string& fontFile() {
  static const std::string file = [] {
    const std::string roboto = "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Medium.ttf";
    std::error_code ignored;
    return std::filesystem::exists(roboto, ignored) ? roboto : std::string();
  }();
  return file;
}

}  // namespace

const Palette& paletteOf(Theme theme) {
  static const Palette dark{.skyTop = rgb(0x2B333E),
                            .skyBottom = rgb(0x12151A),
                            .text = rgb(0xD9DFE7),
                            .quietText = rgb(0x8A95A5),
                            .line = rgb(0x46515F),
                            .accent = rgb(0xD9905A),
                            .evidence = rgb(0x4FB3A9),
                            .caution = rgb(0xE5C04C),
                            .trace = rgb(0x97A1AF),
                            .collar = rgb(0xEEF2F6),
                            .plainBlock = rgb(0x9DA8B5),
                            .plainSurface = rgb(0xB9A58C),
                            .plainPoint = rgb(0xC9D2DC),
                            .terrain = rgb(0xC4A983),
                            .plate = rgb(0x0F1216),
                            .edge = rgb(0x14171C)};
  static const Palette light{.skyTop = rgb(0xFBFAF7),
                             .skyBottom = rgb(0xE4E2DC),
                             .text = rgb(0x22272E),
                             .quietText = rgb(0x5B6572),
                             .line = rgb(0xA9ADB2),
                             .accent = rgb(0xA9602A),
                             .evidence = rgb(0x1F7E75),
                             .caution = rgb(0x8A6A00),
                             .trace = rgb(0x6B7480),
                             .collar = rgb(0x2B3038),
                             .plainBlock = rgb(0x8793A1),
                             .plainSurface = rgb(0xA8927A),
                             .plainPoint = rgb(0x525C68),
                             .terrain = rgb(0xCDB592),
                             .plate = rgb(0xFFFFFF),
                             .edge = rgb(0x3A4048)};
  return theme == Theme::Dark ? dark : light;
}

void styleText(vtkTextProperty& property, TextSize size, const Color& color, double scale) {
  if (!fontFile().empty()) {
    property.SetFontFamily(VTK_FONT_FILE);
    property.SetFontFile(fontFile().c_str());
  } else {
    property.SetFontFamilyToArial();
  }
  const double pixels = size == TextSize::Small ? 11 : size == TextSize::Normal ? 13 : 17;
  property.SetFontSize(static_cast<int>(std::lround(pixels * scale)));
  property.SetColor(static_cast<double>(color[0]), static_cast<double>(color[1]),
                    static_cast<double>(color[2]));
  property.BoldOff();
  property.ItalicOff();
  property.ShadowOff();
  pinFont(property);
}

}  // namespace adit::viewer
