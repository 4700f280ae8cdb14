// Values without coordinates, one row a cell of a grid that is stated elsewhere.
#pragma once
#include <optional>

#include "geology/formats/findings.h"
#include "geology/formats/import_choice.h"
#include "geology/formats/reader.h"

namespace adit::formats {

struct GridGuess {
  std::optional<geology::Lattice> lattice;  ///< what the file says; nothing: the person has to say it
  bool sizesStated = false;                 ///< else the cell size is a guess
};

/// The lattice of the file or the person: choice "<file>/lattice" = "140x296x68@25,25,20". Throws ReadError
/// BM-NEEDS-LATTICE with the way to state it when neither says it.
geology::Lattice decideGrid(const Source& source, std::size_t rows, const GridGuess& guess,
                            const Decision& decision, Findings& findings);

/// Throws ReadError BM-CELL-COUNT when the number of rows is not a whole number of grids; of several grids
/// (realisations) only the first is used, and a finding says so. Returns the rows to use.
std::size_t rowsOfOneGrid(const Source& source, std::size_t rows, const geology::Lattice& lattice,
                          Findings& findings);

}  // namespace adit::formats
