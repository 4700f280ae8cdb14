// A PNG of one black pixel, typed byte by byte, and one with texts in it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "geology/formats/png_text.h"

namespace adit::tests {

inline std::string smallPng() {
  constexpr std::string_view kBytes(
      "\x89PNG\r\n\x1a\n"
      "\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90\x77\x53\xde"
      "\0\0\0\x0cIDAT\x78\x9c\x63\x60\x60\x60\0\0\0\x04\0\x01\xf6\x17\x38\x55"
      "\0\0\0\0IEND\xae\x42\x60\x82",
      69);
  return std::string(kBytes);
}

inline std::string pngWith(const std::vector<formats::PngText>& texts) {
  return formats::withPngTexts(smallPng(), texts);
}

}  // namespace adit::tests
