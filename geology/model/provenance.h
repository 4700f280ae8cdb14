// Where a thing comes from, and which choices were made on the way in.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace adit::geology {

/// A decision that an import had to make. `value` can be overruled by the person (see ImportChoices in
/// geology/project); what was chosen is kept here, with the reason, and written to the project file.
struct ImportChoice {
  std::string key;        ///< stable, e.g. "survey.csv/dip-sign"
  std::string value;      ///< e.g. "negative-down"
  std::string reason;     ///< e.g. "5,731 of 5,822 dips are negative"
  bool byPerson = false;  ///< true when overruled, false when guessed

  friend bool operator==(const ImportChoice&, const ImportChoice&) = default;
};

struct Provenance {
  std::string path;    ///< as the person named it; for a synthetic thing "synthetic:porphyry?seed=7"
  std::string format;  ///< the reader's name, e.g. "delimited drillhole table", "DXF"
  std::uint64_t bytes = 0;
  std::string sha256;  ///< 64 hex digits of the file, or empty when it was not hashed yet
  bool synthetic = false;
  std::string note;  ///< e.g. "SYNTHETIC - porphyry generator 1, seed 7"
  std::vector<ImportChoice> choices;

  friend bool operator==(const Provenance&, const Provenance&) = default;
};

}  // namespace adit::geology
