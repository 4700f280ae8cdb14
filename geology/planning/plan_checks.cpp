#include "geology/planning/plan_checks.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "geology/analysis/point_in_mesh.h"
#include "geology/planning/plan_totals.h"
#include "geology/planning/present_value.h"
#include "geology/planning/reconciliation.h"

namespace adit::planning {
namespace {

using geology::BlockModel;
using geology::Deposit;
using geology::Diagnostics;
using geology::kNeverMined;
using geology::MinePlan;
using geology::PlanActivity;
using geology::PlanBlocks;
using geology::PlanSolid;
using geology::Severity;
using geology::TriangleMesh;

/// Values are printed with some seven digits.
constexpr double kPrinted = 1e-6;

const BlockModel* modelOf(const Deposit& deposit, const std::string& name) {
  for (const auto& model : deposit.blockModels)
    if (model->name == name) return model.get();
  return nullptr;
}

const TriangleMesh* meshOf(const Deposit& deposit, const std::string& name) {
  for (const auto& mesh : deposit.meshes)
    if (mesh->name == name) return mesh.get();
  return nullptr;
}

bool isTerrain(const Deposit& deposit, const std::string& name) {
  return std::any_of(deposit.terrains.begin(), deposit.terrains.end(),
                     [&](const auto& terrain) { return terrain->name == name; });
}

bool known(const PlanSolid& solid, const Deposit& deposit) {
  return meshOf(deposit, solid.mesh) != nullptr || isTerrain(deposit, solid.mesh);
}

bool fits(const PlanBlocks& blocks, const Deposit& deposit) {
  const BlockModel* model = modelOf(deposit, blocks.model);
  return model != nullptr && model->blockCount() == blocks.period.size();
}

template <class Part>
bool periodsExist(const Part& part, std::size_t periods) {
  return part.first <= part.last && part.last < periods;
}
bool periodsExist(const PlanBlocks& blocks, std::size_t periods) {
  return std::all_of(blocks.period.begin(), blocks.period.end(),
                     [&](auto p) { return p < periods || p == kNeverMined; });
}

class Checker {
 public:
  Checker(const MinePlan& plan, const Deposit& deposit) : plan_(plan), deposit_(deposit) {}

  Diagnostics check() {
    checkReferences();
    checkGaps();
    for (const PlanBlocks& blocks : plan_.blocks)
      if (fits(blocks, deposit_) && blocks.activity == PlanActivity::Pit && !blocks.bySurfaces)
        checkUndercut(blocks);
    checkOverlap();
    checkTerrain();
    checkCapacity();
    checkValue();
    return std::move(found_);
  }

 private:
  void say(Severity severity, const char* code, std::string message, std::string remedy,
           std::size_t count = 1) {
    found_.push_back({.severity = severity,
                      .code = code,
                      .file = plan_.source.path,
                      .message = "plan \"" + plan_.name + "\": " + std::move(message),
                      .remedy = std::move(remedy),
                      .count = count});
  }

  void checkReferences() {
    std::size_t bad = 0;
    for (const PlanBlocks& blocks : plan_.blocks) {
      if (modelOf(deposit_, blocks.model) == nullptr)
        say(Severity::Error, "PL-UNKNOWN-OBJECT", "there is no block model \"" + blocks.model + "\"",
            "open the model with the plan, or correct its name");
      else if (!fits(blocks, deposit_))
        say(Severity::Error, "PL-BLOCKS-MISMATCH",
            "it has " + std::to_string(blocks.period.size()) + " periods of blocks, and the model \"" +
                blocks.model + "\" other blocks",
            "open the model that the plan was made of");
      bad += periodsExist(blocks, plan_.periods.size()) ? 0 : 1;
    }
    for (const PlanSolid& solid : plan_.solids) {
      if (!known(solid, deposit_))
        say(Severity::Error, "PL-UNKNOWN-OBJECT", "there is no surface or terrain \"" + solid.mesh + "\"",
            "open the surface with the plan, or correct its name");
      bad += periodsExist(solid, plan_.periods.size()) ? 0 : 1;
    }
    for (const auto& line : plan_.lines) bad += periodsExist(line, plan_.periods.size()) ? 0 : 1;
    for (const auto& figure : plan_.figures) bad += figure.period < plan_.periods.size() ? 0 : 1;
    if (bad > 0)
      say(Severity::Error, "PL-BAD-PERIOD", "parts name periods that it does not have; they do not play",
          "correct the periods", bad);
  }

