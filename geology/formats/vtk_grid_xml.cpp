// Source: Kitware, "VTK XML File Formats".
#include <cmath>

#include "geology/formats/delimited.h"
#include "geology/formats/text_lines.h"
#include "geology/formats/vtk_grid.h"
#include "geology/formats/vtk_xml_data.h"

namespace adit::formats {
namespace {

constexpr std::size_t kMostFieldBytes = std::size_t{64} << 20;

constexpr FindingKind kBadArray{geology::Severity::Warning, "VTK-BAD-ARRAY",
                                "an array cannot be read and is left out",
                                "write the file again, in ParaView for example"};

class XmlGrid {
 public:
  XmlGrid(const Source& source, Findings& findings, geology::Progress& progress)
      : source_(source), findings_(findings), progress_(progress) {}

  VtkGrid read() {
    grid_.kind = vtkGridKind(source_.bytes);
    const std::size_t appended = source_.bytes.find("<AppendedData");
    if (appended != std::string_view::npos) takeAppended(source_.bytes.substr(appended));
    XmlTags tags(source_.bytes.substr(0, appended));
    XmlTag tag;
    while (tags.next(tag)) {
      progress_.throwIfCancelled();
      take(tag);
    }
    if (pieces_ == 0) refuse("the file ends before its first piece");
    return std::move(grid_);
  }

 private:
  enum class Section : std::uint8_t { None, Points, Cells, Coordinates, PointData, CellData, FieldData };

  [[noreturn]] void refuse(std::string why) const { refuseVtk(source_, "VTK-BROKEN", std::move(why)); }

  void takeAppended(std::string_view text) {
    XmlTags tags(text);
    XmlTag tag;
    if (!tags.next(tag)) return;
    packing_.appendedBase64 = tag.attribute("encoding") != "raw";
    const std::size_t mark = text.find('_', tags.offset());
    if (mark != std::string_view::npos) packing_.appended = text.substr(mark + 1);
  }

  void take(const XmlTag& tag) {
    if (tag.name == "VTKFile") return takePacking(tag);
    if (tag.name == "ImageData" || tag.name == "RectilinearGrid" || tag.name == "UnstructuredGrid")
      return takeDataSet(tag);
    if (tag.name == "Piece") return takePiece(tag);
    if (tag.name == "DataArray" || tag.name == "Array") return takeArray(tag);
    if (tag.name == "/DataArray" || tag.name == "/Array") return;
    section_ = sectionNamed(tag);
  }

  static Section sectionNamed(const XmlTag& tag) {
    if (tag.closed) return Section::None;
    if (tag.name == "Points") return Section::Points;
    if (tag.name == "Cells") return Section::Cells;
    if (tag.name == "Coordinates") return Section::Coordinates;
    if (tag.name == "PointData") return Section::PointData;
    if (tag.name == "CellData") return Section::CellData;
    if (tag.name == "FieldData") return Section::FieldData;
    return Section::None;
  }

  void takePacking(const XmlTag& tag) {
    packing_.bigEndian = tag.attribute("byte_order") == "BigEndian";
    packing_.headerSize = tag.attribute("header_type") == "UInt64" ? 8 : 4;
    packing_.compressor = tag.attribute("compressor");
  }

  std::vector<double> numbersOf(const XmlTag& tag, std::string_view key, std::size_t count) const {
    const std::string text = tag.attribute(key);
    std::string_view rest = text;
    std::vector<double> numbers;
    for (std::string_view word = takeWord(rest); !word.empty(); word = takeWord(rest)) {
      const auto number = parseNumber(word);
      if (!number || !std::isfinite(*number))
        refuse("the attribute " + std::string(key) + " holds no numbers");
      numbers.push_back(*number);
    }
    if (!numbers.empty() && numbers.size() != count)
      refuse("the attribute " + std::string(key) + " does not hold " + std::to_string(count) + " numbers");
    return numbers;
  }

  void takeExtent(const XmlTag& tag, std::string_view key) {
    const std::vector<double> extent = numbersOf(tag, key, 6);
    if (extent.empty()) return;
    double points = 1;
    for (std::size_t i = 0; i < 6; ++i) {
      if (std::abs(extent[i]) > 2e9) refuse("an impossible extent");
      grid_.extent[i] = static_cast<std::int64_t>(extent[i]);
    }
    for (std::size_t a = 0; a < 3; ++a) {
      if (grid_.pointsAlong(a) < 1) refuse("the extent is empty");
      points *= static_cast<double>(grid_.pointsAlong(a));
    }
    requirePlausible(source_, points);
  }

  void takeDataSet(const XmlTag& tag) {
    takeExtent(tag, "WholeExtent");
    if (const auto v = numbersOf(tag, "Origin", 3); !v.empty()) grid_.origin = {v[0], v[1], v[2]};
    if (const auto v = numbersOf(tag, "Spacing", 3); !v.empty()) grid_.spacing = {v[0], v[1], v[2]};
    // A matrix by rows; its columns are the axes.
    if (const auto v = numbersOf(tag, "Direction", 9); !v.empty())
      grid_.direction = {{{v[0], v[3], v[6]}, {v[1], v[4], v[7]}, {v[2], v[5], v[8]}}};
  }

