#include "geology/formats/png_text.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace adit::formats {

namespace {

constexpr std::string_view kSignature{"\x89PNG\r\n\x1a\n", 8};
constexpr std::size_t kFrame = 12;  ///< bytes of a chunk besides its data: length, type, check sum
constexpr std::size_t kHeaderEnd = kSignature.size() + kFrame + 13;  ///< IHDR comes first and has 13 bytes
constexpr std::uint32_t kMostBytes = 0x7FFFFFFF;                     ///< of one chunk

/// CRC-32 of ISO 3309, as PNG asks for.
std::uint32_t checkSum(std::string_view bytes) {
  static constexpr auto kTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t n = 0; n < table.size(); ++n) {
      std::uint32_t value = n;
      for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? 0xEDB88320U ^ (value >> 1U) : value >> 1U;
      table[n] = value;
    }
    return table;
  }();
  std::uint32_t sum = 0xFFFFFFFFU;
  for (const char c : bytes) sum = kTable[(sum ^ static_cast<unsigned char>(c)) & 0xFFU] ^ (sum >> 8U);
  return ~sum;
}

std::uint32_t numberAt(std::string_view bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (const char c : bytes.substr(at, 4)) number = number << 8U | static_cast<unsigned char>(c);
  return number;
}

std::string bigEndian(std::uint32_t number) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(number >> shift & 0xFFU);
  return bytes;
}

/// Up to the next zero byte, which is taken too; nothing when there is none.
std::optional<std::string_view> takeField(std::string_view& rest) {
  const std::size_t end = rest.find('\0');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view field = rest.substr(0, end);
  rest.remove_prefix(end + 1);
  return field;
}

/// Keyword, 0, text.
std::optional<PngText> plainText(std::string_view data) {
  const auto keyword = takeField(data);
  if (!keyword) return std::nullopt;
  return PngText{std::string(*keyword), std::string(data)};
}

/// Keyword, 0, compressed or not, method, language, 0, translated keyword, 0, text.
std::optional<PngText> internationalText(std::string_view data) {
  const auto keyword = takeField(data);
  if (!keyword || data.size() < 2 || data[0] != '\0') return std::nullopt;
  data.remove_prefix(2);
  if (!takeField(data) || !takeField(data)) return std::nullopt;
  return PngText{std::string(*keyword), std::string(data)};
}

std::string chunkOf(const PngText& text) {
  std::string typed = "iTXt" + text.keyword;
  typed.append(5, '\0');  // the end of the keyword, not compressed, method 0, no language, no translation
  typed += text.text;
  return bigEndian(static_cast<std::uint32_t>(typed.size() - 4)) + typed + bigEndian(checkSum(typed));
}

}  // namespace

bool isPng(std::string_view bytes) {
  return bytes.starts_with(kSignature);
}

std::variant<std::vector<PngText>, PngFault> pngTexts(std::string_view bytes) {
  if (!isPng(bytes)) return PngFault{"the file is no PNG"};
  std::vector<PngText> texts;
  for (std::size_t at = kSignature.size();;) {
    if (bytes.size() - at < kFrame) return PngFault{"the file ends before the picture does"};
    const std::uint32_t length = numberAt(bytes, at);
    if (length > kMostBytes || length > bytes.size() - at - kFrame)
      return PngFault{"the file ends in the middle of a chunk"};
    const std::string_view type = bytes.substr(at + 4, 4);
    if (type == "IEND") return texts;
    if (type == "tEXt" || type == "iTXt") {
      if (checkSum(bytes.substr(at + 4, 4 + std::size_t{length})) != numberAt(bytes, at + 8 + length))
        return PngFault{"a text inside was changed: its check sum is wrong"};
      const std::string_view data = bytes.substr(at + 8, length);
      if (auto text = type == "tEXt" ? plainText(data) : internationalText(data))
        texts.push_back(std::move(*text));
    }
    at += kFrame + length;
  }
}

std::string withPngTexts(std::string_view png, const std::vector<PngText>& texts) {
  std::string result(png.substr(0, kHeaderEnd));
  for (const PngText& text : texts) result += chunkOf(text);
  return result += png.substr(std::min(kHeaderEnd, png.size()));
}

}  // namespace adit::formats
