#include "geology/formats/column_plan.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "geology/formats/column_names.h"
#include "geology/formats/delimited.h"

namespace adit::formats {
namespace {

using geology::ColumnKind;
using geology::Severity;

constexpr FindingKind kMixed{
    Severity::Warning, "TAB-MIXED-COLUMN",
    "a column holds numbers and texts; where it is read as numbers its texts are not "
    "representable",
    "choose numeric or category for the column"};
constexpr FindingKind kCodes{Severity::Note, "TAB-CODE-COLUMN",
                             "a column of whole numbers is read as categories, because its name says that "
                             "they are codes",
                             "choose numeric for the column if the numbers measure something"};
constexpr FindingKind kIdentifiers{Severity::Note, "TAB-IDENTIFIER-COLUMN",
                                   "a column of whole numbers too large to be held exactly is read as "
                                   "categories",
                                   "choose numeric for the column if the last digits do not matter"};
constexpr double kLargestExactInteger = 16'777'216;  // 2^24, of a float
constexpr FindingKind kSentinelNulls{Severity::Note, "TAB-NULL-NUMBER",
                                     "a number far from all others of its column is read as \"not sampled\"",
                                     "choose nulls = none for the column if it is a measured value"};
constexpr FindingKind kSentinelValues{Severity::Warning, "TAB-UNSURE-NULL",
                                      "a number that often stands for \"no value\" is read as a value, "
                                      "because other values are near it",
                                      "declare it under nulls for the column if it means \"no value\""};
constexpr FindingKind kNullWords{Severity::Note, "TAB-NULL-WORD",
                                 "a word for \"no value\" in a numeric column is read as \"not sampled\"",
                                 "choose nulls = none if the word says something else"};
constexpr FindingKind kNegativeLimits{
    Severity::Note, "TAB-NEGATIVE-LIMIT",
    "negative grades are read as \"below the detection limit of that size\"",
    "choose negatives = value if they were measured, not-representable if "
    "they are codes"};
constexpr FindingKind kNegativeCodes{Severity::Warning, "TAB-NEGATIVE-CODE",
                                     "negative grades that are no detection limits are not used",
                                     "choose negatives = value if they were measured, or declare them under "
                                     "nulls"};
constexpr FindingKind kBelowDetection{Severity::Note, "TAB-BELOW-DETECTION",
                                      "\"<limit\" is read as below detection; the used value is half the "
                                      "limit unless chosen otherwise",
                                      "choose below-detection = half, zero, limit or missing"};
constexpr FindingKind kOverLimit{Severity::Warning, "TAB-OVER-LIMIT",
                                 "\">limit\" is above the range of the method; the limit itself is used, the "
                                 "true value is higher",
                                 "use the over-range assay, or choose over-limit = not-representable"};

// In a mixed column at least four of five cells must be numbers for it to count as numeric.
bool mostlyNumbers(const ColumnProfile& profile) {
  return profile.texts.count * 4 <= profile.numericCells();
}

std::string shortNumber(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.6g", value);
  return buffer;
}

std::string quotedTexts(const ColumnProfile& profile) {
  std::string out;
  for (const std::string& text : profile.exampleTexts) out += (out.empty() ? "\"" : ", \"") + text + "\"";
  return out;
}

std::string countOf(std::size_t part, std::size_t whole, const char* what) {
  return std::to_string(part) + " of " + std::to_string(whole) + " cells are " + what;
}

}  // namespace

std::string ColumnPlanner::askedNulls(const std::string& name) const {
  for (const std::string& question : {name + "/nulls", std::string("nulls")})
    if (personsAnswer(decision_.choices, decision_.source.path, question) != nullptr) return question;
  return {};
}

std::optional<DeclaredNulls> ColumnPlanner::declaredNulls(const std::string& name) const {
  const std::string question = askedNulls(name);
  if (question.empty()) return std::nullopt;
  return parseDeclaredNulls(*personsAnswer(decision_.choices, decision_.source.path, question));
}

void ColumnPlanner::takeDeclared(const std::string& name, const DeclaredNulls& declared, ColumnPlan& plan) {
  decision_.take(askedNulls(name), "none", "");
  plan.nulls = declared.numbers;
  plan.words = declared.words;
  plan.guessNullWords = false;
}

ColumnPlan ColumnPlanner::plan(const std::string& name, std::size_t column, const ColumnProfile& profile,
                               const std::optional<DeclaredNulls>& declared) {
  const Subject subject{name, column, profile};
  ColumnPlan plan;
  plan.name = name;
  plan.unit = unitFromHeader(name);
  plan.kind = decideKind(subject);
  if (plan.kind == ColumnKind::Category) {
    plan.guessNullWords = false;
    if (declared) takeDeclared(name, *declared, plan);
    return plan;
  }
  decideNulls(subject, declared, plan);
  decideNegatives(subject, plan);
  decideLimits(subject, plan);
  return plan;
}

ColumnPlan ColumnPlanner::planField(const std::string& name, std::size_t column, const ColumnProfile& profile,
                                    const std::optional<DeclaredNulls>& declared) {
  ColumnPlan plan;
  plan.name = name;
  decideNulls({name, column, profile}, declared, plan);
  return plan;
}

ColumnKind ColumnPlanner::decideKind(const Subject& subject) {
  const ColumnProfile& profile = subject.profile;
  const std::size_t cells = profile.numericCells() + profile.texts.count;
  const bool mixed = profile.texts.count > 0 && profile.numericCells() > 0;
  const bool codes = profile.texts.count == 0 && profile.numbers.count > 0 && profile.allIntegers &&
                     profile.distinctIntegers.values().size() <= ColumnProfile::kDistinct &&
                     namesCode(subject.name);
  const bool identifiers = profile.texts.count == 0 && profile.allIntegers &&
                           std::max(profile.max, -profile.min) > kLargestExactInteger;
  const bool numeric = profile.texts.count == 0 || (mixed && mostlyNumbers(profile));
  const std::string guess = numeric && !codes && !identifiers ? "numeric" : "category";
  const std::string question = subject.name + "/type";
  const bool asked = personsAnswer(decision_.choices, decision_.source.path, question) != nullptr;
  if (!mixed && !codes && !identifiers && !asked) return numeric ? ColumnKind::Numeric : ColumnKind::Category;
  const std::string answer = decision_.take(
      question, guess, countOf(profile.numericCells(), cells, "numbers"), {"numeric", "category"});
  if (codes && answer == "category")
    findings_.add(kCodes, {profile.numbers.line, subject.column}, subject.name);
  if (identifiers && answer == "category")
    findings_.add(kIdentifiers, {profile.numbers.line, subject.column}, subject.name);
  if (mixed)
    findings_.add(kMixed, {profile.texts.line, subject.column},
                  subject.name + " (" + answer + "; texts " + quotedTexts(profile) + ")",
                  profile.texts.count);
  return answer == "numeric" ? ColumnKind::Numeric : ColumnKind::Category;
}

void ColumnPlanner::decideNulls(const Subject& subject, const std::optional<DeclaredNulls>& declared,
                                ColumnPlan& plan) {
  const ColumnProfile& profile = subject.profile;
  if (declared) {
    takeDeclared(subject.name, *declared, plan);
    return;
  }
  plan.nulls = profile.clearSentinels();
  std::string guess;
  for (std::size_t i = 0; i < kSentinels.size(); ++i) {
    const auto& sentinel = profile.sentinels[i];
    if (sentinel.count == 0) continue;
    const bool clear = std::find(plan.nulls.begin(), plan.nulls.end(), kSentinels[i]) != plan.nulls.end();
    const std::string value = shortNumber(kSentinels[i]);
    if (clear) guess += (guess.empty() ? "" : " ") + value;
    findings_.add(clear ? kSentinelNulls : kSentinelValues, {sentinel.line, subject.column},
                  subject.name + " (" + value + ")", sentinel.count);
  }
  if (profile.nullWords.count > 0)
    findings_.add(kNullWords, {profile.nullWords.line, subject.column}, subject.name,
                  profile.nullWords.count);
  if (!guess.empty()) decision_.take(subject.name + "/nulls", guess, "far from all other values");
}

void ColumnPlanner::decideNegatives(const Subject& subject, ColumnPlan& plan) {
  const ColumnProfile& profile = subject.profile;
  if (profile.negatives.count == 0) return;
  const std::string question = subject.name + "/negatives";
  const bool asked = personsAnswer(decision_.choices, decision_.source.path, question) != nullptr;
  if (!namesGrade(subject.name) && !asked) return;
  const bool few = profile.distinctNegatives.values().size() <= ColumnProfile::kDistinct;
  const std::string guess = few ? "below-detection" : "not-representable";
  const std::string answer = decision_.take(
      question, guess, countOf(profile.negatives.count, profile.rows, "negative, and a grade cannot be"),
      {"below-detection", "value", "not-representable"});
  if (answer == "value") return;
  plan.negatives =
      answer == "below-detection" ? NegativeMeaning::BelowDetection : NegativeMeaning::NotRepresentable;
  // A limit is smaller than what was measured above it; -99 in a column that ends at 3 is a code.
  if (plan.negatives == NegativeMeaning::BelowDetection && profile.max > 0) plan.largestLimit = profile.max;
}

void ColumnPlanner::sayNegatives(const ColumnPlan& plan, std::size_t column, const ColumnProfile& profile,
                                 std::size_t codes) {
  if (plan.negatives == NegativeMeaning::Value) return;
  const Place place{profile.negatives.line, column};
  const std::string range =
      plan.name + " (" + shortNumber(profile.min) + " to " + shortNumber(profile.highestNegative) + ")";
  if (codes > 0) findings_.add(kNegativeCodes, place, range, codes);
  if (profile.negatives.count > codes)
    findings_.add(kNegativeLimits, place, range, profile.negatives.count - codes);
}

void ColumnPlanner::decideLimits(const Subject& subject, ColumnPlan& plan) {
  const ColumnProfile& profile = subject.profile;
  const bool limits = profile.belowDetection.count > 0 || plan.negatives == NegativeMeaning::BelowDetection;
  if (profile.belowDetection.count > 0)
    findings_.add(kBelowDetection, {profile.belowDetection.line, subject.column}, subject.name,
                  profile.belowDetection.count);
  if (limits && belowDetection_.empty())
    belowDetection_ =
        decision_.take("below-detection", "half", "the usual practice", {"half", "zero", "limit", "missing"});
  if (profile.overLimit.count > 0) {
    findings_.add(kOverLimit, {profile.overLimit.line, subject.column}, subject.name,
                  profile.overLimit.count);
    if (overLimit_.empty())
      overLimit_ = decision_.take("over-limit", "limit", "the true value is not in the file",
                                  {"limit", "not-representable"});
  }
  plan.belowDetectionFactor = belowDetection_ == "zero"      ? 0
                              : belowDetection_ == "limit"   ? 1
                              : belowDetection_ == "missing" ? std::nan("")
                                                             : 0.5;
  plan.overLimitIsValue = overLimit_ != "not-representable";
}

}  // namespace adit::formats
