#include "viewer/legends/legend_file.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "viewer/legends/legend_reading.h"
#include "viewer/state/limits.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

using geology::Severity;

constexpr std::size_t kMostBytes = 4U << 20U;
constexpr std::size_t kMostCategories = 10'000;
constexpr const char* kExample = "write a table with the columns from,to,color,label or category,color";

std::string_view withoutMark(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.starts_with(kMark)) text.remove_prefix(kMark.size());
  return text;
}

bool isJson(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && text[first] == '{';
}

std::size_t lineOfByte(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte);
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

LegendDraft readJsonLegend(std::string_view text) {
  try {
    const auto json = nlohmann::json::parse(text);
    const auto format = json.find("format");
    if (format == json.end() || *format != "adit-legend")
      legendFault("LEG-UNKNOWN", 0, "it is JSON, but no legend of Adit", kExample);
  } catch (const nlohmann::json::parse_error& fault) {
    legendFault("LEG-BROKEN", lineOfByte(text, fault.byte), "the JSON breaks off or has a fault here",
                "correct the line, or export the legend again");
  } catch (const nlohmann::json::exception&) {
    legendFault("LEG-BROKEN", 0, "the JSON holds a number that is too large", "export the legend again");
  }
  OrError<Legend> read = legendFromJson(text);
  if (const auto* fault = std::get_if<CommandError>(&read))
    legendFault("LEG-BROKEN", 0, fault->message, "correct that member, or export the legend again");
  return {std::get<Legend>(std::move(read)), {}};
}

LegendDraft readAny(std::string_view text) {
  if (text.size() > kMostBytes)
    legendFault("LEG-UNKNOWN", 0, "it is larger than 4 MiB; no legend is", "choose another file");
  if (isJson(text)) return readJsonLegend(text);
  if (isLegendTable(text)) return readLegendTable(text);
  if (isPalette(text)) return readPalette(text);
  legendFault("LEG-UNKNOWN", 0,
              "it is no legend: neither JSON of Adit, nor a table that names a colour, nor a GMT palette",
              kExample);
}

/// What speaks against the legend for a column of that kind; empty when nothing does.
std::string misfit(const Legend& legend, const geology::Column& column) {
  if (column.isNumeric() && legend.kind == LegendKind::Category)
    return "the file has colours of categories, and '" + column.name + "' has numbers";
  if (!column.isNumeric() && legend.kind == LegendKind::Classed)
    return "the file has classes of numbers, and '" + column.name + "' has categories";
  return {};
}

}  // namespace

void legendFault(std::string code, std::size_t line, std::string message, std::string remedy) {
  throw LegendFault{{.severity = Severity::Error,
                     .code = std::move(code),
                     .file = {},
                     .line = line,
                     .message = std::move(message),
                     .remedy = std::move(remedy)}};
}

void LegendDraft::note(std::string code, std::size_t line, std::string message, std::string remedy) {
  notes.push_back({.severity = Severity::Note,
                   .code = std::move(code),
                   .file = {},
                   .line = line,
                   .message = std::move(message),
                   .remedy = std::move(remedy)});
}

void addClass(LegendDraft& draft, LegendClass added, std::size_t line) {
  if (!(added.lo < added.hi))
    legendFault("LEG-BAD-CLASS", line, "the class does not rise: its lower end is not below its upper end",
                "write the lower value first");
  if (draft.legend.classes.size() >= kMostClasses)
    legendFault("LEG-TOO-MANY", line, "there are more than 64 classes", "join classes, or use a GMT palette");
  draft.legend.kind = LegendKind::Classed;
  draft.legend.classes.push_back(std::move(added));
}

void addCategory(LegendDraft& draft, const std::string& name, const Color& color, std::size_t line) {
  if (name.empty())
    legendFault("LEG-BAD-CLASS", line, "the category has no name", "write the name, or remove the line");
  if (draft.legend.categories.size() >= kMostCategories)
    legendFault("LEG-TOO-MANY", line, "there are more than 10,000 categories", "choose another file");
  const auto [known, isNew] = draft.legend.categories.emplace(name, color);
  if (!isNew && known->second != color)
    legendFault("LEG-BAD-CLASS", line, "'" + name + "' has another colour on an earlier line",
                "keep one of the two lines");
  draft.legend.kind = LegendKind::Category;
  draft.legend.closed = true;  // what the file does not name is drawn in the warning colour
}

std::optional<Color> colorFromBytes(double r, double g, double b) {
  Color color{};
  const std::array<double, 3> channels{r, g, b};
  for (std::size_t c = 0; c < 3; ++c) {
    if (!(channels[c] >= 0 && channels[c] <= 255)) return std::nullopt;
    color[c] = static_cast<float>(channels[c] / 255);
  }
  return color;
}

LegendImport readLegend(const std::string& path, std::string_view text) {
  LegendImport result;
  try {
    LegendDraft draft = readAny(withoutMark(text));
    result.legend = std::move(draft.legend);
    result.diagnostics = std::move(draft.notes);
  } catch (LegendFault& fault) {
    result.diagnostics.push_back(std::move(fault.diagnostic));
  }
  for (geology::Diagnostic& diagnostic : result.diagnostics) diagnostic.file = path;
  return result;
}

LegendImport readLegendFor(const geology::Column& column, const std::string& path, std::string_view text) {
  LegendImport result = readLegend(path, text);
  if (!result.legend) return result;
  const std::string fault = misfit(*result.legend, column);
  if (fault.empty()) return result;
  result.legend.reset();
  result.diagnostics.push_back({.severity = Severity::Error,
                                .code = "LEG-WRONG-KIND",
                                .file = path,
                                .message = fault,
                                .remedy = "choose the legend of that column, or another column"});
  return result;
}

}  // namespace adit::viewer
