// Source: Kitware, "VTK File Formats", simple legacy formats, and the notes of VTK 9 on version 5.1.
#include "geology/formats/vtk_legacy_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "geology/formats/bytes.h"
#include "geology/formats/delimited.h"

namespace adit::formats {
namespace {

using Read = double (*)(std::string_view, std::size_t);

template <typename T>
double bigEndian(std::string_view bytes, std::size_t offset) {
  return static_cast<double>(numberAt<T>(bytes, offset, std::endian::big));
}

struct Type {
  std::string_view name;
  std::size_t size;
  Read read;
};

constexpr std::array kTypes{Type{"double", 8, bigEndian<double>},
                            Type{"float", 4, bigEndian<float>},
                            Type{"int", 4, bigEndian<std::int32_t>},
                            Type{"unsigned_int", 4, bigEndian<std::uint32_t>},
                            Type{"short", 2, bigEndian<std::int16_t>},
                            Type{"unsigned_short", 2, bigEndian<std::uint16_t>},
                            Type{"char", 1, bigEndian<std::int8_t>},
                            Type{"signed_char", 1, bigEndian<std::int8_t>},
                            Type{"unsigned_char", 1, bigEndian<std::uint8_t>},
                            Type{"long", 8, bigEndian<std::int64_t>},
                            Type{"unsigned_long", 8, bigEndian<std::uint64_t>},
                            Type{"vtktypeint64", 8, bigEndian<std::int64_t>},
                            Type{"vtktypeuint64", 8, bigEndian<std::uint64_t>},
                            Type{"vtkIdType", 4, bigEndian<std::int32_t>}};

bool isBlank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// VTK writes "nan" and "inf", which are no numbers elsewhere in Adit.
double numberOf(std::string_view word, const VtkLegacyValues& values) {
  if (const auto number = parseNumber(word)) return *number;
  if (word == "nan" || word == "-nan") return std::numeric_limits<double>::quiet_NaN();
  if (word == "inf" || word == "-inf") return std::numeric_limits<double>::infinity();
  values.stop(word.empty() ? "the numbers end too early"
                           : "\"" + std::string(word.substr(0, 20)) + "\" is no number");
}

}  // namespace

void VtkLegacyValues::skipBlanks() {
  for (; offset_ < bytes_.size() && isBlank(bytes_[offset_]); ++offset_)
    line_ += bytes_[offset_] == '\n' ? 1 : 0;
}

std::string_view VtkLegacyValues::word() {
  skipBlanks();
  const std::size_t begin = offset_;
  while (offset_ < bytes_.size() && !isBlank(bytes_[offset_])) ++offset_;
  return bytes_.substr(begin, offset_ - begin);
}

std::string_view VtkLegacyValues::peekWord() {
  // The end of the line stays, too: binary numbers begin behind it.
  const std::size_t begin = offset_;
  const std::size_t line = line_;
  const std::string_view next = word();
  offset_ = begin;
  line_ = line;
  return next;
}

std::string_view VtkLegacyValues::restOfLine() {
  const std::size_t end = std::min(bytes_.find('\n', offset_), bytes_.size());
  std::string_view rest = bytes_.substr(offset_, end - offset_);
  offset_ = std::min(end + 1, bytes_.size());
  ++line_;
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  return rest;
}

std::uint64_t VtkLegacyValues::count() {
  const std::string_view text = word();
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    stop("\"" + std::string(text.substr(0, 20)) + "\" is no count");
  return value;
}

std::vector<double> VtkLegacyValues::numbers(std::string_view type, std::uint64_t n) {
  if (!binary_) return numbersOfText(n);
  restOfLine();
  sawBinary_ = true;
  return type == "bit" ? bits(n) : numbersOfBytes(type, n);
}

std::vector<double> VtkLegacyValues::numbersOfText(std::uint64_t n) {
  if (n > bytes_.size() - offset_) stop("the file is too short for " + std::to_string(n) + " numbers");
  std::vector<double> values;
  values.reserve(n);
  for (std::uint64_t i = 0; i < n; ++i) values.push_back(numberOf(word(), *this));
  return values;
}

std::vector<double> VtkLegacyValues::numbersOfBytes(std::string_view type, std::uint64_t n) {
  const auto known =
      std::find_if(kTypes.begin(), kTypes.end(), [&](const Type& t) { return t.name == type; });
  if (known == kTypes.end()) stop("the type \"" + std::string(type.substr(0, 20)) + "\" is unknown");
  if (!hasBytes(bytes_, offset_, n, known->size))
    stop("the file is too short for " + std::to_string(n) + " numbers");
  std::vector<double> values;
  values.reserve(n);
  for (std::uint64_t i = 0; i < n; ++i, offset_ += known->size)
    values.push_back(known->read(bytes_, offset_));
  return values;
}

std::vector<double> VtkLegacyValues::bits(std::uint64_t n) {
  if (!hasBytes(bytes_, offset_, n / 8 + (n % 8 != 0 ? 1 : 0)))
    stop("the file is too short for " + std::to_string(n) + " bits");
  std::vector<double> values;
  values.reserve(n);
  for (std::uint64_t i = 0; i < n; ++i) {
    const auto byte = static_cast<unsigned char>(bytes_[offset_ + i / 8]);
    values.push_back((byte >> (7 - i % 8)) & 1U);
  }
  offset_ += n / 8 + (n % 8 != 0 ? 1 : 0);
  return values;
}

/// The two highest bits of the first byte say how many bytes the length has: 8, 4, 2 or 1.
std::uint64_t VtkLegacyValues::textLength() {
  if (offset_ >= bytes_.size()) stop("the texts end too early");
  const auto first = static_cast<unsigned char>(bytes_[offset_]);
  const std::size_t size = std::size_t{8} >> (first >> 6U);
  if (!hasBytes(bytes_, offset_, size)) stop("the texts end too early");
  std::uint64_t length = first & 0x3FU;
  for (std::size_t i = 1; i < size; ++i)
    length = length << 8U | static_cast<unsigned char>(bytes_[offset_ + i]);
  offset_ += size;
  return length;
}

std::vector<std::string> VtkLegacyValues::texts(std::uint64_t n) {
  restOfLine();
  if (n > bytes_.size() - offset_) stop("the file is too short for " + std::to_string(n) + " texts");
  std::vector<std::string> values;
  sawBinary_ = sawBinary_ || binary_;
  for (std::uint64_t i = 0; i < n; ++i) {
    if (!binary_) {
      values.emplace_back(restOfLine());
      continue;
    }
    const std::uint64_t length = textLength();
    if (!hasBytes(bytes_, offset_, length)) stop("the texts end too early");
    values.emplace_back(bytes_.substr(offset_, length));
    offset_ += length;
  }
  return values;
}

}  // namespace adit::formats
