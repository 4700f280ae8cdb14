#include "viewer/publish/stamp_footer.h"

#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkStdString.h>
#include <vtkTextProperty.h>
#include <vtkTextRenderer.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "viewer/scene/palette.h"

namespace adit::viewer {
namespace {

// At scale 1, in pixels.
constexpr double kLineHeight = 17, kPadding = 7, kMargin = 14, kGap = 16;
constexpr double kPlainWidth = 1280;  ///< wider pictures have larger text
constexpr int kDpi = 72;

double textScale(const FooterRoom& room) {
  return std::max(room.scale, room.width / kPlainWidth);
}

std::array<std::uint8_t, 3> bytesOf(const Color& color) {
  std::array<std::uint8_t, 3> bytes{};
  for (std::size_t c = 0; c < 3; ++c) bytes[c] = static_cast<std::uint8_t>(std::lround(color[c] * 255));
  return bytes;
}

Image plainImage(int width, int height, const Color& color) {
  Image image{width, height, {}};
  image.rgb.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  const auto bytes = bytesOf(color);
  for (std::size_t i = 0; i < image.rgb.size(); ++i) image.rgb[i] = bytes[i % 3];
  return image;
}

void fillRows(Image& image, int rows, const Color& color) {
  const auto bytes = bytesOf(color);
  const std::size_t count = static_cast<std::size_t>(rows) * static_cast<std::size_t>(image.width) * 3;
  for (std::size_t i = 0; i < std::min(count, image.rgb.size()); ++i) image.rgb[i] = bytes[i % 3];
}

/// Texts of one size, measured and painted without OpenGL.
class Pen {
 public:
  explicit Pen(double scale) : scale_(scale) {}

  double width(const std::string& text) const {
    std::array<int, 4> box{};
    if (text.empty() || !renderer()->GetBoundingBox(style({1, 1, 1}), text, box.data(), kDpi, kFreeType))
      return 0;
    // Blanks at the end take no ink, but keep their room.
    const auto blanks = static_cast<double>(text.size() - 1 - text.find_last_not_of(' '));
    return box[1] - box[0] + 1 + blanks * 3 * scale_;
  }

  /// `middle`: row of the image on which the text is centred.
  void paint(Image& image, int left, int middle, const std::string& text, const Color& color) const {
    vtkNew<vtkImageData> glyphs;
    std::array<int, 2> size{};
    if (text.empty() || !renderer()->RenderString(style(color), text, glyphs, size.data(), kDpi, kFreeType))
      return;
    const int top = middle - size[1] / 2;
    for (int y = 0; y < size[1]; ++y)
      for (int x = 0; x < size[0]; ++x)
        blend(image, left + x, top + y, glyphPixel(*glyphs, x, size[1] - 1 - y));
  }

 private:
  static constexpr int kFreeType = vtkTextRenderer::FreeType;  // "$" and "|" in a name are no formulas
  static vtkTextRenderer* renderer() { return vtkTextRenderer::GetInstance(); }

  vtkTextProperty* style(const Color& color) const {
    styleText(*property_.GetPointer(), TextSize::Small, color, scale_);
    return property_.GetPointer();
  }
  static const unsigned char* glyphPixel(vtkImageData& glyphs, int x, int y) {
    const int* extent = glyphs.GetExtent();
    return static_cast<const unsigned char*>(glyphs.GetScalarPointer(extent[0] + x, extent[2] + y, 0));
  }
  static void blend(Image& image, int x, int y, const unsigned char* rgba) {
    if (x < 0 || y < 0 || x >= image.width || y >= image.height) return;
    const std::size_t at =
        (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) *
        3;
    for (std::size_t c = 0; c < 3; ++c)
      image.rgb[at + c] =
          static_cast<std::uint8_t>((rgba[c] * rgba[3] + image.rgb[at + c] * (255 - rgba[3]) + 127) / 255);
  }

  double scale_;
  vtkNew<vtkTextProperty> property_;
};

const Color& colorOf(StampInk ink, const Palette& palette) {
  if (ink == StampInk::Label) return palette.quietText;
  return ink == StampInk::Caution ? palette.caution : palette.text;
}

}  // namespace

Image drawFooter(const Stamp& stamp, const FooterRoom& room) {
  const double s = textScale(room);
  const Pen pen(s);
  const double lines = (room.mostHeight - 2 * kPadding * s) / (kLineHeight * s);
  const StampRoom layoutRoom{room.width - 2 * kMargin * s, kGap * s,
                             static_cast<std::size_t>(std::max(0.0, lines)),
                             [&pen](const std::string& text) { return pen.width(text); }};
  const std::vector<StampLine> laidOut =
      layoutRoom.width > 0 ? layOut(stamp, layoutRoom) : std::vector<StampLine>{};
  if (laidOut.empty()) return {room.width, 0, {}};
  const Palette& palette = paletteOf(room.theme);
  const double height = 2 * kPadding * s + static_cast<double>(laidOut.size()) * kLineHeight * s;
  Image image = plainImage(room.width, static_cast<int>(height), palette.skyBottom);
  fillRows(image, std::max(1, static_cast<int>(s)), palette.line);
  double middle = kPadding * s + kLineHeight * s / 2;
  for (const StampLine& line : laidOut) {
    for (const StampRun& run : line)
      pen.paint(image, static_cast<int>(kMargin * s + run.x), static_cast<int>(middle), run.text,
                colorOf(run.ink, palette));
    middle += kLineHeight * s;
  }
  return image;
}

Image stacked(Image above, const Image& below) {
  above.height += below.height;
  above.rgb.insert(above.rgb.end(), below.rgb.begin(), below.rgb.end());
  return above;
}

}  // namespace adit::viewer
