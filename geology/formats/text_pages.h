// The memory behind a stretch of a mapped file, only while it is read.
#pragma once
#include <cstddef>
#include <string_view>

namespace adit::formats {

/// Brings the pages of the text in at once, instead of one fault each, and gives them back at the end: a file
/// of gigabytes is read in a few megabytes. Only for a text that is a whole mapping of a file
/// (Source::mapped): what is given back is read from the file again when it is looked at. An empty text is
/// none.
class TextPages {
 public:
  /// Of `size` bytes from `begin` on.
  TextPages(std::string_view text, std::size_t begin, std::size_t size);
  ~TextPages();
  TextPages(const TextPages&) = delete;
  TextPages& operator=(const TextPages&) = delete;

 private:
  std::string_view text_;
  std::size_t begin_, end_;
};

}  // namespace adit::formats
