#include "viewer/app/other_content.h"

#include <nlohmann/json.hpp>

#include "viewer/app/legend_access.h"

namespace adit::viewer {
namespace {

/// A plan has its estimator at the top; a record has the plan inside.
bool isEstimate(std::string_view bytes) {
  constexpr std::size_t kMostBytes = 4U << 20U;
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (bytes.size() > kMostBytes || first == std::string_view::npos || bytes[first] != '{') return false;
  const auto read = nlohmann::json::parse(bytes, nullptr, false);
  if (!read.is_object()) return false;
  const auto isPlan = [](const nlohmann::json& plan) {
    return plan.is_object() && plan.contains("estimator") && plan.contains("composites");
  };
  return isPlan(read) || (read.contains("plan") && isPlan(read["plan"]));
}

}  // namespace

std::optional<geology::Diagnostic> describeOther(const formats::Source& source) {
  if (auto legend = describeLegend(source)) return legend;
  if (!isEstimate(source.bytes)) return std::nullopt;
  return geology::Diagnostic{
      .severity = geology::Severity::Note,
      .code = "FMT-ESTIMATE",
      .file = source.path,
      .message = "this is the plan or the record of an estimate, and no part of a deposit",
      .remedy = "adit estimate FOLDER --plan FILE makes the model of a plan again"};
}

}  // namespace adit::viewer
