// The decimal numbers of which tables consist, read digit by digit and exactly.
#pragma once
#include <array>
#include <cstdint>

namespace adit::formats {

/// What stands at the beginning of a text: `end` is the byte after the number, the beginning when there is
/// none that this way can read.
struct PlainDecimal {
  const char* end = nullptr;
  double value = 0;
};

/// Sign, digits, one point, at most 18 digits, no exponent. The digits as one whole number and the power of
/// ten below it are both exact in a double (up to 2^53 and 10^22), so that their quotient is rounded once: it
/// is the double that std::from_chars gives (W. D. Clinger, How to read floating point numbers accurately,
/// PLDI 1990). What it leaves is for std::from_chars.
inline PlainDecimal readPlainDecimal(const char* begin, const char* textEnd, char point) {
  constexpr std::uint64_t kExact = std::uint64_t{1} << 53;
  constexpr std::array<double, 19> kPowers{1,    1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8, 1e9,
                                           1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18};
  const char* at = begin;
  const bool negative = at != textEnd && *at == '-';
  if (at != textEnd && (*at == '-' || *at == '+')) ++at;
  std::uint64_t digits = 0;
  const auto takeDigits = [&] {
    const char* first = at;
    for (; at != textEnd; ++at) {
      const auto digit = static_cast<unsigned char>(*at - '0');
      if (digit > 9) break;
      digits = digits * 10 + digit;  // wraps in texts that are too long; their value is not used
    }
    return at - first;
  };
  const auto whole = takeDigits();
  decltype(at - begin) below = 0;
  if (at != textEnd && *at == point) {
    ++at;
    below = takeDigits();
  }
  const auto count = whole + below;
  if (count == 0 || count > 18 || digits > kExact) return {begin, 0};
  const double value = static_cast<double>(digits) / kPowers[static_cast<std::size_t>(below)];
  return {at, negative ? -value : value};
}

}  // namespace adit::formats
