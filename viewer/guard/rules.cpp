#include "viewer/guard/rules.h"

#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

namespace adit::viewer {
namespace {

using Json = nlohmann::json;

struct BadRules {
  std::string message;
};

std::string textOf(const Json& rule, const char* member) {
  const auto it = rule.find(member);
  if (it == rule.end() || !it->is_string() || it->get<std::string>().empty())
    throw BadRules{std::string("a rule has no \"") + member + "\""};
  return it->get<std::string>();
}

Rule ruleOf(const Json& json) {
  if (!json.is_object()) throw BadRules{"a rule is no object"};
  Rule rule;
  rule.id = textOf(json, "id");
  const std::string severity = textOf(json, "severity");
  if (severity != "required" && severity != "advised")
    throw BadRules{rule.id + ": \"severity\" is neither required nor advised"};
  rule.required = severity == "required";
  rule.since = json.value("since", 0);
  if (rule.since < 1) throw BadRules{rule.id + ": \"since\" is no version"};
  rule.title = textOf(json, "title");
  rule.checks = textOf(json, "checks");
  rule.why = textOf(json, "why");
  rule.source = textOf(json, "source");
  return rule;
}

}  // namespace

OrError<RuleBook> parseRules(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    if (!json.is_object() || json.value("format", "") != "adit-disclosure-rules" || !json.contains("rules"))
      return CommandError{"these are no rules of disclosure"};
    RuleBook book{json.value("version", 0), {}};
    std::set<std::string> ids;
    for (const Json& rule : json["rules"]) {
      book.rules.push_back(ruleOf(rule));
      if (!ids.insert(book.rules.back().id).second)
        return CommandError{"two rules are called " + book.rules.back().id};
    }
    return book;
  } catch (const BadRules& fault) {
    return CommandError{fault.message};
  } catch (const Json::exception& fault) {
    return CommandError{fault.what()};
  }
}

const RuleBook& ruleBook() {
  static const RuleBook kBook = [] {
    OrError<RuleBook> read = parseRules(ruleText());
    if (const auto* fault = std::get_if<CommandError>(&read)) throw std::logic_error(fault->message);
    return std::get<RuleBook>(std::move(read));
  }();
  return kBook;
}

}  // namespace adit::viewer
