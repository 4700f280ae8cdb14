#include "viewer/guard/table_facts.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

#include "geology/model/plain_text.h"
#include "geology/reporting/category_names.h"
#include "viewer/guard/checks.h"
#include "viewer/state/enum_names.h"

namespace adit::viewer {
namespace {

using reporting::ResourceClass;

constexpr std::size_t kMostBytes = 64U << 20U;

std::string lettersOf(std::string_view text) {
  std::string letters;
  for (const char c : text)
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) letters += geology::lowerCase(c);
  return letters;
}

bool isTotal(const ReportedLine& line) {
  const std::string letters = lettersOf(line.name);
  return letters.find("total") != std::string::npos || letters == "sum" || letters == "all";
}

/// Of "12.3 Mt", "12,300,000" or "1.23e+07" in tonnes; NaN when it is no number.
double tonnesOf(const std::string& text) {
  std::string plain = text;
  std::erase(plain, ',');
  const char* const first = plain.data() + std::min(plain.find_first_of("0123456789."), plain.size());
  double number = std::nan("");
  const char* const end = plain.data() + plain.size();
  const std::string unit = lettersOf({std::from_chars(first, end, number).ptr, end});
  const double factor = unit == "kt" ? 1e3 : unit == "mt" ? 1e6 : unit == "gt" || unit == "bt" ? 1e9 : 1;
  return number * factor;
}

/// Within the rounding of three figures.
bool sameTonnes(double a, double b) {
  constexpr double kRounding = 0.02;
  return std::abs(a - b) <= kRounding * std::max(a, b);
}

}  // namespace

std::set<ResourceClass> classesIn(std::string_view name) {
  std::set<ResourceClass> classes;
  const std::string letters = lettersOf(name);
  if (letters == "mi" || letters == "mandi") return {ResourceClass::Measured, ResourceClass::Indicated};
  if (letters == "mii" || letters == "miandi")
    return {ResourceClass::Measured, ResourceClass::Indicated, ResourceClass::Inferred};
  for (const reporting::ClassWord& entry : reporting::classWords())
    if (letters.find(lettersOf(entry.word)) != std::string::npos) classes.insert(entry.means);
  return classes;
}

void takeStatement(Statements& stated, const std::string& label, const std::string& text) {
  const std::string letters = lettersOf(label);
  const std::string said = lettersOf(text);
  const std::string value = said.starts_with("notstated") || said == "none" ? "" : text;
  if (letters == "effectivedate" || letters == "date") stated.effectiveDate = value;
  if (letters == "person" || letters == "qualifiedperson" || letters == "competentperson")
    stated.person = value;
  if (letters == "basis") stated.basis = value;
  if (letters == "code") stated.code = value;
  if (letters == "study" || letters == "studylevel")
    stated.study = enumFromName<StudyLevel>(value).value_or(StudyLevel::Unstated);
  if (letters == "kind") stated.kind = enumFromName<EstimateKind>(value).value_or(EstimateKind::Unstated);
  if (letters == "caution" && stated.caution.empty()) stated.caution = value;
}

void settleTotals(DisclosureFacts& facts) {
  std::set<ResourceClass> all;
  double sum = 0, inferred = 0;
  for (const ReportedLine& line : facts.lines) {
    all.insert(line.classes.begin(), line.classes.end());
    if (line.classes.size() != 1) continue;
    const double tonnes = tonnesOf(line.tonnes);
    (line.classes.contains(ResourceClass::Inferred) ? inferred : sum) += tonnes;
  }
  for (ReportedLine& line : facts.lines) {
    if (!line.classes.empty() || !isTotal(line)) continue;
    line.classes = all;
    const double tonnes = tonnesOf(line.tonnes);
    if (sum > 0 && sameTonnes(tonnes, sum) && !sameTonnes(tonnes, sum + inferred))
      line.classes.erase(ResourceClass::Inferred);
  }
}

void settleEconomics(DisclosureFacts& facts) {
  for (const NamedUnit& column : facts.shown) {
    if (!isMoneyInTime(column)) continue;
    ShownEconomics economics{"the " + column.name + " of the table", {}};
    for (const ReportedLine& line : facts.lines)
      economics.classes.insert(line.classes.begin(), line.classes.end());
    if (economics.classes.empty()) economics.classes = {ResourceClass::Unclassified};
    facts.economics.push_back(std::move(economics));
  }
}

std::variant<DisclosureFacts, geology::Diagnostic> factsOfTable(std::string_view bytes,
                                                                const std::string& path) {
  std::optional<DisclosureFacts> facts;
  if (bytes.size() <= kMostBytes) facts = factsOfJsonTable(bytes);
  if (!facts && bytes.size() <= kMostBytes) facts = factsOfCsvTable(bytes);
  if (!facts)
    return geology::Diagnostic{.severity = geology::Severity::Error,
                               .code = "GRD-NO-TABLE",
                               .file = path,
                               .message = "this is no table of tonnes and grades",
                               .remedy =
                                   "give what adit report wrote, a CSV with the columns class, cutoff, "
                                   "tonnes and grades, a picture of Adit, or files to show"};
  facts->subject = path;
  facts->anything = true;
  settleTotals(*facts);
  settleEconomics(*facts);
  return *std::move(facts);
}

}  // namespace adit::viewer
