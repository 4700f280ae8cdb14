#include "geology/formats/table_chunks.h"

#include <algorithm>
#include <numeric>

#include "geology/formats/text_pages.h"
#include "geology/model/parallel_for.h"

namespace adit::formats {
namespace {

struct ByteCounts {
  std::size_t lineFeeds = 0, returns = 0;
  bool ascii = true;
};

// Counters of one byte each let the compiler look at 16 bytes or more at a time; they are summed before they
// can run over.
void countStretch(const char* first, std::size_t size, ByteCounts& counts) {
  unsigned char feeds = 0, returns = 0, bits = 0;
  for (std::size_t i = 0; i < size; ++i) {
    feeds = static_cast<unsigned char>(feeds + (first[i] == '\n'));
    returns = static_cast<unsigned char>(returns + (first[i] == '\r'));
    bits = static_cast<unsigned char>(bits | first[i]);
  }
  counts.lineFeeds += feeds;
  counts.returns += returns;
  counts.ascii = counts.ascii && bits < 0x80;
}

ByteCounts countBytes(std::string_view text) {
  constexpr std::size_t kStretch = 240;
  ByteCounts counts;
  std::size_t i = 0;
  for (; i + kStretch <= text.size(); i += kStretch) countStretch(text.data() + i, kStretch, counts);
  countStretch(text.data() + i, text.size() - i, counts);
  return counts;
}

std::size_t cutBehindLineFeed(std::string_view bytes, std::size_t wish) {
  if (wish >= bytes.size()) return bytes.size();
  const std::size_t lineFeed = bytes.find('\n', wish);
  return lineFeed == std::string_view::npos ? bytes.size() : lineFeed + 1;
}

}  // namespace

TableChunks cutTable(const TableText& text, const geology::Progress& progress, std::size_t chunkBytes) {
  const std::string_view bytes = text.source.bytes;
  TableChunks chunks;
  for (std::size_t begin = text.firstRow.offset; begin < bytes.size();) {
    const std::size_t end = cutBehindLineFeed(bytes, begin + std::max<std::size_t>(chunkBytes, 1) - 1);
    chunks.list.push_back({{begin, 0}, end, 0, 0});
    begin = end;
  }
  // One byte a chunk, not a bit of a vector<bool>: chunks are looked at by several threads.
  std::vector<char> utf8(chunks.list.size(), 0);
  geology::parallelForEach(chunks.list.size(), progress, [&](std::size_t i) {
    TableChunk& chunk = chunks.list[i];
    const std::string_view part = bytes.substr(chunk.begin.offset, chunk.end - chunk.begin.offset);
    const TextPages pages(text.source.mapped ? bytes : std::string_view(), chunk.begin.offset, part.size());
    const ByteCounts counts = countBytes(part);
    // A chunk ends behind a line feed, so that no CRLF is cut in two.
    chunk.rows = counts.returns == 0 ? counts.lineFeeds : countLineEnds(part);
    utf8[i] = counts.ascii || isUtf8(part) ? 1 : 0;
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
