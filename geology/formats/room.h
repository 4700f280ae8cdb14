// Memory for many values at once.
#pragma once
#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace adit::formats {

/// Makes `values` that long. Memory that is used for the first time costs more than the work on it when it
/// comes in pages of 4 KiB, one fault each: large arrays ask the kernel for pages of 2 MiB. Refused, the
/// advice changes nothing.
template <typename T>
void makeRoom(std::vector<T>& values, std::size_t count) {
  constexpr std::size_t kHugePage = std::size_t{2} << 20;
  values.reserve(count);
  const auto begin = reinterpret_cast<std::uintptr_t>(values.data());
  const std::uintptr_t first = (begin + kHugePage - 1) / kHugePage * kHugePage;
  const std::uintptr_t last = (begin + count * sizeof(T)) / kHugePage * kHugePage;
  if (first < last) ::madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE);
  values.resize(count);
}

}  // namespace adit::formats
