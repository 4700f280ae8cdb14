// What the header of a PLY file announces. For the PLY reader only.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geology/formats/reader.h"

namespace adit::formats {

enum class PlyForm : std::uint8_t { Ascii, LittleEndian, BigEndian };
enum class PlyType : std::uint8_t { Int8, Uint8, Int16, Uint16, Int32, Uint32, Float32, Float64 };

struct PlyProperty {
  std::string name;
  PlyType type = PlyType::Float32;
  std::optional<PlyType> countType;  ///< of a list: how its length is stored
};

struct PlyElement {
  std::string name;
  std::uint64_t count = 0;
  std::vector<PlyProperty> properties;

  /// The index of the property of that name, or -1.
  int find(const std::string& property) const;
};

struct PlyHeader {
  PlyForm form = PlyForm::Ascii;
  std::vector<PlyElement> elements;
  std::size_t bodyOffset = 0;
  std::size_t lines = 0;  ///< of the header
};

/// Throws ReadError (PLY-HEADER) for a header that cannot be understood.
PlyHeader readPlyHeader(const Source& source);

}  // namespace adit::formats
