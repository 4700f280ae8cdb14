// Legends as small open text files: Adit's own JSON, tables of classes or categories, GMT colour palettes.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "geology/model/column.h"
#include "geology/model/diagnostic.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// A legend, or none beside a diagnostic of severity Error that says why. A file with one bad line gives
/// none: half a legend would colour what is there as if the rest did not exist.
struct LegendImport {
  std::optional<Legend> legend;
  geology::Diagnostics diagnostics;
};

/// Recognised by content: JSON with "format": "adit-legend"; a delimited table with a header that names a
/// colour; a GMT colour palette table. `path` is for messages.
LegendImport readLegend(const std::string& path, std::string_view text);
/// The same for one column: classes and ranges need numbers, categories need texts.
LegendImport readLegendFor(const geology::Column& column, const std::string& path, std::string_view text);

enum class LegendFormat { Json, Table, Palette };
/// By the ending of a name: .json, .csv, .cpt; nothing for others.
std::optional<LegendFormat> legendFormatOf(std::string_view path);
/// The legend of a column as it is seen: ends chosen from the values and colours chosen by themselves are
/// written out. Nothing where the format has no such legend: a continuous one is no table.
std::optional<std::string> legendText(const Legend& legend, const geology::Column& column,
                                      LegendFormat format);

}  // namespace adit::viewer
