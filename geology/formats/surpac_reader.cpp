#include "geology/formats/surpac_reader.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <system_error>

#include "geology/formats/bytes.h"
#include "geology/formats/delimited.h"
#include "geology/formats/mesh_builder.h"
#include "geology/formats/surpac_records.h"
#include "geology/formats/surpac_strings.h"
#include "geology/formats/text_lines.h"

namespace adit::formats {
namespace {

using geology::Severity;
namespace fs = std::filesystem;

const FindingKind kTriangle{Severity::Error, "SURPAC-TRIANGLE",
                            "a line among the triangles is none; it is left out", "export the .dtm again"};
const FindingKind kTrianglesEnd{Severity::Warning, "SURPAC-DTM-END",
                                "the triangles do not end with END; some may be missing",
                                "copy or export the .dtm again if something is missing"};
constexpr std::size_t kStrHead = 2, kDtmHead = 1;

std::string_view firstLine(std::string_view bytes) {
  std::string_view line;
  LineScanner(bytes).next(line);
  return line;
}

/// "number, y, x, z": four numbers at least, the first of them whole.
bool isRecord(std::string_view line) {
  const std::vector<std::string_view> cells = surpacCells(line);
  if (cells.size() < 4 || cells[0].find_first_not_of("0123456789-") != std::string_view::npos) return false;
  return std::all_of(cells.begin(), cells.begin() + 4,
                     [](std::string_view cell) { return parseNumber(cell); });
}

bool namesStrings(std::string_view head) {
  const std::string_view name = head.substr(0, head.find(','));
  return head.find(',') != std::string_view::npos && name.size() > 4 &&
         equalIgnoringCase(name.substr(name.size() - 4), ".str");
}

std::string_view lineAt(std::string_view bytes, std::size_t offset) {
  return firstLine(bytes.substr(std::min(offset, bytes.size())));
}

enum class SurpacKind : std::uint8_t { None, Strings, Triangles };

SurpacKind kindOf(std::string_view bytes) {
  const std::string_view window = bytes.substr(0, 65536);
  const std::string_view head = firstLine(window);
  if (head.size() > 2000 || head.find('\0') != std::string_view::npos) return SurpacKind::None;
  constexpr std::string_view kMark("\0\0\0\0\0", 5);
  const auto goesOn = [&](const SurpacBody& body) {
    return body.binary ? window.substr(body.offset).starts_with(kMark)
                       : isRecord(lineAt(window, body.offset));
  };
  if (namesStrings(head) && goesOn(surpacBody(window, kDtmHead))) return SurpacKind::Triangles;
  const std::string_view axis = lineAt(window, surpacBody(window, 1).offset);
  if (head.find(',') != std::string_view::npos && !isRecord(head) && isRecord(axis) &&
      surpacCells(axis)[0] == "0" && goesOn(surpacBody(window, kStrHead)))
    return SurpacKind::Strings;
  return SurpacKind::None;
}

/// What follows the outline in a .dtm: objects, trisolations, triangles.
class SurpacTriangles {
 public:
  SurpacTriangles(const std::vector<std::int64_t>& vertexOfRecord, MeshBuilder& builder)
      : vertexOfRecord_(vertexOfRecord), builder_(builder) {}

  void readText(std::string_view bytes, const SurpacRecords& outline) {
    LineScanner lines(bytes.substr(outline.end));
    for (std::string_view line; lines.next(line);) {
      if (trimBlanks(line).empty()) continue;
      const std::size_t number = outline.line + lines.line();
      const std::vector<std::string_view> cells = surpacCells(line);
      if (cells[0] == "END") return;
      if (cells[0] == "OBJECT" || cells[0] == "TRISOLATION")
        startPart(cells[0] == "OBJECT", cells.size() > 1 ? cells[1] : "");
      else
        addTriangle(cells, number);
    }
    builder_.findings().add(kTrianglesEnd, {});
  }

  /// Blocks of big-endian numbers and a text: 1 object, 2 trisolation, 3 triangle; -1 ends the file.
  void readBinary(std::string_view bytes, std::size_t at) {
    const auto number = [&](std::size_t i) {
      return numberAt<std::int32_t>(bytes, at + i * 4, std::endian::big);
    };
    while (hasBytes(bytes, at, 8)) {
      const std::int32_t kind = number(0);
      if (kind == -1) return;
      const std::size_t numbers = kind == 3 ? 8 : 2;
      if (kind < 1 || kind > 3 || !hasBytes(bytes, at, numbers * 4)) break;
      if (kind == 3)
        builder_.addPolygon(std::array{cornerOf(number(2)), cornerOf(number(3)), cornerOf(number(4))}, 0);
      else
        startPart(kind == 1, std::to_string(number(1)));
      const std::size_t zero = bytes.find('\0', at + numbers * 4);
      if (zero == std::string_view::npos) break;
      at = zero + 1;
    }
    builder_.findings().add(kTrianglesEnd, {});
  }

