#include "geology/formats/plain_decimal.h"

#include <gtest/gtest.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <random>
#include <string>

#include "geology/formats/delimited.h"

namespace adit::formats {
namespace {

/// The double that the standard library reads from a text without a plus sign.
std::optional<double> byStandard(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string randomDecimal(std::mt19937_64& random) {
  std::string text = random() % 3 == 0 ? "-" : "";
  const std::size_t digits = 1 + random() % 22;
  const std::size_t point = random() % (digits + 1);
  for (std::size_t d = 0; d < digits; ++d) {
    if (d == point) text += '.';
    text += static_cast<char>('0' + random() % 10);
  }
  return text;
}

TEST(PlainDecimal, IsBitForBitWhatTheStandardLibraryReads) {
  std::mt19937_64 random(7);
  int read = 0, left = 0;
  for (int i = 0; i < 400'000; ++i) {
    const std::string text = randomDecimal(random);
    const PlainDecimal plain = readPlainDecimal(text.data(), text.data() + text.size(), '.');
    const auto expected = byStandard(text);
    ASSERT_TRUE(expected) << text;
    if (plain.end == text.data()) {
      ++left;
    } else {
      ++read;
      ASSERT_EQ(plain.end, text.data() + text.size()) << text;
      ASSERT_EQ(std::bit_cast<std::uint64_t>(plain.value), std::bit_cast<std::uint64_t>(*expected)) << text;
    }
    ASSERT_EQ(parseNumber(text), expected) << text;
  }
  EXPECT_GT(read, 200'000);
  EXPECT_GT(left, 50'000) << "too long to be exact";
}

TEST(PlainDecimal, LeavesWhatIsNone) {
  for (const std::string_view text :
       {"", "-", "+", ".", "-.", "x", "e5", "9007199254740993", "1234567890123456789"})
    EXPECT_EQ(readPlainDecimal(text.data(), text.data() + text.size(), '.').end, text.data()) << text;
}

TEST(PlainDecimal, StopsBehindTheNumber) {
  const std::string_view text = "-12,50;x";
  const PlainDecimal comma = readPlainDecimal(text.data(), text.data() + text.size(), ',');
  EXPECT_EQ(comma.end - text.data(), 6);
  EXPECT_EQ(comma.value, -12.5);
  EXPECT_EQ(readPlainDecimal(text.data(), text.data() + text.size(), '.').end - text.data(), 3);
  const std::string_view zero = "-0";
  EXPECT_TRUE(std::signbit(readPlainDecimal(zero.data(), zero.data() + 2, '.').value));
}

}  // namespace
}  // namespace adit::formats
