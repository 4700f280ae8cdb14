#include "geology/model/code_array.h"

#include <algorithm>

namespace adit::geology {
namespace {

/// The same codes in wider elements, with room for as many more as there was.
template <typename To, typename From>
std::vector<To> widened(const std::vector<From>& from) {
  std::vector<To> to;
  to.reserve(from.capacity());
  for (const From element : from) to.push_back(static_cast<To>(codeOfElement(element)));
  return to;
}

bool fitsShorts(std::int32_t code) {
  return code >= kNoCategory && code < std::numeric_limits<std::uint16_t>::max();
}

}  // namespace

CodeArray::CodeArray(std::initializer_list<std::int32_t> codes) {
  reserve(codes.size());
  for (const std::int32_t code : codes) push_back(code);
}

CodeArray::CodeArray(const std::vector<std::int32_t>& codes) {
  if (codes.empty()) return;
  const auto [least, most] = std::minmax_element(codes.begin(), codes.end());
  makeWideEnough(*least);
  makeWideEnough(*most);
  reserve(codes.size());
  for (const std::int32_t code : codes) push_back(code);
}

void CodeArray::widen(std::int32_t code) {
  elements_ = std::visit(
      [code](const auto& all) {
        return fitsShorts(code) ? Elements(widened<std::uint16_t>(all))
                                : Elements(widened<std::int32_t>(all));
      },
      elements_);
}

void CodeArray::assign(std::size_t count, std::int32_t code) {
  makeWideEnough(code);
  std::visit([&](auto& all) { all.assign(count, elementOf(all, code)); }, elements_);
}

void CodeArray::resize(std::size_t count, std::int32_t code) {
  if (count > size()) makeWideEnough(code);
  std::visit([&](auto& all) { all.resize(count, elementOf(all, code)); }, elements_);
}

void CodeArray::reserve(std::size_t count) {
  std::visit([count](auto& all) { all.reserve(count); }, elements_);
}

void CodeArray::clear() {
  std::visit([](auto& all) { all.clear(); }, elements_);
}

void CodeArray::shrink_to_fit() {
  std::visit([](auto& all) { all.shrink_to_fit(); }, elements_);
}

bool operator==(const CodeArray& a, const CodeArray& b) {
  if (a.elements_.index() == b.elements_.index()) return a.elements_ == b.elements_;
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin());
}

}  // namespace adit::geology
