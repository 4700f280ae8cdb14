#include "viewer/charts/page_painter.h"

#include <vtkBrush.h>
#include <vtkPen.h>
#include <vtkTextProperty.h>

#include <cmath>
#include <sstream>

#include "viewer/scene/pinned_font.h"

namespace adit::viewer {
namespace {

unsigned char byteOf(double share) {
  return static_cast<unsigned char>(std::lround(255 * share));
}

void setPen(vtkContext2D& context, const Color& color, double width) {
  vtkPen* pen = context.GetPen();
  pen->SetColor(byteOf(static_cast<double>(color[0])), byteOf(static_cast<double>(color[1])),
                byteOf(static_cast<double>(color[2])), 255);
  pen->SetLineType(vtkPen::SOLID_LINE);
  pen->SetWidth(static_cast<float>(width));
}

/// Fills without an outline; transparent too, because SVG draws a pen of no line as dots.
void setBrush(vtkContext2D& context, const Color& color, double opacity) {
  context.GetPen()->SetLineType(vtkPen::NO_PEN);
  context.GetPen()->SetOpacity(0);
  context.GetBrush()->SetColor(byteOf(static_cast<double>(color[0])), byteOf(static_cast<double>(color[1])),
                               byteOf(static_cast<double>(color[2])), byteOf(opacity));
}

std::vector<float> flat(const std::vector<std::array<double, 2>>& points) {
  std::vector<float> numbers;
  for (const auto& p : points) {
    numbers.push_back(static_cast<float>(p[0]));
    numbers.push_back(static_cast<float>(p[1]));
  }
  return numbers;
}

}  // namespace

Color colorOfInk(ChartInk ink, const Palette& palette) {
  switch (ink) {
    case ChartInk::Text:
      return palette.text;
    case ChartInk::Quiet:
      return palette.quietText;
    case ChartInk::Line:
      return palette.line;
    case ChartInk::Accent:
      return palette.accent;
    case ChartInk::Evidence:
      return palette.evidence;
    case ChartInk::Caution:
      break;
  }
  return palette.caution;
}

void stylePageText(vtkTextProperty& property, TextSize size, const Color& color, const PageLook& look) {
  styleText(property, size, color, look.scale);
  if (look.fileFonts) return;
  property.SetFontFamilyToArial();
  pinFont(property);
}

double PagePainter::lineHeight(TextSize size) const {
  return px(size == TextSize::Small ? 15 : size == TextSize::Normal ? 18 : 24);
}

void PagePainter::apply(const TextStyle& style) {
  vtkTextProperty* property = context_.GetTextProp();
  stylePageText(*property, style.size, style.color, look_);
  property->SetOrientation(style.turned);
  pinFont(*property);
  property->SetVerticalJustificationToCentered();
  if (style.align == PageAlign::Left) property->SetJustificationToLeft();
  if (style.align == PageAlign::Center) property->SetJustificationToCentered();
  if (style.align == PageAlign::Right) property->SetJustificationToRight();
}

void PagePainter::text(double x, double y, const std::string& text, const TextStyle& style) {
  if (text.empty()) return;
  apply(style);
  context_.DrawString(static_cast<float>(std::round(x)), static_cast<float>(std::round(y)), text.c_str());
}

double PagePainter::textWidth(const std::string& text, TextSize size) {
  apply({size, palette_.text, PageAlign::Left, 0});
  std::array<float, 4> bounds{};  // x, y, width, height
  context_.ComputeStringBounds(text.c_str(), bounds.data());
  return static_cast<double>(bounds[2]);
}

std::string PagePainter::fitted(const std::string& text, TextSize size, double width) {
  if (textWidth(text, size) <= width) return text;
  std::string cut = text;
  while (cut.size() > 1 && textWidth(cut + "...", size) > width) {
    do cut.pop_back();  // whole UTF-8 characters
    while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0U) == 0x80U);
  }
  return cut + "...";
}

std::vector<std::string> PagePainter::wrapped(const std::string& text, TextSize size, double width) {
  std::vector<std::string> lines;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (!lines.empty() && textWidth(lines.back() + " " + word, size) <= width)
      lines.back() += " " + word;
    else
      lines.push_back(word);
  }
  return lines;
}

void PagePainter::line(std::array<double, 2> a, std::array<double, 2> b, const Color& color, double width) {
  setPen(context_, color, px(width));
  context_.DrawLine(static_cast<float>(a[0]), static_cast<float>(a[1]), static_cast<float>(b[0]),
                    static_cast<float>(b[1]));
}

void PagePainter::curve(const std::vector<std::array<double, 2>>& points, const Color& color, double width) {
  if (points.size() < 2) return;
  setPen(context_, color, px(width));
  std::vector<float> numbers = flat(points);
  context_.DrawPoly(numbers.data(), static_cast<int>(points.size()));
}

void PagePainter::area(const PageRect& rect, const Color& color, double opacity) {
  setBrush(context_, color, opacity);
  context_.DrawRect(static_cast<float>(rect.x), static_cast<float>(rect.y), static_cast<float>(rect.width),
                    static_cast<float>(rect.height));
}

void PagePainter::frame(const PageRect& r, const Color& color, double width) {
  curve({{r.x, r.y}, {r.right(), r.y}, {r.right(), r.top()}, {r.x, r.top()}, {r.x, r.y}}, color, width);
}

void PagePainter::polygon(const std::vector<std::array<double, 2>>& points, const Color& color) {
  setBrush(context_, color, 1);
  std::vector<float> numbers = flat(points);
  context_.DrawPolygon(numbers.data(), static_cast<int>(points.size()));
}

void PagePainter::disc(std::array<double, 2> center, double radius, const Color& color) {
  setBrush(context_, color, 1);
  context_.DrawEllipse(static_cast<float>(center[0]), static_cast<float>(center[1]),
                       static_cast<float>(radius), static_cast<float>(radius));
}

}  // namespace adit::viewer
