// An array that is filled right after it is made, and so is not zeroed first.
#pragma once
#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace adit::viewer {

/// Values that several threads write once, each its own part. std::vector would write zeroes first, on one
/// thread; at millions of values that takes longer than computing them. Kept and refilled, it gives no memory
/// back, so that a skin that is made anew at every step of a slider touches no fresh pages.
template <typename T>
class RawArray {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  RawArray() = default;
  explicit RawArray(std::size_t size) { resize(size); }
  RawArray(RawArray&& other) noexcept
      : values_(std::move(other.values_)),
        size_(std::exchange(other.size_, 0)),
        capacity_(std::exchange(other.capacity_, 0)) {}
  RawArray& operator=(RawArray&& other) noexcept {
    values_ = std::move(other.values_);
    size_ = std::exchange(other.size_, 0);
    capacity_ = std::exchange(other.capacity_, 0);
    return *this;
  }

  /// All values are undefined afterwards.
  void resize(std::size_t size) {
    if (size > capacity_) {
      values_.reset();  // first, so that old and new are never held together
      capacity_ = size + size / 8;
      values_ = std::make_unique_for_overwrite<T[]>(capacity_);
    }
    size_ = size;
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T* data() { return values_.get(); }
  const T* data() const { return values_.get(); }
  const T* begin() const { return data(); }
  const T* end() const { return data() + size_; }
  T& operator[](std::size_t i) { return values_[i]; }
  const T& operator[](std::size_t i) const { return values_[i]; }

 private:
  std::unique_ptr<T[]> values_;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace adit::viewer