  void takePiece(const XmlTag& tag) {
    if (++pieces_ > 1)
      refuse("the file holds several pieces; Adit reads grids in one piece (in ParaView: Merge Blocks)");
    takeExtent(tag, "Extent");
    const auto count = [&](std::string_view key) {
      const double value = parseNumber(tag.attribute(key)).value_or(0);
      requirePlausible(source_, value);
      return value > 0 ? static_cast<std::size_t>(value) : 0;
    };
    const bool unstructured = grid_.kind == VtkGridKind::Unstructured;
    points_ = unstructured ? count("NumberOfPoints") : grid_.pointCount();
    cells_ = unstructured ? count("NumberOfCells") : grid_.cellCount();
  }

  /// A fault of an array of values leaves out the array; one of the geometry leaves nothing to show.
  void takeArray(const XmlTag& tag) {
    try {
      switch (section_) {
        case Section::Points:
          return takePoints(tag);
        case Section::Cells:
          return takeCells(tag);
        case Section::Coordinates:
          return takeCoordinates(tag);
        case Section::PointData:
          return takeValues(tag, points_, grid_.pointColumns);
        case Section::CellData:
          return takeValues(tag, cells_, grid_.cellColumns);
        case Section::FieldData:
          return takeField(tag);
        case Section::None:
          return;
      }
    } catch (const XmlArrayFault& fault) {
      const std::string name = tag.attribute("Name");
      if (section_ == Section::Points || section_ == Section::Cells || section_ == Section::Coordinates)
        refuse("the array \"" + name + "\" of the grid cannot be read: " + fault.why);
      findings_.add(kBadArray, {}, name + " (" + fault.why + ")");
    }
  }

  void takePoints(const XmlTag& tag) {
    const std::vector<double> xyz = xmlNumbers(tag, packing_, 3 * points_);
    for (std::size_t i = 0; i + 2 < xyz.size(); i += 3)
      grid_.points.push_back({xyz[i], xyz[i + 1], xyz[i + 2]});
  }

  void takeCells(const XmlTag& tag) {
    const std::string name = tag.attribute("Name");
    if (name == "types") {
      for (const double type : xmlNumbers(tag, packing_, cells_))
        grid_.types.push_back(type >= 0 && type < 256 ? static_cast<std::uint8_t>(type) : std::uint8_t{0});
      return;
    }
    if (name != "offsets" && name != "connectivity") return;
    // No cell of blocks has more than eight corners; others may have some more.
    const std::vector<double> numbers = xmlNumbers(tag, packing_, name == "offsets" ? cells_ : 64 * cells_);
    std::vector<std::int64_t>& whole = name == "offsets" ? grid_.offsets : grid_.corners;
    for (const double v : numbers) whole.push_back(v >= 0 && v < 9e15 ? static_cast<std::int64_t>(v) : -1);
  }

  void takeCoordinates(const XmlTag& tag) {
    for (std::size_t a = 0; a < 3; ++a) {
      if (!grid_.coordinates[a].empty()) continue;
      grid_.coordinates[a] = xmlNumbers(tag, packing_, static_cast<std::size_t>(grid_.pointsAlong(a)));
      return;
    }
  }

  void takeValues(const XmlTag& tag, std::size_t rows, std::vector<geology::Column>& columns) {
    const std::string name = tag.attribute("Name");
    if (tag.attribute("type") == "String") {
      columns.push_back(geology::categoryColumn(name, xmlTexts(tag, packing_, textBytes())));
      return;
    }
    const double components = parseNumber(tag.attribute("NumberOfComponents")).value_or(1);
    if (!(components >= 1 && components <= 1000)) throw XmlArrayFault{"an impossible number of components"};
    const auto n = static_cast<std::size_t>(components);
    addComponents(name, xmlNumbers(tag, packing_, n * rows), n, columns);
  }

  void takeField(const XmlTag& tag) {
    if (tag.attribute("type") == "String")
      grid_.fieldTexts[tag.attribute("Name")] = xmlTexts(tag, packing_, textBytes());
  }

  /// Texts have no length that is known beforehand.
  std::size_t textBytes() const { return std::min(kMostFieldBytes, 1100 * source_.bytes.size()); }

  const Source& source_;
  Findings& findings_;
  geology::Progress& progress_;
  VtkGrid grid_;
  XmlPacking packing_;
  Section section_ = Section::None;
  std::size_t pieces_ = 0, points_ = 0, cells_ = 0;
};

}  // namespace

VtkGrid readVtkXmlGrid(const Source& source, Findings& findings, geology::Progress& progress) {
  return XmlGrid(source, findings, progress).read();
}

}  // namespace adit::formats
