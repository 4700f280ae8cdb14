#include "viewer/app/conversion.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <vector>

#include "geology/formats/interval_lines.h"
#include "geology/formats/write_blocks.h"
#include "geology/formats/write_drillholes.h"
#include "geology/formats/write_mesh.h"
#include "geology/formats/write_raster.h"
#include "viewer/publish/gltf_export.h"
#include "viewer/publish/refusal.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {

namespace {

using geology::Deposit;
using geology::Diagnostics;

/// One thing that can be written, under the name by which a person asks for it.
struct Candidate {
  std::string name, shortName;
  std::function<Diagnostics(const std::string& path)> write;
  const char* claims = nullptr;  ///< what it is, where it tells an estimate: "block model"
};
using Candidates = std::vector<Candidate>;

constexpr const char* kNoRoom = "choose a folder that you may write to, on a disk with room";
constexpr const char* kOtherForm = "write another kind of file; adit convert --help lists what each holds";

geology::Diagnostic notWritten(const std::string& path, const std::string& why, const char* remedy) {
  return {.severity = geology::Severity::Error,
          .code = "PRJ-NOT-EXPORTED",
          .file = path,
          .message = "was not written: " + why,
          .remedy = remedy};
}

/// Text or bytes through a stream; `write` returns what speaks against it, or "". A file that was not written
/// whole is removed.
std::function<Diagnostics(const std::string&)> streamed(std::function<std::string(std::ostream&)> write) {
  return [write = std::move(write)](const std::string& path) -> Diagnostics {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    const std::string fault = out ? write(out) : "";
    out.close();
    if (out && fault.empty()) return {};
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
    if (!fault.empty()) return {notWritten(path, fault, kOtherForm)};
    return {notWritten(path, "the file cannot be opened or the disk is full", kNoRoom)};
  };
}

template <typename Write>
Candidates intervalTables(const Deposit& deposit, Write write) {
  Candidates candidates;
  for (const auto& holes : deposit.drillholes)
    for (const geology::IntervalTable& table : holes->tables)
      candidates.push_back({holes->name + "." + table.name, table.name,
                            streamed([&holes = *holes, &table, write](std::ostream& out) {
                              write(holes, table, out);
                              return std::string{};
                            })});
  return candidates;
}

template <typename T, typename Write>
Candidates objectsOf(const std::vector<std::shared_ptr<const T>>& list, Write write) {
  Candidates candidates;
  for (const auto& object : list)
    candidates.push_back({object->name, object->name, streamed([&object = *object, write](std::ostream& out) {
                            return write(object, out);
                          })});
  return candidates;
}

/// Rasters are written by path: GDAL opens its files itself.
template <typename Write>
Candidates terrainsOf(const Deposit& deposit, Write write) {
  Candidates candidates;
  for (const auto& terrain : deposit.terrains)
    candidates.push_back(
        {terrain->name, terrain->name, [&terrain = *terrain, &deposit, write](const std::string& path) {
           geology::Terrain placed = terrain;
           if (placed.crs.empty()) placed.crs = deposit.crs;
           return write(placed, path);
         }});
  return candidates;
}

Candidates sceneOf(const std::shared_ptr<const Deposit>& deposit, const ViewState& view) {
  return {{"scene", "scene",
           [deposit, view](const std::string& path) -> Diagnostics {
             const std::string fault = exportGltf(deposit, view, path);
             if (fault.empty()) return {};
             return {notWritten(path, fault, kNoRoom)};
           },
           "scene"}};
}

/// Block models tell an estimate: public mode looks at them as at a picture.
template <typename Write>
Candidates blockModelsOf(const Deposit& deposit, Write write) {
  Candidates models = objectsOf(deposit.blockModels, write);
  for (Candidate& model : models) model.claims = "block model";
  return models;
}

/// The writers that cannot refuse, as ones that could.
std::string writeSurfaceVtp(const geology::TriangleMesh& mesh, std::ostream& out) {
  formats::writeVtp(mesh, out);
  return {};
}
std::string writeSurfaceObj(const geology::TriangleMesh& mesh, std::ostream& out) {
  formats::writeObj(mesh, out);
  return {};
}
std::string writeSurfaceStl(const geology::TriangleMesh& mesh, std::ostream& out) {
  if (mesh.triangles.empty()) return "STL holds triangles, and there are none";
  formats::writeStl(mesh, out);
  return {};
}
std::string writeBlockCsv(const geology::BlockModel& model, std::ostream& out) {
  formats::writeBlocksCsv(model, out);
  return {};
}
std::string writeBlockVti(const geology::BlockModel& model, std::ostream& out) {
  return formats::writeBlocksVti(model, out) ? ""
                                             : "sub-blocks have no place in image data; write .vtu or .csv";
}
std::string writeBlockVtu(const geology::BlockModel& model, std::ostream& out) {
  formats::writeBlocksVtu(model, out);
  return {};
}

Candidates joined(Candidates a, Candidates b) {
  a.insert(a.end(), std::make_move_iterator(b.begin()), std::make_move_iterator(b.end()));
  return a;
}

void writeIntervalLines(const geology::DrillHoles& holes, const geology::IntervalTable& table,
                        std::ostream& out) {
  formats::writeVtp(formats::intervalLines(holes, table), out);
}

/// An ending, what it is for, and everything of a deposit that it can hold.
struct Format {
  std::string_view ending, what;
  Candidates (*candidates)(const std::shared_ptr<const Deposit>&, const ViewState&);
};

const std::vector<Format>& formatTable() {
  using DepositPtr = std::shared_ptr<const Deposit>;
  static const std::vector<Format> kFormats{
      {".csv", "desurveyed intervals, block models",
       [](const DepositPtr& d, const ViewState&) {
         return joined(intervalTables(*d, formats::writeDesurveyedIntervals),
                       blockModelsOf(*d, writeBlockCsv));
       }},
      {".vtp", "desurveyed intervals as lines, surfaces",
       [](const DepositPtr& d, const ViewState&) {
         return joined(intervalTables(*d, writeIntervalLines), objectsOf(d->meshes, writeSurfaceVtp));
       }},
      {".vti", "block models (cells that are absent are marked)",
       [](const DepositPtr& d, const ViewState&) { return blockModelsOf(*d, writeBlockVti); }},
      {".vtu", "block models (only the blocks that there are)",
       [](const DepositPtr& d, const ViewState&) { return blockModelsOf(*d, writeBlockVtu); }},
      {".obj", "surfaces",
       [](const DepositPtr& d, const ViewState&) { return objectsOf(d->meshes, writeSurfaceObj); }},
      {".stl", "surfaces",
       [](const DepositPtr& d, const ViewState&) { return objectsOf(d->meshes, writeSurfaceStl); }},
      {".tif", "terrain",
       [](const DepositPtr& d, const ViewState&) {
         return terrainsOf(*d, [](const geology::Terrain& terrain, const std::string& path) {
           return formats::writeGeoTiff(terrain, path);
         });
       }},
      {".asc", "terrain",
       [](const DepositPtr& d, const ViewState&) { return terrainsOf(*d, formats::writeEsriAscii); }},
      {".gltf", "the scene of the view", sceneOf},
  };
  return kFormats;
}

const Format* formatFor(std::string_view ending) {
  const auto& table = formatTable();
  const auto it =
      std::find_if(table.begin(), table.end(), [&](const Format& format) { return format.ending == ending; });
  return it == table.end() ? nullptr : &*it;
}

std::string namesOf(const Candidates& candidates) {
  std::string names;
  for (const Candidate& candidate : candidates) names += (names.empty() ? "" : ", ") + candidate.name;
  return names;
}

/// The candidate asked for; nullptr, with the reason in `usageError`, when nothing or more than one suits.
const Candidate* choose(const Candidates& candidates, const ConversionRequest& request,
                        std::string& usageError) {
  if (candidates.empty()) {
    usageError = "there is nothing that " + request.path + " could hold; " + conversionHelp();
    return nullptr;
  }
  std::vector<const Candidate*> suited;
  for (const Candidate& candidate : candidates)
    if (request.object.empty() || request.object == candidate.name || request.object == candidate.shortName)
      suited.push_back(&candidate);
  if (suited.size() == 1) return suited.front();
  usageError = suited.empty() ? "there is no \"" + request.object + "\" for this kind of file; there are: "
                              : "several things suit; choose one with --object: ";
  usageError += namesOf(candidates);
  return nullptr;
}

}  // namespace

bool canConvertTo(std::string_view ending) {
  return formatFor(ending) != nullptr;
}

std::string conversionHelp() {
  std::string help = "what each ending holds:";
  for (const Format& format : formatTable())
    help += "\n  " + std::string(format.ending) + "  " + std::string(format.what);
  return help;
}

ConversionResult convert(const ConversionRequest& request) {
  const std::string ending = std::filesystem::path(request.path).extension().string();
  const ViewState view = request.view ? *request.view : initialState(*request.deposit);
  const Candidates candidates = formatFor(ending)->candidates(request.deposit, view);
  ConversionResult result;
  const Candidate* chosen = choose(candidates, request, result.usageError);
  if (chosen == nullptr) return result;
  if (chosen->claims != nullptr) result.refused = refusal(*request.deposit, view, chosen->claims);
  if (!result.refused.empty()) return result;
  result.converted = chosen->name;
  result.diagnostics = chosen->write(request.path);
  return result;
}

}  // namespace adit::viewer
