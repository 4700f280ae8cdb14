#include "viewer/publish/text_pen.h"

#include <vtkImageData.h>
#include <vtkStdString.h>
#include <vtkTextProperty.h>
#include <vtkTextRenderer.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace adit::viewer {
namespace {

constexpr double kPlainWidth = 1280;  ///< wider pictures have larger text
constexpr int kDpi = 72;
constexpr int kFreeType = vtkTextRenderer::FreeType;  // "$" and "|" in a name are no formulas

vtkTextRenderer* renderer() {
  return vtkTextRenderer::GetInstance();
}

std::array<std::uint8_t, 3> bytesOf(const Color& color) {
  std::array<std::uint8_t, 3> bytes{};
  for (std::size_t c = 0; c < 3; ++c) bytes[c] = static_cast<std::uint8_t>(std::lround(color[c] * 255));
  return bytes;
}

const unsigned char* glyphPixel(vtkImageData& glyphs, int x, int y) {
  const int* extent = glyphs.GetExtent();
  return static_cast<const unsigned char*>(glyphs.GetScalarPointer(extent[0] + x, extent[2] + y, 0));
}

void blend(Image& image, int x, int y, const unsigned char* rgba) {
  if (x < 0 || y < 0 || x >= image.width || y >= image.height) return;
  const std::size_t at =
      (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) * 3;
  for (std::size_t c = 0; c < 3; ++c)
    image.rgb[at + c] =
        static_cast<std::uint8_t>((rgba[c] * rgba[3] + image.rgb[at + c] * (255 - rgba[3]) + 127) / 255);
}

}  // namespace

Image plainImage(int width, int height, const Color& color) {
  Image image{width, height, {}};
  image.rgb.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  fillRows(image, 0, height, color);
  return image;
}

void fillRows(Image& image, int first, int count, const Color& color) {
  const auto bytes = bytesOf(color);
  const std::size_t row = static_cast<std::size_t>(image.width) * 3;
  const std::size_t from = static_cast<std::size_t>(std::max(0, first)) * row;
  const std::size_t to =
      std::min(from + static_cast<std::size_t>(std::max(0, count)) * row, image.rgb.size());
  for (std::size_t i = from; i < to; ++i) image.rgb[i] = bytes[i % 3];
}

double readableScale(int width, double scale) {
  return std::max(scale, width / kPlainWidth);
}

TextPen::TextPen(double scale) : scale_(scale) {}
TextPen::~TextPen() = default;

double TextPen::width(const std::string& text, TextSize size) const {
  std::array<int, 4> box{};
  if (text.empty() ||
      !renderer()->GetBoundingBox(style({size, {1, 1, 1}}), text, box.data(), kDpi, kFreeType))
    return 0;
  // Blanks at the end take no ink, but keep their room.
  const auto blanks = static_cast<double>(text.size() - 1 - text.find_last_not_of(' '));
  return box[1] - box[0] + 1 + blanks * 3 * scale_;
}

void TextPen::paint(Image& image, const At& at, const std::string& text, const PenInk& ink) const {
  vtkNew<vtkImageData> glyphs;
  std::array<int, 2> size{};
  if (text.empty() || !renderer()->RenderString(style(ink), text, glyphs, size.data(), kDpi, kFreeType))
    return;
  const int top = at.middle - size[1] / 2;
  for (int y = 0; y < size[1]; ++y)
    for (int x = 0; x < size[0]; ++x)
      blend(image, at.left + x, top + y, glyphPixel(*glyphs, x, size[1] - 1 - y));
}

vtkTextProperty* TextPen::style(const PenInk& ink) const {
  styleText(*property_.GetPointer(), ink.size, ink.color, scale_);
  return property_.GetPointer();
}

}  // namespace adit::viewer
