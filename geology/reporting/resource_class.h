// The classes into which the author of an estimate puts its blocks, as the reporting codes name them.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace adit::reporting {

/// The classes of the CRIRSCO family of codes (JORC, NI 43-101, SAMREC, PERC, S-K 1300): measured, indicated
/// and inferred resources, proved and probable reserves. The numbers go into arrays of bytes and to shaders:
/// they stay as they are.
enum class ResourceClass : std::uint8_t {
  Unclassified = 0,  ///< its author gave it no class, or nobody said what the code means
  Exploration = 1,   ///< exploration target, potential: no resource
  Inferred = 2,
  Indicated = 3,
  Measured = 4,
  Probable = 5,  ///< reserve
  Proved = 6,    ///< reserve
  Mined = 7,     ///< depleted: no longer in the ground
};
constexpr std::size_t kResourceClasses = 8;

struct ResourceClassName {
  ResourceClass value;
  std::string_view word;   ///< in commands and files: "measured"
  std::string_view title;  ///< in tables: "Measured"
};
/// In the order of a resource table: from what is known best to what is in no resource.
constexpr std::array<ResourceClassName, kResourceClasses> kResourceClassNames{{
    {ResourceClass::Proved, "proved", "Proved reserve"},
    {ResourceClass::Probable, "probable", "Probable reserve"},
    {ResourceClass::Measured, "measured", "Measured"},
    {ResourceClass::Indicated, "indicated", "Indicated"},
    {ResourceClass::Inferred, "inferred", "Inferred"},
    {ResourceClass::Exploration, "exploration", "Exploration target"},
    {ResourceClass::Unclassified, "unclassified", "Unclassified"},
    {ResourceClass::Mined, "mined", "Mined"},
}};

std::string_view wordOf(ResourceClass value);
std::string_view titleOf(ResourceClass value);
/// Of the words only: what a code of a model may mean is suggestedClass().
std::optional<ResourceClass> classFromWord(std::string_view word);

}  // namespace adit::reporting
