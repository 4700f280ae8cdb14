// Which line of its file each row stands on.
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace adit::geology {

/// 1-based lines. Rows that stand one below the other, as those of nearly every table do, need no memory: the
/// first line says all. Empty where there are no lines.
class LineNumbers {
 public:
  LineNumbers() = default;
  explicit LineNumbers(std::vector<std::uint32_t> lines) {
    for (const std::uint32_t line : lines) push_back(line);
  }
  static LineNumbers rising(std::uint32_t first, std::size_t rows) {
    LineNumbers lines;
    lines.first_ = first;
    lines.rows_ = rows;
    return lines;
  }

  bool empty() const { return rows_ == 0; }
  std::size_t size() const { return rows_; }
  /// True while every row stands on the line below the row before it.
  bool rising() const { return each_.empty(); }
  std::uint32_t operator[](std::size_t row) const {
    return rising() ? first_ + static_cast<std::uint32_t>(row) : each_[row];
  }
  std::uint32_t front() const { return (*this)[0]; }

  void push_back(std::uint32_t line) {
    if (rows_ == 0) first_ = line;
    if (rising() && line != first_ + static_cast<std::uint32_t>(rows_)) writeOut();
    if (!rising()) each_.push_back(line);
    ++rows_;
  }
  void append(const LineNumbers& more) {
    if (more.empty()) return;
    if (empty()) first_ = more.front();
    const bool goesOn =
        rising() && more.rising() && more.front() == first_ + static_cast<std::uint32_t>(rows_);
    if (!goesOn) {
      if (rising()) writeOut();
      each_.reserve(rows_ + more.size());
      for (std::size_t row = 0; row < more.size(); ++row) each_.push_back(more[row]);
    }
    rows_ += more.size();
  }
  /// Row i becomes row rows[i].
  void take(const std::vector<std::uint32_t>& rows) {
    if (empty()) return;
    LineNumbers taken;
    for (const std::uint32_t row : rows) taken.push_back((*this)[row]);
    *this = std::move(taken);
  }
  /// The first rows only.
  void cut(std::size_t rows) {
    rows_ = std::min(rows_, rows);
    if (!rising()) each_.resize(rows_);
  }
  /// One line a row; empty while they rise.
  const std::vector<std::uint32_t>& each() const { return each_; }
  std::size_t bytes() const { return each_.capacity() * sizeof(std::uint32_t); }

  friend bool operator==(const LineNumbers& a, const LineNumbers& b) {
    if (a.rows_ != b.rows_) return false;
    if (a.rising() && b.rising()) return a.empty() || a.first_ == b.first_;
    for (std::size_t row = 0; row < a.rows_; ++row)
      if (a[row] != b[row]) return false;
    return true;
  }

 private:
  void writeOut() {
    each_.reserve(rows_ + 1);
    for (std::size_t row = 0; row < rows_; ++row) each_.push_back(first_ + static_cast<std::uint32_t>(row));
  }

  std::uint32_t first_ = 0;
  std::size_t rows_ = 0;
  std::vector<std::uint32_t> each_;  ///< empty while the lines rise by one
};

}  // namespace adit::geology
