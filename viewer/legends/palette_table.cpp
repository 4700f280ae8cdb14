// GMT colour palette tables (.cpt). Source: The Generic Mapping Tools documentation, "Color palette tables":
// slices `z0 color z1 color [LUB] [;label]`, categories `key color [;label]`, colours for values outside in
// lines B, F and N; colours as r/g/b or r g b, h-s-v, #rrggbb, a grey, or a name.
#include <algorithm>
#include <array>
#include <cmath>

#include "geology/formats/delimited.h"
#include "geology/formats/text_lines.h"
#include "viewer/legends/legend_reading.h"
#include "viewer/state/color_text.h"
#include "viewer/state/limits.h"

namespace adit::viewer {
namespace {

using Words = std::vector<std::string_view>;

struct NamedColor {
  std::string_view name;
  std::string_view hex;
};
/// The commonest of GMT's colour names; the values are those of X11.
constexpr std::array<NamedColor, 16> kNamed{{{"black", "#000000"},
                                             {"white", "#ffffff"},
                                             {"red", "#ff0000"},
                                             {"green", "#00ff00"},
                                             {"blue", "#0000ff"},
                                             {"yellow", "#ffff00"},
                                             {"cyan", "#00ffff"},
                                             {"magenta", "#ff00ff"},
                                             {"gray", "#bebebe"},
                                             {"grey", "#bebebe"},
                                             {"orange", "#ffa500"},
                                             {"brown", "#a52a2a"},
                                             {"purple", "#a020f0"},
                                             {"pink", "#ffc0cb"},
                                             {"darkgreen", "#006400"},
                                             {"navy", "#000080"}}};

/// Hue 0..360, saturation and value 0..1 (Smith, "Color gamut transform pairs", 1978).
std::optional<Color> fromHsv(double h, double s, double v) {
  if (!(h >= 0 && h <= 360 && s >= 0 && s <= 1 && v >= 0 && v <= 1)) return std::nullopt;
  Color color{};
  const std::array<double, 3> shifts{5, 3, 1};
  for (std::size_t c = 0; c < 3; ++c) {
    const double k = std::fmod(shifts[c] + h / 60, 6);
    color[c] = static_cast<float>(v - v * s * std::clamp(std::min(k, 4 - k), 0.0, 1.0));
  }
  return color;
}

std::optional<std::array<double, 3>> threeNumbers(std::string_view text, char separator) {
  std::array<double, 3> numbers{};
  for (std::size_t i = 0; i < 3; ++i) {
    const std::size_t end = i < 2 ? text.find(separator) : text.size();
    if (end == std::string_view::npos) return std::nullopt;
    const auto number = formats::parseNumber(text.substr(0, end));
    if (!number) return std::nullopt;
    numbers[i] = *number;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return numbers;
}

/// A colour in one word.
std::optional<Color> colorOfWord(std::string_view word) {
  if (word.starts_with('#')) return colorFromHex(word);
  if (const auto rgb = threeNumbers(word, '/')) return colorFromBytes((*rgb)[0], (*rgb)[1], (*rgb)[2]);
  if (const auto hsv = threeNumbers(word, '-')) return fromHsv((*hsv)[0], (*hsv)[1], (*hsv)[2]);
  if (const auto grey = formats::parseNumber(word)) return colorFromBytes(*grey, *grey, *grey);
  for (const NamedColor& named : kNamed)
    if (named.name == word) return colorFromHex(named.hex);
  return std::nullopt;
}

Words wordsOf(std::string_view line) {
  Words words;
  for (std::string_view word = formats::takeWord(line); !word.empty(); word = formats::takeWord(line))
    words.push_back(word);
  return words;
}

bool isOutsideLine(const Words& words) {
  return words.size() >= 2 && (words[0] == "B" || words[0] == "F" || words[0] == "N");
}

/// A line without its label: what stands behind the semicolon.
struct PaletteLine {
  Words words;
  std::string label;
  std::size_t number = 0;
};

PaletteLine splitLine(std::string_view line, std::size_t number) {
  const std::size_t semicolon = std::min(line.find(';'), line.size());
  PaletteLine split{wordsOf(line.substr(0, semicolon)), {}, number};
  const std::string_view label = line.substr(std::min(semicolon + 1, line.size()));
  split.label = formats::validUtf8(formats::trimBlanks(label));
  constexpr std::string_view kAnnotations = "LUB";  // which ends GMT writes a number at
  if (split.words.size() > 2 && split.words.back().size() == 1 &&
      kAnnotations.find(split.words.back().front()) != std::string_view::npos)
    split.words.pop_back();
  return split;
}

/// From one value to the next, with a colour at each.
struct Slice {
  double lo, hi;
  Color first, last;
  std::string label;
  std::size_t line;
};

class PaletteReading {
 public:
  void take(std::string_view text, std::size_t number) {
    if (text.starts_with('#')) return takeComment(text);
    const PaletteLine line = splitLine(text, number);
    if (line.words.empty()) return;
    if (isOutsideLine(line.words)) {
      if (outsideLine_ == 0) outsideLine_ = number;
      return;
    }
    switch (line.words.size()) {
      case 2:
        return addCategory(draft_, formats::validUtf8(line.words[0]), need(colorOfWord(line.words[1]), line),
                           number);
      case 4:
        return takeSlice(line, need(colorOfWord(line.words[1]), line),
                         need(colorOfWord(line.words[3]), line));
      case 8:
        return takeSlice(line, threeWords(line, 1), threeWords(line, 5));
      default:
        legendFault("LEG-BROKEN", number, "the line is neither a slice nor a category of a GMT palette",
                    "write it as z0 r/g/b z1 r/g/b, or key r/g/b");
    }
  }

  LegendDraft finish() {
    if (!slices_.empty() && !draft_.legend.categories.empty())
      legendFault("LEG-BROKEN", slices_.front().line, "the palette has both slices and categories",
                  "keep one of the two");
    if (slices_.empty() && draft_.legend.categories.empty())
      legendFault("LEG-EMPTY", 0, "the palette has no slice", "export the legend again");
    if (!slices_.empty()) isStepped() ? makeClasses() : makeStops();
    if (outsideLine_ != 0)
      draft_.note("LEG-OUTSIDE-COLORS", outsideLine_, "the colours for values outside (B, F, N) are not used",
                  "nothing: Adit draws such values in its warning colour and counts them");
    return std::move(draft_);
  }

 private:
  /// "# COLOR_MODEL = HSV" turns r g b into hue, saturation, value.
  void takeComment(std::string_view text) {
    if (text.find("COLOR_MODEL") == std::string_view::npos) return;
    hsv_ = text.find("HSV") != std::string_view::npos || text.find("hsv") != std::string_view::npos;
  }

  static Color need(const std::optional<Color>& color, const PaletteLine& line) {
    if (!color)
      legendFault("LEG-BAD-COLOR", line.number, "the line has no colour that can be understood",
                  "write colours as r/g/b from 0 to 255, or #rrggbb");
    return *color;
  }

  Color threeWords(const PaletteLine& line, std::size_t first) const {
    std::array<double, 3> channels{};
    for (std::size_t c = 0; c < 3; ++c)
      channels[c] = formats::parseNumber(line.words[first + c]).value_or(-1);
    return need(hsv_ ? fromHsv(channels[0], channels[1], channels[2])
                     : colorFromBytes(channels[0], channels[1], channels[2]),
                line);
  }

  void takeSlice(const PaletteLine& line, const Color& first, const Color& last) {
    const std::size_t upper = line.words.size() / 2;
    const auto lo = formats::parseNumber(line.words[0]);
    const auto hi = formats::parseNumber(line.words[upper]);
    if (!lo || !hi)
      legendFault("LEG-BAD-NUMBER", line.number, "a slice begins and ends with a number; this one does not",
                  "write it as z0 r/g/b z1 r/g/b");
    if (!(*lo < *hi) || (!slices_.empty() && *lo < slices_.back().hi))
      legendFault("LEG-BAD-CLASS", line.number, "the values of the slices do not rise", "sort the slices");
    if (slices_.size() >= kMostStops / 2)
      legendFault("LEG-TOO-MANY", line.number, "there are more than 512 slices", "export fewer colours");
    slices_.push_back({*lo, *hi, first, last, line.label, line.number});
  }

  bool isStepped() const {
    return slices_.size() <= kMostClasses &&
           std::all_of(slices_.begin(), slices_.end(), [](const Slice& s) { return s.first == s.last; });
  }

  void makeClasses() {
    for (const Slice& slice : slices_)
      addClass(draft_, {slice.lo, slice.hi, slice.first, slice.label}, slice.line);
  }

  void makeStops() {
    for (std::size_t i = 1; i < slices_.size(); ++i)
      if (slices_[i].lo != slices_[i - 1].hi)
        legendFault("LEG-BAD-CLASS", slices_[i].line, "the slice does not begin where the one before it ends",
                    "close the gap: between them there is no colour");
    const double lo = slices_.front().lo, width = slices_.back().hi - lo;
    if (!std::isfinite(width))
      legendFault("LEG-BAD-NUMBER", slices_.back().line, "the values reach too far",
                  "export the legend again");
    draft_.legend.lo = lo;
    draft_.legend.hi = slices_.back().hi;
    for (const Slice& slice : slices_) {
      draft_.legend.stops.push_back({std::clamp((slice.lo - lo) / width, 0.0, 1.0), slice.first});
      draft_.legend.stops.push_back({std::clamp((slice.hi - lo) / width, 0.0, 1.0), slice.last});
    }
    // Where one slice goes over into the next without a step, one stop says it.
    const auto same = std::unique(draft_.legend.stops.begin(), draft_.legend.stops.end());
    draft_.legend.stops.erase(same, draft_.legend.stops.end());
  }

  LegendDraft draft_;
  std::vector<Slice> slices_;
  std::size_t outsideLine_ = 0;  ///< 0: none
  bool hsv_ = false;
};

}  // namespace

bool isPalette(std::string_view text) {
  constexpr std::size_t kLinesToSearch = 200;
  formats::LineScanner lines(text);
  std::string_view line;
  for (std::size_t i = 0; i < kLinesToSearch && lines.next(line); ++i) {
    const Words words = splitLine(line, 0).words;
    if (words.empty() || line.starts_with('#')) continue;
    if (isOutsideLine(words)) return true;
    const bool slice = words.size() == 4 || words.size() == 8;
    return (slice && formats::parseNumber(words[0]).has_value()) ||
           (words.size() == 2 && colorOfWord(words[1]).has_value());
  }
  return false;
}

LegendDraft readPalette(std::string_view text) {
  PaletteReading reading;
  formats::LineScanner lines(text);
  for (std::string_view line; lines.next(line);) reading.take(line, lines.line());
  return reading.finish();
}

}  // namespace adit::viewer
