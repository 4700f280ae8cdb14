// Numbers as they are written.
#include <algorithm>
#include <cctype>

#include "viewer/guard/checks.h"

namespace adit::viewer {
namespace {

constexpr int kMostFigures = 3, kMostOfInferred = 2;

bool isDigit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

/// The first number of the text without separators of thousands and without its exponent: "1285282.56".
std::string digitsOf(std::string_view text) {
  const std::size_t first = std::find_if(text.begin(), text.end(), isDigit) - text.begin();
  std::string digits;
  for (std::size_t i = first; i < text.size(); ++i) {
    const bool thousands = text[i] == ',' && i + 1 < text.size() && isDigit(text[i + 1]);
    if (isDigit(text[i]) || text[i] == '.')
      digits += text[i];
    else if (!thousands)
      break;
  }
  return digits;
}

std::string tooMany(const std::string& text, int most) {
  return significantFigures(text) > most ? text : std::string();
}

bool hasAny(const std::vector<std::string>& texts) {
  return std::any_of(texts.begin(), texts.end(), [](const std::string& text) { return !text.empty(); });
}

}  // namespace

int significantFigures(std::string_view text) {
  std::string digits = digitsOf(text);
  const bool decimal = digits.find('.') != std::string::npos;
  std::erase(digits, '.');
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  if (!decimal) digits.erase(digits.find_last_not_of('0') + 1);  // zeros at the end hold the place only
  return static_cast<int>(digits.size());
}

namespace checks {

Verdict metalAlone(const DisclosureFacts& facts) {
  std::vector<std::string> alone;
  bool any = false;
  for (const ReportedLine& line : facts.lines) {
    if (!hasAny(line.metal)) continue;
    any = true;
    if (line.tonnes.empty() || !hasAny(line.grades)) alone.push_back(line.name);
  }
  if (!any) return notApplicable("no metal is told");
  if (alone.empty()) return passes("metal stands with tonnes and grade");
  return fails("metal without tonnes and grade: " + listed(alone), "tell all three, or none");
}

Verdict figures(const DisclosureFacts& facts) {
  std::vector<std::string> wrong;
  for (const ReportedLine& line : facts.lines) {
    const bool inferred = line.classes.contains(reporting::ResourceClass::Inferred);
    const int most = inferred ? kMostOfInferred : kMostFigures;
    std::vector<std::string> texts = line.grades;
    texts.push_back(line.tonnes);
    texts.insert(texts.end(), line.metal.begin(), line.metal.end());
    for (const std::string& text : texts)
      if (std::string bad = tooMany(text, most); !bad.empty()) wrong.push_back(line.name + " " + bad);
  }
  if (facts.lines.empty()) return notApplicable("no sums are told");
  if (wrong.empty()) return passes("figures are rounded");
  return fails("too many figures: " + listed(wrong), "round to three figures, those of inferred to two");
}

}  // namespace checks
}  // namespace adit::viewer
