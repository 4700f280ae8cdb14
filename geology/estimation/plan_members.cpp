#include "geology/estimation/plan_members.h"

#include <algorithm>
#include <cmath>

namespace adit::estimation {

const ChoiceNames<Residual>& residualNames() {
  static const ChoiceNames<Residual> kNames{{"keep", Residual::Keep},
                                            {"discard", Residual::Discard},
                                            {"merge", Residual::Merge},
                                            {"distribute", Residual::Distribute}};
  return kNames;
}

const ChoiceNames<BelowDetection>& belowDetectionNames() {
  static const ChoiceNames<BelowDetection> kNames{{"as-read", BelowDetection::AsRead},
                                                  {"zero", BelowDetection::Zero},
                                                  {"half-limit", BelowDetection::HalfLimit},
                                                  {"limit-by-root-2", BelowDetection::LimitByRootTwo},
                                                  {"limit", BelowDetection::Limit}};
  return kNames;
}

void PlanValue::fail(const std::string& message) const {
  throw PlanFault{(path_.empty() ? "the plan" : path_) + ": " + message};
}

double PlanValue::number() const {
  if (!json_->is_number() || !std::isfinite(json_->get<double>())) fail("a number is wanted");
  return json_->get<double>();
}

std::size_t PlanValue::whole(std::size_t least, std::size_t most) const {
  const double value = json_->is_number() ? json_->get<double>() : -1;
  if (value != std::floor(value) || value < static_cast<double>(least) || value > static_cast<double>(most))
    fail("a whole number from " + std::to_string(least) + " to " + std::to_string(most) + " is wanted");
  return static_cast<std::size_t>(value);
}

std::string PlanValue::text() const {
  if (!json_->is_string()) fail("a text is wanted");
  return json_->get<std::string>();
}

std::size_t PlanValue::size() const {
  if (!json_->is_array()) fail("a list is wanted");
  return json_->size();
}

PlanValue PlanValue::item(std::size_t i) const {
  if (!json_->is_array() || json_->size() <= i) fail("a list with more members is wanted");
  return {(*json_)[i], path_ + "[" + std::to_string(i) + "]"};
}

std::array<double, 3> PlanValue::triple(const char* wanted) const {
  if (!json_->is_array() || json_->size() != 3) fail(std::string(wanted) + " is wanted");
  return {item(0).number(), item(1).number(), item(2).number()};
}

PlanMembers::PlanMembers(const PlanValue& value, std::initializer_list<const char*> known) : value_(value) {
  if (!value.json().is_object()) value.fail("an object { } is wanted");
  std::string all;
  for (const char* name : known) all += (all.empty() ? "" : ", ") + std::string(name);
  for (const auto& [name, unused] : value.json().items())
    if (std::find(known.begin(), known.end(), name) == known.end())
      value.fail("\"" + name + "\" is not known here; there are " + all);
}

std::optional<PlanValue> PlanMembers::find(const char* name) const {
  const auto it = value_.json().find(name);
  if (it == value_.json().end() || it->is_null()) return std::nullopt;
  return PlanValue(*it, (value_.path().empty() ? "" : value_.path() + ".") + name);
}

PlanValue PlanMembers::need(const char* name) const {
  const auto value = find(name);
  if (!value) value_.fail(std::string("\"") + name + "\" is missing");
  return *value;
}

double PlanMembers::number(const char* name, double otherwise) const {
  const auto value = find(name);
  return value ? value->number() : otherwise;
}

std::string PlanMembers::text(const char* name, const std::string& otherwise) const {
  const auto value = find(name);
  return value ? value->text() : otherwise;
}

std::size_t PlanMembers::whole(const char* name, std::size_t otherwise, std::size_t least,
                               std::size_t most) const {
  const auto value = find(name);
  return value ? value->whole(least, most) : otherwise;
}

}  // namespace adit::estimation
