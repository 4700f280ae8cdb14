#include "geology/formats/text_pages.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>

namespace adit::formats {
namespace {

/// Advice only: what the kernel refuses changes nothing but the speed.
void advise(std::string_view pages, int advice) {
  ::madvise(const_cast<char*>(pages.data()), pages.size(), advice);
}

}  // namespace

TextPages::TextPages(std::string_view text, bool mapped) {
  if (!mapped || text.empty()) return;
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  const auto before = reinterpret_cast<std::uintptr_t>(text.data()) % page;
  pages_ = {text.data() - before, text.size() + before};
  advise(pages_, MADV_POPULATE_READ);
}

TextPages::~TextPages() {
  if (!pages_.empty()) advise(pages_, MADV_DONTNEED);
}

}  // namespace adit::formats
