// What the headers of block model exports mean: Datamine, Vulcan, Surpac, Leapfrog, Micromine, plain tables.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geology/formats/delimited.h"
#include "geology/formats/lattice_finder.h"

namespace adit::formats {

enum class BlockField : std::uint8_t { X, Y, Z, SizeX, SizeY, SizeZ, I, J, K };
constexpr std::size_t kBlockFieldCount = 9;

/// "x", "size-x", "i", ...: the word in the choice "<file>/column-size-x".
std::string_view blockFieldName(BlockField field);

/// The columns of a block table, by BlockField. X, Y and Z are all there or none (then I, J, K are), sizes
/// too; only Z may be missing beside X and Y.
struct BlockColumns {
  std::array<std::optional<std::size_t>, kBlockFieldCount> at;
  std::string program;               ///< whose export it looks like; "" = nobody's in particular
  std::optional<Position> position;  ///< when the headers say what the coordinates are

  std::optional<std::size_t> column(BlockField field) const { return at[static_cast<std::size_t>(field)]; }
  bool has(BlockField field) const { return column(field).has_value(); }
  bool positioned() const { return has(BlockField::X); }
  bool sized() const { return has(BlockField::SizeX); }
  bool isField(std::size_t column) const;
};

/// Nothing when the names hold neither X and Y nor I, J and K.
std::optional<BlockColumns> matchBlockColumns(const std::vector<std::string>& names);

/// A record before or after the header that is no row: preamble, types, defaults.
struct HeaderLine {
  std::size_t line = 0;
  std::string text;  ///< its first cell that has one, in UTF-8
};

/// Where the header of a block table stands and what its columns are.
struct BlockHeader {
  std::size_t line = 0;      ///< of the header
  std::size_t firstRow = 0;  ///< line of the first row under the header
  std::vector<HeaderLine> skipped;
  std::vector<std::string> names;  ///< one a column, in UTF-8
  BlockColumns columns;
  /// Block sizes that the preamble states ("# Block size: 10, 10, 5").
  std::optional<geology::Vec3> statedSize;
};

/// Looks for the header in the first 40 records. Nothing when there is none with numbers under it.
std::optional<BlockHeader> findBlockHeader(std::string_view text, const Dialect& dialect);

}  // namespace adit::formats
