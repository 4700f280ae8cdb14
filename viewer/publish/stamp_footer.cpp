#include "viewer/publish/stamp_footer.h"

#include <algorithm>

#include "viewer/publish/text_pen.h"

namespace adit::viewer {
namespace {

// At scale 1, in pixels.
constexpr double kLineHeight = 17, kPadding = 7, kMargin = 14, kGap = 16;

const Color& colorOf(StampInk ink, const Palette& palette) {
  if (ink == StampInk::Label) return palette.quietText;
  return ink == StampInk::Caution ? palette.caution : palette.text;
}

}  // namespace

Image drawFooter(const Stamp& stamp, const FooterRoom& room) {
  const double s = readableScale(room.width, room.scale);
  const TextPen pen(s);
  const double lines = (room.mostHeight - 2 * kPadding * s) / (kLineHeight * s);
  const StampRoom layoutRoom{room.width - 2 * kMargin * s, kGap * s,
                             static_cast<std::size_t>(std::max(0.0, lines)),
                             [&pen](const std::string& text) { return pen.width(text, TextSize::Small); }};
  const std::vector<StampLine> laidOut =
      layoutRoom.width > 0 ? layOut(stamp, layoutRoom) : std::vector<StampLine>{};
  if (laidOut.empty()) return {room.width, 0, {}};
  const Palette& palette = paletteOf(room.theme);
  const double height = 2 * kPadding * s + static_cast<double>(laidOut.size()) * kLineHeight * s;
  Image image = plainImage(room.width, static_cast<int>(height), palette.skyBottom);
  fillRows(image, 0, std::max(1, static_cast<int>(s)), palette.line);
  double middle = kPadding * s + kLineHeight * s / 2;
  for (const StampLine& line : laidOut) {
    for (const StampRun& run : line)
      pen.paint(image, {static_cast<int>(kMargin * s + run.x), static_cast<int>(middle)}, run.text,
                {TextSize::Small, colorOf(run.ink, palette)});
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
