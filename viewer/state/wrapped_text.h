// Texts broken into lines that fit.
#pragma once
#include <functional>
#include <string>
#include <vector>

namespace adit::viewer {

struct TextRoom {
  double width = 0;
  std::size_t mostLines = 0;
  std::function<double(const std::string&)> measure;  ///< width of a text in the unit of `width`
};

/// Lines broken at blanks, and at every line break of the text; a word that is too wide is broken inside,
/// between whole UTF-8 characters. What has no room ends in "...". An empty text has no line.
std::vector<std::string> wrapped(const std::string& text, const TextRoom& room);

}  // namespace adit::viewer
