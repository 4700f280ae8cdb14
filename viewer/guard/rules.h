// The rules of disclosure as a file holds them: assets/rules/disclosure.json, which is part of the program.
#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "viewer/state/command.h"

namespace adit::viewer {

struct Rule {
  std::string id;        ///< stable
  bool required = true;  ///< severity "required": public mode refuses; "advised": it lets pass
  int since = 1;         ///< version of the rules that had it first
  std::string title, checks, why, source;
  friend bool operator==(const Rule&, const Rule&) = default;
};

struct RuleBook {
  int version = 0;
  std::vector<Rule> rules;
};

OrError<RuleBook> parseRules(std::string_view json);
/// The rules of this program.
const RuleBook& ruleBook();

/// Made by viewer/guard/CMakeLists.txt from assets/rules/disclosure.json.
std::string_view ruleText();

}  // namespace adit::viewer
