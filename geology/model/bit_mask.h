// One bit a block: which of them are selected.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "geology/model/bit_count.h"

namespace adit::geology {

/// `size` bits in 64-bit words; the bits past the end of the last word are always 0.
class BitMask {
 public:
  BitMask() = default;
  explicit BitMask(std::size_t size, bool value = false)
      : size_(size), words_((size + 63) / 64, value ? ~std::uint64_t{0} : 0) {
    clearTail();
  }

  std::size_t size() const { return size_; }
  bool test(std::size_t i) const { return (words_[i / 64] >> (i % 64)) & 1U; }
  void set(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
  void reset(std::size_t i) { words_[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }
  std::size_t count() const {
    std::size_t n = 0;
    for (const std::uint64_t w : words_) n += bitCount(w);
    return n;
  }
  BitMask& operator&=(const BitMask& o) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= o.words_[w];
    return *this;
  }
  BitMask& operator|=(const BitMask& o) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] |= o.words_[w];
    return *this;
  }
  BitMask& subtract(const BitMask& o) {
    for (std::size_t w = 0; w < words_.size(); ++w) words_[w] &= ~o.words_[w];
    return *this;
  }
  std::vector<std::uint64_t>& words() { return words_; }
  const std::vector<std::uint64_t>& words() const { return words_; }
  friend bool operator==(const BitMask&, const BitMask&) = default;

 private:
  void clearTail() {
    if (size_ % 64 != 0 && !words_.empty()) words_.back() &= (std::uint64_t{1} << (size_ % 64)) - 1;
  }
  std::size_t size_ = 0;
  std::vector<std::uint64_t> words_;
};

}  // namespace adit::geology
