#include "geology/formats/dxf_groups.h"

#include <charconv>

namespace adit::formats {
namespace {

std::optional<int> parseInteger(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

bool DxfScanner::next(DxfGroup& group) {
  constexpr int kComment = 999;
  std::string_view code, value;
  while (brokenLine_ == 0 && lines_.next(code)) {
    code = trimBlanks(code);
    // Some writers leave blank lines at the end, or the old end-of-file mark.
    if (lines_.atEnd() && (code.empty() || code == "\x1A")) return false;
    const auto number = parseInteger(code);
    if (!number || !lines_.next(value)) {
      brokenLine_ = lines_.line();
      return false;
    }
    if (*number == kComment) continue;
    group = {*number, trimBlanks(value), lines_.line()};
    return true;
  }
  return false;
}

const DxfGroup* DxfEntity::find(int code) const {
  for (const DxfGroup& group : groups)
    if (group.code == code) return &group;
  return nullptr;
}

std::string_view DxfEntity::text(int code) const {
  const DxfGroup* group = find(code);
  return group == nullptr ? std::string_view() : group->value;
}

int DxfEntity::integer(int code, int fallback) const {
  const DxfGroup* group = find(code);
  return group == nullptr ? fallback : parseInteger(group->value).value_or(fallback);
}

bool DxfEntities::next(DxfEntity& entity) {
  DxfGroup group;
  while (!head_) {  // groups before the first code 0 belong to nothing
    if (!groups_.next(group)) return false;
    if (group.code == 0) head_ = group;
  }
  entity.type = head_->value;
  entity.line = head_->line;
  entity.groups.clear();
  head_.reset();
  while (groups_.next(group)) {
    if (group.code == 0) {
      head_ = group;
      break;
    }
    entity.groups.push_back(group);
  }
  return true;
}

}  // namespace adit::formats
