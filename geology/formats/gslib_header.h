// The head of a GSLIB, GeoEAS or SGeMS file.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geology/formats/delimited.h"
#include "geology/model/lattice.h"

namespace adit::formats {

/// Line 1 is a title or, as SGeMS writes it, "nx ny nz"; line 2 starts with the number of columns and may go
/// on with a grid (nx ny nz, first centres, sizes, realisations), as the programs of GSLIB write it; then one
/// name a line; then the rows.
struct GslibHeader {
  std::string title;
  std::vector<std::string> names;
  std::vector<std::string> units;  ///< behind a tab after the name, as GeoEAS writes them
  std::optional<geology::Lattice> grid;
  bool sizesStated = false;  ///< the grid's origin and cell sizes are those of the file
  std::int64_t realisations = 1;
  std::size_t lines = 0;  ///< of the head; the first row is on the next
  Dialect dialect;        ///< of the rows; bodyOffset is their first byte
};

std::optional<GslibHeader> readGslibHeader(std::string_view text);

}  // namespace adit::formats
