#include "geology/project/read_sources.h"

#include <filesystem>
#include <system_error>

#include "geology/analysis/mesh_measure.h"
#include "geology/formats/synthetic_mark.h"
#include "geology/formats/unknown_content.h"
#include "geology/project/file_hash.h"
#include "geology/project/mapped_file.h"
#include "geology/project/parallel_work.h"

namespace adit::project {

namespace {

using geology::Diagnostic;
using geology::Severity;

/// Whatever a reader leaves open in the provenance of its objects.
void completeProvenance(formats::ImportResult& result, const SourceReport& report) {
  for (formats::Object& object : result.objects)
    std::visit(
        [&](auto& value) {
          if (value.source.path.empty()) value.source.path = report.path;
          if (value.source.format.empty()) value.source.format = report.format;
          if (value.source.bytes == 0) value.source.bytes = report.bytes;
        },
        object);
}

void describeMeshes(formats::ImportResult& result) {
  for (formats::Object& object : result.objects) {
    auto* mesh = std::get_if<geology::TriangleMesh>(&object);
    if (mesh == nullptr) continue;
    const analysis::MeshDescription description = analysis::describeMesh(*mesh);
    mesh->closed = description.closed;
    mesh->volume = description.volume;
    mesh->area = description.area;
  }
}

/// A folder holds all sorts of things: what nobody knows there is worth a warning, not an error. A format
/// that is known and closed stays an error: data was expected of it.
void softenForFolder(formats::ImportResult& result) {
  for (Diagnostic& diagnostic : result.diagnostics)
    if (diagnostic.code == "FMT-UNKNOWN" || diagnostic.code == "FMT-EMPTY")
      diagnostic.severity = Severity::Warning;
}

/// A source of a project has to be the file that the project was saved with.
void checkUnchanged(const ListedFile& file, std::string_view bytes, ReadFile& into) {
  if (file.sha256.empty()) return;
  if (into.report.sha256.empty()) into.report.sha256 = sha256(bytes);
  if (into.report.sha256 == file.sha256) return;
  into.result.diagnostics.push_back(
      {.severity = Severity::Warning,
       .code = "PRJ-CHANGED",
       .file = file.path,
       .message = "the file is not the one that was saved with: SHA-256 was " + shortHash(file.sha256) +
                  ", is " + shortHash(into.report.sha256),
       .remedy = "check what changed; saving the project or the picture again accepts it"});
}

/// All but the objects, which move on.
UnwrittenCache unwrittenOf(const std::string& path, const SourceIdentity& identity,
                           const ReadOptions& options, const formats::ImportResult& result) {
  UnwrittenCache unwritten{{path, identity, {}, {}, options.choices, {}}, {}};
  unwritten.import.result.format = result.format;
  unwritten.import.result.crs = result.crs;
  unwritten.import.result.diagnostics = result.diagnostics;
  for (const formats::Object& object : result.objects)
    unwritten.names.push_back(std::get<geology::BlockModel>(object).name);
  return unwritten;
}

/// From the cache where there is one that holds; else by the reader, and then a cache may be worth writing.
void readContent(const formats::Source& source, const std::optional<SourceIdentity>& identity,
                 const ReadOptions& options, ReadFile& into, geology::Progress& progress) {
  const bool cached = options.useCaches && identity && source.bytes.size() >= kFewestCachedBlocks;
  geology::Diagnostics notes;
  if (cached) {
    if (auto import = readBlockCache({source, *identity, options.choices}, notes, progress)) {
      into.result = std::move(import->result);
      into.report.sha256 = std::move(import->sha256);
      return;
    }
  }
  into.result = formats::readSource(source, options.choices, progress);
  if (cached && worthCaching(into.result))
    into.unwritten = unwrittenOf(source.path, *identity, options, into.result);
  into.result.diagnostics.insert(into.result.diagnostics.end(), notes.begin(), notes.end());
}

/// What the program knows besides the contents of deposits.
void askOther(const formats::Source& source, const ReadOptions& options, ReadFile& into) {
  if (options.otherContent == nullptr || formats::looksBinary(source.bytes)) return;
  std::optional<Diagnostic> other = options.otherContent(source);
  if (!other) return;
  into.report.role = SourceRole::Other;
  into.result.diagnostics = {std::move(*other)};
}

void readOne(const ListedFile& file, const ReadOptions& options, ReadFile& into,
             geology::Progress& progress) {
  const auto identity = identifySource(file.path);
  const MappedFile mapped(file.path);
  const formats::Source source{file.path, mapped.bytes(), true};
  into.report.bytes = source.bytes.size();
  into.report.identity = identity;
  if (formats::isProse(source)) {
    into.report.role = SourceRole::Prose;
    return;
  }
  readContent(source, identity, options, into, progress);
  into.report.format = into.result.format;
  into.report.role = into.result.format.empty() ? SourceRole::Unknown : SourceRole::Data;
  if (into.report.role == SourceRole::Unknown) askOther(source, options, into);
  completeProvenance(into.result, into.report);
  formats::markSynthetic(into.result, formats::syntheticMark(source.bytes));
  describeMeshes(into.result);
  if (!file.named) softenForFolder(into.result);
  checkUnchanged(file, source.bytes, into);
  if (into.unwritten) into.unwritten->import.sha256 = into.report.sha256;
}

std::uint64_t sizeOf(const std::string& path) {
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  return error ? 1 : size + 1;
}

}  // namespace

std::vector<ReadFile> readSources(const std::vector<ListedFile>& files, const ReadOptions& options,
                                  geology::Progress& progress) {
  std::vector<ReadFile> read(files.size());
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const ListedFile& file = files[i];
    read[i].report.path = file.path;
    pieces.push_back({"reading " + std::filesystem::path(file.path).filename().string(), sizeOf(file.path),
                      [&file, &options, &into = read[i]](geology::Progress& own) {
                        try {
                          readOne(file, options, into, own);
                        } catch (const std::system_error& error) {
                          into.result.diagnostics.push_back({.severity = Severity::Error,
                                                             .code = "PRJ-UNREADABLE",
                                                             .file = file.path,
                                                             .message = error.what(),
                                                             .remedy = "check who may read it"});
                        }
                      }});
  }
  runPieces(pieces, progress);
  return read;
}

}  // namespace adit::project
