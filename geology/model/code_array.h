// Category codes of many rows, each in as few bytes as the codes allow: most tables have a few dozen
// categories, and a model has ten million blocks.
#pragma once
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <limits>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace adit::geology {

constexpr std::int32_t kNoCategory = -1;

/// Of an element of one, two or four bytes: the code that it stands for. A code is kept as itself and
/// kNoCategory with all bits set, in every width.
template <typename T>
constexpr std::int32_t codeOfElement(T element) {
  if constexpr (sizeof(T) == sizeof(std::int32_t))
    return element;
  else  // 255 + 1 is 0 in one byte: no branch in a loop over many rows
    return static_cast<std::int32_t>(static_cast<T>(element + 1)) - 1;
}

/// Code + 1, for tables whose first entry is that of kNoCategory.
template <typename T>
constexpr std::size_t slotOfElement(T element) {
  if constexpr (sizeof(T) == sizeof(std::int32_t))
    return static_cast<std::size_t>(element + 1);
  else
    return static_cast<T>(element + 1);
}

/// A row of codes that behaves like a vector of 32-bit numbers. It begins with one byte a row and widens
/// itself, all rows at once, when it is given a code of 255 or more (two bytes) or of 65,535 or more (four).
/// It never narrows. Rows may be set by several threads, each its own, when no code makes it wider: see
/// makeWideEnough().
class CodeArray {
 public:
  using Bytes = std::vector<std::uint8_t>;
  using Shorts = std::vector<std::uint16_t>;
  using Words = std::vector<std::int32_t>;
  using Elements = std::variant<Bytes, Shorts, Words>;

  class Iterator;
  using value_type = std::int32_t;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;
  using const_iterator = Iterator;
  using iterator = Iterator;

  CodeArray() = default;
  CodeArray(std::initializer_list<std::int32_t> codes);
  explicit CodeArray(const std::vector<std::int32_t>& codes);
  /// The elements as codeOfElement() reads them.
  explicit CodeArray(Elements elements) : elements_(std::move(elements)) {}

  std::size_t size() const {
    return std::visit([](const auto& all) { return all.size(); }, elements_);
  }
  bool empty() const { return size() == 0; }
  std::int32_t operator[](std::size_t row) const {
    if (const auto* bytes = std::get_if<Bytes>(&elements_)) return codeOfElement((*bytes)[row]);
    if (const auto* shorts = std::get_if<Shorts>(&elements_)) return codeOfElement((*shorts)[row]);
    return std::get<Words>(elements_)[row];
  }
  Iterator begin() const;
  Iterator end() const;

  void push_back(std::int32_t code) {
    makeWideEnough(code);
    std::visit([code](auto& all) { all.push_back(elementOf(all, code)); }, elements_);
  }
  void set(std::size_t row, std::int32_t code) {
    makeWideEnough(code);
    std::visit([row, code](auto& all) { all[row] = elementOf(all, code); }, elements_);
  }
  void assign(std::size_t count, std::int32_t code);
  void resize(std::size_t count, std::int32_t code = kNoCategory);
  void reserve(std::size_t count);
  void clear();
  void shrink_to_fit();
  /// Widens where that code would not fit; afterwards no code up to it does.
  void makeWideEnough(std::int32_t code) {
    if (!fits(code)) widen(code);
  }

  /// Calls back with the elements as std::span of const uint8_t, uint16_t or int32_t: for loops over many
  /// rows, which then have no choice of the width in each.
  template <typename Visitor>
  decltype(auto) visit(Visitor&& visitor) const {
    return std::visit([&](const auto& all) -> decltype(auto) { return visitor(std::span(all)); }, elements_);
  }
  /// Calls back with each code in turn.
  template <typename Visitor>
  void forEach(Visitor&& visitor) const {
    visit([&](auto all) {
      for (const auto element : all) visitor(codeOfElement(element));
    });
  }
  /// Row i of the result is row rows[i] of this one, in the same width. Without codes (a column of numbers
  /// has none) there are none in the result.
  template <typename Row>
  CodeArray rows(const std::vector<Row>& rows) const {
    return visit([&](auto all) {
      std::vector<typename decltype(all)::value_type> taken;
      if (all.empty()) return CodeArray();
      taken.reserve(rows.size());
      for (const Row row : rows) taken.push_back(all[row]);
      return CodeArray(Elements(std::move(taken)));
    });
  }

  unsigned bytesOfElement() const { return 1U << elements_.index(); }
  /// The memory that it holds.
  std::size_t bytes() const {
    return std::visit([](const auto& all) { return all.capacity(); }, elements_) * bytesOfElement();
  }

  /// The same codes, in whatever width.
  friend bool operator==(const CodeArray& a, const CodeArray& b);

 private:
  template <typename T>
  static T elementOf(const std::vector<T>& /*width*/, std::int32_t code) {
    return static_cast<T>(code);
  }
  bool fits(std::int32_t code) const {
    if (elements_.index() == 2) return true;
    const std::int32_t end = elements_.index() == 0 ? std::numeric_limits<std::uint8_t>::max()
                                                    : std::numeric_limits<std::uint16_t>::max();
    return code >= kNoCategory && code < end;
  }
  void widen(std::int32_t code);

  Elements elements_;
};

/// Gives codes, not references: an element may be narrower than a code.
class CodeArray::Iterator {
 public:
  using iterator_category = std::random_access_iterator_tag;
  using value_type = std::int32_t;
  using difference_type = std::ptrdiff_t;
  using pointer = const std::int32_t*;
  using reference = std::int32_t;

  Iterator() = default;
  Iterator(const CodeArray& codes, std::size_t row)
      : codes_(&codes), row_(static_cast<difference_type>(row)) {}

  std::int32_t operator*() const { return (*codes_)[static_cast<std::size_t>(row_)]; }
  std::int32_t operator[](difference_type step) const { return *(*this + step); }
  Iterator& operator+=(difference_type step) {
    row_ += step;
    return *this;
  }
  Iterator& operator-=(difference_type step) { return *this += -step; }
  Iterator& operator++() { return *this += 1; }
  Iterator& operator--() { return *this -= 1; }
  Iterator operator++(int) { return std::exchange(*this, *this + 1); }
  Iterator operator--(int) { return std::exchange(*this, *this - 1); }
  friend Iterator operator+(Iterator at, difference_type step) { return at += step; }
  friend Iterator operator+(difference_type step, Iterator at) { return at += step; }
  friend Iterator operator-(Iterator at, difference_type step) { return at -= step; }
  friend difference_type operator-(const Iterator& a, const Iterator& b) { return a.row_ - b.row_; }
  friend bool operator==(const Iterator& a, const Iterator& b) { return a.row_ == b.row_; }
  friend auto operator<=>(const Iterator& a, const Iterator& b) { return a.row_ <=> b.row_; }

 private:
  const CodeArray* codes_ = nullptr;
  difference_type row_ = 0;
};

inline CodeArray::Iterator CodeArray::begin() const {
  return {*this, 0};
}
inline CodeArray::Iterator CodeArray::end() const {
  return {*this, size()};
}

}  // namespace adit::geology
