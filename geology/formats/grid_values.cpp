#include "geology/formats/grid_values.h"

#include "geology/formats/lattice_text.h"

namespace adit::formats {
namespace {

using geology::Severity;

constexpr FindingKind kAssumedGrid{
    Severity::Warning, "BM-ASSUMED-GRID",
    "the file states how many cells there are, but neither their size nor "
    "where they lie",
    "state it with the choice lattice, e.g. 50x40x10@25,25,10+500000,6000000,0 "
    "(cells @ size + minimum corner)"};
constexpr FindingKind kRealisations{Severity::Warning, "BM-REALISATIONS",
                                    "the file holds several grids one after the other; the first is used",
                                    "split the file to see the others"};

}  // namespace

geology::Lattice decideGrid(const Source& source, std::size_t rows, const GridGuess& guess,
                            const Decision& decision, Findings& findings) {
  const std::string* answer = personsAnswer(decision.choices, source.path, "lattice");
  if (!guess.lattice && answer == nullptr)
    throw ReadError{{.severity = Severity::Error,
                     .code = "BM-NEEDS-LATTICE",
                     .file = source.path,
                     .message = "the file has " + std::to_string(rows) +
                                " rows of values and says nothing of the blocks they belong to",
                     .remedy = "state cells along X, Y, Z and their size with the choice lattice, e.g. "
                               "140x296x68@25,25,20; X runs fastest, then Y, then Z upwards"}};
  const std::string text = decision.take("lattice", guess.lattice ? formatLattice(*guess.lattice) : "",
                                         guess.sizesStated ? "stated in the file" : "size 1 is assumed");
  if (const auto lattice = parseLattice(text)) {
    if (guess.lattice && !guess.sizesStated && answer == nullptr)
      findings.add(kAssumedGrid, {1, 0}, formatLattice(*lattice));
    return *lattice;
  }
  throw ReadError{{.severity = Severity::Error,
                   .code = "BM-NEEDS-LATTICE",
                   .file = source.path,
                   .message = "the choice lattice cannot be \"" + text + "\"",
                   .remedy = "write cells @ size [+ minimum corner], e.g. 140x296x68@25,25,20+0,0,100"}};
}

std::size_t rowsOfOneGrid(const Source& source, std::size_t rows, const geology::Lattice& lattice,
                          Findings& findings) {
  const auto cells = static_cast<std::size_t>(lattice.cellCount());
  if (rows >= cells && rows % cells == 0) {
    if (rows > cells) findings.add(kRealisations, {}, std::to_string(rows / cells) + " grids");
    return cells;
  }
  throw ReadError{{.severity = Severity::Error,
                   .code = "BM-CELL-COUNT",
                   .file = source.path,
                   .message = "the lattice " + formatLattice(lattice) + " has " + std::to_string(cells) +
                              " cells and the file " + std::to_string(rows) +
                              " rows: it is not known which row belongs to which cell",
                   .remedy = "check whether the file is complete, or state another lattice"}};
}

}  // namespace adit::formats
