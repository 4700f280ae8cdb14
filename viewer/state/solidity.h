// Honest View: how solid a block is drawn says how well it is known. Colour says grade, and nothing else.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "geology/reporting/resource_class.h"

namespace adit::viewer {

/// What is known of a block, from the most to the least. The class is that of the model's author; where the
/// model has none, only the drilling speaks.
enum class Knowledge : std::uint8_t {
  Measured,
  Indicated,
  Inferred,
  Unclassified,  ///< the model classifies, but not this block
  DrillingOnly,  ///< the model has no classes: data support alone, never solid
};
constexpr std::size_t kKnowledges = 5;

Knowledge knowledgeOf(reporting::ResourceClass category);

/// Distance to the nearest sample in steps of `reach` / (kNearSteps - 1); the last step is `reach` and
/// beyond.
constexpr std::size_t kNearSteps = 8;
/// `distance` NaN: nobody knows one.
std::size_t nearStep(double distance, double reach);

/// One byte a block says both.
constexpr std::uint8_t honestCode(Knowledge known, std::size_t step) {
  return static_cast<std::uint8_t>(static_cast<std::size_t>(known) * kNearSteps + step);
}
constexpr std::size_t kHonestCodes = kKnowledges * kNearSteps;

struct Solidity {
  float drawn = 1;    ///< share of the pixels that have the block's colour
  float pale = 0;     ///< the other pixels: 1 a pale shade of it, 0 nothing, so that one looks through
  float outline = 0;  ///< 1: its edges are drawn in its colour
  friend bool operator==(const Solidity&, const Solidity&) = default;
};
Solidity solidityOf(std::uint8_t honestCode);

/// The places of the dots: which pixels of a square of 8 x 8 are drawn first as the share grows, as ranks
/// 0 <= r < 1. Two dots a square, at an angle of 45 degrees, grow from points to a ground with holes: dots
/// are seen as dots whatever the share, and in a copy without colours too.
constexpr std::size_t kStippleSide = 8;
const std::array<float, kStippleSide * kStippleSide>& stippleRanks();

/// "measured", "indicated", "inferred", "unclassified", "no class stated".
std::string_view knowledgeWord(Knowledge known);

}  // namespace adit::viewer
