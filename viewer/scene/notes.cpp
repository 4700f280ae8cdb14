#include "viewer/scene/notes.h"

#include <algorithm>
#include <cmath>

#include "viewer/state/wrapped_text.h"

namespace adit::viewer {
namespace {

// At scale 1, in pixels.
constexpr double kLine = 17, kPadding = 7, kStalk = 26, kWidest = 240, kMargin = 6;
constexpr std::size_t kMostLines = 6;

bool isFree(const PixelBox& box, const NoteRoom& room) {
  return std::none_of(room.taken.begin(), room.taken.end(),
                      [&](const PixelBox& other) { return box.meets(other); });
}

PixelBox broughtInside(PixelBox box, const NoteRoom& room) {
  const double margin = kMargin * room.scale;
  box.x = std::clamp(box.x, margin, std::max(margin, room.width - box.width - margin));
  box.y = std::clamp(box.y, margin, std::max(margin, room.height - box.height - margin));
  return box;
}

struct SeenNote {
  const Note* note;
  Pixel pin;
  double depth;
};

std::vector<SeenNote> seenNotes(const Projector& projector, const ViewState& state) {
  std::vector<SeenNote> seen;
  for (const Note& note : state.notes) {
    const auto pin = projector.toPixel(note.at);
    if (pin && pin->x >= 0 && pin->y >= 0 && pin->x <= projector.width() && pin->y <= projector.height())
      seen.push_back({&note, *pin, projector.depth(note.at)});
  }
  std::stable_sort(seen.begin(), seen.end(),
                   [](const SeenNote& a, const SeenNote& b) { return a.depth < b.depth; });
  return seen;
}

/// The line ends at the plate's nearest side.
Pixel nearestOf(const PixelBox& box, Pixel at) {
  return {std::clamp(at.x, box.x, box.x + box.width), std::clamp(at.y, box.y, box.y + box.height)};
}

void drawPin(Canvas& canvas, const Palette& palette, Pixel at) {
  const auto diamond = [&](double r) {
    return std::vector<Pixel>{{at.x - r, at.y}, {at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}};
  };
  canvas.area(diamond(6.5 * canvas.scale()), palette.skyBottom, 0.85);
  canvas.area(diamond(4 * canvas.scale()), palette.accent);
}

}  // namespace

PixelBox placeOfNote(Pixel pin, double width, double height, const NoteRoom& room) {
  const double stalk = kStalk * room.scale;
  PixelBox first;
  // In rings around the pin; in each to the upper right first, which is where one looks for a label.
  for (int ring = 1; ring <= 8; ++ring)
    for (const auto& [right, up] :
         {std::pair{1, 1}, {-1, 1}, {1, -1}, {-1, -1}, {0, 1}, {0, -1}, {1, 0}, {-1, 0}}) {
      const double x = pin.x + right * stalk * ring - (right < 0 ? width : right == 0 ? width / 2 : 0);
      const double y = pin.y + up * stalk * ring - (up < 0 ? height : up == 0 ? height / 2 : 0);
      const PixelBox box = broughtInside({x, y, width, height}, room);
      if (ring == 1 && right == 1 && up == 1) first = box;
      const bool onPin = box.meets({pin.x - 4, pin.y - 4, 8, 8});
      if (!onPin && isFree(box, room)) return box;
    }
  return first;
}

std::vector<PixelBox> drawNotes(Canvas& canvas, const Projector& projector, const ViewState& state,
                                NoteRoom room) {
  const Palette& palette = paletteOf(state.theme);
  const double s = room.scale;
  const TextRoom text{kWidest * s, kMostLines,
                      [&](const std::string& line) { return canvas.textWidth(line, TextSize::Normal); }};
  std::vector<PixelBox> plates;
  for (const SeenNote& seen : seenNotes(projector, state)) {
    const std::vector<std::string> lines = wrapped(seen.note->text, text);
    double widest = 0;
    for (const std::string& line : lines) widest = std::max(widest, text.measure(line));
    const double height = (static_cast<double>(lines.size()) * kLine + 2 * kPadding - 3) * s;
    const PixelBox box = placeOfNote(seen.pin, widest + (2 * kPadding + 4) * s, height, room);
    room.taken.push_back(box);
    plates.push_back(box);
    const Pixel end = nearestOf(box, seen.pin);
    canvas.line(seen.pin, end, palette.skyBottom, 3.5 * s, 0.7);
    canvas.line(seen.pin, end, palette.accent, 1.4 * s);
    drawPin(canvas, palette, seen.pin);
    canvas.rectangle({box.x, box.y}, box.width, box.height, palette.plate, 0.9);
    canvas.rectangle({box.x, box.y}, 3 * s, box.height, palette.accent);
    for (std::size_t i = 0; i < lines.size(); ++i)
      canvas.text({box.x + (kPadding + 4) * s,
                   box.y + box.height - (kPadding + 6.5 + static_cast<double>(i) * kLine) * s},
                  lines[i], {TextSize::Normal, palette.text});
  }
  return plates;
}

}  // namespace adit::viewer
