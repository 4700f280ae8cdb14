#include "geology/formats/column_profile.h"

#include <algorithm>
#include <cmath>

#include "geology/formats/delimited.h"
#include "geology/formats/table_cell.h"

namespace adit::formats {
namespace {

constexpr std::size_t kExampleTexts = 4;
constexpr std::size_t kExampleLength = 40;

/// No sentinel lies nearer to zero.
bool mayBeSentinel(double value) {
  return value <= -99 || value >= 1e21;
}

}  // namespace

bool DeclaredNulls::contains(double value) const {
  return std::find(numbers.begin(), numbers.end(), value) != numbers.end();
}

bool DeclaredNulls::contains(std::string_view word) const {
  return std::find(words.begin(), words.end(), word) != words.end();
}

DeclaredNulls parseDeclaredNulls(std::string_view text) {
  DeclaredNulls nulls;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" ,;\t"), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (word.empty() || word == "none") continue;
    if (const auto number = parseNumber(word))
      nulls.numbers.push_back(*number);
    else
      nulls.words.emplace_back(word);
  }
  return nulls;
}

void ColumnProfile::addOther(std::string_view text, const TableCell& cell, std::size_t line) {
  switch (cell.kind) {
    case CellKind::Empty:
      return;
    case CellKind::Number:
      if (std::abs(cell.value) > static_cast<double>(std::numeric_limits<float>::max())) break;
      return addNumber(cell.value, line);
    case CellKind::BelowDetection:
      return belowDetection.add(line);
    case CellKind::OverLimit:
      return overLimit.add(line);
    case CellKind::NullWord:
    case CellKind::Text:
      break;
  }
  if (declared_ != nullptr ? declared_->contains(text) : cell.kind == CellKind::NullWord)
    return nullWords.add(line);
  texts.add(line);
  addExample(text);
}

void ColumnProfile::addExample(std::string_view text) {
  if (exampleTexts.size() >= kExampleTexts) return;
  const std::string_view example = text.substr(0, kExampleLength);
  if (std::find(exampleTexts.begin(), exampleTexts.end(), example) == exampleTexts.end())
    exampleTexts.emplace_back(example);
}

void ColumnProfile::addNumber(double value, std::size_t line) {
  if (declared_ != nullptr) {
    if (declared_->contains(value)) return nullWords.add(line);
  } else if (mayBeSentinel(value)) {
    const auto sentinel = std::find(kSentinels.begin(), kSentinels.end(), value);
    if (sentinel != kSentinels.end())
      return sentinels[static_cast<std::size_t>(sentinel - kSentinels.begin())].add(line);
  }
  addValue(value, line);
  if (value >= 0) return;
  negatives.add(line);
  addNegative(value);
}

void ColumnProfile::countInteger(double value) {
  allIntegers = value == std::nearbyint(value);
  if (allIntegers && distinctIntegers.values().size() <= kDistinct) distinctIntegers.numberOf(value);
}

void ColumnProfile::addNegative(double value) {
  highestNegative = std::max(highestNegative, value);
  if (distinctNegatives.values().size() <= kDistinct) distinctNegatives.numberOf(value);
}

void ColumnProfile::append(const ColumnProfile& later) {
  rows += later.rows;
  numbers.append(later.numbers);
  nullWords.append(later.nullWords);
  belowDetection.append(later.belowDetection);
  overLimit.append(later.overLimit);
  texts.append(later.texts);
  negatives.append(later.negatives);
  for (std::size_t i = 0; i < sentinels.size(); ++i) sentinels[i].append(later.sentinels[i]);
  min = std::min(min, later.min);
  max = std::max(max, later.max);
  allIntegers = allIntegers && later.allIntegers;
  for (const double value : later.distinctIntegers.values())
    if (distinctIntegers.values().size() <= kDistinct) distinctIntegers.numberOf(value);
  for (const double value : later.distinctNegatives.values()) addNegative(value);
  highestNegative = std::max(highestNegative, later.highestNegative);
  for (const std::string& text : later.exampleTexts) addExample(text);
}

std::size_t ColumnProfile::numericCells() const {
  std::size_t cells = numbers.count + belowDetection.count + overLimit.count;
  for (const Count& sentinel : sentinels) cells += sentinel.count;
  return cells;
}

std::vector<double> ColumnProfile::clearSentinels() const {
  std::vector<double> clear;
  for (std::size_t i = 0; i < kSentinels.size(); ++i) {
    if (sentinels[i].count == 0) continue;
    const double value = kSentinels[i];
    // Half way from zero: -999 among -940 and -870 is a value, among 0 and -0.01 it is none.
    if (numbers.count == 0 || (value < 0 ? min > value / 2 : max < value / 2)) clear.push_back(value);
  }
  return clear;
}

}  // namespace adit::formats
