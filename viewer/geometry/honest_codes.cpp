#include "viewer/geometry/honest_codes.h"

#include <limits>

#include "geology/model/parallel_for.h"

namespace adit::viewer {

HonestBasis honestBasis(const geology::Deposit& deposit, const geology::BlockModel& model,
                        const ViewState& state) {
  HonestBasis basis;
  basis.model = &model;
  if (const auto found = state.categories.find(model.name); found != state.categories.end()) {
    basis.category = geology::findColumn(model.columns, found->second.column);
    basis.classes = found->second.classes;
  }
  const geology::DataSupport* support = geology::supportOf(deposit, model);
  // A list of supports is there once they were looked for.
  basis.noSamples = support == nullptr && !deposit.support.empty() && !deposit.drillholes.empty();
  if (support == nullptr) return basis;
  basis.nearest = geology::findColumn(support->columns, geology::kSupportNearest);
  basis.reach = state.honest.reach > 0 ? state.honest.reach : support->spacing;
  return basis;
}

std::vector<std::uint8_t> honestCodes(const HonestBasis& basis) {
  const std::size_t blocks = basis.model->blockCount();
  std::vector<std::uint8_t> category;
  if (basis.classified()) category = reporting::categoryOfBlocks(*basis.category, basis.classes);
  std::vector<std::uint8_t> codes(blocks);
  const geology::Progress neverCancelled;
  constexpr std::size_t kAtOnce = 65'536;
  geology::parallelFor(
      {.count = blocks, .grain = kAtOnce}, neverCancelled, [&](geology::ParallelRange range) {
        for (std::size_t b = range.begin; b < range.end; ++b) {
          const Knowledge known = basis.classified()
                                      ? knowledgeOf(static_cast<reporting::ResourceClass>(category[b]))
                                      : Knowledge::DrillingOnly;
          const double unknown =
              basis.classified() && !basis.noSamples ? 0 : std::numeric_limits<double>::infinity();
          const double distance =
              basis.nearest != nullptr ? static_cast<double>(basis.nearest->values[b]) : unknown;
          const double reach = basis.nearest != nullptr ? basis.reach : 1;
          codes[b] = honestCode(known, nearStep(distance, reach));
        }
      });
  return codes;
}

}  // namespace adit::viewer
