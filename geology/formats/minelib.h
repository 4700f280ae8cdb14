// The problem files of MineLib (Espinoza, Goycoolea, Moreno and Newman 2013): what they say, without the
// blocks that they speak of. Blocks are counted from 0; "%" begins a comment.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geology/formats/findings.h"
#include "geology/formats/reader.h"

namespace adit::formats {

enum class MinelibKind : std::uint8_t { None, Blocks, Precedence, Problem, Solution };
/// By content, and by the ending where bare numbers could be anything.
MinelibKind minelibKind(const Source& source);

/// The predecessors of block b are predecessor[first[b]] .. predecessor[first[b + 1] - 1].
struct MinelibPrecedence {
  std::vector<std::size_t> first{0};
  std::vector<std::uint32_t> predecessor;
  std::size_t blocks() const { return first.size() - 1; }
};
/// Lines that are no precedence, blocks that are not there and circles are findings; such arcs are left out
/// (a circle is kept: no order is right). `blocks` 0: as many as the file speaks of.
MinelibPrecedence readMinelibPrecedence(const Source& source, std::size_t blocks, Findings& findings,
                                        geology::Progress& progress);

/// A number a block.
struct MinelibColumn {
  std::string name;
  std::vector<double> values;  ///< NaN where the file has none
};

/// What a resource may use in a period.
struct MinelibLimit {
  std::uint32_t resource = 0, period = 0;
  double least = 0, most = 0;  ///< infinite where that side is open
};

/// UPIT, CPIT and PCPSP.
struct MinelibProblem {
  std::string name, type;
  std::size_t blocks = 0, periods = 0, destinations = 0;
  double discountRate = 0;
  bool discounted = false;             ///< the file states a rate
  std::vector<MinelibColumn> columns;  ///< "value" (one a destination), "resource 0" (one a side constraint)
  std::vector<MinelibLimit> limits;

  /// Of the objective, a column a destination; nullptr where it has none.
  const MinelibColumn* value(std::uint32_t destination) const;
  /// Of a resource, at a destination where the problem has destinations; nullptr: nothing uses it.
  const MinelibColumn* resource(std::uint32_t resource, std::uint32_t destination) const;
};
MinelibProblem readMinelibProblem(const Source& source, Findings& findings, geology::Progress& progress);

/// Rows of a solution: a block of a pit limit; block, period; block, destination, period, and the fraction
/// that is 1 where it is absent.
struct MinelibSolution {
  std::vector<std::uint32_t> block, destination;
  std::vector<std::int32_t> period;
  std::vector<double> fraction;
  std::vector<std::uint32_t> line;  ///< of the file, from 1
  std::size_t periods = 0;
  bool isLimit = false;                   ///< blocks alone: a pit, and no order
  std::optional<double> statedObjective;  ///< after a key with the word OBJECTIVE
};
MinelibSolution readMinelibSolution(const Source& source, Findings& findings, geology::Progress& progress);

/// Undiscounted, one a period: value of the destination times fraction. Empty where a row has a block or a
/// destination without a value. MineLib discounts it by (1 + rate)^period, with periods from 0.
std::vector<double> minelibCashFlow(const MinelibProblem& problem, const MinelibSolution& solution);

/// The limits that a solution does not keep, by more than their last digits.
std::vector<MinelibLimit> brokenLimits(const MinelibProblem& problem, const MinelibSolution& solution);

}  // namespace adit::formats
