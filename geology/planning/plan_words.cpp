#include "geology/planning/plan_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <utility>

namespace adit::planning {
namespace {

using geology::PlanActivity;
using geology::PlanBasis;

constexpr std::array<std::pair<std::string_view, PeriodWord>, 19> kPeriodWords{
    {{"period", PeriodWord::Period},
     {"periods", PeriodWord::Period},
     {"month", PeriodWord::Month},
     {"months", PeriodWord::Month},
     {"quarter", PeriodWord::Quarter},
     {"qtr", PeriodWord::Quarter},
     {"year", PeriodWord::Year},
     {"years", PeriodWord::Year},
     {"yr", PeriodWord::Year},
     {"eoy", PeriodWord::Year},
     {"mined", PeriodWord::Mined},
     {"phase", PeriodWord::Phase},
     {"phases", PeriodWord::Phase},
     {"pushback", PeriodWord::Pushback},
     {"pushbacks", PeriodWord::Pushback},
     {"cutback", PeriodWord::Pushback},
     {"stage", PeriodWord::Stage},
     {"stg", PeriodWord::Stage},
     {"schedule", PeriodWord::Period}}};

constexpr std::array<std::pair<std::string_view, PlanActivity>, 14> kActivities{
    {{"pit", PlanActivity::Pit},
     {"shell", PlanActivity::Pit},
     {"pitshell", PlanActivity::Pit},
     {"stope", PlanActivity::Stope},
     {"stopes", PlanActivity::Stope},
     {"decline", PlanActivity::Development},
     {"drive", PlanActivity::Development},
     {"development", PlanActivity::Development},
     {"backfill", PlanActivity::Backfill},
     {"dump", PlanActivity::Dump},
     {"wrd", PlanActivity::Dump},
     {"stockpile", PlanActivity::Stockpile},
     {"haul", PlanActivity::HaulRoute},
     {"design", PlanActivity::Pit}}};

template <class Table, class Value>
bool lookUp(const Table& table, const std::string& word, Value& value) {
  for (const auto& [name, meaning] : table)
    if (name == word) {
      value = meaning;
      return true;
    }
  return false;
}

bool isNumber(const std::string& word) {
  return !word.empty() && word.size() <= 4 &&
         std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

bool isYear(const std::string& word) {
  return isNumber(word) && word.size() == 4 && std::atol(word.c_str()) >= 1950 &&
         std::atol(word.c_str()) <= 2199;
}

}  // namespace

std::vector<std::string> wordsOf(std::string_view name) {
  std::vector<std::string> words;
  const auto kind = [](unsigned char c) { return std::isdigit(c) != 0 ? 1 : std::isalpha(c) != 0 ? 2 : 0; };
  unsigned char before = 0;
  for (const char raw : name) {
    const auto c = static_cast<unsigned char>(raw);
    const bool hump = std::isupper(c) != 0 && std::islower(before) != 0;
    if (kind(c) != 0) {
      if (kind(before) != kind(c) || hump || words.empty()) words.emplace_back();
      words.back() += static_cast<char>(std::tolower(c));
    }
    before = c;
  }
  return words;
}

const char* periodWordName(PeriodWord word) {
  constexpr std::array kNames{"period", "month", "quarter", "year", "period", "phase", "pushback", "stage"};
  return kNames[static_cast<std::size_t>(word)];
}

double yearsOf(PeriodWord word) {
  return word == PeriodWord::Month ? 1.0 / 12 : word == PeriodWord::Quarter ? .25 : 1;
}

std::optional<NamedPeriod> namedPeriod(std::string_view meshName) {
  const std::vector<std::string> words = wordsOf(meshName);
  NamedPeriod named;
  bool mining = false, numbered = false;
  for (std::size_t w = 0; w < words.size(); ++w) {
    PeriodWord word{};
    if (lookUp(kActivities, words[w], named.activity)) mining = true;
    if (words[w] == "shell" || words[w] == "pitshell") named.basis = PlanBasis::Shell;
    if (words[w] == "design") named.basis = PlanBasis::Design;
    if (!numbered && lookUp(kPeriodWords, words[w], word) && w + 1 < words.size() && isNumber(words[w + 1])) {
      named.word = word;
      named.number = std::atol(words[w + 1].c_str());
      mining = numbered = true;
    }
  }
  for (std::size_t w = 0; w < words.size() && !numbered; ++w)
    if (isYear(words[w])) {
      named.word = PeriodWord::Year;
      named.number = std::atol(words[w].c_str());
      numbered = true;
      named.bare = words.size() == 1;
    }
  if (!numbered || !(mining || named.bare)) return std::nullopt;
  return named;
}

std::string periodLabel(PeriodWord word, long number) {
  const bool year = word == PeriodWord::Year && number >= 1950 && number <= 2199;
  return (year ? std::string() : periodWordName(word) + std::string(" ")) + std::to_string(number);
}

}  // namespace adit::planning
