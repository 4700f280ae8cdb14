#include "viewer/state/colormap_tables.h"

#include <cstdint>

#include "geology/model/plain_text.h"

namespace adit::viewer {
namespace {

// Crameri's maps: every 16th colour of 256.
constexpr std::uint32_t kBatlow[] = {0x011959, 0x0d315d, 0x114360, 0x175262, 0x226061, 0x356a59,
                                     0x4d734d, 0x667b3e, 0x828232, 0xa0892b, 0xbf9035, 0xdc954c,
                                     0xf19d6b, 0xfca891, 0xfdb4b4, 0xfcbfd6, 0xfaccfa};
constexpr std::uint32_t kLajolla[] = {0x1a1a01, 0x302210, 0x492a1b, 0x633328, 0x7f3b34, 0x9b443f,
                                      0xb74f47, 0xd0604c, 0xde754f, 0xe58851, 0xe99b53, 0xedae56,
                                      0xf2c360, 0xf7d875, 0xfbe992, 0xfdf5af, 0xffffcc};
constexpr std::uint32_t kOslo[] = {0x010101, 0x0a121b, 0x0e1e2e, 0x112b44, 0x15395b, 0x1c4873,
                                   0x26578c, 0x3767a5, 0x4f7abc, 0x678bc7, 0x7c98ca, 0x8fa4c9,
                                   0xa2b0ca, 0xb6becd, 0xced1d7, 0xe6e7e9, 0xffffff};
constexpr std::uint32_t kVik[] = {0x001261, 0x022b71, 0x034481, 0x0c5e92, 0x2f7da6, 0x609dbc,
                                  0x92bdd2, 0xc5dbe6, 0xebe6e2, 0xe9cbb9, 0xdcab8f, 0xcf8d67,
                                  0xc37243, 0xb3531f, 0x942f06, 0x741506, 0x590008};
constexpr std::uint32_t kRoma[] = {0x7e1700, 0x8f3c0c, 0x9d5818, 0xa97223, 0xb68c32, 0xc4a949,
                                   0xd0c971, 0xd1e2a0, 0xc1eac2, 0xa1e5d4, 0x78d2d7, 0x52b8d1,
                                   0x399dc7, 0x2b84bc, 0x226ab1, 0x194fa5, 0x033198};

constexpr std::uint32_t kViridis[] = {0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e,
                                      0x1f9e89, 0x35b779, 0x6dcd59, 0xb4de2c, 0xfde725};
constexpr std::uint32_t kGrey[] = {0x000000, 0xffffff};
constexpr std::uint32_t kRainbow[] = {0x0000ff, 0x00ffff, 0x00ff00, 0xffff00, 0xff0000};

constexpr ColorMapAnchors kMaps[] = {{"batlow", kBatlow}, {"lajolla", kLajolla}, {"oslo", kOslo},
                                     {"vik", kVik},       {"roma", kRoma},       {"viridis", kViridis},
                                     {"grey", kGrey},     {"rainbow", kRainbow}};

/// Okabe and Ito without black, then tones between them that differ from each in lightness.
constexpr std::uint32_t kCategories[] = {0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0x0072b2, 0xd55e00,
                                         0xcc79a7, 0x8c6d31, 0xa6dba0, 0x7b3294, 0xfdd0a2, 0x1b4f72,
                                         0xc7e9f1, 0x6b8e23, 0xf4a6a6, 0x5a5a5a};

struct Convention {
  std::string_view word;
  std::uint32_t color;
};
constexpr Convention kConventions[] = {
    // Resource and reserve categories: cooler and darker is surer.
    {"measured", 0x1f6fb4},
    {"indicated", 0x4fb3a9},
    {"inferred", 0xe5c04c},
    {"proved", 0x1f6fb4},
    {"proven", 0x1f6fb4},
    {"probable", 0x4fb3a9},
    // Alteration: domain convention, potassic pink to red-brown, phyllic yellow, propylitic green.
    {"potassic", 0xd9768a},
    {"phyllic", 0xf2d64b},
    {"sericitic", 0xf2d64b},
    {"propylitic", 0x5fae5b},
    {"argillic", 0xa9d6ee},
    {"silicic", 0x9a9da1},
    {"skarn", 0x9c4a2f},
};

}  // namespace

std::span<const ColorMapAnchors> colorMapTable() {
  return kMaps;
}

std::span<const std::uint32_t> categoricalPalette() {
  return kCategories;
}

std::optional<std::uint32_t> conventionalColor(std::string_view category) {
  const std::string_view first = category.substr(0, category.find_first_of(" _-(/,"));
  for (const Convention& convention : kConventions)
    if (geology::equalIgnoringCase(convention.word, first)) return convention.color;
  return std::nullopt;
}

}  // namespace adit::viewer
