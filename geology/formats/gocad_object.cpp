// Source: the files of GOCAD and SKUA, and the description in docs/formats.md.
#include "geology/formats/gocad_object.h"

#include <array>
#include <cmath>

#include "geology/formats/delimited.h"
#include "geology/formats/text_lines.h"

namespace adit::formats {
namespace {

using geology::Severity;
using geology::Vec3;

const FindingKind kDepth{Severity::Note, "GOCAD-DEPTH",
                         "heights count downwards in the file (ZPOSITIVE Depth); they were turned",
                         "correct ZPOSITIVE in the file if the object hangs upside down"};
const FindingKind kUnit{Severity::Warning, "GOCAD-UNIT",
                        "the axes are not in metres; the numbers are used as they are",
                        "state the unit of the deposit, or export it in metres"};
const FindingKind kProperties{Severity::Warning, "GOCAD-PROPERTIES",
                              "the sizes of the properties cannot be understood; they are left out",
                              "export the object again with its properties"};
const FindingKind kSameId{Severity::Error, "GOCAD-SAME-ID",
                          "two vertices have the same number; the later one is used",
                          "export the object again"};
constexpr std::size_t kMostColumns = 1000;

std::vector<std::string> quotedWords(std::string_view rest) {
  std::vector<std::string> words;
  while (!trimBlanks(rest).empty()) words.push_back(validUtf8(trimBlanks(takeQuotedWord(rest))));
  return words;
}

}  // namespace

GocadKind gocadKindOf(std::string_view name) {
  if (name == "TSurf") return GocadKind::Surface;
  if (name == "PLine") return GocadKind::Lines;
  return name == "VSet" ? GocadKind::Points : GocadKind::Other;
}

GocadObject::GocadObject(GocadKind kind, const Source& source) : kind_(kind), builder_(source.path) {
  builder_.mesh().name = baseName(source.path);
  if (kind == GocadKind::Points) builder_.pointsAreMeant();
}

void GocadObject::take(std::string_view keyword, std::string_view rest, std::size_t line) {
  line_ = line;
  if (keyword == "VRTX" || keyword == "PVRTX")
    takeVertex(rest, keyword == "PVRTX");
  else if (keyword == "ATOM" || keyword == "PATOM")
    takeCopy(rest, keyword == "PATOM");
  else if (keyword == "TRGL")
    takeTriangle(rest);
  else if (keyword == "SEG")
    takeSegment(rest);
  else if (keyword == "TFACE")
    startFace();
  else if (keyword == "ILINE")
    finishLine();
  else if (keyword == "ZPOSITIVE")
    takeHeightAxis(trimBlanks(rest));
  else if (keyword == "AXIS_UNIT")
    takeAxes(rest);
  else if (keyword == "PROPERTIES")
    propertyNames_ = quotedWords(rest);
  else if (keyword == "ESIZES")
    propertySizes_ = quotedWords(rest);
  else if (keyword == "UNITS")
    propertyUnits_ = quotedWords(rest);
  else if (keyword == "NO_DATA_VALUES")
    noData_ = quotedWords(rest);
}

void GocadObject::takeHeightAxis(std::string_view direction) {
  depths_ = equalIgnoringCase(direction, "Depth");
  if (depths_) builder_.findings().add(kDepth, {line_});
}

void GocadObject::takeAxes(std::string_view rest) {
  for (const std::string& unit : quotedWords(rest))
    if (!unit.empty() && !equalIgnoringCase(unit, "m") && !equalIgnoringCase(unit, "unitless"))
      builder_.findings().add(kUnit, {line_}, unit);
}

void GocadObject::startFace() {
  ++faces_;
  builder_.startPart("face " + std::to_string(faces_));
}

/// One column a component, once the first vertex shows that the head is over.
void GocadObject::nameProperties() {
  namedProperties_ = true;
  auto& columns = builder_.mesh().vertexColumns;
  for (std::size_t p = 0; p < propertyNames_.size(); ++p) {
    const auto size = p < propertySizes_.size() ? parseNumber(propertySizes_[p]) : 1.0;
    if (!size || !(*size >= 1) || columns.size() + *size > static_cast<double>(kMostColumns)) {
      builder_.findings().add(kProperties, {line_});
      columns.clear();
      noDataOf_.clear();
      return;
    }
    const std::string unit =
        p < propertyUnits_.size() && propertyUnits_[p] != "unitless" ? propertyUnits_[p] : "";
    const auto components = static_cast<std::size_t>(*size);
    for (std::size_t c = 0; c < components; ++c) {
      const std::string name =
          components == 1 ? propertyNames_[p] : propertyNames_[p] + " " + std::to_string(c + 1);
      columns.push_back(geology::numericColumn(name, {}, unit));
      noDataOf_.push_back(p < noData_.size() ? parseNumber(noData_[p]) : std::nullopt);
    }
  }
}

void GocadObject::addPropertyValues(std::string_view properties) {
  auto& columns = builder_.mesh().vertexColumns;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const auto value = parseNumber(takeWord(properties));
    const bool has = value && value != noDataOf_[c];
    columns[c].values.push_back(has ? static_cast<float>(*value) : geology::kMissing);
  }
}

