#include "viewer/geometry/selection_cache.h"

#include <algorithm>
#include <atomic>
#include <utility>

namespace adit::viewer {
namespace {

/// One for each mask that any selection of the program has made, from whatever thread.
std::uint64_t nextRevision() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

bool anySet(const geology::BitMask& mask) {
  return std::any_of(mask.words().begin(), mask.words().end(), [](std::uint64_t word) { return word != 0; });
}

}  // namespace

void SelectionCache::begin(const std::string& rows) {
  if (rows != rows_) *this = SelectionCache();
  rows_ = rows;
  for (auto& [slot, entry] : masks_) entry.used = false;
}

const geology::BitMask* SelectionCache::mask(const std::string& slot, const std::string& key,
                                             const std::function<geology::BitMask()>& compute) {
  const auto [it, isNew] = masks_.try_emplace(slot);
  Entry& entry = it->second;
  if (isNew || entry.key != key) {
    entry.mask.reset();  // first, so that old and new are never held together
    geology::BitMask mask = compute();
    if (anySet(mask)) entry.mask = std::move(mask);
    entry.key = key;
  }
  entry.used = true;
  return entry.mask ? &*entry.mask : nullptr;
}

const std::vector<geology::Vec3>& SelectionCache::places(
    const std::function<std::vector<geology::Vec3>()>& compute) {
  if (!places_) places_ = compute();
  return *places_;
}

const ColumnBounds& SelectionCache::bounds(const geology::Column& column) {
  const auto found = bounds_.find(&column);
  return found != bounds_.end() ? found->second
                                : bounds_.emplace(&column, ColumnBounds(column)).first->second;
}

std::size_t SelectionCache::absent(const std::function<std::size_t()>& count) {
  if (!absent_) absent_ = count();
  return *absent_;
}

const Selection* SelectionCache::remembered(const std::string& key) const {
  return selection_ && selectionKey_ == key ? &*selection_ : nullptr;
}

const Selection& SelectionCache::remember(std::string key, geology::BitMask shown, LayerCount count) {
  std::erase_if(masks_, [](const auto& entry) { return !entry.second.used; });
  selectionKey_ = std::move(key);
  if (!selection_ || *selection_->shown != shown) {
    selection_.emplace();
    selection_->shown = std::make_shared<geology::BitMask>(std::move(shown));
    selection_->revision = nextRevision();
  }
  selection_->count = std::move(count);
  return *selection_;
}

}  // namespace adit::viewer
