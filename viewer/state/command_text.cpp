// The text form of commands: one line each, arguments in quotes where they need it.
#include <charconv>

#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool needsQuotes(std::string_view text) {
  return text.empty() || text.find_first_of(" \t\r\n\"'\\") != std::string_view::npos;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"':
      case '\\':
        out += {'\\', c};
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
  }
  return out + '"';
}

char unescaped(char c) {
  switch (c) {
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return c;
  }
}

/// Reads words from a line, one after the other.
class WordReader {
 public:
  explicit WordReader(std::string_view line) : line_(line) { skipBlanks(); }

  bool atEnd() const { return position_ == line_.size(); }
  const std::string& error() const { return error_; }

  std::string next() {
    const char first = line_[position_];
    std::string word = first == '"' || first == '\'' ? quotedWord(first) : plainWord();
    skipBlanks();
    return word;
  }

 private:
  void skipBlanks() {
    const std::size_t next = line_.find_first_not_of(kBlanks, position_);
    position_ = next == std::string_view::npos ? line_.size() : next;
  }

  std::string plainWord() {
    const std::size_t end = std::min(line_.find_first_of(kBlanks, position_), line_.size());
    std::string word(line_.substr(position_, end - position_));
    position_ = end;
    return word;
  }

  /// Backslash escapes hold inside "...", nothing is special inside '...'.
  std::string quotedWord(char quote) {
    const std::size_t opened = position_++;
    std::string word;
    for (; position_ < line_.size(); ++position_) {
      const char c = line_[position_];
      if (c == quote) {
        ++position_;
        if (position_ < line_.size() && kBlanks.find(line_[position_]) == std::string_view::npos)
          error_ = "column " + std::to_string(position_ + 1) + ": a blank is missing after the closing quote";
        return word;
      }
      const bool escape = c == '\\' && quote == '"' && position_ + 1 < line_.size();
      word += escape ? unescaped(line_[++position_]) : c;
    }
    error_ = "column " + std::to_string(opened + 1) + ": the quote is never closed";
    return word;
  }

  std::string_view line_;
  std::size_t position_ = 0;
  std::string error_;
};

}  // namespace

std::string commandNumber(double value) {
  char buffer[32];  // the shortest form of a double has at most 24 characters
  const auto [end, code] = std::to_chars(std::begin(buffer), std::end(buffer), value);
  return {std::begin(buffer), end};
}

std::string formatCommand(const Command& command) {
  std::string line = command.name;
  for (const std::string& argument : command.arguments)
    line += " " + (needsQuotes(argument) ? quoted(argument) : argument);
  return line;
}

OrError<Command> parseCommand(std::string_view line) {
  Command command;
  WordReader words(line);
  if (words.atEnd() || line[line.find_first_not_of(kBlanks)] == '#') return command;
  command.name = words.next();
  while (!words.atEnd() && words.error().empty()) command.arguments.push_back(words.next());
  if (!words.error().empty()) return CommandError{words.error()};
  return command;
}

}  // namespace adit::viewer
