// The typeface of the panels: Roboto with Material Design Icons, rasterised by FreeType.
#pragma once
#include <imgui.h>

#include <string>
#include <vector>

namespace adit::viewer {

enum class Face { Body, Strong, Small, SmallStrong, Title, Icon };

/// Where the font files are looked for, best first. The defaults are those of Debian's packages.
struct FontFiles {
  std::vector<std::string> regular, medium, icons;
};
FontFiles installedFonts();

/// Fills the atlas with every face at sizes 11, 13 and 17 times `scale` and builds it; the caller has to
/// upload the texture anew. Returns one sentence for each family that was not found and what stands in for
/// it.
std::vector<std::string> buildFonts(ImFontAtlas& atlas, float scale, const FontFiles& files);

/// A face of the current ImGui context.
ImFont* font(Face face);
/// False when the icon font is missing; then controls show words.
bool iconsAvailable();

/// Pushes a face for the life of the object.
class FaceScope {
 public:
  explicit FaceScope(Face face) { ImGui::PushFont(font(face)); }
  ~FaceScope() { ImGui::PopFont(); }
  FaceScope(const FaceScope&) = delete;
  FaceScope& operator=(const FaceScope&) = delete;
};

}  // namespace adit::viewer
