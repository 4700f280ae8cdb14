#include "viewer/panels/shortcuts.h"

#include <gtest/gtest.h>

#include "viewer/panels/actions.h"

namespace adit::viewer {
namespace {

TEST(Shortcuts, NoKeyMeansTwoThings) {
  const auto& table = shortcuts();
  for (std::size_t i = 0; i < table.size(); ++i)
    for (std::size_t j = i + 1; j < table.size(); ++j)
      EXPECT_FALSE(table[i].chord == table[j].chord)
          << chordText(table[i].chord) << ": " << table[i].title << ", " << table[j].title;
}

TEST(Shortcuts, EveryKeyIsFoundAndNamed) {
  for (const Shortcut& s : shortcuts()) {
    EXPECT_EQ(actionOf(s.chord), s.action);
    EXPECT_FALSE(hintOf(s.action).key.empty());
    EXPECT_FALSE(hintOf(s.action).text.empty());
  }
  EXPECT_FALSE(actionOf({'7', true, true}).has_value());
}

TEST(Shortcuts, ChordsReadAsTheyArePrinted) {
  EXPECT_EQ(chordText({'O', true, false}), "Ctrl+O");
  EXPECT_EQ(chordText({'Z', true, true}), "Ctrl+Shift+Z");
  EXPECT_EQ(chordText({kKeyPageDown, false, false}), "Page down");
  EXPECT_EQ(hintOf(Action::Redo).key, "Ctrl+Y");
}

TEST(Actions, ExaggerationStepsThroughRoundFactors) {
  EXPECT_EQ(nextExaggeration(1, true), 1.5);
  EXPECT_EQ(nextExaggeration(2.7, true), 3);
  EXPECT_EQ(nextExaggeration(2.7, false), 2);
  EXPECT_EQ(nextExaggeration(1, false), 1);
  EXPECT_EQ(nextExaggeration(1000, true), 50);
}

}  // namespace
}  // namespace adit::viewer
