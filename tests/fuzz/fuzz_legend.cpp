// Any bytes as a legend: a reason, or a legend that can be drawn, kept in a view, written and read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "viewer/legends/legend_file.h"
#include "viewer/state/colormap.h"
#include "viewer/state/state_json.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace adit;
  static const auto kNumbers = geology::numericColumn("cu", {0.1F, geology::kMissing, 2.5F});
  static const auto kTexts = geology::categoryColumn("rock", {"POR", "", "AND"});
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const geology::Column* column : {&kNumbers, &kTexts}) {
    const auto read = viewer::readLegendFor(*column, "fuzz", text);
    if (!read.legend) {
      if (read.diagnostics.empty() || read.diagnostics.back().remedy.empty()) std::abort();
      continue;
    }
    viewer::resolveLegend(*read.legend, *column);
    const auto kept = viewer::legendFromJson(viewer::toJson(*read.legend));
    if (!std::holds_alternative<viewer::Legend>(kept)) std::abort();
    using enum viewer::LegendFormat;
    for (const auto format : {Json, Table, Palette})
      if (const auto written = viewer::legendText(*read.legend, *column, format))
        if (format == Json && !viewer::readLegendFor(*column, "again", *written).legend) std::abort();
  }
  return 0;
}
