// Numbers out of raw bytes, in either byte order, never past the end.
#pragma once
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace adit::formats {

/// The number whose bytes begin at `bytes.data() + offset`. The caller has checked that they are there.
template <typename T>
T numberAt(std::string_view bytes, std::size_t offset, std::endian order = std::endian::little) {
  std::array<char, sizeof(T)> raw;
  std::copy_n(bytes.data() + offset, sizeof(T), raw.begin());
  if (order != std::endian::native) std::reverse(raw.begin(), raw.end());
  T value;
  std::memcpy(&value, raw.data(), sizeof(T));
  return value;
}

/// True when `count` items of `size` bytes are there from `offset` on.
inline bool hasBytes(std::string_view bytes, std::size_t offset, std::size_t count, std::size_t size = 1) {
  return offset <= bytes.size() && (size == 0 || count <= (bytes.size() - offset) / size);
}

}  // namespace adit::formats
