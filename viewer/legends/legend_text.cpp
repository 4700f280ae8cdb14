// Legends to text. What is written is what is seen: automatic ends and colours are decided first.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "geology/formats/csv_line.h"
#include "geology/formats/text_lines.h"
#include "viewer/legends/legend_file.h"
#include "viewer/state/color_text.h"
#include "viewer/state/colormap.h"
#include "viewer/state/command.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// The legend with everything decided for that column.
Legend decided(Legend legend, const geology::Column& column) {
  const ResolvedLegend resolved = resolveLegend(legend, column);
  legend.kind = resolved.kind;
  if (resolved.kind == LegendKind::Continuous) {
    legend.lo = resolved.lo;
    legend.hi = resolved.hi;
    legend.logarithmic = resolved.logarithmic;
  }
  for (std::size_t code = 0; code < resolved.categoryNames.size(); ++code)
    if (resolved.categoryKnown[code])
      legend.categories[resolved.categoryNames[code]] = resolved.categoryColors[code];
  return legend;
}

std::string jsonText(const Legend& legend, const geology::Column& column) {
  nlohmann::ordered_json json{{"format", "adit-legend"}, {"version", 1}, {"column", column.name}};
  json.update(nlohmann::ordered_json::parse(toJson(legend)));
  return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

std::string tableText(const Legend& legend) {
  std::ostringstream out;
  formats::CsvLine line;
  if (legend.kind == LegendKind::Category) {
    out << "category,color\n";
    for (const auto& [name, color] : legend.categories) {
      line.text(name);
      line.text(hexOf(color));
      line.end(out);
    }
    return out.str();
  }
  out << "from,to,color,label\n";
  for (const LegendClass& one : legend.classes) {
    line.number(std::isfinite(one.lo) ? one.lo : kNone);
    line.number(std::isfinite(one.hi) ? one.hi : kNone);
    line.text(hexOf(one.color));
    line.text(one.label);
    line.end(out);
  }
  return out.str();
}

// ---- GMT colour palette tables

/// "255/128/0".
std::string slashed(const Color& color) {
  std::string text;
  for (const float channel : color)
    text += (text.empty() ? "" : "/") + std::to_string(std::lround(std::clamp(channel, 0.0F, 1.0F) * 255.0F));
  return text;
}

std::string sliceLine(double lo, const Color& first, double hi, const Color& last) {
  return commandNumber(lo) + "\t" + slashed(first) + "\t" + commandNumber(hi) + "\t" + slashed(last);
}

/// Classes by rising value. A palette has no open ends: these end where the column does.
std::vector<LegendClass> risingClasses(std::vector<LegendClass> classes, const geology::Column& column) {
  const auto [lowest, highest] = geology::valueRange(column);
  std::sort(classes.begin(), classes.end(),
            [](const LegendClass& a, const LegendClass& b) { return a.lo < b.lo; });
  for (LegendClass& one : classes) {
    if (std::isinf(one.lo)) one.lo = std::min(static_cast<double>(lowest), one.hi - 1);
    if (std::isinf(one.hi)) one.hi = std::max(static_cast<double>(highest), one.lo + 1);
  }
  return classes;
}

std::optional<std::string> classedPalette(const Legend& legend, const geology::Column& column) {
  std::string text;
  double end = -std::numeric_limits<double>::infinity();
  for (const LegendClass& one : risingClasses(legend.classes, column)) {
    if (!std::isfinite(one.lo) || !std::isfinite(one.hi) || one.lo < end) return std::nullopt;
    end = one.hi;
    text +=
        sliceLine(one.lo, one.color, one.hi, one.color) + (one.label.empty() ? "" : "\t;" + one.label) + "\n";
  }
  return text;
}

std::optional<std::string> categoryPalette(const Legend& legend) {
  std::string text;
  for (const auto& [name, color] : legend.categories) {
    const bool oneWord = name.find_first_of(" \t\r\n;#") == std::string::npos;
    if (!oneWord || name == "B" || name == "F" || name == "N") return std::nullopt;
    text += name + "\t" + slashed(color) + "\n";
  }
  return text;
}

/// The stops from 0 to 1; a map has as many as it is drawn with. A logarithmic range is no straight line
/// between two stops of its own, so it is sampled, too.
std::vector<ColorStop> stopsOf(const Legend& legend) {
  std::vector<ColorStop> stops = legend.stops;
  if (stops.empty() || legend.logarithmic) {
    stops.clear();
    const std::vector<Color> ramp = colorRamp(legend);
    for (std::size_t i = 0; i < ramp.size(); ++i)
      stops.push_back({static_cast<double>(i) / static_cast<double>(ramp.size() - 1), ramp[i]});
    return stops;
  }
  if (legend.reversed) {
    std::reverse(stops.begin(), stops.end());
    for (ColorStop& stop : stops) stop.at = 1 - stop.at;
  }
  stops.insert(stops.begin(), {0, stops.front().color});
  stops.push_back({1, stops.back().color});
  return stops;
}

std::string continuousPalette(const Legend& legend) {
  const double lo = *legend.lo, hi = *legend.hi;
  const auto valueAt = [&](double t) {
    return legend.logarithmic ? lo * std::pow(hi / lo, t) : lo + (hi - lo) * t;
  };
  const std::vector<ColorStop> stops = stopsOf(legend);
  std::string text;
  for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
    const double from = valueAt(stops[i].at), to = valueAt(stops[i + 1].at);
    if (from < to) text += sliceLine(from, stops[i].color, to, stops[i + 1].color) + "\n";
  }
  return text;
}

std::optional<std::string> paletteText(const Legend& legend, const geology::Column& column) {
  const std::string head = "# " + column.name + (column.unit.empty() ? "" : ", " + column.unit) + "\n";
  std::optional<std::string> body;
  if (legend.kind == LegendKind::Continuous) body = continuousPalette(legend);
  if (legend.kind == LegendKind::Classed) body = classedPalette(legend, column);
  if (legend.kind == LegendKind::Category) body = categoryPalette(legend);
  if (!body || body->empty()) return std::nullopt;
  return head + *body;
}

}  // namespace

std::optional<LegendFormat> legendFormatOf(std::string_view path) {
  const std::size_t dot = path.find_last_of('.');
  const std::string_view ending = dot == std::string_view::npos ? std::string_view() : path.substr(dot);
  if (formats::equalIgnoringCase(ending, ".json")) return LegendFormat::Json;
  if (formats::equalIgnoringCase(ending, ".csv")) return LegendFormat::Table;
  if (formats::equalIgnoringCase(ending, ".cpt")) return LegendFormat::Palette;
  return std::nullopt;
}

std::optional<std::string> legendText(const Legend& legend, const geology::Column& column,
                                      LegendFormat format) {
  const Legend seen = decided(legend, column);
  switch (format) {
    case LegendFormat::Json:
      return jsonText(seen, column);
    case LegendFormat::Table:
      if (seen.kind == LegendKind::Continuous) return std::nullopt;
      return tableText(seen);
    case LegendFormat::Palette:
      return paletteText(seen, column);
  }
  return std::nullopt;
}

}  // namespace adit::viewer
