// Plain text: letters without case, counts with their nouns. Of the letters only A to Z have a case here, in
// every locale.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace adit::geology {

constexpr char lowerCase(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
std::string lowerCase(std::string_view text);
bool equalIgnoringCase(std::string_view a, std::string_view b);

/// "986,430"
std::string withThousands(std::size_t n);
/// A count and its noun: "1 hole", "1,204 holes"; "1 rule does", "2 rules do". Without a plural it is the
/// singular with an s.
std::string counted(std::size_t n, std::string_view singular, std::string_view plural = {});

}  // namespace adit::geology
