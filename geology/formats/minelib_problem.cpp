#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

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
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

std::string valueName(std::size_t destination) {
  return destination == 0 ? "value" : "value " + std::to_string(destination);
}
std::string resourceName(std::uint32_t resource, std::optional<std::uint32_t> destination) {
  return "resource " + std::to_string(resource) +
         (destination ? " to " + std::to_string(*destination) : std::string());
}

const MinelibColumn* columnNamed(const MinelibProblem& problem, const std::string& name) {
  const auto found = std::find_if(problem.columns.begin(), problem.columns.end(),
                                  [&](const MinelibColumn& column) { return column.name == name; });
  return found == problem.columns.end() ? nullptr : &*found;
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
    for (MinelibColumn& column : problem_.columns) column.values.resize(problem_.blocks, kNone);
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
    if (column->values.size() <= block) column->values.resize(block + std::size_t{1}, kNone);
    column->values[block] = value;
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
      readLimit(line);
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

  /// "resource period L most", "... G least", "... I least most".
  void readLimit(std::string_view line) {
    MinelibLimit limit{0, 0, -HUGE_VAL, HUGE_VAL};
    const auto resource = takeIndex(line), period = takeIndex(line);
    const std::string_view sense = takeWord(line);
    const auto first = takeNumber(line);
    const auto second = sense == "I" ? takeNumber(line) : first;
    if (!resource || !period || !first || !second || (sense != "L" && sense != "G" && sense != "I")) {
      findings_.add(kBadLine, {at_, 1});
      return;
    }
    limit.resource = *resource;
    limit.period = *period;
    if (sense != "L") limit.least = *first;
    if (sense != "G") limit.most = *second;
    problem_.limits.push_back(limit);
  }

  void readValues(std::uint32_t block, std::string_view line) {
    std::size_t destination = 0;
    do {
      const auto value = takeNumber(line);
      if (!value) {
        findings_.add(kBadLine, {at_, destination + 2});
        return;
      }
      set(valueName(destination), block, *value);
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
    set(resourceName(*second, destinations ? first : std::nullopt), block, *amount);
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

const MinelibColumn* MinelibProblem::value(std::uint32_t destination) const {
  return columnNamed(*this, valueName(destination));
}

const MinelibColumn* MinelibProblem::resource(std::uint32_t resource, std::uint32_t destination) const {
  return columnNamed(*this,
                     resourceName(resource, type == "PCPSP" ? std::optional(destination) : std::nullopt));
}

}  // namespace adit::formats
