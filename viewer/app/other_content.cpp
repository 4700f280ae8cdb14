#include "viewer/app/other_content.h"

#include <nlohmann/json.hpp>

#include "viewer/app/legend_access.h"

namespace adit::viewer {
namespace {

/// A JSON object, or null.
nlohmann::json objectOf(std::string_view bytes) {
  constexpr std::size_t kMostBytes = 4U << 20U;
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  if (bytes.size() > kMostBytes || first == std::string_view::npos || bytes[first] != '{') return nullptr;
  nlohmann::json read = nlohmann::json::parse(bytes, nullptr, false);
  return read.is_object() ? read : nlohmann::json(nullptr);
}

/// The object itself, or the plan inside a record, has both of these members.
bool isPlanWith(const nlohmann::json& read, const char* one, const char* other) {
  const auto isPlan = [&](const nlohmann::json& plan) {
    return plan.is_object() && plan.contains(one) && plan.contains(other);
  };
  return isPlan(read) || (read.is_object() && read.contains("plan") && isPlan(read["plan"]));
}

}  // namespace

std::optional<geology::Diagnostic> describeOther(const formats::Source& source) {
  if (auto legend = describeLegend(source)) return legend;
  const nlohmann::json read = objectOf(source.bytes);
  if (isPlanWith(read, "slopes", "metals") || isPlanWith(read, "slopes", "values"))
    return geology::Diagnostic{.severity = geology::Severity::Note,
                               .code = "FMT-PIT",
                               .file = source.path,
                               .message = "this is the plan of a pit, and no part of a deposit",
                               .remedy = "adit pit FOLDER --plan FILE makes the pit"};
  if (!isPlanWith(read, "estimator", "composites")) return std::nullopt;
  return geology::Diagnostic{
      .severity = geology::Severity::Note,
      .code = "FMT-ESTIMATE",
      .file = source.path,
      .message = "this is the plan or the record of an estimate, and no part of a deposit",
      .remedy = "adit estimate FOLDER --plan FILE makes the model of a plan again"};
}

}  // namespace adit::viewer
