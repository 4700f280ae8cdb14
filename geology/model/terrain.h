// A terrain: heights on a plane grid, nodata as holes, and an image to drape.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "geology/model/provenance.h"
#include "geology/model/vec3.h"

namespace adit::geology {

/// An RGB picture with its place on the ground. Pixel (column c, row r; row 0 on top) covers
/// origin + c*stepColumn + r*stepRow to one step further; the origin is the OUTER corner of pixel (0,0).
struct DrapeImage {
  std::string name;
  std::int32_t columns = 0, rows = 0;
  std::vector<std::uint8_t> rgb;  ///< 3 bytes a pixel, row by row from the top
  std::array<double, 2> origin{0, 0}, stepColumn{1, 0}, stepRow{0, -1};
  bool georeferenced = false;  ///< false: stretched over the terrain's extent
  Provenance source;
};

/// Node (c, r) lies at origin + c*stepColumn + r*stepRow in plan; heights[c + columns*r], NaN = nodata, a
/// hole.
struct Terrain {
  std::string name;
  std::int32_t columns = 0, rows = 0;
  std::array<double, 2> origin{0, 0}, stepColumn{1, 0}, stepRow{0, 1};  ///< X, Y of node (0,0) and of a step
  std::vector<float> heights;
  std::string crs;  ///< "EPSG:32612", WKT, or empty
  Provenance source;

  Vec3 node(std::int32_t c, std::int32_t r) const {
    return {origin[0] + c * stepColumn[0] + r * stepRow[0], origin[1] + c * stepColumn[1] + r * stepRow[1],
            static_cast<double>(heights[static_cast<std::size_t>(c) +
                                        static_cast<std::size_t>(columns) * static_cast<std::size_t>(r)])};
  }
  /// A place in plan in steps of the grid: (1.5, 0) is half way from node (1, 0) to node (2, 0). Steps that
  /// are parallel give no numbers.
  std::array<double, 2> nodeCoordinates(double x, double y) const;
  /// Bilinear height at a plan position; NaN outside, and where one of the four nodes is nodata.
  double heightAt(double x, double y) const;
  Box3 bounds() const;
};

}  // namespace adit::geology
