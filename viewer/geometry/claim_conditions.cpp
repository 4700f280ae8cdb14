#include "viewer/geometry/claim_conditions.h"

#include "geology/analysis/bit_words.h"
#include "viewer/geometry/row_masks.h"
#include "viewer/state/claim.h"
#include "viewer/state/enum_names.h"

namespace adit::viewer {
namespace {

using reporting::ResourceClass;

std::string keyOf(ClaimLevel level, const CategoryState& category) {
  std::string key = enumName(level) + "\t" + category.column;
  for (const auto& [code, meaning] : category.classes) key += "\t" + code + "=" + enumName(meaning);
  return key;
}

geology::BitMask lessKnown(const geology::BlockModel& model, const CategoryState& category,
                           ClaimLevel level) {
  const geology::Column* column = geology::findColumn(model.columns, category.column);
  if (column == nullptr) return geology::BitMask(model.blockCount(), true);
  const std::vector<std::uint8_t> classes = reporting::categoryOfBlocks(*column, category.classes);
  return maskByWords(classes.size(), [&](std::size_t first, std::size_t count) {
    return analysis::wordOf(
        count, [&](std::size_t i) { return !keeps(level, static_cast<ResourceClass>(classes[first + i])); });
  });
}

}  // namespace

void addClaimCondition(const ViewState& state, const geology::BlockModel& model, Conditions& conditions) {
  if (state.claim == ClaimLevel::Everything) return;
  const auto found = state.categories.find(model.name);
  const CategoryState category = found != state.categories.end() ? found->second : CategoryState{};
  conditions.list.push_back(
      {"less known than " + enumName(state.claim),
       keyOf(state.claim, category),
       [&model, category, level = state.claim] { return lessKnown(model, category, level); },
       {}});
}

}  // namespace adit::viewer
