// The rows of a table, cut into stretches that several threads read at the same time.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "geology/formats/delimited.h"
#include "geology/formats/reader.h"

namespace adit::formats {

/// The text of a table behind its header.
struct TableText {
  const Source& source;
  Dialect dialect;
  TextPlace firstRow;       ///< before the first row
  std::size_t columns = 0;  ///< of the header
};

/// From a line's beginning up to a line's end.
struct TableChunk {
  TextPlace begin;
  std::size_t end = 0;       ///< byte behind it
  std::size_t firstRow = 0;  ///< rows before it, at most: where its first row is put
  std::size_t rows = 0;      ///< of its own, at most: its lines
};

struct TableChunks {
  std::vector<TableChunk> list;
  std::size_t rows = 0;  ///< of all, at most
  bool utf8 = true;      ///< the whole text is
};

/// Small enough to even out the threads and to hear a cancel, large enough for each to be worth its start.
constexpr std::size_t kChunkBytes = std::size_t{4} << 20;

/// Cuts behind line feeds. Whether these end records, too, shows when the chunks are read.
/// Throws geology::Cancelled.
TableChunks cutTable(const TableText& text, const geology::Progress& progress,
                     std::size_t chunkBytes = kChunkBytes);
/// The same rows as one chunk.
TableChunks asOneChunk(const TableChunks& chunks);

}  // namespace adit::formats
