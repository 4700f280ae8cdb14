// Conditions on rows, 64 at a time.
#pragma once
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace adit::analysis {

/// Bit i is the lowest bit of bytes[i], each of which has all bits set or none.
inline std::uint64_t bitsOfBytes(const std::array<std::uint8_t, 64>& bytes) {
  std::uint64_t word = 0;
#ifdef __SSE2__  // on every amd64 machine
  for (std::size_t group = 0; group < 4; ++group) {
    const __m128i sixteen = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes.data() + 16 * group));
    word |= std::uint64_t{static_cast<std::uint16_t>(_mm_movemask_epi8(sixteen))} << (16 * group);
  }
#else
  // Eight bytes at a time gathered into eight bits by one multiplication.
  for (std::size_t group = 0; group < 8; ++group) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + 8 * group, 8);  // little-endian, as every machine Adit runs on
    word |= (((eight & 0x0101010101010101ULL) * 0x0102040810204080ULL) >> 56) << (8 * group);
  }
#endif
  return word;
}

/// Bit i is condition(i), for i < 64. Free of branches, so that compilers make vector code of it: comparing a
/// column with a limit takes 1.15 times as long as reading it.
template <typename Condition>
std::uint64_t fullWordOf(const Condition& condition) {
  std::array<std::uint8_t, 64> bytes;
  for (std::size_t i = 0; i < 64; ++i) bytes[i] = condition(i) ? 0xFF : 0;
  return bitsOfBytes(bytes);
}

/// Bit i is condition(i) for i < count, at most 64; the others are 0.
template <typename Condition>
std::uint64_t wordOf(std::size_t count, const Condition& condition) {
  if (count >= 64) return fullWordOf(condition);
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < count; ++i) word |= std::uint64_t{condition(i) ? 1U : 0U} << i;
  return word;
}

/// Bit i is condition(values[i]) for i < count, at most 64; the others are 0. The condition is one
/// comparison, written for one float and for a vector of them alike: [limit](auto value) { return value <
/// limit; }. Compilers narrow the results of such a comparison in a long way round; the processor has an
/// instruction for it, and with it a column is compared in the time in which it is read.
template <typename Condition>
std::uint64_t wordOfFloats(const float* values, std::size_t count, const Condition& condition) {
#ifdef __SSE2__
  if (count >= 64) {
    const auto four = [&](std::size_t at) {
      return std::bit_cast<__m128i>(condition(_mm_loadu_ps(values + at)));
    };
    std::uint64_t word = 0;
    for (std::size_t at = 0; at < 64; at += 16) {
      const __m128i lower = _mm_packs_epi32(four(at), four(at + 4));
      const __m128i upper = _mm_packs_epi32(four(at + 8), four(at + 12));
      const int sixteen = _mm_movemask_epi8(_mm_packs_epi16(lower, upper));
      word |= std::uint64_t{static_cast<std::uint16_t>(sixteen)} << at;
    }
    return word;
  }
#endif
  return wordOf(count, [&](std::size_t i) { return condition(values[i]); });
}

}  // namespace adit::analysis
