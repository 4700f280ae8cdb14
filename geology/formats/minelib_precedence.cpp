#include <algorithm>

#include "geology/formats/minelib.h"
#include "geology/formats/minelib_lines.h"

namespace adit::formats {
namespace {

using geology::Severity;

constexpr FindingKind kBadLine{Severity::Error, "PL-BAD-LINE",
                               "a line is no \"block, number, predecessors\"; it is left out",
                               "correct the line"};
constexpr FindingKind kUnknown{Severity::Error, "PL-UNKNOWN-BLOCK",
                               "a line speaks of a block that is not in the .blocks file; it is left out",
                               "take the files of one instance"};
constexpr FindingKind kCycle{
    Severity::Error, "PL-CYCLE",
    "a block would have to be mined before itself: no order of these blocks is right",
    "correct the precedence"};
constexpr std::uint32_t kMostBlocks = 100'000'000;

struct Arc {
  std::uint32_t block, predecessor;
  std::uint32_t line;
};

/// Blocks that lie on a circle or that one of a circle waits for, by Kahn's algorithm.
std::vector<char> heldBlocks(const MinelibPrecedence& precedence) {
  const std::size_t n = precedence.blocks();
  std::vector<std::uint32_t> waiting(n);
  for (const std::uint32_t p : precedence.predecessor) ++waiting[p];
  std::vector<std::uint32_t> open;
  for (std::uint32_t b = 0; b < n; ++b)
    if (waiting[b] == 0) open.push_back(b);
  std::vector<char> held(n, 1);
  while (!open.empty()) {
    const std::uint32_t b = open.back();
    open.pop_back();
    held[b] = 0;
    for (std::size_t a = precedence.first[b]; a < precedence.first[b + 1]; ++a)
      if (--waiting[precedence.predecessor[a]] == 0) open.push_back(precedence.predecessor[a]);
  }
  return held;
}

/// A block that waits for itself; nothing when there is an order.
std::optional<std::uint32_t> circle(const MinelibPrecedence& precedence) {
  std::vector<char> held = heldBlocks(precedence);
  const auto heldPredecessor = [&](std::uint32_t b) -> std::optional<std::uint32_t> {
    for (std::size_t a = precedence.first[b]; a < precedence.first[b + 1]; ++a)
      if (held[precedence.predecessor[a]] != 0) return precedence.predecessor[a];
    return std::nullopt;
  };
  // Of a held block one goes to what it waits for, and further, until one is met again or the way ends; what
  // the way ends at is on no circle.
  for (std::uint32_t start = 0; start < held.size(); ++start) {
    if (held[start] == 0) continue;
    std::vector<std::uint32_t> way{start};
    held[start] = 2;
    while (!way.empty()) {
      const auto next = heldPredecessor(way.back());
      if (!next) {
        held[way.back()] = 0;
        way.pop_back();
        continue;
      }
      if (held[*next] == 2) return next;
      held[*next] = 2;
      way.push_back(*next);
    }
  }
  return std::nullopt;
}

}  // namespace

MinelibPrecedence readMinelibPrecedence(const Source& source, std::size_t blocks, Findings& findings,
                                        geology::Progress& progress) {
  MinelibLines lines(source.bytes);
  ReadingPace pace(progress, source);
  std::vector<Arc> arcs;
  std::size_t most = blocks;
  for (std::string_view line; lines.next(line);) {
    pace.at(lines.offset());
    const auto block = takeIndex(line), count = takeIndex(line);
    const std::uint32_t limit = blocks > 0 ? static_cast<std::uint32_t>(blocks) : kMostBlocks;
    if (!block || !count) {
      findings.add(kBadLine, {lines.line(), 1});
      continue;
    }
    if (*block >= limit) {
      findings.add(kUnknown, {lines.line(), 1}, std::to_string(*block));
      continue;
    }
    most = std::max<std::size_t>(most, *block + std::size_t{1});
    std::uint32_t found = 0;
    while (!trimBlanks(line).empty() && found < *count) {
      const auto predecessor = takeIndex(line);
      ++found;
      if (!predecessor || *predecessor >= limit) {
        findings.add(kUnknown, {lines.line(), found + 2});
        continue;
      }
      most = std::max<std::size_t>(most, *predecessor + std::size_t{1});
      arcs.push_back({*block, *predecessor, static_cast<std::uint32_t>(lines.line())});
    }
    if (found != *count || !trimBlanks(line).empty()) findings.add(kBadLine, {lines.line(), 2});
  }
  // A number in a damaged line must not ask for gigabytes: blocks beyond what the lines can hold are none.
  most = std::min(most, std::max<std::size_t>(blocks, source.bytes.size()));
  MinelibPrecedence precedence;
  precedence.first.assign(most + 1, 0);
  std::erase_if(arcs, [&](const Arc& arc) { return arc.block >= most || arc.predecessor >= most; });
  for (const Arc& arc : arcs) ++precedence.first[arc.block + 1];
  for (std::size_t b = 0; b < most; ++b) precedence.first[b + 1] += precedence.first[b];
  precedence.predecessor.resize(arcs.size());
  std::vector<std::size_t> next(precedence.first.begin(), precedence.first.end() - 1);
  for (const Arc& arc : arcs) precedence.predecessor[next[arc.block]++] = arc.predecessor;
  if (const auto block = circle(precedence)) {
    const auto arc = std::find_if(arcs.begin(), arcs.end(), [&](const Arc& a) { return a.block == *block; });
    findings.add(kCycle, {arc != arcs.end() ? arc->line : 0, 1}, "block " + std::to_string(*block));
  }
  return precedence;
}

}  // namespace adit::formats
