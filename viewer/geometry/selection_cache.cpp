#include "viewer/geometry/selection_cache.h"

#include <utility>

namespace adit::viewer {

void SelectionCache::begin(const std::string& rows) {
  if (rows != rows_) *this = SelectionCache();
  rows_ = rows;
  for (auto& [slot, entry] : masks_) entry.used = false;
}

const geology::BitMask& SelectionCache::mask(const std::string& slot, const std::string& key,
                                             const std::function<geology::BitMask()>& compute) {
  const auto [it, isNew] = masks_.try_emplace(slot);
  Entry& entry = it->second;
  if (isNew || entry.key != key) {
    entry.mask = compute();
    entry.key = key;
  }
  entry.used = true;
  return entry.mask;
}

const std::vector<geology::Vec3>& SelectionCache::places(
    const std::function<std::vector<geology::Vec3>()>& compute) {
  if (!places_) places_ = compute();
  return *places_;
}

const Selection* SelectionCache::remembered(const std::string& key) const {
  return selection_ && selectionKey_ == key ? &*selection_ : nullptr;
}

void SelectionCache::remember(std::string key, Selection selection) {
  std::erase_if(masks_, [](const auto& entry) { return !entry.second.used; });
  selectionKey_ = std::move(key);
  selection_ = std::move(selection);
}

}  // namespace adit::viewer
