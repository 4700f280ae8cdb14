// The problem files of MineLib (Espinoza, Goycoolea, Moreno and Newman 2013): what they say, without the
// blocks that they speak of. Blocks are counted from 0; "%" begins a comment.
#pragma once
#include <cstdint>
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
  std::vector<float> values;  ///< NaN where the file has none
};

/// UPIT, CPIT and PCPSP.
struct MinelibProblem {
  std::string name, type;
  std::size_t blocks = 0, periods = 0, destinations = 0;
  double discountRate = 0;
  bool discounted = false;             ///< the file states a rate
  std::vector<MinelibColumn> columns;  ///< "value" (one a destination), "resource 0" (one a side constraint)
  std::size_t limits = 0;              ///< of resources
};
MinelibProblem readMinelibProblem(const Source& source, Findings& findings, geology::Progress& progress);

/// Rows of a solution: block, period, or block, destination, period, fraction.
struct MinelibSolution {
  std::vector<std::uint32_t> block;
  std::vector<std::int32_t> period;
  std::vector<float> fraction;
  std::size_t periods = 0;
};
MinelibSolution readMinelibSolution(const Source& source, Findings& findings, geology::Progress& progress);

}  // namespace adit::formats
