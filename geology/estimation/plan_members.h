// Reading JSON with the place of every fault.
#pragma once
#include <array>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geology/estimation/compositing.h"

namespace adit::estimation {

struct PlanFault {
  std::string text;
};

template <class T>
using ChoiceNames = std::vector<std::pair<const char*, T>>;

const ChoiceNames<Residual>& residualNames();
const ChoiceNames<BelowDetection>& belowDetectionNames();

template <class T>
const char* nameOf(T value, const ChoiceNames<T>& names) {
  for (const auto& [name, choice] : names)
    if (choice == value) return name;
  return "";
}

/// A value and the way to it, e.g. "passes[0].reach". Every reading throws PlanFault where the kind is wrong.
class PlanValue {
 public:
  PlanValue(const nlohmann::json& json, std::string path) : json_(&json), path_(std::move(path)) {}

  [[noreturn]] void fail(const std::string& message) const;
  const nlohmann::json& json() const { return *json_; }
  const std::string& path() const { return path_; }

  bool isNumber() const { return json_->is_number(); }
  double number() const;
  std::size_t whole(std::size_t least, std::size_t most) const;
  std::string text() const;
  std::size_t size() const;  ///< of a list
  PlanValue item(std::size_t i) const;
  std::array<double, 3> triple(const char* wanted) const;

 private:
  const nlohmann::json* json_;
  std::string path_;
};

/// The members of an object, all of which are known.
class PlanMembers {
 public:
  PlanMembers(const PlanValue& value, std::initializer_list<const char*> known);

  std::optional<PlanValue> find(const char* name) const;
  PlanValue need(const char* name) const;
  double number(const char* name, double otherwise) const;
  std::string text(const char* name, const std::string& otherwise) const;
  std::size_t whole(const char* name, std::size_t otherwise, std::size_t least, std::size_t most) const;

  template <class T>
  T choice(const char* name, T otherwise, const ChoiceNames<T>& names) const {
    const auto value = find(name);
    if (!value) return otherwise;
    std::string all;
    for (const auto& [text, result] : names) {
      if (value->text() == text) return result;
      all += (all.empty() ? "" : ", ") + std::string(text);
    }
    value->fail("is one of " + all);
  }

 private:
  PlanValue value_;
};

}  // namespace adit::estimation
