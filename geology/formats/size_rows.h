// The sizes of the blocks of many rows, which are mostly the same.
#pragma once
#include <cstddef>
#include <vector>

#include "geology/model/vec3.h"

namespace adit::formats {

/// One for all until they differ, then one a row.
class SizeRows {
 public:
  void add(const geology::Vec3& size) {
    ++rows_;
    if (sizes_.size() == 1 && size == sizes_.front()) return;
    if (sizes_.size() == 1) sizes_.assign(rows_ - 1, sizes_.front());
    sizes_.push_back(size);
  }
  /// The rows that follow.
  void append(const SizeRows& more) {
    if (more.rows_ == 0) return;
    const bool same = rows_ == 0 || (sizes_.size() == 1 && sizes_.front() == more.sizes_.front());
    if (same && more.sizes_.size() == 1) {
      sizes_ = more.sizes_;
    } else {
      if (sizes_.size() == 1) sizes_.assign(rows_, sizes_.front());
      if (more.sizes_.size() == 1)
        sizes_.insert(sizes_.end(), more.rows_, more.sizes_.front());
      else
        sizes_.insert(sizes_.end(), more.sizes_.begin(), more.sizes_.end());
    }
    rows_ += more.rows_;
  }
  std::vector<geology::Vec3> take() { return std::move(sizes_); }

 private:
  std::size_t rows_ = 0;
  std::vector<geology::Vec3> sizes_;  ///< none, one, or one a row
};

}  // namespace adit::formats
