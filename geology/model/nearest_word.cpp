#include "geology/model/nearest_word.h"

#include <algorithm>
#include <cctype>

#include "geology/model/plain_text.h"

namespace adit::geology {
namespace {

constexpr std::size_t kLongestWord = 64;  ///< longer ones are no typing errors; keeps the table small
constexpr std::size_t kMostListed = 8;

}  // namespace

std::size_t editDistance(std::string_view a, std::string_view b) {
  // Optimal string alignment, three rows of the table at a time.
  std::vector<std::size_t> beforeLast(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(beforeLast, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const bool same = lowerCase(a[i - 1]) == lowerCase(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && lowerCase(a[i - 1]) == lowerCase(b[j - 2]) &&
                           lowerCase(a[i - 2]) == lowerCase(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], beforeLast[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::string nearestWord(std::string_view word, const std::vector<std::string>& known) {
  if (word.empty() || word.size() > kLongestWord) return {};
  std::string nearest;
  std::size_t best = std::max<std::size_t>(1, (word.size() + 1) / 3) + 1;
  for (const std::string& candidate : known) {
    if (candidate.size() > kLongestWord) continue;
    const bool begins = equalIgnoringCase(candidate.substr(0, word.size()), word);
    const std::size_t distance = begins ? 1 : editDistance(word, candidate);
    if (distance >= best) continue;
    best = distance;
    nearest = candidate;
  }
  return nearest;
}

std::string suggestion(std::string_view word, const std::vector<std::string>& known) {
  if (known.empty()) return {};
  const std::string nearest = nearestWord(word, known);
  if (!nearest.empty()) return "; did you mean '" + nearest + "'?";
  std::string text = "; known are ";
  for (std::size_t i = 0; i < std::min(known.size(), kMostListed); ++i)
    text += (i > 0 ? ", '" : "'") + known[i] + "'";
  return known.size() > kMostListed ? text + ", ..." : text;
}

}  // namespace adit::geology
