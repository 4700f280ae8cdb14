#include "geology/planning/schedule_checks.h"

#include <cstdio>

namespace adit::planning {
namespace {

using geology::Severity;

/// A mill that takes less of its capacity is not fed: what stands still for more than a fifth of a year does
/// so for want of ore.
constexpr double kFed = .8;
constexpr std::size_t kMostNamed = 8;

class ScheduleChecker {
 public:
  ScheduleChecker(const Schedule& schedule, const ScheduleInputs& rates,
                  const std::vector<std::string>& labels)
      : periods_(schedule.periods), rates_(rates), labels_(labels) {
    for (std::size_t p = 0; p < periods_.size(); ++p) {
      if (periods_[p].rock() > 0) miningEnds_ = p + 1;
      if (!(periods_[p].milled > 0)) continue;
      if (millingEnds_ == 0) millingBegins_ = p;
      millingEnds_ = p + 1;
    }
  }

  geology::Diagnostics check() {
    checkStripping();
    checkMine();
    checkMill();
    return std::move(found_);
  }

 private:
  void say(Severity severity, const char* code, std::string message, std::string remedy, std::size_t count) {
    found_.push_back({.severity = severity,
                      .code = code,
                      .file = {},
                      .message = std::move(message),
                      .remedy = std::move(remedy),
                      .count = count});
  }

  std::string named(const std::vector<std::size_t>& which) const {
    std::string text;
    for (std::size_t i = 0; i < which.size() && i < kMostNamed; ++i)
      text += (i == 0 ? "" : ", ") + labels_[which[i]];
    return which.size() <= kMostNamed ? text
                                      : text + " and " + std::to_string(which.size() - kMostNamed) + " more";
  }

  /// "the mine is at its capacity in 3 of them, ..."
  std::string reasons(const std::vector<std::size_t>& which) const {
    std::size_t mine = 0, sink = 0, ore = 0;
    for (const std::size_t p : which) {
      mine += periods_[p].bounds.mine ? 1 : 0;
      sink += periods_[p].bounds.sink ? 1 : 0;
      ore += periods_[p].bounds.ore ? 1 : 0;
    }
    std::string text;
    const auto add = [&](std::size_t count, const char* what) {
      if (count > 0) text += (text.empty() ? "" : ", ") + std::string(what) + " in " + std::to_string(count);
    };
    add(mine, "the mine takes no more rock");
    add(sink, "a phase is at its sink rate");
    add(ore, "ore finds no room");
    return text.empty() ? "phases wait for each other" : text;
  }

  void checkStripping() {
    if (millingEnds_ == 0 || millingBegins_ == 0) return;
    std::vector<std::size_t> which;
    double rock = 0;
    for (std::size_t p = 0; p < millingBegins_; ++p) {
      which.push_back(p);
      rock += periods_[p].rock();
    }
    char tonnes[32];
    std::snprintf(tonnes, sizeof tonnes, "%.3g", rock / 1e6);
    say(Severity::Note, "PL-PRE-STRIP",
        "the mill stands still in " + named(which) + ": " + tonnes +
            " Mt of rock go before the first ore is milled",
        "that is pre-stripping; the mill may start later, or a larger mine strip faster", which.size());
  }

  void checkMine() {
    std::vector<std::size_t> which;
    for (std::size_t p = 0; p < miningEnds_; ++p)
      if (!(periods_[p].rock() > 0)) which.push_back(p);
    if (which.empty()) return;
    say(Severity::Warning, "PL-IDLE-MINE",
        "nothing is mined in " + named(which) + ", though ground is left; " + reasons(which),
        "raise what holds it back: the capacity of mill or stockpile, or the sink rate", which.size());
  }

  void checkMill() {
    std::vector<std::size_t> which;
    for (std::size_t p = millingBegins_ + 1; p + 1 < millingEnds_; ++p)
      if (periods_[p].milled < kFed * rates_.millCapacity) which.push_back(p);
    if (which.empty()) return;
    say(Severity::Warning, "PL-MILL-STARVES",
        "the mill takes less than four fifths of its capacity in " + named(which) + "; " + reasons(which),
        "raise the capacity of the mine, the sink rate or the number of phases, give it a stockpile, or "
        "take a smaller mill",
        which.size());
  }

  const std::vector<PeriodSum>& periods_;
  const ScheduleInputs& rates_;
  const std::vector<std::string>& labels_;
  std::size_t miningEnds_ = 0, millingBegins_ = 0, millingEnds_ = 0;
  geology::Diagnostics found_;
};

}  // namespace

geology::Diagnostics checkSchedule(const Schedule& schedule, const ScheduleInputs& rates,
                                   const std::vector<std::string>& labels) {
  return ScheduleChecker(schedule, rates, labels).check();
}

}  // namespace adit::planning