void GocadObject::addVertex(std::string_view id, const Vec3& place, std::string_view properties) {
  if (!namedProperties_) nameProperties();
  const std::uint32_t vertex = builder_.addVertex(place);
  if (!vertexOf_.insert_or_assign(id, vertex).second)
    builder_.findings().add(kSameId, {line_}, id.substr(0, 20));
  if (kind_ == GocadKind::Lines) lineVertices_.push_back(vertex);
  addPropertyValues(properties);
}

void GocadObject::takeVertex(std::string_view rest, bool hasProperties) {
  const std::string_view id = takeWord(rest);
  std::array<double, 3> place{};
  for (double& coordinate : place) {
    const std::string_view word = takeWord(rest);
    const auto number = parseNumber(word);
    if (!number)
      builder_.findings().add(kBadNumber, {line_}, word.empty() ? "(nothing)" : word.substr(0, 20));
    coordinate = number.value_or(std::nan(""));
  }
  addVertex(id, {place[0], place[1], depths_ ? -place[2] : place[2]},
            hasProperties ? rest : std::string_view());
}

/// A second vertex at the place of another one.
void GocadObject::takeCopy(std::string_view rest, bool hasProperties) {
  const std::string_view id = takeWord(rest);
  const std::int64_t original = vertexOf(takeWord(rest));
  const double nowhere = std::nan("");
  const Vec3 place = original < 0 ? Vec3{nowhere, nowhere, nowhere}
                                  : builder_.mesh().vertices[static_cast<std::size_t>(original)];
  addVertex(id, place, hasProperties ? rest : std::string_view());
}

std::int64_t GocadObject::vertexOf(std::string_view id) {
  const auto found = vertexOf_.find(id);
  return found == vertexOf_.end() ? -1 : static_cast<std::int64_t>(found->second);
}

void GocadObject::takeTriangle(std::string_view rest) {
  std::array<std::int64_t, 3> corners{};
  for (std::int64_t& corner : corners) corner = vertexOf(takeWord(rest));
  builder_.addPolygon(corners, line_);
}

void GocadObject::takeSegment(std::string_view rest) {
  const std::int64_t from = vertexOf(takeWord(rest));
  segments_.push_back({from, vertexOf(takeWord(rest))});
}

/// Segments that follow each other are one line; one that comes back to its beginning closes it.
void GocadObject::addSegments() {
  std::vector<std::int64_t> run;
  const auto close = [&] {
    if (run.empty()) return;
    const bool closed = run.size() > 3 && run.front() == run.back();
    if (closed) run.pop_back();
    builder_.addLine(run, closed, lineStart_);
    run.clear();
  };
  for (const Segment& segment : segments_) {
    if (run.empty() || run.back() != segment.from || segment.from < 0) {
      close();
      run.push_back(segment.from);
    }
    run.push_back(segment.to);
  }
  close();
}

/// Without segments the vertices of an ILINE are joined in their order.
void GocadObject::finishLine() {
  if (kind_ == GocadKind::Lines) {
    if (!segments_.empty())
      addSegments();
    else if (!lineVertices_.empty())
      builder_.addLine(lineVertices_, false, lineStart_);
  }
  segments_.clear();
  lineVertices_.clear();
  lineStart_ = line_;
}

void GocadObject::finish(ImportResult& result) {
  finishLine();
  if (faces_ == 1) builder_.mesh().parts.front().clear();  // the only part needs no name
  builder_.finish(result);
}

}  // namespace adit::formats
