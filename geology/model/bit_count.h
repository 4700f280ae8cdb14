// How many bits of a word are set.
#pragma once
#include <cstddef>
#include <cstdint>

namespace adit::geology {

/// Sums of neighbouring bits, then of pairs, of groups of four; one multiplication adds the eight bytes
/// (Warren, Hacker's Delight, 5-1). std::popcount is one instruction only where the compiler may suppose a
/// processor of 2008; a build for every amd64 machine calls a function for it, which takes twice as long as
/// this, of which several words at a time become vector code.
constexpr std::size_t bitCount(std::uint64_t word) {
  constexpr std::uint64_t kOfTwo = 0x5555555555555555, kOfFour = 0x3333333333333333,
                          kOfEight = 0x0f0f0f0f0f0f0f0f, kBytes = 0x0101010101010101;
  word -= (word >> 1) & kOfTwo;
  word = (word & kOfFour) + ((word >> 2) & kOfFour);
  word = (word + (word >> 4)) & kOfEight;
  return (word * kBytes) >> 56;
}

}  // namespace adit::geology
