#include "viewer/publish/stamp_layout.h"

#include <algorithm>

namespace adit::viewer {
namespace {

constexpr const char* kEllipsis = "...";
constexpr std::size_t kMostFacts = 200;  ///< of a group that are looked at: no picture has room for more

/// Starts of the characters of a UTF-8 text, and its end.
std::vector<std::size_t> characterStarts(const std::string& text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) starts.push_back(i);
  starts.push_back(text.size());
  return starts;
}

/// One line: a line end inside a name is no line end of the stamp.
std::string onOneLine(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text;
}

StampFact moreOf(std::size_t count) {
  return {"", "and " + std::to_string(count) + " more, written in the file", false};
}

class Flow {
 public:
  explicit Flow(const StampRoom& room) : room_(room) {}

  void add(const StampFact& fact) {
    const std::string label = fact.label.empty() ? "" : elided(fact.label + " ", room_.width * 0.7, room_);
    const double labelWidth = room_.measure(label);
    const std::string value = elided(onOneLine(fact.value), room_.width - labelWidth, room_);
    const double width = labelWidth + room_.measure(value);
    if (lines_.empty() || (x_ > 0 && x_ + room_.gap + width > room_.width)) {
      lines_.emplace_back();
      x_ = 0;
    }
    if (x_ > 0) x_ += room_.gap;
    if (!label.empty()) lines_.back().push_back({x_, label, StampInk::Label});
    lines_.back().push_back({x_ + labelWidth, value, fact.caution ? StampInk::Caution : StampInk::Value});
    x_ += width;
  }
  std::vector<StampLine> take() { return std::move(lines_); }

 private:
  const StampRoom& room_;
  std::vector<StampLine> lines_;
  double x_ = 0;
};

/// The first `count` facts, and how many more there are.
std::vector<StampLine> flowed(const std::vector<StampFact>& facts, std::size_t count, const StampRoom& room) {
  Flow flow(room);
  for (std::size_t i = 0; i < count; ++i) flow.add(facts[i]);
  if (count < facts.size()) flow.add(moreOf(facts.size() - count));
  return flow.take();
}

std::vector<StampLine> group(const std::vector<StampFact>& facts, std::size_t mostLines,
                             const StampRoom& room) {
  if (facts.empty() || mostLines == 0) return {};
  std::size_t count = std::min(facts.size(), kMostFacts);
  std::vector<StampLine> lines = flowed(facts, count, room);
  while (lines.size() > mostLines && count > 0) lines = flowed(facts, --count, room);
  lines.resize(std::min(lines.size(), mostLines));
  return lines;
}

}  // namespace

std::string elided(const std::string& text, double width, const StampRoom& room) {
  if (room.measure(text) <= width) return text;
  const std::vector<std::size_t> starts = characterStarts(text);
  const auto kept = [&](std::size_t characters) {
    const std::size_t head = starts[(characters + 1) / 2];
    const std::size_t tail = starts[starts.size() - 1 - characters / 2];
    return text.substr(0, head) + kEllipsis + text.substr(tail);
  };
  std::size_t fits = 0, tooMany = starts.size() - 1;
  if (room.measure(kEllipsis) > width) return {};
  while (tooMany - fits > 1) {
    const std::size_t middle = (fits + tooMany) / 2;
    (room.measure(kept(middle)) <= width ? fits : tooMany) = middle;
  }
  return kept(fits);
}

std::vector<StampLine> layOut(const Stamp& stamp, const StampRoom& room) {
  std::vector<const std::vector<StampFact>*> groups;
  for (const auto* facts : {&stamp.origin, &stamp.claim, &stamp.stated, &stamp.files})
    if (!facts->empty()) groups.push_back(facts);
  std::vector<StampLine> lines;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const std::size_t left = room.mostLines - lines.size();
    const std::size_t keptFree = std::min(groups.size() - 1 - g, left > 0 ? left - 1 : 0);
    for (StampLine& line : group(*groups[g], left - keptFree, room)) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace adit::viewer
