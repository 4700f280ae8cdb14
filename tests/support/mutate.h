// Deterministic damage to bytes, for tests that feed readers with broken files: the same seed gives the same
// bytes on every machine. tests/fuzz does the same without end.
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace adit::tests {

/// Between one and four edits: bytes flipped, overwritten, removed, doubled, cut off, or spiced with pieces
/// that readers stumble over.
inline std::string mutated(std::string bytes, std::uint32_t seed) {
  constexpr std::array<std::string_view, 16> kSpice{
      "\"",    "\n",         "\r",  ",",    "\xEF\xBB\xBF", std::string_view("\0", 1),
      "-1",    "1e308",      "nan", "inf",  "99999999",     "\xFF",
      "<0.01", "4294967296", "\t",  "-9999"};
  std::mt19937 random(seed);  // its sequence is fixed by the C++ standard; the distributions are not
  const auto below = [&](std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(random()) % n; };
  const std::size_t edits = 1 + below(4);
  for (std::size_t edit = 0; edit < edits; ++edit) {
    const std::size_t at = below(bytes.size() + 1);
    const std::size_t run = below(16) + 1;
    switch (below(6)) {
      case 0:
        if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
        break;
      case 1:
        if (at < bytes.size()) bytes[at] = static_cast<char>(below(256));
        break;
      case 2:
        bytes.erase(at, run);
        break;
      case 3:
        bytes.insert(at, bytes.substr(at, run));
        break;
      case 4:
        bytes.resize(at);
        break;
      default:
        bytes.insert(at, kSpice[below(kSpice.size())]);
    }
  }
  return bytes;
}

/// The seeds of fuzz target `name`: every file of tests/data/fuzz/<name>/.
inline std::vector<std::string> fuzzSeeds(const std::string& name) {
  std::vector<std::string> seeds;
  const std::filesystem::path folder = std::filesystem::path(ADIT_SOURCE_DIR) / "tests/data/fuzz" / name;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return seeds;
}

/// Calls `read(std::string_view)` with every seed and with `mutations` damaged copies of each.
template <typename Read>
void readDamagedSeeds(const std::string& name, std::uint32_t mutations, Read&& read) {
  for (const std::string& seed : fuzzSeeds(name)) {
    read(std::string_view(seed));
    for (std::uint32_t i = 0; i < mutations; ++i) read(std::string_view(mutated(seed, i)));
  }
}

}  // namespace adit::tests
