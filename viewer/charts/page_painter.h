// Drawing of a page in pixels, origin at its lower left: text, lines and areas in the palette's colours.
#pragma once
#include <vtkContext2D.h>

#include <string>
#include <vector>

#include "viewer/charts/page.h"
#include "viewer/scene/palette.h"

namespace adit::viewer {

/// Where a page is drawn. File fonts go into pictures; SVG and PDF name a family that every reader has.
struct PageLook {
  int width = 1200, height = 800;
  double scale = 1;
  Theme theme = Theme::Dark;
  bool fileFonts = true;
  friend bool operator==(const PageLook&, const PageLook&) = default;
};

struct PageRect {
  double x = 0, y = 0, width = 0, height = 0;
  double right() const { return x + width; }
  double top() const { return y + height; }
};
enum class PageAlign { Left, Center, Right };

Color colorOfInk(ChartInk ink, const Palette& palette);
void stylePageText(vtkTextProperty& property, TextSize size, const Color& color, const PageLook& look);

class PagePainter {
 public:
  PagePainter(vtkContext2D& context, const PageLook& look)
      : context_(context), look_(look), palette_(paletteOf(look.theme)) {}

  double px(double designPixels) const { return designPixels * look_.scale; }
  const PageLook& look() const { return look_; }
  const Palette& palette() const { return palette_; }

  struct TextStyle {
    TextSize size = TextSize::Normal;
    Color color{1, 1, 1};
    PageAlign align = PageAlign::Left;
    double turned = 0;  ///< degrees, counter-clockwise
  };
  TextStyle style(TextSize size, ChartInk ink, PageAlign align = PageAlign::Left) const {
    return {size, colorOfInk(ink, palette_), align, 0};
  }
  /// `y` is the middle of the line.
  void text(double x, double y, const std::string& text, const TextStyle& style);
  double textWidth(const std::string& text, TextSize size);
  double lineHeight(TextSize size) const;
  /// As much of the text as fits, with "..." where it is cut.
  std::string fitted(const std::string& text, TextSize size, double width);
  std::vector<std::string> wrapped(const std::string& text, TextSize size, double width);

  void line(std::array<double, 2> a, std::array<double, 2> b, const Color& color, double width = 1);
  void curve(const std::vector<std::array<double, 2>>& points, const Color& color, double width = 1);
  void area(const PageRect& rect, const Color& color, double opacity = 1);
  void frame(const PageRect& rect, const Color& color, double width = 1);
  void polygon(const std::vector<std::array<double, 2>>& points, const Color& color);
  void disc(std::array<double, 2> center, double radius, const Color& color);

 private:
  void apply(const TextStyle& style);
  vtkContext2D& context_;
  PageLook look_;
  const Palette& palette_;
};

/// Where the tracks of a log stand on the page, in pixels from its lower left.
struct LogPlace {
  PageRect plot;  ///< all tracks; the depths go from its top to its bottom
  std::vector<PageRect> tracks;
  double from = 0, to = 1;  ///< depths
  double at(double depth) const { return plot.top() - (depth - from) / (to - from) * plot.height; }
};
/// "12.5 - 14 m: 0.43 %"
std::string logIntervalText(const LogTrack& track, const LogInterval& interval);
LogPlace placeLog(const LogBody& body, const PageRect& room, double scale);

// The bodies that are painted by hand.
void paintLog(PagePainter& painter, const LogBody& body, const PageRect& room);
void paintNet(PagePainter& painter, const NetBody& body, const PageRect& room);
void paintTable(PagePainter& painter, const TableBody& body, const PageRect& room);

}  // namespace adit::viewer
