#include "geology/formats/ubc_reader.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "geology/formats/ubc_mesh.h"
#include "geology/formats/unknown_content.h"

namespace adit::formats {
namespace {

namespace fs = std::filesystem;
using geology::Severity;

constexpr std::uintmax_t kLargestMesh = std::uintmax_t{16} << 20;  ///< bytes; 300,000 widths need less

std::string ending(const fs::path& path) {
  std::string text = path.extension().string();
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return text;
}

std::vector<fs::path> filesBeside(const std::string& path) {
  std::vector<fs::path> files;
  std::error_code error;
  const fs::path folder = fs::path(path).parent_path();
  for (fs::directory_iterator it(folder.empty() ? "." : folder, error), end; !error && it != end;
       it.increment(error))
    if (it->is_regular_file(error)) files.push_back(it->path());
  std::sort(files.begin(), files.end());
  return files;
}

std::optional<TensorGrid> meshOfFile(const fs::path& path) {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error || size > kLargestMesh) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  try {
    return readUbcMesh(text, path.string());
  } catch (const ReadError&) {
    return std::nullopt;  // it will say so itself when it is opened
  }
}

/// Names of files that hold values on meshes, by the endings that are customary for them.
std::vector<std::string> modelsBeside(const std::string& path) {
  constexpr std::array<std::string_view, 5> kEndings{".mod", ".den", ".sus", ".con", ".chg"};
  std::vector<std::string> names;
  for (const fs::path& file : filesBeside(path))
    if (std::find(kEndings.begin(), kEndings.end(), ending(file)) != kEndings.end())
      names.push_back(file.filename().string());
  return names;
}

}  // namespace

int recogniseUbc(const Source& source) {
  if (source.bytes.size() > kLargestMesh || looksBinary(source.bytes)) return 0;
  try {
    return readUbcMesh(source.bytes, source.path) ? 85 : 0;
  } catch (const ReadError&) {
    // The head of a mesh, and then something else: another reader may know it better.
    return ending(source.path) == ".msh" ? 30 : 0;
  }
}

std::vector<FoundMesh> findUbcMeshes(const std::string& besidePath, std::size_t cells) {
  std::vector<FoundMesh> found;
  for (const fs::path& file : filesBeside(besidePath)) {
    if (ending(file) != ".msh") continue;
    auto grid = meshOfFile(file);
    if (grid && static_cast<std::size_t>(grid->cells(0) * grid->cells(1) * grid->cells(2)) == cells)
      found.push_back({file.string(), std::move(*grid)});
  }
  return found;
}

ImportResult readUbc(const Source& source, const ImportChoices&, geology::Progress& progress) {
  progress.throwIfCancelled();
  const auto grid = readUbcMesh(source.bytes, source.path);
  if (!grid)
    throw ReadError{{.severity = Severity::Error,
                     .code = "BM-BAD-MESH",
                     .file = source.path,
                     .line = 1,
                     .message = "the file does not begin with the counts and the corner of a 3D mesh",
                     .remedy = "export a UBC-GIF 3D tensor mesh"}};
  ImportResult result;
  const std::vector<std::string> models = modelsBeside(source.path);
  if (!models.empty()) {
    std::string names;
    for (const std::string& name : models) names += (names.empty() ? "" : ", ") + name;
    result.diagnostics.push_back({.severity = Severity::Note,
                                  .code = "BM-MESH-OF-MODELS",
                                  .file = source.path,
                                  .message = "a mesh has no values; it is read with its models: " + names,
                                  .remedy = "open the models, if they are not open yet"});
    return result;
  }
  result.diagnostics.push_back({.severity = Severity::Warning,
                                .code = "BM-NO-VALUES",
                                .file = source.path,
                                .message = "the mesh has no values, and no model file lies beside it",
                                .remedy = "put the model (.mod, .den, .sus) into the folder of the mesh"});
  TensorBlocks blocks = tensorBlocks(*grid);
  geology::BlockModel model;
  model.name = baseName(source.path);
  model.lattice = blocks.lattice;
  model.cellOfBlock = std::move(blocks.cellOfBlock);
  model.boxes = std::move(blocks.boxes);
  model.source.path = source.path;
  model.source.format = "UBC-GIF mesh";
  model.source.bytes = source.bytes.size();
  result.objects.emplace_back(std::move(model));
  return result;
}

}  // namespace adit::formats