 private:
  void startPart(bool isObject, std::string_view id) {
    (isObject ? object_ : trisolation_) = id;
    if (!isObject) builder_.startPart("object " + object_ + ", trisolation " + trisolation_);
  }

  /// Records are counted from 1, separators too.
  std::int64_t cornerOf(double record) const {
    if (!(record >= 1) || record > static_cast<double>(vertexOfRecord_.size())) return -1;
    return vertexOfRecord_[static_cast<std::size_t>(record) - 1];
  }

  /// "number, v1, v2, v3, neighbours..."
  void addTriangle(const std::vector<std::string_view>& cells, std::size_t line) {
    std::array<std::int64_t, 3> corners{};
    for (std::size_t i = 0; i < 3; ++i) {
      const auto record = cells.size() < 4 ? std::nullopt : parseNumber(cells[i + 1]);
      if (!record) return builder_.findings().add(kTriangle, {line});
      corners[i] = cornerOf(*record);
    }
    builder_.addPolygon(corners, line);
  }

  const std::vector<std::int64_t>& vertexOfRecord_;
  MeshBuilder& builder_;
  std::string object_, trisolation_;
};

/// The .str file of a .dtm: the one that its head names, else the one of the same name, in the same folder.
fs::path stringFileOf(const Source& dtm) {
  const fs::path path(dtm.path);
  const std::string_view head = firstLine(dtm.bytes);
  const fs::path named = fs::path(std::string(head.substr(0, head.find(',')))).filename();
  std::error_code error;
  for (const fs::path& candidate : {path.parent_path() / named, fs::path(path).replace_extension(".str"),
                                    fs::path(path).replace_extension(".STR")})
    if (fs::is_regular_file(candidate, error)) return candidate;
  throw ReadError{
      {.severity = Severity::Error,
       .code = "SURPAC-NO-STRINGS",
       .file = dtm.path,
       .line = 1,
       .message = "the triangles need the points of " + named.string() + ", which is not beside the file",
       .remedy = "put the .str file into the same folder"}};
}

ImportResult readStrings(const Source& source) {
  ImportResult result;
  MeshBuilder builder(source.path);
  builder.mesh().name = baseName(source.path);
  const SurpacRecords records =
      readSurpacRecords(source.bytes, surpacBody(source.bytes, kStrHead), builder.findings());
  SurpacStrings strings(records, builder);
  strings.assemble(false);
  std::optional<geology::PointSet> points = strings.points();
  if (!points || builder.vertexCount() > 0)
    builder.finish(result);
  else
    builder.findings().appendTo(result.diagnostics);
  if (points) result.objects.emplace_back(std::move(*points));
  return result;
}

ImportResult readTriangles(const Source& source) {
  const fs::path stringFile = stringFileOf(source);
  std::ifstream stream(stringFile, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};

  ImportResult result;
  result.sideFiles.push_back(stringFile.string());
  Findings ofStrings(stringFile.string());
  const SurpacRecords records = readSurpacRecords(bytes, surpacBody(bytes, kStrHead), ofStrings);
  ofStrings.appendTo(result.diagnostics);

  MeshBuilder builder(source.path);
  builder.mesh().name = baseName(source.path);
  SurpacStrings strings(records, builder);
  strings.assemble(true);
  const SurpacBody body = surpacBody(source.bytes, kDtmHead);
  const SurpacRecords outline = readSurpacRecords(source.bytes, body, builder.findings());
  SurpacTriangles triangles(strings.vertexOfRecord(), builder);
  if (body.binary)
    triangles.readBinary(source.bytes, outline.end);
  else
    triangles.readText(source.bytes, outline);
  builder.finish(result);
  return result;
}

}  // namespace

int recogniseSurpac(const Source& source) {
  return kindOf(source.bytes) == SurpacKind::None ? 0 : 90;
}

ImportResult readSurpac(const Source& source, const ImportChoices& /*choices*/, geology::Progress& progress) {
  progress.throwIfCancelled();
  return kindOf(source.bytes) == SurpacKind::Triangles ? readTriangles(source) : readStrings(source);
}

}  // namespace adit::formats
