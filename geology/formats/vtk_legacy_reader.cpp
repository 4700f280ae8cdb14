// Source: Kitware, "VTK File Formats", simple legacy formats, and the notes of VTK 9 on version 5.1.
#include "geology/formats/vtk_legacy_reader.h"

#include <algorithm>
#include <array>

#include "geology/formats/array_nulls.h"
#include "geology/formats/mesh_builder.h"
#include "geology/formats/text_lines.h"
#include "geology/formats/vtk_legacy_values.h"
#include "geology/formats/vtk_poly_data.h"

namespace adit::formats {
namespace {

using geology::Column;
using geology::Severity;

const FindingKind kBroken{Severity::Error, "VTK-BROKEN", "the file cannot be read from here on",
                          "write it again, in ParaView for example"};

class VtkLegacyReading {
 public:
  VtkLegacyReading(const Source& source, geology::Progress& progress)
      : values_(source.bytes), builder_(source.path), progress_(progress) {
    builder_.mesh().name = baseName(source.path);
  }

  ImportResult read() {
    try {
      readHeader();
      while (!values_.peekWord().empty()) {
        progress_.throwIfCancelled();
        takeSection(values_.word());
      }
    } catch (const VtkLegacyStop& stop) {
      builder_.findings().add(kBroken, {stop.line}, stop.why);
    }
    addPolyData(std::move(data_), builder_);
    ImportResult result;
    builder_.finish(result);
    return result;
  }

 private:
  void readHeader() {
    values_.restOfLine();
    values_.restOfLine();  // a title
    const std::string_view form = values_.word();
    if (form != "ASCII" && form != "BINARY") values_.stop("neither ASCII nor BINARY is said");
    if (values_.word() != "DATASET" || values_.word() != "POLYDATA") values_.stop("this is no polydata");
    values_.setBinary(form == "BINARY");
  }

  void takeSection(std::string_view keyword) {
    if (keyword == "POINTS") return takePoints();
    if (keyword == "VERTICES") return takeCells(data_.vertices);
    if (keyword == "LINES") return takeCells(data_.lines);
    if (keyword == "POLYGONS") return takeCells(data_.polygons);
    if (keyword == "TRIANGLE_STRIPS") return takeCells(data_.strips);
    if (keyword == "METADATA") return skipMetadata();
    if (keyword == "POINT_DATA" || keyword == "CELL_DATA") {
      columns_ = keyword == "POINT_DATA" ? &data_.pointColumns : &data_.cellColumns;
      rows_ = values_.count();
      return;
    }
    if (keyword == "FIELD") return takeField();
    takeAttribute(keyword);
  }

  void takePoints() {
    const std::uint64_t n = values_.count();
    const std::string_view type = values_.word();
    data_.floatPoints = type == "float" && values_.binary();
    const std::vector<double> xyz = values_.numbers(type, times(n, 3));
    for (std::size_t i = 0; i < xyz.size(); i += 3) data_.points.push_back({xyz[i], xyz[i + 1], xyz[i + 2]});
  }

  /// Up to version 4 every cell is its number of corners and the corners; later there are two lists.
  void takeCells(VtkCells& cells) {
    const std::uint64_t n = values_.count(), size = values_.count();
    cells = {};
    if (values_.peekWord() == "OFFSETS") {
      values_.word();
      cells.offsets = wholeNumbers(values_.numbers(values_.word(), n));
      if (n == 0) cells.offsets = {0};
      if (values_.word() != "CONNECTIVITY") values_.stop("CONNECTIVITY is missing");
      cells.corners = wholeNumbers(values_.numbers(values_.word(), size));
      return;
    }
    const std::vector<std::int64_t> mixed = wholeNumbers(values_.numbers("int", size));
    for (std::size_t at = 0; at < mixed.size();) {
      const std::int64_t corners = mixed[at++];
      if (corners < 0 || static_cast<std::uint64_t>(corners) > mixed.size() - at)
        values_.stop("a cell has an impossible size");
      cells.corners.insert(cells.corners.end(), mixed.begin() + static_cast<std::ptrdiff_t>(at),
                           mixed.begin() + static_cast<std::ptrdiff_t>(at) + corners);
      cells.offsets.push_back(static_cast<std::int64_t>(cells.corners.size()));
      at += static_cast<std::size_t>(corners);
    }
  }

  /// Anything that is no sensible number becomes -1, which is no corner.
  static std::vector<std::int64_t> wholeNumbers(const std::vector<double>& numbers) {
    std::vector<std::int64_t> whole;
    whole.reserve(numbers.size());
    for (const double v : numbers) whole.push_back(v >= 0 && v < 9e15 ? static_cast<std::int64_t>(v) : -1);
    return whole;
  }

  /// Up to the next empty line.
  void skipMetadata() {
    values_.restOfLine();
    while (!values_.atEnd() && !trimBlanks(values_.restOfLine()).empty()) {
    }
  }

