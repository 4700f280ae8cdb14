#include "viewer/state/wrapped_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace adit::viewer {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Every character one unit wide, whatever its bytes.
TextRoom room(double width, std::size_t mostLines) {
  return {width, mostLines, [](const std::string& text) {
            double letters = 0;
            for (const char c : text) letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
            return letters;
          }};
}

TEST(WrappedText, BreaksAtBlanksAndLineBreaks) {
  EXPECT_THAT(wrapped("one two  three\nfour", room(7, 9)), ElementsAre("one two", "three", "four"));
  EXPECT_THAT(wrapped("", room(7, 9)), IsEmpty());
  EXPECT_THAT(wrapped("   ", room(7, 9)), IsEmpty());
  EXPECT_THAT(wrapped("one", room(7, 0)), IsEmpty());
}

TEST(WrappedText, BreaksAWordThatIsTooWideBetweenCharacters) {
  EXPECT_THAT(wrapped("ab äöüäöü", room(4, 9)), ElementsAre("ab", "äöüä", "öü"));
}

TEST(WrappedText, SaysThatThereIsMore) {
  EXPECT_THAT(wrapped("one two three four", room(9, 1)), ElementsAre("one tw..."));
  EXPECT_THAT(wrapped("ääää ääää ääää", room(6, 1)), ElementsAre("äää..."));
}

TEST(WrappedText, NoLineIsWiderThanItsRoom) {
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (unsigned i = 0; i < random() % 60; ++i)
      text += random() % 4 == 0 ? " " : random() % 9 == 0 ? "é" : "x";
    const TextRoom here = room(4 + random() % 20, 1 + random() % 5);
    const auto lines = wrapped(text, here);
    EXPECT_LE(lines.size(), here.mostLines);
    for (const std::string& line : lines) EXPECT_LE(here.measure(line), here.width) << text;
  }
}

}  // namespace
}  // namespace adit::viewer
