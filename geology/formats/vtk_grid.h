// Image data, rectilinear and unstructured grids as the file forms of VTK give them, on their way to a block
// model. Read here and not by VTK, whose readers end the program on some damaged files.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "geology/formats/findings.h"
#include "geology/formats/lattice_axes.h"
#include "geology/formats/reader.h"

namespace adit::formats {

enum class VtkGridKind : std::uint8_t { None, Image, Rectilinear, Unstructured };

struct VtkGrid {
  VtkGridKind kind = VtkGridKind::None;
  /// Image and rectilinear: first and last point along each axis.
  std::array<std::int64_t, 6> extent{};
  geology::Vec3 origin;
  geology::Vec3 spacing{1, 1, 1};
  Axes direction{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};  ///< where the image's axes point, as in the file
  std::array<std::vector<double>, 3> coordinates;     ///< of a rectilinear grid
  /// Unstructured: cell c has the corners offsets[c] .. offsets[c + 1].
  std::vector<geology::Vec3> points;
  std::vector<std::int64_t> offsets{0};
  std::vector<std::int64_t> corners;
  std::vector<std::uint8_t> types;
  /// Numeric, or category where the array holds texts; one a component.
  std::vector<geology::Column> pointColumns, cellColumns;
  std::map<std::string, std::vector<std::string>> fieldTexts;

  std::int64_t pointsAlong(std::size_t axis) const { return extent[2 * axis + 1] - extent[2 * axis] + 1; }
  std::int64_t cellsAlong(std::size_t axis) const { return std::max<std::int64_t>(pointsAlong(axis) - 1, 1); }
  std::size_t pointCount() const;
  std::size_t cellCount() const;
};

/// By the first lines, whether XML or legacy.
VtkGridKind vtkGridKind(std::string_view bytes);

/// Throws ReadError VTK-BROKEN with the reason when the file cannot be used, VTK-TOO-MANY-CELLS when it
/// claims more points or cells than its bytes can hold. Arrays that cannot be used are findings.
VtkGrid readVtkGrid(const Source& source, Findings& findings, geology::Progress& progress);

// The two forms; for readVtkGrid.
VtkGrid readVtkLegacyGrid(const Source& source);
VtkGrid readVtkXmlGrid(const Source& source, Findings& findings, geology::Progress& progress);

[[noreturn]] void refuseVtk(const Source& source, std::string code, std::string message);
/// zlib packs equal bytes 1032 times at best, so that more cells a byte cannot be in a file.
void requirePlausible(const Source& source, double pointsOrCells);

/// One column a component: "velocity 1", "velocity 2".
void addComponents(const std::string& name, const std::vector<double>& numbers, std::size_t components,
                   std::vector<geology::Column>& columns);

}  // namespace adit::formats
