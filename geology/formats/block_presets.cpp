#include "geology/formats/block_presets.h"

#include <algorithm>
#include <cmath>

#include "geology/formats/table_cell.h"

namespace adit::formats {
namespace {

using Triple = std::array<std::string_view, 3>;

/// Headers that belong together, in normalizedHeader spelling. A leading underscore counts: Micromine writes
/// EAST for the position and _EAST for the size.
struct PositionNames {
  Triple names;
  std::string_view program;
  std::optional<Position> position;
};
constexpr auto kCentroid = Position::Centroid;
constexpr auto kCorner = Position::Corner;

const std::vector<PositionNames>& positionNames() {
  static const std::vector<PositionNames> kNames{
      {{"xc", "yc", "zc"}, "Datamine", kCentroid},
      {{"centroidx", "centroidy", "centroidz"}, "Vulcan", kCentroid},
      {{"xcentre", "ycentre", "zcentre"}, "Vulcan", kCentroid},
      {{"xcenter", "ycenter", "zcenter"}, "Vulcan", kCentroid},
      {{"xcentroid", "ycentroid", "zcentroid"}, "", kCentroid},
      {{"centrex", "centrey", "centrez"}, "", kCentroid},
      {{"centerx", "centery", "centerz"}, "", kCentroid},
      {{"midx", "midy", "midz"}, "", kCentroid},
      {{"xmid", "ymid", "zmid"}, "", kCentroid},
      {{"x", "y", "z"}, "", std::nullopt},
      {{"east", "north", "rl"}, "", std::nullopt},
      {{"easting", "northing", "rl"}, "", std::nullopt},
      {{"eastings", "northings", "rl"}, "", std::nullopt},
      {{"xworld", "yworld", "zworld"}, "", std::nullopt},
      {{"xcoord", "ycoord", "zcoord"}, "", std::nullopt},
      {{"xcoordinate", "ycoordinate", "zcoordinate"}, "", std::nullopt},
      {{"xlocation", "ylocation", "zlocation"}, "", std::nullopt},
      {{"xlocationinmeter", "ylocationinmeter", "zlocationinmeter"}, "", std::nullopt},
      {{"xmin", "ymin", "zmin"}, "", kCorner},
      {{"xcorner", "ycorner", "zcorner"}, "", kCorner},
      {{"cornerx", "cornery", "cornerz"}, "", kCorner},
  };
  return kNames;
}

/// The height has more names than the plan, and they mix: X, Y, ELEV; EAST, NORTH, Z.
constexpr std::array<std::string_view, 9> kHeights{"z",     "rl",     "elev",     "elevation", "level",
                                                   "bench", "height", "altitude", "cota"};

struct SizeNames {
  Triple names;
  std::string_view program;
};
constexpr std::array<SizeNames, 12> kSizeNames{{
    {{"xinc", "yinc", "zinc"}, "Datamine"},
    {{"dimx", "dimy", "dimz"}, "Vulcan"},
    {{"xlength", "ylength", "zlength"}, "Vulcan"},
    {{"lengthx", "lengthy", "lengthz"}, ""},
    {{"_east", "_north", "_rl"}, "Micromine"},
    {{"dx", "dy", "dz"}, ""},
    {{"xsize", "ysize", "zsize"}, ""},
    {{"sizex", "sizey", "sizez"}, ""},
    {{"blocksizex", "blocksizey", "blocksizez"}, ""},
    {{"xdim", "ydim", "zdim"}, ""},
    {{"xwidth", "ywidth", "zwidth"}, ""},
    {{"_x", "_y", "_z"}, "Micromine"},
}};

constexpr std::array<Triple, 6> kIndexNames{{
    {"i", "j", "k"},
    {"ix", "iy", "iz"},
    {"xindex", "yindex", "zindex"},
    {"iindex", "jindex", "kindex"},
    {"xi", "yi", "zi"},
    {"col", "row", "layer"},
}};

constexpr std::array<std::string_view, kBlockFieldCount> kFieldNames{"x",      "y", "z", "size-x", "size-y",
                                                                     "size-z", "i", "j", "k"};

constexpr std::size_t kRecordsToSearch = 40;
/// Lines of descriptions, types and defaults between header and rows (Vulcan writes up to three).
constexpr std::size_t kHeaderTail = 6;
/// The first row may have no position; but some row has to have one.
constexpr std::size_t kRowsToSearch = 1000;

std::vector<std::string> spellings(const std::vector<std::string>& names) {
  std::vector<std::string> result;
  for (const std::string& name : names)
    result.push_back((name.starts_with('_') ? "_" : "") + normalizedHeader(name));
  return result;
}

std::optional<std::size_t> columnNamed(const std::vector<std::string>& names, std::string_view wanted) {
  const auto it = std::find(names.begin(), names.end(), wanted);
  if (it == names.end()) return std::nullopt;
  return static_cast<std::size_t>(it - names.begin());
}

std::optional<std::size_t> heightColumn(const std::vector<std::string>& names, std::string_view preferred) {
  if (const auto z = columnNamed(names, preferred)) return z;
  for (const std::string_view name : kHeights)
    if (const auto z = columnNamed(names, name)) return z;
  return std::nullopt;
}

/// All three columns of the first triple that is complete.
template <typename List, typename NamesOf>
const typename List::value_type* takeTriple(const std::vector<std::string>& names, const List& list,
                                            NamesOf&& namesOf, std::optional<std::size_t>* first) {
  for (const auto& entry : list) {
    const Triple& triple = namesOf(entry);
    std::array<std::optional<std::size_t>, 3> found;
    for (std::size_t a = 0; a < 3; ++a) found[a] = columnNamed(names, triple[a]);
    if (!found[0] || !found[1] || !found[2]) continue;
    std::copy(found.begin(), found.end(), first);
    return &entry;
  }
  return nullptr;
}

void takePositions(const std::vector<std::string>& names, BlockColumns& columns) {
  const PositionNames* best = nullptr;
  for (const PositionNames& entry : positionNames()) {
    if (!columnNamed(names, entry.names[0]) || !columnNamed(names, entry.names[1])) continue;
    const bool complete = heightColumn(names, entry.names[2]).has_value();
    if (best != nullptr && !complete) continue;
    best = &entry;
    if (complete) break;
  }
  if (best == nullptr) return;
  columns.at[0] = columnNamed(names, best->names[0]);
  columns.at[1] = columnNamed(names, best->names[1]);
  columns.at[2] = heightColumn(names, best->names[2]);
  columns.program = best->program;
  columns.position = best->position;
}

/// Surpac writes Y before X; that column order carries meaning there is remarkable enough to be reported.
void nameProgram(BlockColumns& columns, std::string_view sizesOf) {
  if (columns.program.empty()) columns.program = sizesOf;
  if (!columns.program.empty() || !columns.positioned()) return;
  if (*columns.column(BlockField::Y) + 1 == *columns.column(BlockField::X)) columns.program = "Surpac";
}

bool numeric(const Record& record, const BlockColumns& columns, const Dialect& dialect) {
  return std::all_of(columns.at.begin(), columns.at.end(), [&](const auto& column) {
    return !column || (*column < record.cells.size() &&
                       parseNumber(record.cells[*column], dialect.decimalComma).has_value());
  });
}

/// Three numbers after "block size" in a line of the preamble, however it is punctuated.
std::optional<geology::Vec3> blockSizeIn(const Record& record) {
  std::string text;
  for (const std::string_view cell : record.cells) text.append(cell).append(" ");
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  const std::size_t at = text.find("block size");
  if (at == std::string::npos) return std::nullopt;
  std::vector<double> numbers;
  std::size_t position = at;
  while (numbers.size() < 3) {
    position = text.find_first_of("0123456789", position);
    if (position == std::string::npos) return std::nullopt;
    const std::size_t end = std::min(text.find_first_not_of("0123456789.e", position), text.size());
    const auto number = parseNumber(std::string_view(text).substr(position, end - position));
    if (!number || !(*number > 0) || !std::isfinite(*number)) return std::nullopt;
    numbers.push_back(*number);
    position = end;
  }
  return geology::Vec3{numbers[0], numbers[1], numbers[2]};
}

HeaderLine headerLine(const Record& record, const Dialect& dialect) {
  constexpr std::size_t kLongest = 40;
  const auto cell = std::find_if(record.cells.begin(), record.cells.end(),
                                 [](std::string_view text) { return !text.empty(); });
  if (cell == record.cells.end()) return {record.line, {}};
  return {record.line, toUtf8(cell->substr(0, kLongest), dialect)};
}

/// What the columns of positions (or indices) of a record hold.
struct PositionCells {
  bool number = false, text = false;  ///< in any of them; words for "no value" are no text
};
PositionCells positionCells(const Record& record, const BlockColumns& columns, const Dialect& dialect) {
  PositionCells cells;
  for (std::size_t f = 0; f < kBlockFieldCount; ++f) {
    const bool size =
        f >= static_cast<std::size_t>(BlockField::SizeX) && f <= static_cast<std::size_t>(BlockField::SizeZ);
    if (size || !columns.at[f] || *columns.at[f] >= record.cells.size()) continue;
    const CellKind kind = readCell(record.cells[*columns.at[f]], dialect.decimalComma).kind;
    cells.number = cells.number || kind == CellKind::Number;
    cells.text = cells.text || kind == CellKind::Text;
  }
  return cells;
}

/// Reads on from the header to the first row; false when no numbers follow. A row without a position is a
/// row: lines of descriptions, types and defaults begin with texts where the positions stand, and only below
/// such a line nothing at all stands there in a line that is no row.
bool findFirstRow(RecordScanner& scanner, const Dialect& dialect, BlockHeader& header) {
  Record record;
  std::size_t tail = 0;
  for (std::size_t i = 0; i < kRowsToSearch && scanner.next(record); ++i) {
    const PositionCells cells = positionCells(record, header.columns, dialect);
    if (header.firstRow == 0 && !cells.number && (cells.text || tail > 0)) {
      header.skipped.push_back(headerLine(record, dialect));
      if (++tail > kHeaderTail) return false;
      continue;
    }
    if (header.firstRow == 0) header.firstRow = record.line;
    if (numeric(record, header.columns, dialect)) return true;
  }
  return false;
}

}  // namespace

std::string_view blockFieldName(BlockField field) {
  return kFieldNames[static_cast<std::size_t>(field)];
}

bool BlockColumns::isField(std::size_t column) const {
  return std::find(at.begin(), at.end(), column) != at.end();
}

std::optional<BlockColumns> matchBlockColumns(const std::vector<std::string>& headers) {
  const std::vector<std::string> names = spellings(headers);
  BlockColumns columns;
  takePositions(names, columns);
  const SizeNames* sizes = takeTriple(
      names, kSizeNames, [](const SizeNames& s) { return s.names; }, &columns.at[3]);
  if (!columns.positioned()) {
    const Triple* indices = takeTriple(
        names, kIndexNames, [](const Triple& t) { return t; }, &columns.at[6]);
    if (indices == nullptr) return std::nullopt;
  }
  nameProgram(columns, sizes != nullptr ? sizes->program : std::string_view());
  return columns;
}

std::optional<BlockHeader> findBlockHeader(std::string_view text, const Dialect& dialect) {
  RecordScanner scanner(text, dialect);
  Record record;
  BlockHeader header;
  for (std::size_t i = 0; i < kRecordsToSearch && scanner.next(record); ++i) {
    if (!header.statedSize) header.statedSize = blockSizeIn(record);
    header.names.clear();
    for (const std::string_view cell : record.cells) header.names.push_back(toUtf8(cell, dialect));
    // "# X, Y, Z" is a header behind a comment sign, "# made by ..." is not.
    if (header.names.front().starts_with('#')) {
      std::string& first = header.names.front();
      first.erase(0, std::min(first.find_first_not_of("# "), first.size()));
    }
    header.line = record.line;
    const auto columns = matchBlockColumns(header.names);
    if (columns) {
      header.columns = *columns;
      if (findFirstRow(scanner, dialect, header)) return header;
      return std::nullopt;
    }
    header.skipped.push_back(headerLine(record, dialect));
  }
  return std::nullopt;
}

}  // namespace adit::formats
