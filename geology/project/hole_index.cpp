#include "geology/project/hole_index.h"

#include <algorithm>
#include <limits>

namespace adit::project {
namespace {

constexpr std::uint32_t kAmbiguous = std::numeric_limits<std::uint32_t>::max();

std::string lower(std::string_view id) {
  std::string out(id);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

}  // namespace

std::string_view trimmedId(std::string_view id) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = id.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return id.substr(first, id.find_last_not_of(kBlanks) - first + 1);
}

bool HoleIndex::add(std::string_view id, std::uint32_t hole) {
  const std::string_view name = trimmedId(id);
  if (!exact_.emplace(name, hole).second) return false;
  const auto [it, isNew] = lower_.emplace(lower(name), hole);
  if (!isNew) it->second = kAmbiguous;
  return true;
}

std::optional<HoleIndex::Match> HoleIndex::find(std::string_view id) const {
  const std::string_view name = trimmedId(id);
  if (const auto it = exact_.find(name); it != exact_.end()) return Match{it->second, true};
  const auto it = lower_.find(lower(name));
  if (it == lower_.end() || it->second == kAmbiguous) return std::nullopt;
  return Match{it->second, false};
}

}  // namespace adit::project
