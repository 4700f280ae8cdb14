// The texts inside a PNG: keyword and content, beside the pixels. W3C, Portable Network Graphics, third
// edition, 11.3.3 (tEXt, iTXt) and 5.3 (chunks).
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace adit::formats {

struct PngText {
  std::string keyword;  ///< 1 to 79 characters, Latin-1
  std::string text;     ///< UTF-8
  friend bool operator==(const PngText&, const PngText&) = default;
};

/// What is wrong with the bytes, for a person: "the file ends in the middle of a chunk".
struct PngFault {
  std::string message;
};

bool isPng(std::string_view bytes);

/// The texts in the order of the file: those that are not compressed. tEXt comes as it stands (Latin-1). The
/// pixels are not looked at, but the file has to be whole.
std::variant<std::vector<PngText>, PngFault> pngTexts(std::string_view bytes);

/// The PNG with the texts added as iTXt before its pixels. `png` has to be one.
std::string withPngTexts(std::string_view png, const std::vector<PngText>& texts);

}  // namespace adit::formats
