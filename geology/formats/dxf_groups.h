// The layer under DXF: pairs of a group code and a value, and the entities that they make up. For the DXF
// reader only.
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "geology/formats/text_lines.h"

namespace adit::formats {

/// A pair of lines: what the value means, and the value without blanks around it.
struct DxfGroup {
  int code = 0;
  std::string_view value;
  std::size_t line = 0;  ///< 1-based line of the value
};

/// Pairs one after another; comments (code 999) are skipped.
class DxfScanner {
 public:
  explicit DxfScanner(std::string_view text) : lines_(text) {}
  /// False at the end, and where a line that should be a group code is no number (see brokenLine).
  bool next(DxfGroup& group);
  std::size_t brokenLine() const { return brokenLine_; }  ///< 0: none
  std::size_t line() const { return lines_.line(); }
  std::size_t offset() const { return lines_.offset(); }

 private:
  LineScanner lines_;
  std::size_t brokenLine_ = 0;
};

/// What stands between one code 0 and the next.
struct DxfEntity {
  std::string_view type;  ///< "3DFACE", "SECTION", ...
  std::size_t line = 0;
  std::vector<DxfGroup> groups;

  const DxfGroup* find(int code) const;
  std::string_view text(int code) const;
  /// A whole number; the fallback when there is none.
  int integer(int code, int fallback) const;
};

/// Entities one after another.
class DxfEntities {
 public:
  explicit DxfEntities(std::string_view text) : groups_(text) {}
  bool next(DxfEntity& entity);
  const DxfScanner& groups() const { return groups_; }

 private:
  DxfScanner groups_;
  std::optional<DxfGroup> head_;  // the code 0 that ended the last entity
};

}  // namespace adit::formats
