// Surpac records on their way to lines, single points, and the corners of triangles. For the Surpac reader
// only.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "geology/formats/mesh_builder.h"
#include "geology/formats/surpac_records.h"
#include "geology/model/point_set.h"

namespace adit::formats {

class SurpacStrings {
 public:
  SurpacStrings(const SurpacRecords& records, MeshBuilder& builder)
      : records_(records.records), builder_(builder) {}

  /// Gives the lines to the builder. `keepPoints`: strings of one point become vertices of the mesh too,
  /// since triangles may need them.
  void assemble(bool keepPoints);

  /// The strings of one point that did not become vertices, with their string numbers.
  std::optional<geology::PointSet> points() const;

  /// -1 for separators.
  const std::vector<std::int64_t>& vertexOfRecord() const { return vertexOfRecord_; }

 private:
  void addString(std::size_t begin, std::size_t end, bool keepPoints);

  const std::vector<SurpacRecord>& records_;
  MeshBuilder& builder_;
  std::vector<std::int64_t> vertexOfRecord_;
  std::vector<std::string_view> descriptions_;  ///< one a vertex
  std::vector<std::size_t> single_;
};

}  // namespace adit::formats
