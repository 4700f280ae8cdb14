// From the codes of a model's own category column to resource classes. Adit never classifies: it reads what a
// Competent or Qualified Person wrote into the model, through a mapping that a person has confirmed.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geology/model/block_model.h"
#include "geology/reporting/resource_class.h"

namespace adit::reporting {

/// By code, as codesOf() writes it. A code that is not in it is unmapped: its blocks are Unclassified.
using CategoryMapping = std::map<std::string, ResourceClass>;

struct CategoryCode {
  std::string code;  ///< the category's name; of a column of numbers "1", "2.5"
  std::size_t blocks = 0;
  friend bool operator==(const CategoryCode&, const CategoryCode&) = default;
};
struct CategoryCodes {
  std::vector<CategoryCode> codes;  ///< those that blocks have; numbers rising, names in the table's order
  std::size_t withoutCode = 0;
  bool tooMany = false;  ///< more than kMostCodes: no column of categories; `codes` is empty
  friend bool operator==(const CategoryCodes&, const CategoryCodes&) = default;
};
constexpr std::size_t kMostCodes = 64;

CategoryCodes codesOf(const geology::Column& column);

/// What a code is likely to mean: words and their usual abbreviations in English and Spanish ("MEAS",
/// "Indicado"), and 1, 2, 3 for measured, indicated, inferred. Nothing where no habit is known ("5", "A").
/// A suggestion, to be shown to a person: some models count the other way round.
std::optional<ResourceClass> suggestedClass(std::string_view code);
CategoryMapping suggestedMapping(const CategoryCodes& codes);
/// Columns that look like a category by name ("CLASS", "rescat", "CATEGORIA") and have few codes, in order.
std::vector<const geology::Column*> likelyCategoryColumns(const geology::BlockModel& model);

/// A byte a row: that of its code, or `otherwise` where it has none or the code is not in the map.
std::vector<std::uint8_t> numbersOfCodes(const geology::Column& column,
                                         const std::map<std::string, std::uint8_t>& numbers,
                                         std::uint8_t otherwise);
/// One ResourceClass a block, as bytes.
std::vector<std::uint8_t> categoryOfBlocks(const geology::Column& column, const CategoryMapping& mapping);

/// What a mapping does to a column: nothing of it vanishes.
struct CategoryCounts {
  std::array<std::size_t, kResourceClasses> blocks{};  ///< by ResourceClass; unmapped ones are Unclassified
  std::vector<CategoryCode> unmapped;
  std::size_t withoutCode = 0;
};
CategoryCounts categoryCounts(const CategoryCodes& codes, const CategoryMapping& mapping);

}  // namespace adit::reporting
