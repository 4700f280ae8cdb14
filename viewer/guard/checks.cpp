#include "viewer/guard/checks.h"

#include <array>

#include "viewer/guard/rules.h"

namespace adit::viewer {
namespace {

struct NamedCheck {
  std::string_view rule;
  Check check;
};
constexpr std::array kChecks{NamedCheck{"cut-off", checks::cutOff},
                             NamedCheck{"inferred-added", checks::inferredAdded},
                             NamedCheck{"inferred-apart", checks::inferredApart},
                             NamedCheck{"category", checks::category},
                             NamedCheck{"metal-alone", checks::metalAlone},
                             NamedCheck{"gross-value", checks::grossValue},
                             NamedCheck{"total-rare-earths", checks::totalRareEarths},
                             NamedCheck{"figures", checks::figures},
                             NamedCheck{"effective-date", checks::effectiveDate},
                             NamedCheck{"person", checks::person},
                             NamedCheck{"code", checks::code},
                             NamedCheck{"kind", checks::kind},
                             NamedCheck{"basis", checks::basis},
                             NamedCheck{"exaggeration", checks::exaggeration},
                             NamedCheck{"caution", checks::caution},
                             NamedCheck{"equivalents", checks::equivalents},
                             NamedCheck{"study-level", checks::studyLevel},
                             NamedCheck{"inferred-value", checks::inferredValue}};

}  // namespace

Check checkOf(std::string_view ruleId) {
  for (const NamedCheck& entry : kChecks)
    if (entry.rule == ruleId) return entry.check;
  return nullptr;
}

GuardReport guard(const DisclosureFacts& facts) {
  GuardReport report;
  for (const Rule& rule : ruleBook().rules) {
    const Check check = checkOf(rule.id);
    const Verdict verdict = check != nullptr ? check(facts) : notApplicable("this program cannot check it");
    report.push_back({rule.id, rule.title, verdict.outcome, rule.required, verdict.found, verdict.remedy,
                      rule.why, rule.source});
  }
  return report;
}

std::string listed(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 3;
  std::string text;
  for (std::size_t i = 0; i < names.size() && i < kMost; ++i) text += (i == 0 ? "" : ", ") + names[i];
  return names.size() > kMost ? text + " and " + std::to_string(names.size() - kMost) + " more" : text;
}

}  // namespace adit::viewer
