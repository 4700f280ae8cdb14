// The memory behind a stretch of a mapped file, only while it is read.
#pragma once
#include <string_view>

namespace adit::formats {

/// Brings the pages of the text in at once, instead of one fault each, and gives them back at the end: a file
/// of gigabytes is read in a few megabytes. Only for bytes that are a mapping of a file (Source::mapped):
/// what is given back is read from the file again when it is looked at.
class TextPages {
 public:
  TextPages(std::string_view text, bool mapped);
  ~TextPages();
  TextPages(const TextPages&) = delete;
  TextPages& operator=(const TextPages&) = delete;

 private:
  std::string_view pages_;  ///< empty: not a mapping
};

}  // namespace adit::formats
