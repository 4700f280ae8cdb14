#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Command parsed(std::string_view line) {
  const OrError<Command> result = parseCommand(line);
  if (const auto* error = std::get_if<CommandError>(&result)) {
    ADD_FAILURE() << line << ": " << error->message;
    return {};
  }
  return std::get<Command>(result);
}

std::string errorOf(std::string_view line) {
  const OrError<Command> result = parseCommand(line);
  return std::holds_alternative<CommandError>(result) ? std::get<CommandError>(result).message : "";
}

TEST(CommandText, SplitsAtBlanksAndQuotes) {
  const Command command = parsed("  range\tblocks \"cu pct\" 0.3 2 \r\n");
  EXPECT_EQ(command.name, "range");
  EXPECT_THAT(command.arguments, ElementsAre("blocks", "cu pct", "0.3", "2"));
}

TEST(CommandText, KnowsBothQuotes) {
  EXPECT_THAT(parsed(R"(filter blocks 'rock == "POR"')").arguments,
              ElementsAre("blocks", R"(rock == "POR")"));
  EXPECT_THAT(parsed(R"(filter b "rock == \"A\\B\" \n")").arguments, ElementsAre("b", "rock == \"A\\B\" \n"));
  EXPECT_THAT(parsed(R"(view save '')").arguments, ElementsAre("save", ""));
  EXPECT_THAT(parsed("show O'Brien").arguments, ElementsAre("O'Brien"));
}

TEST(CommandText, EmptyLinesAndCommentsAreNoCommands) {
  EXPECT_EQ(parsed(""), Command{});
  EXPECT_EQ(parsed(" \t"), Command{});
  EXPECT_EQ(parsed("  # look from the north"), Command{});
  EXPECT_THAT(parsed("color pit #ff8800").arguments, ElementsAre("pit", "#ff8800"));
}

TEST(CommandText, SaysWhereAQuoteIsWrong) {
  EXPECT_THAT(errorOf("show \"pit"), HasSubstr("column 6"));
  EXPECT_THAT(errorOf("show \"pit\"x"), HasSubstr("column 11"));
}

TEST(CommandText, NumbersAreShortAndExact) {
  EXPECT_EQ(commandNumber(0.3), "0.3");
  EXPECT_EQ(commandNumber(2), "2");
  EXPECT_EQ(commandNumber(-std::numeric_limits<double>::infinity()), "-inf");
  EXPECT_EQ(command("range", "blocks", "cu", 0.3, 2, true),
            (Command{"range", {"blocks", "cu", "0.3", "2", "on"}}));
  EXPECT_LE(commandNumber(-std::numeric_limits<double>::denorm_min()).size(), 24U);
}

TEST(CommandText, EveryCommandComesBackAsItWas) {
  std::mt19937 random(7);
  const std::string alphabet = "ab0 \t\n\r\"'\\#=<.,\xC3\xA9*";
  for (int round = 0; round < 5000; ++round) {
    Command command{"name", {}};
    for (auto n = random() % 5; n > 0; --n) {
      std::string argument;
      for (auto length = random() % 9; length > 0; --length) argument += alphabet[random() % alphabet.size()];
      command.arguments.push_back(argument);
    }
    EXPECT_EQ(parsed(formatCommand(command)), command) << formatCommand(command);
  }
}

}  // namespace
}  // namespace adit::viewer
