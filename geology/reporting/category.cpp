#include "geology/reporting/category.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "geology/model/parallel_for.h"

namespace adit::reporting {
namespace {

using geology::Column;

/// "3", "2.5": shortest text that gives the same float again.
std::string codeText(float value) {
  std::array<char, 32> text{};
  if (value == 0) value = 0;  // no "-0"
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

struct NumberCount {
  float value;
  std::size_t blocks;
};

/// The finite numbers of a column, rising; nothing when there are more than kMostCodes.
std::optional<std::vector<NumberCount>> distinctNumbers(const Column& column) {
  std::vector<NumberCount> found;
  std::size_t last = 0;  // neighbours are mostly of one category
  for (const float value : column.values) {
    if (!std::isfinite(value)) continue;
    if (last < found.size() && found[last].value == value) {
      ++found[last].blocks;
      continue;
    }
    const auto at = std::lower_bound(found.begin(), found.end(), value,
                                     [](const NumberCount& one, float v) { return one.value < v; });
    last = static_cast<std::size_t>(at - found.begin());
    if (at != found.end() && at->value == value)
      ++at->blocks;
    else if (found.size() == kMostCodes)
      return std::nullopt;
    else
      found.insert(at, {value, 1});
  }
  return found;
}

CategoryCodes codesOfNumbers(const Column& column) {
  CategoryCodes codes;
  codes.withoutCode = static_cast<std::size_t>(
      std::count_if(column.values.begin(), column.values.end(), [](float v) { return !std::isfinite(v); }));
  const auto numbers = distinctNumbers(column);
  codes.tooMany = !numbers;
  if (numbers)
    for (const NumberCount& number : *numbers) codes.codes.push_back({codeText(number.value), number.blocks});
  return codes;
}

CategoryCodes codesOfNames(const Column& column) {
  CategoryCodes codes;
  std::vector<std::size_t> counts(column.names.size(), 0);
  column.codes.forEach([&](std::int32_t code) {
    if (code == geology::kNoCategory)
      ++codes.withoutCode;
    else
      ++counts[static_cast<std::size_t>(code)];
  });
  const auto used = counts.size() - static_cast<std::size_t>(std::count(counts.begin(), counts.end(), 0U));
  codes.tooMany = used > kMostCodes;
  if (codes.tooMany) return codes;
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (counts[i] > 0) codes.codes.push_back({column.names[i], counts[i]});
  return codes;
}

std::uint8_t byteOf(const CategoryMapping& mapping, const std::string& code) {
  const auto found = mapping.find(code);
  return static_cast<std::uint8_t>(found == mapping.end() ? ResourceClass::Unclassified : found->second);
}

/// Blocks a piece of work.
constexpr std::size_t kGrain = 1U << 18U;

template <typename ClassAt>
std::vector<std::uint8_t> bytesOf(std::size_t blocks, const ClassAt& classAt) {
  std::vector<std::uint8_t> classes(blocks);
  const geology::Progress neverCancelled;
  geology::parallelFor({.count = blocks, .grain = kGrain}, neverCancelled, [&](geology::ParallelRange part) {
    for (std::size_t i = part.begin; i < part.end; ++i) classes[i] = classAt(i);
  });
  return classes;
}

}  // namespace

CategoryCodes codesOf(const Column& column) {
  return column.isNumeric() ? codesOfNumbers(column) : codesOfNames(column);
}

std::vector<std::uint8_t> numbersOfCodes(const Column& column,
                                         const std::map<std::string, std::uint8_t>& numbers,
                                         std::uint8_t otherwise) {
  const auto numberOf = [&](const std::string& code) {
    const auto found = numbers.find(code);
    return found == numbers.end() ? otherwise : found->second;
  };
  if (!column.isNumeric()) {
    std::vector<std::uint8_t> ofSlot{otherwise};
    for (const std::string& name : column.names) ofSlot.push_back(numberOf(name));
    return column.codes.visit([&](auto codes) {
      return bytesOf(codes.size(), [&](std::size_t i) { return ofSlot[geology::slotOfElement(codes[i])]; });
    });
  }
  std::vector<std::pair<float, std::uint8_t>> ofValue;
  if (const auto values = distinctNumbers(column))
    for (const NumberCount& one : *values) ofValue.emplace_back(one.value, numberOf(codeText(one.value)));
  return bytesOf(column.values.size(), [&](std::size_t i) {
    for (const auto& [value, number] : ofValue)
      if (value == column.values[i]) return number;
    return otherwise;
  });
}

std::vector<std::uint8_t> categoryOfBlocks(const Column& column, const CategoryMapping& mapping) {
  std::map<std::string, std::uint8_t> numbers;
  for (const auto& [code, meaning] : mapping) numbers[code] = static_cast<std::uint8_t>(meaning);
  return numbersOfCodes(column, numbers, static_cast<std::uint8_t>(ResourceClass::Unclassified));
}

CategoryCounts categoryCounts(const CategoryCodes& codes, const CategoryMapping& mapping) {
  CategoryCounts counts;
  counts.withoutCode = codes.withoutCode;
  counts.blocks[0] = codes.withoutCode;
  for (const CategoryCode& code : codes.codes) {
    counts.blocks[byteOf(mapping, code.code)] += code.blocks;
    if (!mapping.contains(code.code)) counts.unmapped.push_back(code);
  }
  return counts;
}

}  // namespace adit::reporting
