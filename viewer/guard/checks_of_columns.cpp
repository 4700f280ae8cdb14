// What columns are, by their names and units.
#include <algorithm>
#include <array>
#include <cctype>
#include <functional>

#include "geology/model/plain_text.h"
#include "viewer/guard/checks.h"

namespace adit::viewer {
namespace checks {
namespace {

using Words = std::vector<std::string>;

/// "Nd2O3_ppm" -> nd2o3, ppm; lower case, cut at everything that is no letter and no digit.
Words wordsOf(const std::string& text) {
  Words words(1);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0)
      words.back() += geology::lowerCase(c);
    else if (!words.back().empty())
      words.emplace_back();
  }
  return words;
}

template <std::size_t N>
bool isOneOf(const std::string& word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr std::array<std::string_view, 22> kRareEarths{
    "la2o3", "ceo2",  "pr6o11", "nd2o3", "sm2o3", "eu2o3", "gd2o3", "tb4o7", "dy2o3", "ho2o3", "er2o3",
    "tm2o3", "yb2o3", "lu2o3",  "y2o3",  "la",    "ce",    "pr",    "nd",    "ndpr",  "dy",    "tb"};
constexpr std::array<std::string_view, 6> kRareEarthTotals{"treo", "treo2", "tree", "reo", "ree", "trexo"};
constexpr std::array<std::string_view, 27> kMetals{"au", "ag",   "cu", "pb",   "zn", "ni", "co", "mo", "sb",
                                                   "w",  "wo3",  "li", "li2o", "ta", "nb", "u",  "fe", "sn",
                                                   "v",  "v2o5", "ti", "mn",   "pt", "pd", "bi", "cr", "reo"};
constexpr std::array<std::string_view, 6> kMoney{"usd", "cad", "aud", "eur", "dollar", "dollars"};

/// The metal of an equivalent: "CuEq_pct" -> "cu", "au_eq" -> "au"; empty for other columns.
std::string metalOfEquivalent(const std::string& name) {
  const Words words = wordsOf(name);
  for (std::size_t i = 0; i < words.size(); ++i) {
    for (const std::string_view ending : {"equivalent", "equiv", "eq"}) {
      const std::string& word = words[i];
      if (word.size() > ending.size() && word.ends_with(ending) &&
          isOneOf(word.substr(0, word.size() - ending.size()), kMetals))
        return word.substr(0, word.size() - ending.size());
      if (word == ending && i > 0 && isOneOf(words[i - 1], kMetals)) return words[i - 1];
    }
  }
  return {};
}

bool isTotalRareEarths(const NamedUnit& column) {
  const Words words = wordsOf(column.name);
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return isOneOf(word, kRareEarthTotals); });
}

bool isSingleRareEarth(const NamedUnit& column) {
  const Words words = wordsOf(column.name);
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return isOneOf(word, kRareEarths); });
}

/// Money in the ground. What a smelter would pay after its costs is none, and neither is what a mine would
/// earn.
bool isGrossValue(const NamedUnit& column) {
  const Words words = wordsOf(column.name + " " + column.unit);
  const auto has = [&](std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  };
  if (has("nsr") || has("smelter") || isMoneyInTime(column)) return false;
  const bool money =
      column.name.find('$') != std::string::npos || column.unit.find('$') != std::string::npos ||
      std::any_of(words.begin(), words.end(), [](const std::string& word) { return isOneOf(word, kMoney); });
  const bool inGround = has("gross") || has("insitu") || has("situ") || has("inground");
  return money || (has("value") && inGround) || has("grossvalue") || has("gmv");
}

std::vector<std::string> namesWhere(const std::vector<NamedUnit>& columns,
                                    const std::function<bool(const NamedUnit&)>& holds) {
  std::vector<std::string> names;
  for (const NamedUnit& column : columns)
    if (holds(column)) names.push_back(column.name);
  return names;
}

}  // namespace
}  // namespace checks

bool isMoneyInTime(const NamedUnit& column) {
  const checks::Words words = checks::wordsOf(column.name);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string next = i + 1 < words.size() ? words[i + 1] : std::string();
    if (words[i] == "npv" || words[i] == "irr" || words[i] == "cashflow" || words[i] == "dcf") return true;
    if ((words[i] == "cash" && next == "flow") || (words[i] == "present" && next == "value")) return true;
  }
  return false;
}

namespace checks {

Verdict grossValue(const DisclosureFacts& facts) {
  if (facts.shown.empty()) return notApplicable("no estimate is shown");
  const auto money = namesWhere(facts.shown, isGrossValue);
  if (money.empty()) return passes("no value in the ground is shown");
  return fails("value in the ground: " + listed(money), "show grades, or a net smelter return as a cut-off");
}

Verdict totalRareEarths(const DisclosureFacts& facts) {
  const auto totals = namesWhere(facts.shown, isTotalRareEarths);
  if (totals.empty()) return notApplicable("no total of rare earths is shown");
  const auto single = namesWhere(facts.atHand, isSingleRareEarth);
  if (!single.empty()) return passes("beside the total there are " + listed(single));
  return fails(listed(totals) + " stands alone", "add the columns of the single oxides (Nd2O3, Pr6O11, ...)");
}

Verdict equivalents(const DisclosureFacts& facts) {
  const auto shown =
      namesWhere(facts.shown, [](const NamedUnit& c) { return !metalOfEquivalent(c.name).empty(); });
  if (shown.empty()) return notApplicable("no equivalent grade is shown");
  for (const std::string& name : shown) {
    const std::string metal = metalOfEquivalent(name);
    std::set<std::string> others;
    for (const NamedUnit& column : facts.atHand)
      if (metalOfEquivalent(column.name).empty())
        for (const std::string& word : wordsOf(column.name))
          if (isOneOf(word, kMetals)) others.insert(word);
    if (!others.contains(metal) || others.size() < 2)
      return fails(name + " stands without the grades that it is made of",
                   "add the columns of its metals, and say prices and recoveries");
  }
  return passes("beside " + listed(shown) + " stand the grades that it is made of");
}

}  // namespace checks
}  // namespace adit::viewer
