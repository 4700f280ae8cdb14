// What every reader is: it recognises its files by content and turns their bytes into objects and
// diagnostics.
#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "geology/formats/drill_table.h"
#include "geology/model/deposit.h"
#include "geology/model/progress.h"

namespace adit::formats {

/// The bytes of one file. `bytes` stays valid as long as the Source; `path` is for messages, for side files,
/// and for libraries that open files themselves.
struct Source {
  std::string path;
  std::string_view bytes;
  bool mapped = false;  ///< the bytes are a mapping of the file, whose pages may be given back at any time
};

/// What the person has decided, by choice key (see Provenance::choices), e.g. {"survey.csv/dip-sign",
/// "positive-down"}.
using ImportChoices = std::map<std::string, std::string>;

using Object = std::variant<DrillTable, geology::BlockModel, geology::TriangleMesh, geology::Terrain,
                            geology::DrapeImage, geology::PointSet, geology::PlacedAsset, geology::MinePlan>;

/// Objects that could be read (none if the file is broken beyond use) and everything there is to say about
/// it.
struct ImportResult {
  std::vector<Object> objects;
  geology::Diagnostics diagnostics;
  std::string crs;  ///< "EPSG:n" or WKT when the file states one
  /// One an object where each has its own, empty where it states none: members of an archive. Empty: `crs` is
  /// that of all.
  std::vector<std::string> objectCrs;
  /// Of terrains whose file states a unit of heights and none of coordinates to bring them into: by object,
  /// how many metres it is long. Empty: none.
  std::map<std::size_t, double> heightUnits;
  std::vector<std::string>
      sideFiles;       ///< further files that were read with this one (.dtm with .str, .prj, .mtl)
  std::string format;  ///< the reader's name, set by readSource; empty: no reader knew the content

  const std::string& crsOf(std::size_t object) const { return objectCrs.empty() ? crs : objectCrs[object]; }
  /// In metres; 0 where the heights are in the unit of the coordinates already.
  double heightUnitOf(std::size_t object) const {
    const auto unit = heightUnits.find(object);
    return unit == heightUnits.end() ? 0 : unit->second;
  }
};

/// Thrown inside a reader when the whole file cannot be used; readSource turns it into a Diagnostic.
struct ReadError {
  geology::Diagnostic diagnostic;
};

struct Reader {
  std::string name;         ///< "DXF", "delimited table"
  std::string description;  ///< one line for the help and the docs
  /// How sure the reader is that the content is its own: 0 not mine, 1..99 perhaps, 100 certain (magic
  /// bytes).
  int (*recognise)(const Source&) = nullptr;
  /// May throw ReadError and geology::Cancelled, nothing else.
  ImportResult (*read)(const Source&, const ImportChoices&, geology::Progress&) = nullptr;
};

/// The one visible, ordered list. The surest reader gets the file; ties go to the earlier one.
const std::vector<Reader>& readers();
/// nullptr when no reader knows the content.
const Reader* recognise(const Source& source);
/// Reads with the recognised reader. Never throws but Cancelled: an unknown or broken file is a Diagnostic.
ImportResult readSource(const Source& source, const ImportChoices& choices, geology::Progress& progress);

/// The file's name without folder and ending: the object's default name.
std::string baseName(std::string_view path);

}  // namespace adit::formats
