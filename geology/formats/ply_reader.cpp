// Source: G. Turk, "The PLY Polygon File Format", Stanford 1994.
#include "geology/formats/ply_reader.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "geology/formats/bytes.h"
#include "geology/formats/delimited.h"
#include "geology/formats/mesh_builder.h"
#include "geology/formats/ply_header.h"
#include "geology/formats/text_lines.h"

namespace adit::formats {
namespace {

using geology::Severity;

const FindingKind kNotDrawn{Severity::Warning, "PLY-NOT-DRAWN",
                            "the file has elements that Adit does not draw", "export them as faces"};
const FindingKind kNoPlaces{Severity::Error, "PLY-NO-COORDINATES", "the vertices have no x, y and z",
                            "export it again with coordinates"};
const FindingKind kBadList{Severity::Error, "PLY-BAD-LIST",
                           "a list has an impossible length; nothing after it could be read",
                           "copy or export the file again"};

/// Reading goes no further: the file ended, or a list has no sensible length.
struct Stop {};

/// The values of the body one after another, whatever their form.
class PlyValues {
 public:
  PlyValues(const Source& source, const PlyHeader& header, Findings& findings)
      : body_(source.bytes.substr(header.bodyOffset)),
        form_(header.form),
        lines_(body_),
        headerLines_(header.lines),
        findings_(findings) {}

  /// NaN for a text that is no number.
  double next(PlyType type) { return form_ == PlyForm::Ascii ? nextWord() : nextBytes(type); }
  void nextList(const PlyProperty& property, std::vector<double>& items) {
    items.clear();
    const double length = next(*property.countType);
    if (!(length >= 0) || length != std::floor(length)) {
      findings_.add(kBadList, {line()});
      throw Stop{};
    }
    for (double i = 0; i < length; ++i) items.push_back(next(property.type));
  }
  std::size_t line() const { return form_ == PlyForm::Ascii ? headerLines_ + lines_.line() : 0; }
  std::size_t offset() const { return form_ == PlyForm::Ascii ? lines_.offset() : offset_; }

 private:
  [[noreturn]] void stopAtEnd() {
    findings_.add(kTruncated, {line()});
    throw Stop{};
  }

  double nextWord() {
    std::string_view word = takeWord(rest_);
    while (word.empty()) {
      if (!lines_.next(rest_)) stopAtEnd();
      word = takeWord(rest_);
    }
    const auto number = parseNumber(word);
    if (!number) findings_.add(kBadNumber, {line()}, word.substr(0, 20));
    return number.value_or(std::nan(""));
  }

  template <typename T>
  double take() {
    if (!hasBytes(body_, offset_, sizeof(T))) stopAtEnd();
    const auto order = form_ == PlyForm::BigEndian ? std::endian::big : std::endian::little;
    const T value = numberAt<T>(body_, offset_, order);
    offset_ += sizeof(T);
    return static_cast<double>(value);
  }

  double nextBytes(PlyType type) {
    switch (type) {
      case PlyType::Int8:
        return take<std::int8_t>();
      case PlyType::Uint8:
        return take<std::uint8_t>();
      case PlyType::Int16:
        return take<std::int16_t>();
      case PlyType::Uint16:
        return take<std::uint16_t>();
      case PlyType::Int32:
        return take<std::int32_t>();
      case PlyType::Uint32:
        return take<std::uint32_t>();
      case PlyType::Float32:
        return take<float>();
      case PlyType::Float64:
        break;
    }
    return take<double>();
  }

  std::string_view body_;
  PlyForm form_;
  LineScanner lines_;
  std::string_view rest_;  // of the current line
  std::size_t headerLines_;
  std::size_t offset_ = 0;
  Findings& findings_;
};

/// One row of an element: scalars in `scalars` by property, the wanted list in `list`.
struct Row {
  std::vector<double> scalars;
  std::vector<double> list;
};

void readRow(PlyValues& values, const PlyElement& element, int wantedList, Row& row) {
  std::vector<double> unwanted;
  row.scalars.resize(element.properties.size());
  for (std::size_t p = 0; p < element.properties.size(); ++p) {
    const PlyProperty& property = element.properties[p];
    if (!property.countType)
      row.scalars[p] = values.next(property.type);
    else
      values.nextList(property, static_cast<int>(p) == wantedList ? row.list : unwanted);
  }
}

/// The scalar properties that become columns, and those columns.
struct PlyColumns {
  std::vector<std::size_t> properties;
  std::vector<geology::Column>& columns;

