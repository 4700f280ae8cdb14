#include "geology/reporting/cautions.h"

#include <algorithm>

#include "geology/model/plain_text.h"

namespace adit::reporting {
namespace {

using geology::counted;

class Cautions {
 public:
  Cautions(const ResourceTable& table, const TableBasis& basis) : table_(table), basis_(basis) {}

  std::vector<std::string> all() && {
    addClasses();
    addBasis();
    addLosses();
    sayIf(!table_.lines.empty(),
          "Figures are rounded as far as each class is known; sums are of unrounded numbers and may not add "
          "up.");
    return std::move(sentences_);
  }

 private:
  void sayIf(bool holds, std::string sentence) {
    if (holds) sentences_.push_back(std::move(sentence));
  }
  bool has(ResourceClass wanted) const {
    return std::any_of(table_.lines.begin(), table_.lines.end(), [&](const ResourceLine& line) {
      return line.kind == ResourceLineKind::Class && line.resourceClass == wanted;
    });
  }

  void addClasses() {
    using enum ResourceClass;
    sayIf(!basis_.classed, "All categories in one sum: no resource statement.");
    if (!basis_.classed) return;
    sayIf(has(Inferred),
          "Inferred: tonnes and grade are approximations from limited evidence. They are in no total and can "
          "become no reserve as they are.");
    const bool resources = has(Measured) || has(Indicated) || has(Inferred);
    const bool reserves = has(Proved) || has(Probable);
    sayIf(resources, "Resources are not reserves: that they can be mined at a profit has not been shown.");
    sayIf(resources && reserves,
          "Each block is in one line only: resources are told here without the blocks that are reserves.");
    sayIf(has(Exploration),
          "An exploration target is a concept, not a resource, and may be told as ranges of tonnes and grade "
          "only.");
    sayIf(has(Unclassified), "Unclassified blocks are no resource and in no total.");
    sayIf(has(Mined), "Mined blocks are no longer in the ground and in no total.");
  }

  void addBasis() {
    sayIf(!basis_.densityStated, "No density is stated: there are volumes and no tonnes.");
    sayIf(!basis_.cutoffStated, "No cut-off is stated: every block that is shown and has a value in " +
                                    basis_.gradeName + " is in the sums.");
    sayIf(!basis_.gradeHasMetal, "The unit of " + basis_.gradeName +
                                     " is not stated, or is no share of the mass: its metal is not told.");
    for (const std::string& doubt : basis_.doubts) sentences_.push_back(doubt);
  }

  void addLosses() {
    sayIf(table_.tooManyGroups, "The column to group by has more than " + std::to_string(kMostGroups) +
                                    " values: nothing is grouped.");
    sayIf(table_.withoutGrade > 0, "In no line: " + counted(table_.withoutGrade, "block") +
                                       " without a value in " + basis_.gradeName + ".");
    std::size_t withoutDensity = 0, withoutProportion = 0;
    for (const ResourceLine& line : table_.lines) {
      const bool ofBlocks = line.kind == ResourceLineKind::Class || line.kind == ResourceLineKind::NoClasses;
      if (line.cutoff != 0 || !ofBlocks) continue;
      withoutDensity += line.sum.withoutDensity;
      withoutProportion += line.sum.withoutProportion;
    }
    sayIf(basis_.densityStated && withoutDensity > 0,
          "In no tonnes: " + counted(withoutDensity, "block") +
              " at the lowest cut-off without a density above 0.");
    sayIf(withoutProportion > 0, "In no volume and no tonnes: " + counted(withoutProportion, "block") +
                                     " at the lowest cut-off without a proportion from 0 to 1.");
    if (!basis_.classed) return;
    sayIf(basis_.classes.withoutCode > 0,
          counted(basis_.classes.withoutCode, "block") + " of the model without a class: unclassified.");
    for (const CategoryCode& code : basis_.classes.unmapped)
      sentences_.push_back("Nobody said what the code '" + code.code +
                           "' means: " + counted(code.blocks, "block") + " of the model unclassified.");
  }

  const ResourceTable& table_;
  const TableBasis& basis_;
  std::vector<std::string> sentences_;
};

}  // namespace

std::vector<std::string> cautionsOf(const ResourceTable& table, const TableBasis& basis) {
  return Cautions(table, basis).all();
}

}  // namespace adit::reporting
