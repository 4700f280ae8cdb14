#include "viewer/publish/caption.h"

#include <algorithm>
#include <cmath>

#include "viewer/publish/text_pen.h"
#include "viewer/state/wrapped_text.h"

namespace adit::viewer {
namespace {

// At scale 1, in pixels. A caption is read from the back of a room: larger than the stamp.
constexpr double kTitle = 26, kLine = 20, kPadding = 10, kMargin = 22, kLarger = 1.15;
constexpr double kLongestLine = 900;  ///< longer lines lose the eye on the way back
constexpr std::size_t kMostLines = 4;

double scaleOf(const FooterRoom& room) {
  return kLarger * readableScale(room.width, room.scale);
}

std::vector<std::string> linesOf(const std::string& text, const FooterRoom& room, std::size_t most) {
  const double s = scaleOf(room);
  const TextPen pen(s);
  return wrapped(text, {std::min(room.width - 2 * kMargin * s, kLongestLine * s), most,
                        [&pen](const std::string& line) { return pen.width(line, TextSize::Normal); }});
}

}  // namespace

int captionHeight(const Caption& caption, const FooterRoom& room) {
  if (caption.empty()) return 0;
  const double lines = static_cast<double>(linesOf(caption.text, room, kMostLines).size());
  const double height = 2 * kPadding + (caption.title.empty() ? 0 : kTitle) + lines * kLine;
  return std::min(room.mostHeight, static_cast<int>(std::ceil(height * scaleOf(room))));
}

Image drawCaption(const Caption& caption, const FooterRoom& room, int height) {
  const double s = scaleOf(room);
  const TextPen pen(s);
  const Palette& palette = paletteOf(room.theme);
  Image image = plainImage(room.width, height, palette.plate);
  fillRows(image, 0, std::max(1, static_cast<int>(s)), palette.line);
  const int left = static_cast<int>(kMargin * s);
  double y = kPadding * s;
  if (!caption.title.empty()) {
    const std::vector<std::string> title = wrapped(
        caption.title, {room.width - 2 * kMargin * s, 1,
                        [&pen](const std::string& line) { return pen.width(line, TextSize::Large); }});
    if (!title.empty())
      pen.paint(image, {left, static_cast<int>(y + kTitle * s / 2 - 2 * s)}, title.front(),
                {TextSize::Large, palette.text});
    y += kTitle * s;
  }
  const auto most = static_cast<std::size_t>(std::max(0.0, (height - y - kPadding * s / 2) / (kLine * s)));
  for (const std::string& line : linesOf(caption.text, room, std::min(most, kMostLines))) {
    pen.paint(image, {left, static_cast<int>(y + kLine * s / 2)}, line, {TextSize::Normal, palette.text});
    y += kLine * s;
  }
  return image;
}

}  // namespace adit::viewer
