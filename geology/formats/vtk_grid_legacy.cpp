// Source: Kitware, "VTK File Formats", simple legacy formats, and the notes of VTK 9 on version 5.1.
#include <algorithm>
#include <cmath>

#include "geology/formats/delimited.h"
#include "geology/formats/text_lines.h"
#include "geology/formats/vtk_grid.h"
#include "geology/formats/vtk_legacy_values.h"

namespace adit::formats {
namespace {

/// Far beyond any file; products of two such counts stay numbers.
constexpr std::uint64_t kMostCount = 1ULL << 40U;

/// Names have their blanks written as %20.
std::string decoded(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 3) == "%20") {
      plain.push_back(' ');
      i += 2;
    } else {
      plain.push_back(text[i]);
    }
  }
  return validUtf8(plain);
}

class LegacyGrid {
 public:
  explicit LegacyGrid(const Source& source) : source_(source), values_(source.bytes) {}

  VtkGrid read() {
    values_.restOfLine();
    values_.restOfLine();  // a title
    const std::string_view form = values_.word();
    if (form != "ASCII" && form != "BINARY") values_.stop("neither ASCII nor BINARY is said");
    values_.setBinary(form == "BINARY");
    grid_.kind = vtkGridKind(source_.bytes);
    while (!values_.peekWord().empty()) takeSection(values_.word());
    return std::move(grid_);
  }

 private:
  void takeSection(std::string_view keyword) {
    if (keyword == "DATASET") return static_cast<void>(values_.word());
    if (keyword == "DIMENSIONS") return takeDimensions();
    if (keyword == "ORIGIN") return takeVector(grid_.origin);
    if (keyword == "SPACING" || keyword == "ASPECT_RATIO") return takeVector(grid_.spacing);
    if (keyword == "X_COORDINATES") return takeCoordinates(0);
    if (keyword == "Y_COORDINATES") return takeCoordinates(1);
    if (keyword == "Z_COORDINATES") return takeCoordinates(2);
    if (keyword == "POINTS") return takePoints();
    if (keyword == "CELLS") return takeCells();
    if (keyword == "CELL_TYPES") return takeTypes();
    if (keyword == "METADATA") return skipMetadata();
    if (keyword == "FIELD") return takeField();
    if (keyword == "POINT_DATA" || keyword == "CELL_DATA") {
      columns_ = keyword == "POINT_DATA" ? &grid_.pointColumns : &grid_.cellColumns;
      rows_ = boundedCount();
      return;
    }
    takeAttribute(keyword);
  }

  std::uint64_t boundedCount() {
    const std::uint64_t count = values_.count();
    if (count > kMostCount) values_.stop("an impossible count");
    return count;
  }

  /// Numbers on the line of the keyword: text in every file.
  double headNumber() {
    const auto number = parseNumber(values_.word());
    if (!number || !std::isfinite(*number)) values_.stop("a number is missing");
    return *number;
  }

  void takeVector(geology::Vec3& vector) { vector = {headNumber(), headNumber(), headNumber()}; }

  void takeDimensions() {
    double points = 1;
    for (std::size_t a = 0; a < 3; ++a) {
      const std::uint64_t count = boundedCount();
      if (count == 0) values_.stop("a dimension is 0");
      points *= static_cast<double>(count);
      grid_.extent[2 * a + 1] = static_cast<std::int64_t>(count) - 1;
    }
    requirePlausible(source_, points);
  }

  void takeCoordinates(std::size_t axis) {
    const std::uint64_t count = boundedCount();
    grid_.coordinates[axis] = values_.numbers(values_.word(), count);
  }

  void takePoints() {
    const std::uint64_t count = boundedCount();
    const std::vector<double> xyz = values_.numbers(values_.word(), count * 3);
    for (std::size_t i = 0; i < xyz.size(); i += 3) grid_.points.push_back({xyz[i], xyz[i + 1], xyz[i + 2]});
  }

  static std::vector<std::int64_t> wholeNumbers(const std::vector<double>& numbers) {
    std::vector<std::int64_t> whole;
    whole.reserve(numbers.size());
    for (const double v : numbers) whole.push_back(v >= 0 && v < 9e15 ? static_cast<std::int64_t>(v) : -1);
    return whole;
  }

