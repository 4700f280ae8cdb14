// Numbers and tables as a terminal shows them.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace adit::viewer {

/// "549,033.67"; "-" for a number that is none.
std::string formatNumber(double value, int decimals);
/// Up to six significant digits, without trailing zeros: "0.0253", "1,284.5".
std::string formatShort(double value);
/// "20.1 kB".
std::string formatBytes(std::uint64_t bytes);
/// "1 hole", "545 holes"; the plural is the singular with an s.
std::string formatCount(std::size_t count, std::string_view singular);

enum class Ink { Plain, Bold, Faint, Red, Yellow, Green, Blue };

/// Text for standard output: in colour when that is a terminal and NO_COLOR is not set.
class Printer {
 public:
  Printer();
  explicit Printer(bool colored) : colored_(colored) {}
  std::string ink(Ink ink, std::string_view text) const;
  void heading(std::string_view title, std::string_view detail = {}) const;
  /// "  label            value": the label in a column of 18.
  void field(std::string_view label, std::string_view value) const;

 private:
  bool colored_;
};

/// Cells in aligned columns, two blanks apart; numbers (a leading digit, sign or "-") to the right where
/// `right` says so.
class TextTable {
 public:
  explicit TextTable(std::vector<bool> right) : right_(std::move(right)) {}
  void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  bool empty() const { return rows_.empty(); }
  void print(std::string_view indent) const;

 private:
  std::vector<bool> right_;
  std::vector<std::vector<std::string>> rows_;
};

/// Columns that a text takes: UTF-8 characters, escape sequences for colour not counted.
std::size_t displayWidth(std::string_view text);

/// Columns of the terminal; 110 when standard output is no terminal.
std::size_t terminalWidth();
/// Breaks a text into lines of at most `width` columns at its blanks.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace adit::viewer
