#include "geology/planning/plan_lines.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>

#include "geology/model/plain_text.h"
#include "geology/planning/plan_words.h"

namespace adit::planning {
namespace {

using geology::MinePlan;
using geology::PeriodIndex;
using geology::PlanActivity;
using geology::PlanLine;

constexpr std::array<std::string_view, 16> kDevelopment{
    "decline", "declines", "incline", "drive", "drives", "drift", "drifts",      "crosscut",
    "xcut",    "heading",  "tunnel",  "adit",  "raise",  "shaft", "development", "access"};
constexpr std::array<std::string_view, 5> kHaul{"haul", "haulage", "haulroad", "haulroute", "road"};
constexpr std::array<std::string_view, 6> kCentre{"cl",     "centreline", "centerline",
                                                  "centre", "center",     "axis"};

constexpr const char* kNumbered = " (";  ///< between a layer's name and the number of its string

template <std::size_t N>
bool hasOne(const std::vector<std::string>& words, const std::array<std::string_view, N>& names) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(names.begin(), names.end(), word) != names.end();
  });
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t"), last = text.find_last_not_of(" \t");
  return first == std::string_view::npos ? std::string_view() : text.substr(first, last - first + 1);
}

/// Whether the word is a role; `role` is nothing for "none".
bool isRole(std::string_view word, std::optional<PlanActivity>& role) {
  if (geology::equalIgnoringCase(word, "none"))
    role.reset();
  else if (geology::equalIgnoringCase(word, "development"))
    role = PlanActivity::Development;
  else if (geology::equalIgnoringCase(word, "haul route"))
    role = PlanActivity::HaulRoute;
  else
    return false;
  return true;
}

std::optional<PeriodIndex> periodNamed(const MinePlan& plan, const std::string& label) {
  for (std::size_t p = 0; p < plan.periods.size(); ++p)
    if (geology::equalIgnoringCase(plan.periods[p].label, label)) return static_cast<PeriodIndex>(p);
  return std::nullopt;
}

/// Without points that repeat.
std::vector<geology::Vec3> pointsOf(const geology::TriangleMesh& mesh, const geology::Polyline& string) {
  std::vector<geology::Vec3> points;
  for (const std::uint32_t v : string.vertices)
    if (points.empty() || geology::length(mesh.vertices[v] - points.back()) > 1e-6)
      points.push_back(mesh.vertices[v]);
  return points;
}

}  // namespace

std::optional<PlanActivity> lineActivity(std::string_view name) {
  const std::vector<std::string> words = wordsOf(name);
  if (hasOne(words, kHaul)) return PlanActivity::HaulRoute;
  if (hasOne(words, std::array<std::string_view, 1>{"ramp"}) && hasOne(words, kCentre))
    return PlanActivity::HaulRoute;
  if (hasOne(words, kDevelopment)) return PlanActivity::Development;
  return std::nullopt;
}

std::optional<PlanActivity> LineRoles::of(std::string_view layer) const {
  for (const auto& [name, role] : layers)
    if (geology::equalIgnoringCase(name, layer)) return role;
  return all ? all : byName ? lineActivity(layer) : std::nullopt;
}

std::optional<LineRoles> lineRoles(std::string_view text) {
  LineRoles roles;
  text = trimmed(text);
  if (geology::equalIgnoringCase(text, "by name")) return roles;
  roles.byName = false;
  if (isRole(text, roles.all)) return roles;
  while (!text.empty()) {
    const std::string_view pair = trimmed(text.substr(0, text.find(';')));
    text.remove_prefix(std::min(text.size(), pair.empty() ? text.size() : text.find(';')));
    if (text.starts_with(';')) text.remove_prefix(1);
    const std::size_t colon = pair.rfind(':');
    std::optional<PlanActivity> role;
    if (colon == std::string_view::npos || !isRole(trimmed(pair.substr(colon + 1)), role))
      return std::nullopt;
    roles.layers.emplace_back(trimmed(pair.substr(0, colon)), role);
    text = trimmed(text);
  }
  if (roles.layers.empty()) return std::nullopt;
  return roles;
}

std::optional<LinePeriods> linePeriods(std::string_view name) {
  const auto named = namedPeriod(name);
  if (!named || named->bare) return std::nullopt;
  LinePeriods periods{periodLabel(named->word, named->number), ""};
  periods.last = periods.first;
  // "period 1-4", "month 2 to 5": a second number that is larger.
  const std::string number = std::to_string(named->number);
  std::vector<std::string> words = wordsOf(name);
  std::erase(words, "to");
  for (std::size_t w = 0; w + 1 < words.size(); ++w) {
    if (std::atol(words[w].c_str()) != named->number || words[w + 1].size() > 4) continue;
    const long last = std::atol(words[w + 1].c_str());
    if (last > named->number) periods.last = periodLabel(named->word, last);
  }
  return periods;
}

std::vector<PlanLine> planLines(const geology::TriangleMesh& mesh, const LineRoles& roles) {
  std::vector<PlanLine> lines;
  std::map<std::string, std::size_t> count;
  for (const geology::Polyline& string : mesh.lines) {
    const auto part = static_cast<std::size_t>(string.part);
    const bool layered = part < mesh.parts.size() && !mesh.parts[part].empty();
    const std::string& layer = layered ? mesh.parts[part] : mesh.name;
    auto role = roles.of(layer);
    if (!role && layered && roles.byName && roles.layers.empty() && !roles.all)
      role = lineActivity(mesh.name);
    if (!role || string.closed) continue;
    std::vector<geology::Vec3> points = pointsOf(mesh, string);
    if (points.size() < 2) continue;
    const std::size_t number = ++count[layer];
    PlanLine line;
    line.name = number == 1 ? layer : layer + kNumbered + std::to_string(number) + ")";
    line.points = std::move(points);
    line.activity = *role;
    lines.push_back(std::move(line));
  }
  return lines;
}

std::size_t timeLines(std::vector<PlanLine> lines, MinePlan& plan) {
  for (PlanLine& line : lines) {
    line.first = 0;
    line.last = static_cast<PeriodIndex>(plan.periods.size() - 1);
    const std::string layer = line.name.substr(0, line.name.rfind(kNumbered));
    if (const auto periods = linePeriods(layer)) {
      const auto first = periodNamed(plan, periods->first), last = periodNamed(plan, periods->last);
      if (first && last && *first <= *last) {
        line.first = *first;
        line.last = *last;
      }
    }
    plan.lines.push_back(std::move(line));
  }
  return lines.size();
}

}  // namespace adit::planning
