#include "geology/project/save_demo.h"

#include <filesystem>
#include <fstream>
#include <functional>
#include <system_error>

#include "geology/formats/write_blocks.h"
#include "geology/formats/write_drillholes.h"
#include "geology/formats/write_mesh.h"
#include "geology/formats/write_raster.h"

namespace adit::project {
namespace {

namespace fs = std::filesystem;
using geology::Deposit;
using geology::Diagnostics;

geology::Diagnostic notWritten(const std::string& path, const std::string& why) {
  return {.severity = geology::Severity::Error,
          .code = "DEMO-NOT-WRITTEN",
          .file = path,
          .message = "the file cannot be written: " + why,
          .remedy = "check the folder, its rights and the room on the disk"};
}

/// One file of the folder.
struct File {
  std::string name;
  std::string what;  ///< for README.txt
  std::function<Diagnostics(const std::string& path)> write;
};

// A file that a writer puts into a stream.
File streamed(std::string name, std::string what, std::function<void(std::ostream&)> write) {
  return {std::move(name), std::move(what),
          [write = std::move(write)](const std::string& path) -> Diagnostics {
            std::ofstream out(path, std::ios::binary);
            write(out);
            out.close();
            if (!out) return {notWritten(path, "the disk refused it")};
            return {};
          }};
}

void addDrillHoles(const geology::DrillHoles& holes, std::vector<File>& files) {
  files.push_back(streamed("collar.csv", "where each drillhole begins, its length, year, type and programme",
                           [&](std::ostream& out) { formats::writeCollars(holes, out); }));
  files.push_back(streamed("survey.csv", "the direction of each hole, every 30 m",
                           [&](std::ostream& out) { formats::writeSurveys(holes, out); }));
  for (const geology::IntervalTable& table : holes.tables)
    files.push_back(streamed(table.name + ".csv", "intervals down the holes: " + table.name,
                             [&](std::ostream& out) { formats::writeIntervals(holes, table, out); }));
}

std::vector<File> filesOf(const Deposit& deposit) {
  std::vector<File> files;
  if (!deposit.drillholes.empty()) addDrillHoles(*deposit.drillholes.front(), files);
  if (!deposit.blockModels.empty())
    files.push_back(
        streamed("blocks.csv", "block model: centres, sizes and what was estimated",
                 [&](std::ostream& out) { formats::writeBlocksCsv(*deposit.blockModels.front(), out); }));
  if (!deposit.meshes.empty())
    files.push_back(streamed("pit.obj", "the designed open pit, its crests, toes and ramp",
                             [&](std::ostream& out) { formats::writeObj(*deposit.meshes.front(), out); }));
  if (!deposit.terrains.empty())
    files.push_back({"topography.tif", "heights of the ground", [&](const std::string& path) {
                       return formats::writeGeoTiff(*deposit.terrains.front(), path);
                     }});
  if (!deposit.images.empty())
    files.push_back({"ground.tif", "colours of the ground, to drape over it", [&](const std::string& path) {
                       return formats::writeGeoTiff(*deposit.images.front(), deposit.crs, path);
                     }});
  return files;
}

void writeReadme(const Deposit& deposit, const std::vector<File>& files, std::ostream& out) {
  out << deposit.syntheticNote << "\n\n"
      << "This deposit does not exist. A program made it, to look around in and to learn from. No person "
         "has\n"
         "classified it, and nothing in it is a Mineral Resource.\n\n"
      << "Coordinates: " << deposit.crs << ", " << geology::unitSymbol(deposit.unit) << "\n\n";
  for (const File& file : files) out << file.name << "\n    " << file.what << '\n';
  for (const auto& model : deposit.blockModels)
    for (const geology::ImportChoice& choice : model->source.choices)
      out << '\n' << choice.key << ": " << choice.value << "\n    " << choice.reason << '\n';
}

}  // namespace

Diagnostics saveDemo(const Deposit& deposit, const std::string& folder, geology::Progress& progress) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return {notWritten(folder, error.message())};
  std::vector<File> files = filesOf(deposit);
  const File readme =
      streamed("README.txt", "", [&](std::ostream& out) { writeReadme(deposit, files, out); });
  Diagnostics diagnostics = readme.write((fs::path(folder) / readme.name).string());
  for (std::size_t i = 0; i < files.size(); ++i) {
    progress.throwIfCancelled();
    progress.report(static_cast<double>(i) / static_cast<double>(files.size()), "writing " + files[i].name);
    for (geology::Diagnostic& d : files[i].write((fs::path(folder) / files[i].name).string()))
      diagnostics.push_back(std::move(d));
  }
  return diagnostics;
}

}  // namespace adit::project
