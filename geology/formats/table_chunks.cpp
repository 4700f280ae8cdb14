#include "geology/formats/table_chunks.h"

#include <algorithm>
#include <numeric>

#include "geology/formats/parallel_pieces.h"
#include "geology/formats/text_pages.h"

namespace adit::formats {
namespace {

// Counters of one byte each let the compiler compare 16 bytes or more at a time; they are summed before they
// can run over.
std::size_t countOf(std::string_view text, char wanted) {
  constexpr std::size_t kStretch = 255;
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); i += kStretch) {
    const std::string_view stretch = text.substr(i, kStretch);
    unsigned char found = 0;
    for (const char c : stretch) found = static_cast<unsigned char>(found + (c == wanted));
    count += found;
  }
  return count;
}

/// A chunk ends behind a line feed, so that no CRLF is cut in two.
std::size_t lineEndsOf(std::string_view chunk) {
  return countOf(chunk, '\r') == 0 ? countOf(chunk, '\n') : countLineEnds(chunk);
}

std::size_t cutBehindLineFeed(std::string_view bytes, std::size_t wish) {
  if (wish >= bytes.size()) return bytes.size();
  const std::size_t lineFeed = bytes.find('\n', wish);
  return lineFeed == std::string_view::npos ? bytes.size() : lineFeed + 1;
}

}  // namespace

TableChunks cutTable(const TableText& text, std::size_t chunkBytes) {
  const std::string_view bytes = text.source.bytes;
  TableChunks chunks;
  for (std::size_t begin = text.firstRow.offset; begin < bytes.size();) {
    const std::size_t end = cutBehindLineFeed(bytes, begin + std::max<std::size_t>(chunkBytes, 1) - 1);
    chunks.list.push_back({{begin, 0}, end, 0, 0});
    begin = end;
  }
  // One byte a chunk, not a bit of a vector<bool>: chunks are looked at by several threads.
  std::vector<char> utf8(chunks.list.size(), 0);
  forEachPiece(chunks.list.size(), [&](std::size_t i) {
    TableChunk& chunk = chunks.list[i];
    const std::string_view part = bytes.substr(chunk.begin.offset, chunk.end - chunk.begin.offset);
    const TextPages pages(part, text.source.mapped);
    chunk.rows = lineEndsOf(part);
    utf8[i] = isUtf8(part) ? 1 : 0;
  });
  std::size_t line = text.firstRow.line;
  for (TableChunk& chunk : chunks.list) {
    chunk.begin.line = line;
    chunk.firstRow = chunks.rows;
    line += chunk.rows;
    if (chunk.end == bytes.size()) ++chunk.rows;  // the last line may have no end
    chunks.rows += chunk.rows;
  }
  chunks.utf8 =
      isUtf8(bytes.substr(0, text.firstRow.offset)) && std::find(utf8.begin(), utf8.end(), 0) == utf8.end();
  return chunks;
}

TableChunks asOneChunk(const TableChunks& chunks) {
  TableChunks one = chunks;
  if (chunks.list.empty()) return one;
  one.list = {{chunks.list.front().begin, chunks.list.back().end, 0, chunks.rows}};
  return one;
}

}  // namespace adit::formats
