#include "viewer/state/solidity.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <vector>

namespace adit::viewer {
namespace {

/// Of a class: at a sample and at the end of the reach.
struct Fade {
  float drawnNear, drawnFar;
  float pale;
  float outlineNear, outlineFar;
};

// Each class has a range of its own that the next one does not reach, so that a measured block far from any
// sample is still told from an indicated one beside a hole. Inferred and less are looked through.
constexpr std::array<Fade, kKnowledges> kFades{{
    {1.0F, 0.88F, 1, 0, 0},   // measured
    {0.72F, 0.50F, 1, 0, 0},  // indicated
    {0.46F, 0.20F, 0, 0, 0},  // inferred
    {0.05F, 0.05F, 0, 1, 1},  // unclassified: an outline, and so many dots that it never vanishes
    {0.46F, 0.05F, 0, 0, 1},  // drilling only; beyond the reach it is an outline
}};

std::array<float, kStippleSide * kStippleSide> rankStipple() {
  constexpr std::size_t n = kStippleSide;
  std::array<double, n * n> height{};
  for (std::size_t y = 0; y < n; ++y)
    for (std::size_t x = 0; x < n; ++x) {
      // cos(u) + cos(v) along the diagonals has one summit at (0, 0) and one at (4, 4). The small slope
      // decides among places of equal height, the same way in every dot.
      const double u = (static_cast<double>(x) + static_cast<double>(y) + 0.5) * 2 * std::numbers::pi / n;
      const double v = (static_cast<double>(x) - static_cast<double>(y) + 0.25) * 2 * std::numbers::pi / n;
      height[y * n + x] = std::cos(u) + std::cos(v);
    }
  std::vector<std::size_t> order(n * n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return height[a] > height[b]; });
  std::array<float, n * n> ranks{};
  for (std::size_t i = 0; i < order.size(); ++i)
    ranks[order[i]] = static_cast<float>(i) / static_cast<float>(n * n);
  return ranks;
}

}  // namespace

Knowledge knowledgeOf(reporting::ResourceClass category) {
  using enum reporting::ResourceClass;
  switch (category) {
    case Measured:
    case Proved:
      return Knowledge::Measured;
    case Indicated:
    case Probable:
      return Knowledge::Indicated;
    case Inferred:
      return Knowledge::Inferred;
    case Unclassified:
    case Exploration:
    case Mined:
      break;
  }
  return Knowledge::Unclassified;
}

std::size_t nearStep(double distance, double reach) {
  constexpr std::size_t kLast = kNearSteps - 1;
  if (!(distance < reach)) return kLast;
  return static_cast<std::size_t>(std::max(0.0, distance) / reach * static_cast<double>(kLast));
}

Solidity solidityOf(std::uint8_t honestCode) {
  const Fade& fade = kFades[std::min<std::size_t>(honestCode / kNearSteps, kKnowledges - 1)];
  const std::size_t step = honestCode % kNearSteps;
  const float far = static_cast<float>(step) / static_cast<float>(kNearSteps - 1);
  return {fade.drawnNear + (fade.drawnFar - fade.drawnNear) * far, fade.pale,
          step == kNearSteps - 1 ? fade.outlineFar : fade.outlineNear};
}

const std::array<float, kStippleSide * kStippleSide>& stippleRanks() {
  static const auto kRanks = rankStipple();
  return kRanks;
}

std::string_view knowledgeWord(Knowledge known) {
  constexpr std::array<std::string_view, kKnowledges> kWords{"measured", "indicated", "inferred",
                                                             "unclassified", "no class stated"};
  return kWords[static_cast<std::size_t>(known)];
}

}  // namespace adit::viewer
