#include "geology/formats/ubc_mesh.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "geology/formats/delimited.h"
#include "geology/formats/reader.h"
#include "geology/formats/text_lines.h"

namespace adit::formats {
namespace {

constexpr double kMostCellsOfAxis = 100'000;

[[noreturn]] void refuse(const std::string& path, std::size_t line, std::string message) {
  throw ReadError{{.severity = geology::Severity::Error,
                   .code = "BM-BAD-MESH",
                   .file = path,
                   .line = line,
                   .message = std::move(message),
                   .remedy = "export a UBC-GIF 3D tensor mesh: counts, top south-west corner, cell widths "
                             "east, north and down"}};
}

/// The words of a text one after the other, whatever the lines; "!" starts a comment.
class Words {
 public:
  explicit Words(std::string_view text) : lines_(text) {}
  /// Empty at the end.
  std::string_view next() {
    while (true) {
      const std::string_view word = takeWord(rest_);
      if (!word.empty()) return word;
      std::string_view line;
      if (!lines_.next(line)) return {};
      rest_ = trimBlanks(line.substr(0, line.find('!')));
    }
  }
  bool lineEnded() const { return rest_.empty(); }
  std::size_t line() const { return lines_.line(); }

 private:
  LineScanner lines_;
  std::string_view rest_;
};

std::optional<double> finite(std::string_view word) {
  const auto number = parseNumber(word);
  return number && std::isfinite(*number) ? number : std::nullopt;
}

/// Three counts on the first line and three numbers of the corner on the second: else it is no such mesh.
struct Head {
  std::array<std::size_t, 3> cells{};
  std::array<double, 3> corner{};
};
std::optional<Head> readHead(Words& words) {
  Head head;
  for (std::size_t a = 0; a < 3; ++a) {
    const auto count = finite(words.next());
    if (!count || !(*count >= 1 && *count <= kMostCellsOfAxis && *count == std::floor(*count)))
      return std::nullopt;
    head.cells[a] = static_cast<std::size_t>(*count);
    if (words.lineEnded() != (a == 2)) return std::nullopt;
  }
  for (std::size_t a = 0; a < 3; ++a) {
    const auto corner = finite(words.next());
    if (!corner || words.lineEnded() != (a == 2)) return std::nullopt;
    head.corner[a] = *corner;
  }
  return head;
}

/// "250" or "5*100": how often and how wide.
struct Widths {
  std::size_t repeat = 1;
  double width = 0;
};
Widths parseWidths(std::string_view word, const std::string& path, std::size_t line) {
  Widths widths;
  const std::size_t star = word.find('*');
  if (star != std::string_view::npos) {
    const auto repeat = finite(word.substr(0, star));
    if (!repeat || !(*repeat >= 1 && *repeat <= kMostCellsOfAxis))
      refuse(path, line, "\"" + std::string(word.substr(0, 40)) + "\" is no repeated cell width");
    widths.repeat = static_cast<std::size_t>(*repeat);
    word.remove_prefix(star + 1);
  }
  const auto width = finite(word);
  if (!width || !(*width > 0))
    refuse(path, line, "\"" + std::string(word.substr(0, 40)) + "\" is no cell width above 0");
  widths.width = *width;
  return widths;
}

/// Faces from the corner on, in the direction in which the widths are listed.
std::vector<double> readFaces(Words& words, std::size_t cells, double from, double direction,
                              const std::string& path) {
  std::vector<double> faces{from};
  double reached = 0;
  while (faces.size() <= cells) {
    const std::string_view word = words.next();
    if (word.empty())
      refuse(path, words.line(),
             "the mesh ends after " + std::to_string(faces.size() - 1) + " of " + std::to_string(cells) +
                 " cell widths of an axis");
    const Widths widths = parseWidths(word, path, words.line());
    if (widths.repeat > cells + 1 - faces.size())
      refuse(path, words.line(), "an axis has more cell widths than its " + std::to_string(cells) + " cells");
    for (std::size_t i = 0; i < widths.repeat; ++i) {
      reached += widths.width;
      faces.push_back(from + direction * reached);
    }
  }
  if (direction < 0) std::reverse(faces.begin(), faces.end());
  return faces;
}

}  // namespace

std::optional<TensorGrid> readUbcMesh(std::string_view text, const std::string& path) {
  Words words(text);
  const auto head = readHead(words);
  if (!head) return std::nullopt;
  TensorGrid grid;
  for (std::size_t a = 0; a < 3; ++a)
    grid.faces[a] = readFaces(words, head->cells[a], head->corner[a], a == 2 ? -1 : 1, path);
  if (!valid(grid))
    refuse(path, 1, "the cell widths are too small for their coordinates, or the cells too many");
  if (!words.next().empty())
    refuse(path, words.line(), "there is more in the file than the cell widths: it is no tensor mesh");
  return grid;
}

std::size_t ubcValueOf(const TensorGrid& grid, std::size_t gridCell) {
  const auto nx = static_cast<std::size_t>(grid.cells(0));
  const auto ny = static_cast<std::size_t>(grid.cells(1));
  const auto nz = static_cast<std::size_t>(grid.cells(2));
  const std::size_t i = gridCell % nx;
  const std::size_t j = gridCell / nx % ny;
  const std::size_t k = gridCell / (nx * ny);
  return (nz - 1 - k) + nz * (i + nx * j);
}

std::optional<std::vector<double>> readUbcValues(std::string_view text) {
  Words words(text);
  std::vector<double> values;
  for (std::string_view word = words.next(); !word.empty(); word = words.next()) {
    if (const auto number = parseNumber(word))
      values.push_back(*number);
    else if (equalIgnoringCase(word, "nan"))
      values.push_back(std::numeric_limits<double>::quiet_NaN());
    else
      return std::nullopt;
  }
  return values;
}

}  // namespace adit::formats
