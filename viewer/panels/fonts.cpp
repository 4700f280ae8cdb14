#include "viewer/panels/fonts.h"

#include <imgui_freetype.h>

#include <array>
#include <cmath>
#include <filesystem>

#include "viewer/panels/icons.h"

namespace adit::viewer {
namespace {

/// ImGui's size is ascent plus descent; Roboto's are (1900 + 500) / 2048 of the em that designers speak of.
constexpr float kLinePerEm = 2400.0F / 2048.0F;

struct FaceSpec {
  bool medium;
  float size;       ///< em, design pixels
  float iconSize;   ///< merged icons; 0: none
  float iconShift;  ///< down, design pixels, to the middle of the line
};
constexpr std::array<FaceSpec, 5> kTextFaces{{
    {false, 13, 16, 2.5F},  // Body
    {true, 13, 0, 0},       // Strong
    {false, 11, 0, 0},      // Small
    {true, 11, 0, 0},       // SmallStrong
    {true, 17, 0, 0},       // Title
}};
constexpr float kIconSize = 18;

// Latin with extensions, Greek, Cyrillic, punctuation, super- and subscripts, arrows, mathematical signs.
constexpr std::array<ImWchar, 17> kTextRanges{0x0020, 0x024F, 0x0370, 0x03FF, 0x0400, 0x04FF,
                                              0x2010, 0x2027, 0x2030, 0x203A, 0x2070, 0x209C,
                                              0x2190, 0x2193, 0x2200, 0x22FF, 0};

ImVector<ImWchar> iconRanges() {
  ImFontGlyphRangesBuilder builder;
  for (const char* icon : icons::kAll) builder.AddText(icon);
  ImVector<ImWchar> ranges;
  builder.BuildRanges(&ranges);
  return ranges;
}

std::string firstExisting(const std::vector<std::string>& paths) {
  std::error_code ignored;
  for (const std::string& path : paths)
    if (std::filesystem::is_regular_file(path, ignored)) return path;
  return {};
}

void addDefaultFont(ImFontAtlas& atlas, float pixels) {
  ImFontConfig config;
  config.SizePixels = std::round(pixels);
  atlas.AddFontDefault(&config);
}

void addTextFace(ImFontAtlas& atlas, const std::string& path, float pixels) {
  if (path.empty()) return addDefaultFont(atlas, pixels);
  ImFontConfig config;
  config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  config.OversampleH = config.OversampleV = 1;
  atlas.AddFontFromFileTTF(path.c_str(), pixels, &config, kTextRanges.data());
}

struct Icons {
  std::string path;
  ImVector<ImWchar> ranges;  ///< must live until the atlas is built
};

void mergeIcons(ImFontAtlas& atlas, const Icons& icons, float pixels, float shift) {
  if (icons.path.empty()) return;
  ImFontConfig config;
  config.MergeMode = true;
  config.GlyphOffset.y = std::round(shift);
  config.GlyphMinAdvanceX = pixels;
  config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_NoHinting;
  atlas.AddFontFromFileTTF(icons.path.c_str(), std::round(pixels), &config, icons.ranges.Data);
}

}  // namespace

FontFiles installedFonts() {
  const std::string roboto = "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/";
  const std::string dejaVu = "/usr/share/fonts/truetype/dejavu/";
  return {{roboto + "Roboto-Regular.ttf", dejaVu + "DejaVuSans.ttf"},
          {roboto + "Roboto-Medium.ttf", dejaVu + "DejaVuSans-Bold.ttf"},
          {"/usr/share/fonts/truetype/materialdesignicons-webfont/materialdesignicons-webfont.ttf"}};
}

std::vector<std::string> buildFonts(ImFontAtlas& atlas, float scale, const FontFiles& files) {
  std::vector<std::string> missing;
  const std::string regular = firstExisting(files.regular);
  const Icons icons{firstExisting(files.icons), iconRanges()};
  const std::string mediumFound = firstExisting(files.medium);
  const std::string& medium = mediumFound.empty() ? regular : mediumFound;
  if (regular.empty() || regular != files.regular.front())
    missing.emplace_back("The font Roboto was not found (install fonts-roboto-unhinted); " +
                         (regular.empty() ? std::string("a built-in font") : regular) + " is used instead.");
  if (icons.path.empty())
    missing.emplace_back(
        "The icon font was not found (install fonts-materialdesignicons-webfont); buttons show words.");

  atlas.Clear();
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  for (const FaceSpec& face : kTextFaces) {
    addTextFace(atlas, face.medium ? medium : regular, std::round(face.size * kLinePerEm * scale));
    if (face.iconSize > 0) mergeIcons(atlas, icons, face.iconSize * scale, face.iconShift * scale);
  }
  addDefaultFont(atlas, kIconSize * scale);
  mergeIcons(atlas, icons, kIconSize * scale, 0);
  atlas.Build();
  return missing;
}

ImFont* font(Face face) {
  return ImGui::GetIO().Fonts->Fonts[static_cast<int>(face)];
}

bool iconsAvailable() {
  return font(Face::Icon)->FindGlyphNoFallback(0xF256) != nullptr;
}

}  // namespace adit::viewer
