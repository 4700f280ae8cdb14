#include "geology/formats/block_indices.h"

#include <array>
#include <cmath>

#include "geology/formats/lattice_text.h"

namespace adit::formats {
namespace {

using geology::Vec3;

constexpr FindingKind kIndexBase{geology::Severity::Warning, "BM-INDEX-BASE",
                                 "block indices count from 1 along some axes and from 0 along others",
                                 "if they count alike, state from what with the choice index-base, e.g. "
                                 "0,0,0 or 1,1,1: blocks move by one cell"};
constexpr std::array<std::string_view, 10> kBases{"0",     "1",     "0,0,0", "0,0,1", "0,1,0",
                                                  "0,1,1", "1,0,0", "1,0,1", "1,1,0", "1,1,1"};

Vec3 lowestIndex(const CollectedRows& rows) {
  if (rows.planes) return rows.planes->lowest();
  Vec3 lowest{std::nan(""), std::nan(""), std::nan("")};
  for (const Vec3& index : rows.points)
    lowest = {std::fmin(lowest.x, index.x), std::fmin(lowest.y, index.y), std::fmin(lowest.z, index.z)};
  return lowest;
}

Vec3 guessedBase(const Vec3& lowest) {
  const bool anyBelowOne = lowest.x < 1 || lowest.y < 1 || lowest.z < 1;
  const auto along = [&](double index) { return index == 1 || (index > 1 && !anyBelowOne) ? 1.0 : 0.0; };
  return {along(lowest.x), along(lowest.y), along(lowest.z)};
}

}  // namespace

void indicesToPositions(CollectedRows& rows, LatticeHints& hints, const Decision& decision,
                        Findings& findings) {
  const Vec3 lowest = lowestIndex(rows);
  const std::string guess = formatVector(guessedBase(lowest));
  const std::string answer = decision.take(
      "index-base", guess, "the lowest indices are " + formatVector(lowest), {kBases.begin(), kBases.end()});
  // Every answer that is allowed is a vector.
  const Vec3 base = parseVector(answer).value_or(Vec3{});
  if (!(base.x == base.y && base.y == base.z)) findings.add(kIndexBase, {}, answer);
  const Vec3 toCentre = Vec3{0.5, 0.5, 0.5} - base;
  for (Vec3& index : rows.points) index += toCentre;
  if (rows.planes) rows.planes->move(toCentre);
  hints.indices = true;
}

}  // namespace adit::formats