  void takeField() {
    values_.word();  // a name without a use
    const std::uint64_t arrays = values_.count();
    for (std::uint64_t i = 0; i < arrays; ++i) {
      if (values_.peekWord() == "METADATA") {
        values_.word();
        skipMetadata();
      }
      const std::string name = decoded(values_.word());
      const std::uint64_t components = values_.count(), tuples = values_.count();
      takeArray(name, values_.word(), {components, tuples});
    }
  }

  struct Shape {
    std::uint64_t components, tuples;
  };

  void takeArray(const std::string& name, std::string_view type, Shape shape) {
    const std::uint64_t n = times(shape.components, shape.tuples);
    if (type == "string") {
      const std::vector<std::string> texts = values_.texts(n);
      std::vector<std::string> plain;
      for (const std::string& text : texts) plain.push_back(decoded(text));
      if (columns_ != nullptr && shape.components == 1)
        columns_->push_back(geology::categoryColumn(name, plain));
      return;
    }
    addColumns(name, values_.numbers(type, n), shape);
  }

  /// One column a component. Fields before POINT_DATA and CELL_DATA belong to the whole file and become none.
  void addColumns(const std::string& name, const std::vector<double>& numbers, Shape shape) {
    if (columns_ == nullptr) return;
    for (std::size_t c = 0; c < shape.components; ++c) {
      Column column =
          geology::numericColumn(shape.components == 1 ? name : name + " " + std::to_string(c + 1), {});
      for (std::size_t i = c; i < numbers.size(); i += shape.components)
        column.values.push_back(static_cast<float>(numbers[i]));
      columns_->push_back(std::move(column));
    }
  }

  void takeAttribute(std::string_view keyword) {
    struct Attribute {
      std::string_view keyword;
      std::uint64_t components;
    };
    constexpr std::array kAttributes{Attribute{"VECTORS", 3},    Attribute{"NORMALS", 3},
                                     Attribute{"TENSORS", 9},    Attribute{"TENSORS6", 6},
                                     Attribute{"GLOBAL_IDS", 1}, Attribute{"PEDIGREE_IDS", 1}};
    const std::string name = decoded(values_.word());
    if (keyword == "SCALARS") return takeScalars(name);
    if (keyword == "LOOKUP_TABLE") return skipColors(values_.count(), 4);
    if (keyword == "COLOR_SCALARS") return skipColors(rows_, values_.count());
    if (keyword == "TEXTURE_COORDINATES") {
      const std::uint64_t components = values_.count();
      return takeArray(name, values_.word(), {components, rows_});
    }
    for (const Attribute& attribute : kAttributes)
      if (attribute.keyword == keyword) return takeArray(name, values_.word(), {attribute.components, rows_});
    values_.stop("\"" + std::string(keyword.substr(0, 30)) + "\" is no part of a VTK file");
  }

  void takeScalars(const std::string& name) {
    const std::string_view type = values_.word();
    const std::uint64_t components = values_.peekWord() == "LOOKUP_TABLE" ? 1 : values_.count();
    if (values_.peekWord() == "LOOKUP_TABLE") {
      values_.word();
      values_.word();  // the name of a table of colours
    }
    takeArray(name, type, {components, rows_});
  }

  /// Colours are the viewer's business. In text they are numbers from 0 to 1, in binary bytes.
  void skipColors(std::uint64_t n, std::uint64_t components) {
    values_.numbers("unsigned_char", times(n, components));
  }

  std::uint64_t times(std::uint64_t a, std::uint64_t b) const {
    constexpr std::uint64_t kMost = 1ULL << 48U;  // far beyond any file, and the product stays a number
    if (a > kMost || b > kMost || (b != 0 && a > kMost / b)) values_.stop("an impossible count");
    return a * b;
  }

  /// Names and texts have their blanks written as %20.
  static std::string decoded(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool coded = text[i] == '%' && i + 2 < text.size() && isHex(text[i + 1]) && isHex(text[i + 2]);
      plain.push_back(coded ? static_cast<char>(hexOf(text[i + 1]) * 16 + hexOf(text[i + 2])) : text[i]);
      i += coded ? 2 : 0;
    }
    return validUtf8(plain);
  }
  static bool isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
  }
  static int hexOf(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

  VtkLegacyValues values_;
  MeshBuilder builder_;
  geology::Progress& progress_;
  VtkPolyData data_;
  std::vector<Column>* columns_ = nullptr;
  std::uint64_t rows_ = 0;
};

}  // namespace

int recogniseVtkLegacy(const Source& source) {
  const std::string_view head = source.bytes.substr(0, 2048);
  return head.starts_with("# vtk DataFile") && head.find("DATASET POLYDATA") != std::string_view::npos ? 100
                                                                                                       : 0;
}

ImportResult readVtkLegacy(const Source& source, const ImportChoices& choices, geology::Progress& progress) {
  ImportResult result = VtkLegacyReading(source, progress).read();
  decideNulls(result, source, choices);
  return result;
}

}  // namespace adit::formats
