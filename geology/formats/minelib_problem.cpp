#include <algorithm>

#include "geology/formats/minelib.h"
#include "geology/formats/minelib_lines.h"

namespace adit::formats {
namespace {

using geology::Severity;

constexpr FindingKind kBadLine{Severity::Error, "PL-BAD-LINE",
                               "a line has other numbers than its section; it is left out",
                               "correct the line"};
constexpr FindingKind kUnknown{Severity::Error, "PL-UNKNOWN-BLOCK",
                               "a line speaks of a block that the problem does not have; it is left out",
                               "correct the block's number, or NBLOCKS"};
constexpr std::size_t kMostColumns = 64;

/// "NBLOCKS: 1060" -> "NBLOCKS", with what follows left in `line`.
std::string_view takeKey(std::string_view& line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  const std::string_view key = trimBlanks(line.substr(0, colon));
  if (key.empty() || key.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_") != std::string_view::npos)
    return {};
  line = trimBlanks(line.substr(colon + 1));
  return key;
}

class ProblemReader {
 public:
  ProblemReader(const Source& source, Findings& findings, geology::Progress& progress)
      : source_(source), findings_(findings), pace_(progress, source) {}

  MinelibProblem read() {
    MinelibLines lines(source_.bytes);
    for (std::string_view line; lines.next(line);) {
      pace_.at(lines.offset());
      at_ = lines.line();
      if (line == "EOF") break;
      std::string_view rest = line;
      if (const std::string_view key = takeKey(rest); !key.empty())
        readKey(key, rest);
      else
        readRow(line);
    }
    if (problem_.type.empty()) problem_.type = "UPIT";  // bare rows of block and value
    problem_.blocks = std::max(problem_.blocks, highest_);
    problem_.blocks = std::min(problem_.blocks, source_.bytes.size());  // a row takes more than a byte
    for (MinelibColumn& column : problem_.columns) column.values.resize(problem_.blocks, geology::kMissing);
    return std::move(problem_);
  }

 private:
  enum class Section { Objective, Limits, Coefficients, Other };

  void readKey(std::string_view key, std::string_view rest) {
    section_ = key == "OBJECTIVE_FUNCTION"                 ? Section::Objective
               : key == "RESOURCE_CONSTRAINT_LIMITS"       ? Section::Limits
               : key == "RESOURCE_CONSTRAINT_COEFFICIENTS" ? Section::Coefficients
                                                           : Section::Other;
    if (key == "NAME") problem_.name = validUtf8(rest);
    if (key == "TYPE") problem_.type = validUtf8(rest);
    const auto number = takeNumber(rest);
    if (!number || *number < 0 || *number > 4e9) return;
    const auto whole = static_cast<std::size_t>(*number);
    if (key == "NBLOCKS") problem_.blocks = whole;
    if (key == "NPERIODS") problem_.periods = whole;
    if (key == "NDESTINATIONS") problem_.destinations = whole;
    if (key == "DISCOUNT_RATE") {
      problem_.discountRate = *number;
      problem_.discounted = true;
    }
  }

  void set(const std::string& name, std::uint32_t block, double value) {
    auto column = std::find_if(problem_.columns.begin(), problem_.columns.end(),
                               [&](const MinelibColumn& c) { return c.name == name; });
    if (column == problem_.columns.end()) {
      if (problem_.columns.size() == kMostColumns) return;
      problem_.columns.push_back({name, {}});
      column = problem_.columns.end() - 1;
    }
    if (column->values.size() <= block) column->values.resize(block + std::size_t{1}, geology::kMissing);
    column->values[block] = static_cast<float>(value);
  }

  /// False, and said, for a block that cannot be.
  bool allowed(std::uint32_t block) {
    const std::size_t limit = problem_.blocks > 0 ? problem_.blocks : source_.bytes.size();
    if (block < limit && block < source_.bytes.size()) {
      highest_ = std::max<std::size_t>(highest_, block + std::size_t{1});
      return true;
    }
    findings_.add(kUnknown, {at_, 1}, std::to_string(block));
    return false;
  }

  void readRow(std::string_view line) {
    if (section_ == Section::Other) return;
    if (section_ == Section::Limits) {
      ++problem_.limits;
      return;
    }
    const auto block = takeIndex(line);
    if (!block) {
      findings_.add(kBadLine, {at_, 1});
      return;
    }
    if (!allowed(*block)) return;
    if (section_ == Section::Objective)
      readValues(*block, line);
    else
      readCoefficient(*block, line);
  }

  void readValues(std::uint32_t block, std::string_view line) {
    std::size_t destination = 0;
    do {
      const auto value = takeNumber(line);
      if (!value) {
        findings_.add(kBadLine, {at_, destination + 2});
        return;
      }
      set(destination == 0 ? "value" : "value " + std::to_string(destination), block, *value);
      ++destination;
    } while (!trimBlanks(line).empty() && destination < kMostColumns);
  }

  /// "block resource amount", or "block destination resource amount" with destinations.
  void readCoefficient(std::uint32_t block, std::string_view line) {
    const bool destinations = problem_.type == "PCPSP";
    const auto first = takeIndex(line);
    const auto second = destinations ? takeIndex(line) : first;
    const auto amount = takeNumber(line);
    if (!first || !second || !amount) {
      findings_.add(kBadLine, {at_, 2});
      return;
    }
    const std::string suffix = destinations ? " to " + std::to_string(*first) : "";
    set("resource " + std::to_string(*second) + suffix, block, *amount);
  }

  const Source& source_;
  Findings& findings_;
  ReadingPace pace_;
  MinelibProblem problem_;
  Section section_ = Section::Objective;
  std::size_t highest_ = 0, at_ = 0;
};

}  // namespace

MinelibProblem readMinelibProblem(const Source& source, Findings& findings, geology::Progress& progress) {
  return ProblemReader(source, findings, progress).read();
}

MinelibSolution readMinelibSolution(const Source& source, Findings& findings, geology::Progress& progress) {
  constexpr FindingKind kBadRow{
      Severity::Error, "PL-BAD-LINE",
      "a line is neither \"block period\" nor \"block destination period fraction\"", "correct the line"};
  constexpr std::int32_t kMostPeriods = 10'000;
  MinelibSolution solution;
  MinelibLines lines(source.bytes);
  ReadingPace pace(progress, source);
  for (std::string_view line; lines.next(line);) {
    pace.at(lines.offset());
    std::string_view rest = line;
    if (line == "EOF") break;
    if (!takeKey(rest).empty()) continue;
    std::array<std::string_view, 5> words;
    const std::size_t count = takeWords(line, words.data(), words.size());
    rest = line;
    const auto block = takeIndex(rest);
    if (count >= 3) takeIndex(rest);  // the destination
    const auto period = takeIndex(rest);
    const auto fraction = count >= 4 ? takeNumber(rest) : std::optional(1.0);
    if (count < 2 || count > 4 || !block || !period || !fraction || *period > kMostPeriods) {
      findings.add(kBadRow, {lines.line(), 1});
      continue;
    }
    solution.block.push_back(*block);
    solution.period.push_back(static_cast<std::int32_t>(*period));
    solution.fraction.push_back(static_cast<float>(*fraction));
    solution.periods = std::max<std::size_t>(solution.periods, *period + std::size_t{1});
  }
  return solution;
}

}  // namespace adit::formats
