// The table that adit report writes as JSON.
#include <nlohmann/json.hpp>

#include "viewer/guard/table_facts.h"
#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

using Json = nlohmann::json;

constexpr int kMostDepth = 32;
constexpr std::size_t kMostLines = 10'000;

std::string textOf(const Json& object, const char* member) {
  const auto it = object.find(member);
  return it != object.end() && it->is_string() ? it->get<std::string>() : std::string();
}

/// A number as it is written, a text as it is; empty for null and for nothing.
std::string cellOf(const Json& object, const char* member) {
  const auto it = object.find(member);
  if (it == object.end()) return {};
  if (it->is_string()) return it->get<std::string>();
  return it->is_number() ? commandNumber(it->get<double>()) : std::string();
}

/// Members of an object, or of a list of objects.
template <typename Visit>
void eachObject(const Json& object, const char* member, const Visit& visit) {
  const auto it = object.find(member);
  if (it == object.end() || !it->is_array()) return;
  for (const Json& entry : *it)
    if (entry.is_object()) visit(entry);
}

std::string nameOf(const Json& line) {
  const std::string kind = textOf(line, "kind");
  const std::string name = kind.empty() || kind == "class" ? textOf(line, "class") : kind;
  const std::string group = textOf(line, "group");
  return group.empty() ? name : group + " " + name;
}

ReportedLine lineOf(const Json& json) {
  ReportedLine line;
  line.name = nameOf(json);
  line.classes = classesIn(textOf(json, "kind") + " " + textOf(json, "class"));
  line.cutOff = !cellOf(json, "cutoff").empty();
  line.tonnes = cellOf(json, "tonnes");
  eachObject(json, "grades", [&](const Json& grade) {
    line.grades.push_back(cellOf(grade, "mean"));
    line.metal.push_back(cellOf(grade, "metalTonnes"));
  });
  return line;
}

void addColumns(const Json& line, DisclosureFacts& facts) {
  eachObject(line, "grades", [&](const Json& grade) {
    NamedUnit column{textOf(grade, "name"), textOf(grade, "unit")};
    for (const NamedUnit& known : facts.shown)
      if (known == column) return;
    facts.shown.push_back(std::move(column));
  });
}

DisclosureFacts factsOf(const Json& root) {
  DisclosureFacts facts;
  const auto synthetic = root.find("synthetic");
  facts.synthetic = synthetic != root.end() && *synthetic == true;
  for (const char* member : {"person", "basis", "code", "kind", "study", "caution"})
    takeStatement(facts.stated, member, textOf(root, member));
  takeStatement(facts.stated, "effective date", textOf(root, "effectiveDate"));
  eachObject(root, "lines", [&](const Json& line) {
    if (facts.lines.size() >= kMostLines) return;
    facts.lines.push_back(lineOf(line));
    addColumns(line, facts);
  });
  facts.atHand = facts.shown;
  return facts;
}

}  // namespace

std::optional<DisclosureFacts> factsOfJsonTable(std::string_view bytes) {
  bool deep = false;
  const auto limit = [&deep](int depth, Json::parse_event_t, Json&) {
    deep = deep || depth > kMostDepth;
    return !deep;
  };
  const Json root = Json::parse(bytes.begin(), bytes.end(), limit, false);
  if (deep || !root.is_object() || !root.contains("lines") || !root["lines"].is_array()) return std::nullopt;
  return factsOf(root);
}

}  // namespace adit::viewer
