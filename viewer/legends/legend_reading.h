// What the readers of the legend formats share.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "viewer/legends/legend_file.h"

namespace adit::viewer {

/// Thrown inside a reader of legends, caught by readLegend.
struct LegendFault {
  geology::Diagnostic diagnostic;
};
[[noreturn]] void legendFault(std::string code, std::size_t line, std::string message, std::string remedy);

/// What a reader makes: the legend and its notes.
struct LegendDraft {
  Legend legend;
  geology::Diagnostics notes;

  void note(std::string code, std::size_t line, std::string message, std::string remedy);
};

/// Adds a class; too many, and ends that do not rise, are faults of that line.
void addClass(LegendDraft& draft, LegendClass added, std::size_t line);
/// Adds a category; a second colour for one name is a fault of that line.
void addCategory(LegendDraft& draft, const std::string& name, const Color& color, std::size_t line);

/// 0..255 in three channels; nothing outside.
std::optional<Color> colorFromBytes(double r, double g, double b);

// ---- one a format; each begins after the byte order mark
bool isLegendTable(std::string_view text);
LegendDraft readLegendTable(std::string_view text);
bool isPalette(std::string_view text);
LegendDraft readPalette(std::string_view text);

}  // namespace adit::viewer