  /// Of labels that end in a number, such as "2027" or "month 3".
  void checkGaps() {
    std::vector<long> numbers;
    for (const auto& period : plan_.periods) {
      const std::size_t digits = period.label.find_last_not_of("0123456789");
      const std::string tail = digits == std::string::npos ? period.label : period.label.substr(digits + 1);
      if (tail.empty() || tail.size() > 9) return;
      numbers.push_back(std::atol(tail.c_str()));
    }
    if (!std::is_sorted(numbers.begin(), numbers.end())) return;
    const std::string missing = missingBetween(numbers);
    if (!missing.empty())
      say(Severity::Warning, "PL-GAP", "no ground is in the periods " + missing,
          "check whether blocks of these periods were left out of the file");
  }

  void checkUndercut(const PlanBlocks& blocks) {
    const BlockModel& model = *modelOf(deposit_, blocks.model);
    if (model.subBlocked()) return;
    const auto& count = model.lattice.count;
    const std::int64_t up = (model.lattice.axis[2].z > 0 ? 1 : -1) * count[0] * count[1];
    std::vector<std::uint32_t> blockOf;
    if (!model.full()) {
      blockOf.assign(static_cast<std::size_t>(model.lattice.cellCount()), ~std::uint32_t{0});
      for (std::size_t b = 0; b < model.blockCount(); ++b)
        blockOf[static_cast<std::size_t>(model.cellOf(b))] = static_cast<std::uint32_t>(b);
    }
    std::size_t undercut = 0;
    for (std::size_t b = 0; b < model.blockCount(); ++b) {
      const std::int64_t above = model.cellOf(b) + up;
      if (blocks.period[b] == kNeverMined || above < 0 || above >= model.lattice.cellCount()) continue;
      const std::size_t other =
          model.full() ? static_cast<std::size_t>(above) : blockOf[static_cast<std::size_t>(above)];
      if (other < blocks.period.size() && blocks.period[other] > blocks.period[b]) ++undercut;
    }
    if (undercut > 0)
      say(Severity::Warning, "PL-UNDERCUT", "blocks are mined before the block straight above them",
          "right for stopes; in an open pit the order of these blocks cannot be mined", undercut);
  }

  /// Whether a corner or the middle of one solid lies in the other.
  static bool reaches(const TriangleMesh& into, const TriangleMesh& from) {
    const analysis::PointInMesh inside(into);
    if (inside.contains(from.bounds().center())) return true;
    // A common wall is no overlap: vertices are drawn a little towards the middle.
    const geology::Vec3 middle = from.bounds().center();
    return std::any_of(from.vertices.begin(), from.vertices.end(),
                       [&](const geology::Vec3& v) { return inside.contains(v + (middle - v) * .02); });
  }

  void checkOverlap() {
    std::vector<const TriangleMesh*> stopes;
    for (const PlanSolid& solid : plan_.solids)
      if (const TriangleMesh* mesh = meshOf(deposit_, solid.mesh);
          solid.activity == PlanActivity::Stope && mesh != nullptr && mesh->closed)
        stopes.push_back(mesh);
    std::size_t overlaps = 0;
    std::string names;
    for (std::size_t a = 0; a < stopes.size(); ++a)
      for (std::size_t b = a + 1; b < stopes.size(); ++b) {
        const geology::Box3 p = stopes[a]->bounds(), q = stopes[b]->bounds();
        const bool near = p.min.x < q.max.x && q.min.x < p.max.x && p.min.y < q.max.y && q.min.y < p.max.y &&
                          p.min.z < q.max.z && q.min.z < p.max.z;
        if (!near || !(reaches(*stopes[a], *stopes[b]) || reaches(*stopes[b], *stopes[a]))) continue;
        if (++overlaps == 1) names = "\"" + stopes[a]->name + "\" and \"" + stopes[b]->name + "\"";
      }
    if (overlaps > 0)
      say(Severity::Warning, "PL-OVERLAP", "stopes lie in one another, first " + names,
          "their tonnes would count twice; correct the solids", overlaps);
  }

