// One object of a GOCAD file in the making. For the GOCAD reader only.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geology/formats/mesh_builder.h"

namespace adit::formats {

enum class GocadKind : std::uint8_t { Other, Surface, Lines, Points };
GocadKind gocadKindOf(std::string_view name);

class GocadObject {
 public:
  GocadObject(GocadKind kind, const Source& source);

  /// A line of the object outside of its header. `rest` is what follows the keyword.
  void take(std::string_view keyword, std::string_view rest, std::size_t line);
  void setName(std::string_view name) { builder_.mesh().name = name; }
  MeshBuilder& builder() { return builder_; }
  void finish(ImportResult& result);

 private:
  void takeVertex(std::string_view rest, bool hasProperties);
  void takeCopy(std::string_view rest, bool hasProperties);
  void addVertex(std::string_view id, const geology::Vec3& place, std::string_view properties);
  std::int64_t vertexOf(std::string_view id);
  void takeTriangle(std::string_view rest);
  void takeSegment(std::string_view rest);
  void startFace();
  void finishLine();
  void addSegments();
  void takeAxes(std::string_view rest);
  void takeHeightAxis(std::string_view rest);
  void nameProperties();
  void addPropertyValues(std::string_view properties);

  struct Segment {
    std::int64_t from, to;
  };
  GocadKind kind_;
  MeshBuilder builder_;
  std::size_t line_ = 0;
  bool depths_ = false;
  std::size_t faces_ = 0;
  std::unordered_map<std::string_view, std::uint32_t>
      vertexOf_;  ///< by the id's text; the file outlives the object
  std::vector<std::int64_t> lineVertices_;
  std::vector<Segment> segments_;
  std::size_t lineStart_ = 0;
  std::vector<std::string> propertyNames_, propertySizes_, propertyUnits_, noData_;
  std::vector<std::optional<double>> noDataOf_;  ///< one a column
  bool namedProperties_ = false;
};

}  // namespace adit::formats
