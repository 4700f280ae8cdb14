#include "geology/estimation/plan_edit.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <variant>
#include <vector>

#include "geology/estimation/plan_members.h"

namespace adit::estimation {
namespace {

using Json = nlohmann::ordered_json;
using Step = std::variant<std::string, std::size_t>;  // a member, or an item of a list

[[noreturn]] void failPath(std::string_view path) {
  throw PlanFault{"'" + std::string(path) + "' leads nowhere: members are named as \"passes[0].reach\""};
}

std::vector<Step> stepsOf(std::string_view path) {
  std::vector<Step> steps;
  std::string_view rest = path;
  while (!rest.empty()) {
    if (rest.front() == '[') {
      const std::size_t close = rest.find(']');
      std::size_t item = 0;
      if (close == std::string_view::npos) failPath(path);
      const auto [end, error] = std::from_chars(rest.data() + 1, rest.data() + close, item);
      if (error != std::errc{} || end != rest.data() + close) failPath(path);
      steps.emplace_back(item);
      rest.remove_prefix(close + 1);
    } else {
      if (rest.front() == '.' && !steps.empty()) rest.remove_prefix(1);
      const std::size_t end = std::min(rest.find_first_of(".["), rest.size());
      if (end == 0) failPath(path);
      steps.emplace_back(std::string(rest.substr(0, end)));
      rest.remove_prefix(end);
    }
  }
  if (steps.empty()) failPath(path);
  return steps;
}

/// The member or item; one that is not there yet is made where it can be.
Json& stepInto(Json& json, const Step& step, std::string_view path) {
  if (const auto* name = std::get_if<std::string>(&step)) {
    if (!json.is_object() && !json.is_null()) failPath(path);
    return json[*name];
  }
  const std::size_t item = std::get<std::size_t>(step);
  if (json.is_null()) json = Json::array();
  if (!json.is_array() || item > json.size()) failPath(path);
  if (item == json.size()) json.push_back(nullptr);
  return json[item];
}

void remove(Json& json, const Step& step, std::string_view path) {
  if (const auto* name = std::get_if<std::string>(&step)) {
    if (!json.is_object()) failPath(path);
    json.erase(*name);
    return;
  }
  const std::size_t item = std::get<std::size_t>(step);
  if (!json.is_array() || item >= json.size()) failPath(path);
  json.erase(item);
}

Json valueOf(std::string_view text) {
  Json value = Json::parse(text, nullptr, false);
  return value.is_discarded() ? Json(std::string(text)) : value;
}

}  // namespace

PlanReading planWith(const EstimationPlan& plan, std::string_view path, std::string_view value) {
  try {
    Json json = Json::parse(planToJson(plan));
    const std::vector<Step> steps = stepsOf(path);
    Json* place = &json;
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) place = &stepInto(*place, steps[i], path);
    if (value == "none")
      remove(*place, steps.back(), path);
    else
      stepInto(*place, steps.back(), path) = valueOf(value);
    return planFromJson(json.dump());
  } catch (const PlanFault& fault) {
    return {std::nullopt, fault.text};
  }
}

std::string planToLine(const EstimationPlan& plan) {
  return Json::parse(planToJson(plan)).dump();
}

std::string estimatorToLine(const Estimator& estimator) {
  EstimationPlan plan;
  plan.estimator = estimator;
  return Json::parse(planToJson(plan))["estimator"].dump();
}

}  // namespace adit::estimation