  PlyColumns(const PlyElement& element, std::vector<geology::Column>& into) : columns(into) {
    constexpr std::array<std::string_view, 6> kNotColumns{"x", "y", "z", "nx", "ny", "nz"};
    for (std::size_t p = 0; p < element.properties.size(); ++p) {
      const PlyProperty& property = element.properties[p];
      const bool isPlace =
          std::find(kNotColumns.begin(), kNotColumns.end(), property.name) != kNotColumns.end();
      if (property.countType || isPlace) continue;
      properties.push_back(p);
      columns.push_back(geology::numericColumn(property.name, {}));
    }
  }
  void add(const Row& row, std::size_t times) {
    for (std::size_t c = 0; c < properties.size(); ++c)
      columns[c].values.insert(columns[c].values.end(), times,
                               static_cast<float>(row.scalars[properties[c]]));
  }
};

std::int64_t cornerOf(double value) {
  return value >= 0 && value < 4294967295.0 ? static_cast<std::int64_t>(value) : -1;
}

class PlyReading {
 public:
  PlyReading(const Source& source, geology::Progress& progress)
      : header_(readPlyHeader(source)),
        builder_(source.path),
        values_(source, header_, builder_.findings()),
        pace_(progress, source) {
    builder_.mesh().name = baseName(source.path);
  }

  ImportResult read() {
    try {
      for (const PlyElement& element : header_.elements) take(element);
    } catch (const Stop&) {  // reported where it happened; what was read before is kept
    }
    ImportResult result;
    builder_.finish(result);
    return result;
  }

 private:
  void take(const PlyElement& element) {
    if (element.properties.empty()) return;
    if (element.name == "vertex")
      takeVertices(element);
    else if (element.name == "face" && faceList(element) >= 0)
      takeFaces(element);
    else if (element.name == "edge" && element.find("vertex1") >= 0 && element.find("vertex2") >= 0)
      takeEdges(element);
    else
      skip(element);
  }

  template <typename Use>
  void forEachRow(const PlyElement& element, int wantedList, Use&& use) {
    Row row;
    for (std::uint64_t i = 0; i < element.count; ++i) {
      readRow(values_, element, wantedList, row);
      use(row);
      pace_.at(values_.offset());
    }
  }

  void takeVertices(const PlyElement& element) {
    const std::array<int, 3> xyz{element.find("x"), element.find("y"), element.find("z")};
    if (std::any_of(xyz.begin(), xyz.end(), [](int p) { return p < 0; })) {
      builder_.findings().add(kNoPlaces, {});
      return skip(element);
    }
    if (header_.form != PlyForm::Ascii &&
        element.properties[static_cast<std::size_t>(xyz[0])].type == PlyType::Float32)
      builder_.coordinatesWereFloat();
    PlyColumns columns(element, builder_.mesh().vertexColumns);
    forEachRow(element, -1, [&](const Row& row) {
      const auto at = [&](std::size_t axis) { return row.scalars[static_cast<std::size_t>(xyz[axis])]; };
      builder_.addVertex({at(0), at(1), at(2)});
      columns.add(row, 1);
    });
  }

  static int faceList(const PlyElement& element) {
    const int indices = element.find("vertex_indices");
    const int list = indices >= 0 ? indices : element.find("vertex_index");
    return list >= 0 && element.properties[static_cast<std::size_t>(list)].countType ? list : -1;
  }

  void takeFaces(const PlyElement& element) {
    PlyColumns columns(element, builder_.mesh().triangleColumns);
    std::vector<std::int64_t> corners;
    forEachRow(element, faceList(element), [&](const Row& row) {
      corners.clear();
      for (const double item : row.list) corners.push_back(cornerOf(item));
      columns.add(row, builder_.addPolygon(corners, values_.line()));
    });
  }

  void takeEdges(const PlyElement& element) {
    const auto first = static_cast<std::size_t>(element.find("vertex1"));
    const auto second = static_cast<std::size_t>(element.find("vertex2"));
    forEachRow(element, -1, [&](const Row& row) {
      const std::array<std::int64_t, 2> ends{cornerOf(row.scalars[first]), cornerOf(row.scalars[second])};
      builder_.addLine(ends, false, values_.line());
    });
  }

  void skip(const PlyElement& element) {
    forEachRow(element, -1, [](const Row&) {});
    if (element.count > 0)
      builder_.findings().add(kNotDrawn, {}, element.name, static_cast<std::size_t>(element.count));
  }

  PlyHeader header_;
  MeshBuilder builder_;
  PlyValues values_;
  ReadingPace pace_;
};

}  // namespace

int recognisePly(const Source& source) {
  const bool magic = source.bytes.starts_with("ply\n") || source.bytes.starts_with("ply\r");
  return magic && source.bytes.substr(0, 4096).find("format ") != std::string_view::npos ? 100 : 0;
}

ImportResult readPly(const Source& source, const ImportChoices& /*choices*/, geology::Progress& progress) {
  return PlyReading(source, progress).read();
}

}  // namespace adit::formats
