#include "geology/formats/text_pages.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>

namespace adit::formats {
namespace {

/// The kernel maps pages around the one that is asked for, also some that were given back before.
constexpr std::size_t kAround = std::size_t{2} << 20;

/// Advice only: what the kernel refuses changes nothing but the speed. A mapping begins on a page.
void advise(std::string_view text, std::size_t begin, std::size_t end, int advice) {
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const std::size_t first = begin / page * page;
  ::madvise(const_cast<char*>(text.data()) + first, end - first, advice);
}

}  // namespace

TextPages::TextPages(std::string_view text, std::size_t begin, std::size_t size)
    : text_(text), begin_(begin), end_(std::min(text.size(), begin + size)) {
  if (!text_.empty()) advise(text_, begin_, end_, MADV_POPULATE_READ);
}

TextPages::~TextPages() {
  if (!text_.empty()) advise(text_, begin_ - std::min(begin_, kAround), end_, MADV_DONTNEED);
}

}  // namespace adit::formats