  void checkTerrain() {
    constexpr double kAbove = 1;  // in deposit units: what a survey may be off
    for (const PlanSolid& solid : plan_.solids) {
      const TriangleMesh* mesh = meshOf(deposit_, solid.mesh);
      if (solid.activity != PlanActivity::Pit || mesh == nullptr || mesh->vertices.empty()) continue;
      std::size_t above = 0, asked = 0;
      for (const geology::Vec3& v : mesh->vertices)
        for (const auto& terrain : deposit_.terrains) {
          const double ground = terrain->heightAt(v.x, v.y);
          if (!std::isfinite(ground)) continue;
          ++asked;
          if (v.z > ground + kAbove) ++above;
          break;
        }
      if (asked > 0 && above * 2 > asked)
        say(Severity::Warning, "PL-ABOVE-TERRAIN",
            "most of the pit \"" + solid.mesh + "\" lies above the terrain",
            "check the heights of both: another datum, feet and metres, or a surface that is no pit", above);
    }
  }

  void checkCapacity() {
    const std::vector<double> mined = statedRock(plan_);
    std::vector<double> milled(plan_.periods.size());
    std::vector<std::string> grade(plan_.periods.size());
    for (const auto& figure : plan_.figures) {
      if (figure.period >= milled.size() || figure.activity != "mill") continue;
      // A tonnage with several grades is a figure for each; the first grade stands for all.
      std::string& first = grade[figure.period];
      if (milled[figure.period] == 0) first = figure.grade;
      if (figure.grade == first) milled[figure.period] += figure.tonnes;
    }
    std::size_t over = 0;
    for (std::size_t p = 0; p < mined.size(); ++p)
      if (mined[p] > plan_.economics.mineCapacity.value_or(HUGE_VAL) * 1.001 ||
          milled[p] > plan_.economics.millCapacity.value_or(HUGE_VAL) * 1.001)
        ++over;
    if (over > 0)
      say(Severity::Warning, "PL-OVER-CAPACITY", "periods take more than its own capacity allows",
          "correct the figures or the capacity", over);
  }

  /// What the plan's cash flow is worth, and whether its author says the same.
  void checkValue() {
    const geology::PlanEconomics& money = plan_.economics;
    if (money.cashFlow.empty() || !money.discountRate) return;
    std::vector<double> years;
    for (const auto& period : plan_.periods) years.push_back(period.years);
    const double value =
        netPresentValue(money.cashFlow, years, *money.discountRate, money.firstPeriodUndiscounted);
    char text[160];
    std::snprintf(text, sizeof text, "its cash flow is worth %.10g %s at %.4g %% a year, %s", value,
                  money.currency.empty() ? "units of money" : money.currency.c_str(),
                  100 * *money.discountRate,
                  money.firstPeriodUndiscounted ? "the first period undiscounted"
                                                : "with cash at the end of each period");
    say(Severity::Note, "PL-WORTH", text, "another convention gives another value; see docs/planning.md");
    if (!money.statedValue || std::abs(value - *money.statedValue) <= kPrinted * std::abs(value)) return;
    std::snprintf(text, sizeof text, "it states a value of %.10g, and its cash flow is worth %.10g",
                  *money.statedValue, value);
    say(Severity::Warning, "PL-VALUE-DIFFERS", text,
        "take the files of one instance; see whether the first period is discounted");
  }

  const MinePlan& plan_;
  const Deposit& deposit_;
  Diagnostics found_;
};

}  // namespace

std::string missingBetween(const std::vector<long>& numbers) {
  std::string missing;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    const long from = numbers[i - 1] + 1, to = numbers[i] - 1;
    if (from > to) continue;
    missing += missing.empty() ? "" : ", ";
    missing += std::to_string(from);
    if (to > from) missing += (to == from + 1 ? ", " : "..") + std::to_string(to);
  }
  return missing;
}

Diagnostics checkPlan(const MinePlan& plan, const Deposit& deposit) {
  return Checker(plan, deposit).check();
}

void dropUnusable(MinePlan& plan, const Deposit& deposit) {
  const std::size_t periods = plan.periods.size();
  std::erase_if(plan.blocks, [&](const PlanBlocks& blocks) {
    return !fits(blocks, deposit) || !periodsExist(blocks, periods);
  });
  std::erase_if(plan.solids, [&](const PlanSolid& solid) {
    return !known(solid, deposit) || !periodsExist(solid, periods);
  });
  std::erase_if(plan.lines, [&](const auto& line) { return !periodsExist(line, periods); });
  std::erase_if(plan.figures, [&](const auto& figure) { return figure.period >= periods; });
}

}  // namespace adit::planning
