#include "geology/formats/minelib_plan.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <system_error>
#include <utility>

#include "geology/formats/unknown_content.h"
#include "geology/model/plain_text.h"

namespace adit::formats {
namespace {

using geology::Severity;

constexpr FindingKind kSplit{
    Severity::Warning, "PL-SPLIT",
    "a block is mined in parts over several periods; it is shown in the period of its largest part",
    "nothing: a fractional solution has such blocks"};
constexpr FindingKind kUnknown{Severity::Error, "PL-UNKNOWN-BLOCK",
                               "a line speaks of a block that is not in the .blocks file; it is left out",
                               "take the files of one instance"};
constexpr std::size_t kMostPeriods = 10'000;

class PlanMaker {
 public:
  PlanMaker(const MinelibPlanQuestion& question, geology::Progress& progress)
      : question_(question), findings_(question.source.path) {
    solution_ = readMinelibSolution(question.source, findings_, progress);
    problem_ = problemOf();
  }

  MinelibPlan make() {
    describe();
    addBlocks();
    addMoney();
    checkLimits();
    geology::Diagnostics ofLines;
    findings_.appendTo(ofLines);
    std::move(made_.diagnostics.begin(), made_.diagnostics.end(), std::back_inserter(ofLines));
    made_.diagnostics = std::move(ofLines);
    return std::move(made_);
  }

 private:
  const MinelibProblem* problemOf() const {
    const std::string name =
        geology::lowerCase(std::filesystem::path(question_.source.path).filename().string());
    const auto at = [&](const char* ending) -> const MinelibProblem* {
      const auto found = question_.problems.find(ending);
      return found == question_.problems.end() ? nullptr : &found->second;
    };
    for (const char* ending : {".upit", ".pcpsp", ".cpit"})
      if (name.find(std::string("_") + (ending + 1)) != std::string::npos) return at(ending);
    if (solution_.isLimit) return at(".upit");
    const bool elsewhere = std::any_of(solution_.destination.begin(), solution_.destination.end(),
                                       [](std::uint32_t d) { return d > 0; });
    if (!elsewhere && at(".cpit") != nullptr) return at(".cpit");
    return at(".pcpsp") != nullptr ? at(".pcpsp") : at(".cpit");
  }

  void describe() {
    geology::MinePlan& plan = made_.plan;
    plan.name = baseName(question_.source.path);
    plan.source = question_.model.source;
    plan.source.format = "MineLib solution";
    plan.basis = solution_.isLimit ? geology::PlanBasis::Shell : geology::PlanBasis::Schedule;
    const std::size_t stated = problem_ != nullptr ? std::min(problem_->periods, kMostPeriods) : 0;
    const std::size_t periods = solution_.isLimit ? 1 : std::max(solution_.periods, stated);
    for (std::size_t p = 0; p < periods; ++p)
      plan.periods.push_back({solution_.isLimit ? "pit limit" : "period " + std::to_string(p), "", 1});
  }

  /// Rows of blocks that are not there are said, and count for nothing.
  void leaveUnknown() {
    std::size_t kept = 0;
    for (std::size_t r = 0; r < solution_.block.size(); ++r) {
      const std::uint32_t id = solution_.block[r];
      if (id >= question_.rowOfId.size() || question_.rowOfId[id] == kNoMinelibRow) {
        findings_.add(kUnknown, {solution_.line[r], 1}, std::to_string(id));
        continue;
      }
      solution_.block[kept] = id;
      solution_.destination[kept] = solution_.destination[r];
      solution_.period[kept] = solution_.period[r];
      solution_.fraction[kept] = solution_.fraction[r];
      solution_.line[kept] = solution_.line[r];
      ++kept;
    }
    solution_.block.resize(kept);
    solution_.destination.resize(kept);
    solution_.period.resize(kept);
    solution_.fraction.resize(kept);
    solution_.line.resize(kept);
  }

  void addBlocks() {
    std::vector<geology::PeriodIndex> period(question_.model.blockCount(), geology::kNeverMined);
    std::vector<double> largest(question_.model.blockCount());
    leaveUnknown();
    for (std::size_t r = 0; r < solution_.block.size(); ++r) {
      const std::uint32_t id = solution_.block[r];
      const std::uint32_t row = question_.rowOfId[id];
      if (period[row] != geology::kNeverMined && solution_.period[r] != period[row])
        findings_.add(kSplit, {solution_.line[r], 1}, std::to_string(id));
      if (solution_.fraction[r] <= largest[row]) continue;
      largest[row] = solution_.fraction[r];
      period[row] = static_cast<geology::PeriodIndex>(solution_.period[r]);
      any_ = true;
    }
    if (any_)
      made_.plan.blocks.push_back(
          {question_.model.name, "", std::move(period), geology::PlanActivity::Pit, {}});
  }

  void say(Severity severity, const char* code, std::string message, std::string remedy,
           std::size_t count = 1) {
    made_.diagnostics.push_back({.severity = severity,
                                 .code = code,
                                 .file = question_.source.path,
                                 .message = std::move(message),
                                 .remedy = std::move(remedy),
                                 .count = count});
  }

  void addMoney() {
    geology::PlanEconomics& money = made_.plan.economics;
    money.currency.clear();  // MineLib's files name none
    money.statedValue = solution_.statedObjective;
    if (problem_ != nullptr) money.cashFlow = minelibCashFlow(*problem_, solution_);
    if (!money.cashFlow.empty()) {
      money.cashFlow.resize(made_.plan.periods.size());
      if (problem_->discounted) money.discountRate = problem_->discountRate;
      if (solution_.isLimit) money.discountRate = 0;  // a limit knows no time
      return;
    }
    if (any_)
      say(Severity::Warning, "PL-NO-CASH",
          problem_ == nullptr
              ? "no problem file lies beside the solution: nobody knows what it earns"
              : "a row has a block or a destination without a value: the solution has no cash "
                "flow",
          "put the .cpit, .pcpsp or .upit file that was solved beside it, with the name of the .blocks file");
  }

  void checkLimits() {
    if (problem_ == nullptr || solution_.isLimit) return;
    const auto broken = brokenLimits(*problem_, solution_);
    if (broken.empty()) return;
    say(Severity::Warning, "PL-OVER-CAPACITY",
        "the solution does not keep the limits of its problem, first of resource " +
            std::to_string(broken.front().resource) + " in period " + std::to_string(broken.front().period),
        "take the files of one instance, or correct the solution", broken.size());
  }

  const MinelibPlanQuestion& question_;
  Findings findings_;
  MinelibSolution solution_;
  const MinelibProblem* problem_ = nullptr;
  MinelibPlan made_;
  bool any_ = false;
};

}  // namespace

MinelibPlan minelibPlan(const MinelibPlanQuestion& question, geology::Progress& progress) {
  return PlanMaker(question, progress).make();
}

std::vector<std::string> solutionsBeside(const std::string& blocks) {
  const std::filesystem::path path(blocks);
  const std::string stem = path.stem().string();
  std::vector<std::string> solutions;
  std::error_code error;
  const std::filesystem::path folder = path.has_parent_path() ? path.parent_path() : ".";
  for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    const std::filesystem::path& other = it->path();
    const std::string name = other.stem().string();
    if (geology::lowerCase(other.extension().string()) != ".sol") continue;
    if (name == stem || name.starts_with(stem + "_"))
      solutions.push_back((path.parent_path() / other.filename()).string());
  }
  std::sort(solutions.begin(), solutions.end());
  return solutions;
}

}  // namespace adit::formats
