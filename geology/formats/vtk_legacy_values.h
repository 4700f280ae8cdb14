// The layer under legacy VTK files: words of text between arrays of numbers, which are text or big-endian
// bytes. For the reader of legacy VTK surfaces only.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "geology/formats/reader.h"

namespace adit::formats {

/// Thrown as ReadError's little brother: what follows cannot be understood, what came before is kept.
struct VtkLegacyStop {
  std::size_t line;  ///< 0 in a binary file
  std::string why;
};

class VtkLegacyValues {
 public:
  explicit VtkLegacyValues(std::string_view bytes) : bytes_(bytes) {}

  void setBinary(bool binary) { binary_ = binary; }
  bool binary() const { return binary_; }
  bool atEnd() const { return offset_ >= bytes_.size(); }
  /// Of the next character; 0 once there were binary numbers.
  std::size_t line() const { return sawBinary_ ? 0 : line_; }

  /// Empty at the end.
  std::string_view word();
  std::string_view restOfLine();
  /// A word that is a whole number from 0 on.
  std::uint64_t count();
  /// The next word stays where it is.
  std::string_view peekWord();

  /// `n` numbers of a type as the file names it ("double", "vtktypeint64", "bit"...).
  std::vector<double> numbers(std::string_view type, std::uint64_t n);
  std::vector<std::string> texts(std::uint64_t n);

  [[noreturn]] void stop(std::string why) const { throw VtkLegacyStop{line(), std::move(why)}; }

 private:
  void skipBlanks();
  std::vector<double> numbersOfText(std::uint64_t n);
  std::vector<double> numbersOfBytes(std::string_view type, std::uint64_t n);
  std::vector<double> bits(std::uint64_t n);
  std::uint64_t textLength();

  std::string_view bytes_;
  std::size_t offset_ = 0;
  std::size_t line_ = 1;
  bool binary_ = false;
  bool sawBinary_ = false;
};

}  // namespace adit::formats
