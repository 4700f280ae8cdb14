// Source: Wavefront, "Object Files (.obj)", Advanced Visualizer manual, appendix B1.
#include "geology/formats/obj_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <limits>
#include <system_error>

#include "geology/formats/delimited.h"
#include "geology/formats/mesh_builder.h"
#include "geology/formats/text_lines.h"
#include "geology/formats/unknown_content.h"

namespace adit::formats {
namespace {

/// By its ending, or because it begins as one.
bool namesMaterials(const std::filesystem::path& path) {
  if (path.extension() == ".mtl" || path.extension() == ".MTL") return true;
  std::string head(std::size_t{64} << 10, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), static_cast<std::streamsize>(head.size()));
  return std::string_view(head).substr(0, static_cast<std::size_t>(file.gcount())).find("newmtl ") !=
         std::string_view::npos;
}

using geology::Severity;
using geology::Vec3;

const FindingKind kNotDrawn{Severity::Warning, "OBJ-NOT-DRAWN", "a statement of OBJ that Adit does not draw",
                            "export curves and free-form surfaces as faces"};
const FindingKind kColours{Severity::Note, "OBJ-VERTEX-COLOURS",
                           "the vertices carry colours, which are not used", "colour by a part or a column"};
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

/// Puts lines that end in a backslash together.
class Statements {
 public:
  explicit Statements(std::string_view text) : lines_(text) {}
  bool next(std::string_view& statement) {
    if (!lines_.next(statement)) return false;
    line_ = lines_.line();
    if (!statement.ends_with('\\')) return true;
    joined_.assign(statement.substr(0, statement.size() - 1));
    bool more = true;
    for (std::string_view line; more && lines_.next(line);) {
      more = line.ends_with('\\');
      joined_.append(" ").append(line.substr(0, line.size() - (more ? 1 : 0)));
    }
    statement = joined_;
    return true;
  }
  std::size_t line() const { return line_; }
  std::size_t offset() const { return lines_.offset(); }

 private:
  LineScanner lines_;
  std::string joined_;
  std::size_t line_ = 0;
};

class ObjReading {
 public:
  explicit ObjReading(const Source& source) : source_(source), builder_(source.path) {}

  ImportResult read(geology::Progress& progress) {
    builder_.mesh().name = baseName(source_.path);
    Statements statements(source_.bytes);
    ReadingPace pace(progress, source_);
    for (std::string_view statement; statements.next(statement);) {
      line_ = statements.line();
      take(statement.substr(0, statement.find('#')));
      pace.at(statements.offset());
    }
    builder_.finish(result_);
    return std::move(result_);
  }

 private:
  void take(std::string_view rest) {
    const std::string_view keyword = takeWord(rest);
    if (keyword.empty()) return;
    if (keyword == "v")
      takeVertex(rest);
    else if (keyword == "f" || keyword == "fo")
      takeCorners(rest, true);
    else if (keyword == "l")
      takeCorners(rest, false);
    else if (keyword == "o" || keyword == "g")
      namePart(rest);
    else if (keyword == "usemtl" && !hasNamedParts_)
      builder_.startPart(trimBlanks(rest));
    else if (keyword == "mtllib")
      noteMaterials(trimBlanks(rest));
    else if (!isHarmless(keyword))
      builder_.findings().add(kNotDrawn, {line_}, keyword.substr(0, 20));
  }

  /// Texture coordinates, normals, smoothing and the like have no say in where the ground is.
  static bool isHarmless(std::string_view keyword) {
    constexpr std::array<std::string_view, 5> kKeywords{"vt", "vn", "s", "usemtl", "usemap"};
    return std::find(kKeywords.begin(), kKeywords.end(), keyword) != kKeywords.end();
  }

  void takeVertex(std::string_view rest) {
    std::array<double, 3> place{kNan, kNan, kNan};
    for (double& coordinate : place) {
      const std::string_view word = takeWord(rest);
      const auto number = parseNumber(word);
      if (!number) {
        builder_.findings().add(kBadNumber, {line_}, word.empty() ? "(nothing)" : word.substr(0, 20));
        break;
      }
      coordinate = *number;
    }
    // A fourth number is the weight of a rational curve; three or more after the place are a colour.
    std::array<std::string_view, 3> more{};
    if (takeWords(rest, more.data(), more.size()) == more.size()) builder_.findings().add(kColours, {line_});
    builder_.addVertex({place[0], place[1], place[2]});
  }

  /// "7", "7/1", "7//3", "7/1/3"; counted from 1, or from the last vertex back when negative. Returns the
  /// number from 0, -1 when there is no such vertex.
  std::int64_t cornerOf(std::string_view word) const {
    std::int64_t number = 0;
    const std::string_view digits = word.substr(0, word.find('/'));
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) return -1;
    if (number >= 0) return number - 1;
    return static_cast<std::int64_t>(builder_.vertexCount()) + number;
  }

  void takeCorners(std::string_view rest, bool isFace) {
    corners_.clear();
    for (std::string_view word = takeWord(rest); !word.empty(); word = takeWord(rest))
      corners_.push_back(cornerOf(word));
    if (isFace) {
      builder_.addPolygon(corners_, line_);
    } else {
      const bool closed = corners_.size() > 2 && corners_.front() == corners_.back();
      if (closed) corners_.pop_back();
      builder_.addLine(corners_, closed, line_);
    }
  }

  void namePart(std::string_view rest) {
    hasNamedParts_ = true;
    builder_.startPart(trimBlanks(rest));
  }

  /// The colours of a .mtl file are not used, but it belongs to this file. What is no list of materials is
  /// not claimed: it may be data of its own.
  void noteMaterials(std::string_view name) {
    if (name.empty()) return;
    const std::filesystem::path path = std::filesystem::path(source_.path).parent_path() / name;
    std::error_code error;
    if (std::filesystem::is_regular_file(path, error) && namesMaterials(path))
      result_.sideFiles.push_back(path.string());
  }

  const Source& source_;
  MeshBuilder builder_;
  ImportResult result_;
  std::vector<std::int64_t> corners_;
  std::size_t line_ = 0;
  bool hasNamedParts_ = false;
};

}  // namespace

int recogniseObj(const Source& source) {
  if (looksBinary(source.bytes)) return 0;
  constexpr std::size_t kLinesLookedAt = 200;
  constexpr std::array<std::string_view, 11> kKeywords{"v", "vt", "vn", "f",      "l",     "o",
                                                       "g", "s",  "p",  "mtllib", "usemtl"};
  LineScanner lines(source.bytes.substr(0, 65536));
  std::size_t vertices = 0, others = 0;
  for (std::string_view line; lines.line() < kLinesLookedAt && lines.next(line);) {
    const std::string_view keyword = takeWord(line);
    if (keyword.empty() || keyword.starts_with('#')) continue;
    if (std::find(kKeywords.begin(), kKeywords.end(), keyword) == kKeywords.end()) {
      ++others;
      continue;
    }
    std::array<std::string_view, 3> words{};
    if (keyword == "v" && takeWords(line, words.data(), words.size()) == words.size()) ++vertices;
  }
  // The last line may be cut by the window looked at; free-form statements are rare.
  return vertices > 0 && others * 10 <= vertices ? 80 : 0;
}

ImportResult readObj(const Source& source, const ImportChoices& /*choices*/, geology::Progress& progress) {
  return ObjReading(source).read(progress);
}

}  // namespace adit::formats
