// The records of Surpac string files, text and binary: the layer under .str and .dtm. For the Surpac reader
// only.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "geology/formats/findings.h"
#include "geology/formats/reader.h"
#include "geology/model/vec3.h"

namespace adit::formats {

struct SurpacRecord {
  std::int32_t string = 0;
  geology::Vec3 place;           ///< NaN where a coordinate is no number
  std::string_view description;  ///< D1, D2... separated by commas
  std::size_t line = 0;          ///< 1-based; 0 in a binary file

  /// String 0 at the origin separates strings; with END it ends the file.
  bool separates() const { return string == 0 && place == geology::Vec3{}; }
};

struct SurpacRecords {
  std::vector<SurpacRecord> records;  ///< without the END; triangles of a .dtm count them all, separators too
  std::size_t end = 0;                ///< byte after the END
  std::size_t line = 0;               ///< line of the END; 0 in a binary file
};

/// The cells of a line or of a description, up to the 100 that Surpac has.
std::vector<std::string_view> surpacCells(std::string_view line);

/// What stands before the records: the head line, and in a .str file the axis record.
struct SurpacBody {
  std::size_t offset = 0;
  std::size_t lines = 0;
  bool binary = false;
};
/// `headLines`: 2 in a .str, 1 in a .dtm.
SurpacBody surpacBody(std::string_view bytes, std::size_t headLines);

/// Reports what is no number and a missing END (SURPAC-NO-END).
SurpacRecords readSurpacRecords(std::string_view bytes, const SurpacBody& body, Findings& findings);

}  // namespace adit::formats
