// Rows of cells: shared between the cores, and cut out of masks without gaps.
#pragma once
#include <algorithm>
#include <bit>

#include "geology/model/parallel_for.h"
#include "viewer/geometry/cell_mask.h"

namespace adit::viewer {

/// Rows that one core takes at a time: enough words that taking them costs nothing, few enough that the cores
/// end together.
inline std::size_t rowsAtOnce(const CellMask& mask) {
  constexpr std::size_t kWordsAtOnce = 4096;
  return std::max<std::size_t>(1, kWordsAtOnce / std::max<std::size_t>(1, mask.wordsPerRow()));
}

/// Calls body for ranges that cover all rows of the mask once, on all cores.
template <typename Body>
void forRows(const CellMask& mask, const Body& body) {
  const geology::Progress neverCancelled;
  geology::parallelFor({.count = mask.rowCount(), .grain = rowsAtOnce(mask)}, neverCancelled, body);
}

/// The lowest `count` bits set, count 0 to 64.
constexpr CellMask::Word lowBits(std::size_t count) {
  return count >= 64 ? ~CellMask::Word{0} : (CellMask::Word{1} << count) - 1;
}

/// Bits first .. first + count of a mask as the low bits of a word, count 1 to 64: two words and two shifts.
inline CellMask::Word bitsAt(const geology::BitMask& mask, std::size_t first, std::size_t count) {
  const CellMask::Word* words = mask.words().data() + first / 64;
  const std::size_t shift = first % 64;
  CellMask::Word bits = words[0] >> shift;
  if (shift + count > 64) bits |= words[1] << (64 - shift);
  return bits & lowBits(count);
}

/// Any of the bits begin .. end.
inline bool anySet(const geology::BitMask& mask, std::size_t begin, std::size_t end) {
  for (; begin < end; begin += 64)
    if (bitsAt(mask, begin, std::min<std::size_t>(64, end - begin)) != 0) return true;
  return false;
}

/// Calls visit(bit number) for every bit of the word that is set, rising.
template <typename Visit>
void forEachBit(CellMask::Word word, const Visit& visit) {
  for (; word != 0; word &= word - 1) visit(static_cast<unsigned>(std::countr_zero(word)));
}

}  // namespace adit::viewer