  /// Up to version 4 every cell is its number of corners and the corners; later there are two lists.
  void takeCells() {
    const std::uint64_t count = boundedCount(), size = boundedCount();
    grid_.offsets = {0};
    if (values_.peekWord() == "OFFSETS") {
      values_.word();
      grid_.offsets = wholeNumbers(values_.numbers(values_.word(), count));
      if (values_.word() != "CONNECTIVITY") values_.stop("CONNECTIVITY is missing");
      grid_.corners = wholeNumbers(values_.numbers(values_.word(), size));
      if (grid_.offsets.empty()) grid_.offsets = {0};
      return;
    }
    const std::vector<std::int64_t> mixed = wholeNumbers(values_.numbers("int", size));
    for (std::size_t at = 0; at < mixed.size();) {
      const std::int64_t corners = mixed[at++];
      if (corners < 0 || static_cast<std::uint64_t>(corners) > mixed.size() - at)
        values_.stop("a cell has an impossible size");
      const auto first = mixed.begin() + static_cast<std::ptrdiff_t>(at);
      grid_.corners.insert(grid_.corners.end(), first, first + corners);
      grid_.offsets.push_back(static_cast<std::int64_t>(grid_.corners.size()));
      at += static_cast<std::size_t>(corners);
    }
  }

  void takeTypes() {
    for (const std::int64_t type : wholeNumbers(values_.numbers("int", boundedCount())))
      grid_.types.push_back(type >= 0 && type < 256 ? static_cast<std::uint8_t>(type) : std::uint8_t{0});
  }

  /// Up to the next empty line.
  void skipMetadata() {
    values_.restOfLine();
    while (!values_.atEnd() && !trimBlanks(values_.restOfLine()).empty()) {
    }
  }

  void takeField() {
    values_.word();  // a name without a use
    const std::uint64_t arrays = boundedCount();
    for (std::uint64_t i = 0; i < arrays; ++i) {
      while (values_.peekWord() == "METADATA") {
        values_.word();
        skipMetadata();
      }
      const std::string name = decoded(values_.word());
      const std::uint64_t components = boundedCount(), tuples = boundedCount();
      takeArray(name, values_.word(), components, tuples);
    }
  }

  void takeArray(const std::string& name, std::string_view type, std::uint64_t components,
                 std::uint64_t tuples) {
    if (components == 0 || components > 1000) values_.stop("an impossible number of components");
    if (type == "string") {
      std::vector<std::string> texts = values_.texts(components * tuples);
      for (std::string& text : texts) text = decoded(text);
      if (columns_ == nullptr)
        grid_.fieldTexts[name] = std::move(texts);
      else if (components == 1)
        columns_->push_back(geology::categoryColumn(name, texts));
      return;
    }
    const std::vector<double> numbers = values_.numbers(type, components * tuples);
    if (columns_ != nullptr) addComponents(name, numbers, components, *columns_);
  }

  void takeAttribute(std::string_view keyword) {
    const std::string name = decoded(values_.word());
    if (keyword == "SCALARS") return takeScalars(name);
    // Colours are the viewer's business.
    if (keyword == "LOOKUP_TABLE")
      return static_cast<void>(values_.numbers("unsigned_char", 4 * boundedCount()));
    if (keyword == "COLOR_SCALARS")
      return static_cast<void>(
          values_.numbers("unsigned_char", std::min(boundedCount(), kMostCount / 4) * rows_));
    if (keyword == "VECTORS" || keyword == "NORMALS") return takeArray(name, values_.word(), 3, rows_);
    if (keyword == "TENSORS") return takeArray(name, values_.word(), 9, rows_);
    if (keyword == "TENSORS6") return takeArray(name, values_.word(), 6, rows_);
    if (keyword == "GLOBAL_IDS" || keyword == "PEDIGREE_IDS")
      return takeArray(name, values_.word(), 1, rows_);
    if (keyword == "TEXTURE_COORDINATES") {
      const std::uint64_t components = boundedCount();
      return takeArray(name, values_.word(), components, rows_);
    }
    values_.stop("\"" + std::string(keyword.substr(0, 30)) + "\" is no part of a VTK file");
  }

  void takeScalars(const std::string& name) {
    const std::string_view type = values_.word();
    const std::uint64_t components = values_.peekWord() == "LOOKUP_TABLE" ? 1 : boundedCount();
    if (values_.peekWord() == "LOOKUP_TABLE") {
      values_.word();
      values_.word();  // the name of a table of colours
    }
    takeArray(name, type, components, rows_);
  }

  const Source& source_;
  VtkLegacyValues values_;
  VtkGrid grid_;
  std::vector<geology::Column>* columns_ = nullptr;
  std::uint64_t rows_ = 0;
};

}  // namespace

VtkGrid readVtkLegacyGrid(const Source& source) {
  try {
    return LegacyGrid(source).read();
  } catch (const VtkLegacyStop& stop) {
    refuseVtk(source, "VTK-BROKEN",
              (stop.line > 0 ? "line " + std::to_string(stop.line) + ": " : std::string()) + stop.why);
  }
}

}  // namespace adit::formats
