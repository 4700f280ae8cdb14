#include "geology/project/project_file.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <tuple>

#include "geology/project/source_list.h"

namespace adit::project {

namespace {

using geology::Diagnostic;
using geology::ImportChoice;
using geology::Severity;
using Json = nlohmann::ordered_json;

constexpr std::size_t kMaxBytes = 64U << 20U;
constexpr int kMaxDepth = 64;
constexpr const char* kFormat = "adit-project";

Diagnostic badFile(const std::string& path, std::string message) {
  return {.severity = Severity::Error,
          .code = "PRJ-BAD-FILE",
          .file = path,
          .message = std::move(message),
          .remedy = "take a saved copy, or open the sources themselves and save the project again"};
}

/// A fault in the content of a project, on its way to PRJ-BAD-FILE.
struct BadContent {
  std::string message;
};

std::string textOf(const Json& object, const char* member) {
  const auto it = object.find(member);
  if (it == object.end()) return {};
  if (!it->is_string()) throw BadContent{"\"" + std::string(member) + "\" has to be a text"};
  return it->get<std::string>();
}

/// The member as a list of objects; an absent one is an empty list.
const Json& listOf(const Json& object, const char* member) {
  static const Json kNone = Json::array();
  const auto it = object.find(member);
  if (it == object.end()) return kNone;
  const bool objects = it->is_array() && std::all_of(it->begin(), it->end(),
                                                     [](const Json& entry) { return entry.is_object(); });
  if (!objects) throw BadContent{"\"" + std::string(member) + "\" has to be a list of objects"};
  if (it->size() > kMaxFiles) throw BadContent{"\"" + std::string(member) + "\" is longer than 20,000"};
  return *it;
}

ProjectSource sourceOf(const Json& entry) {
  ProjectSource source{textOf(entry, "path"), 0, textOf(entry, "sha256")};
  if (source.path.empty()) throw BadContent{"a source has no \"path\""};
  if (const auto bytes = entry.find("bytes"); bytes != entry.end()) {
    if (!bytes->is_number_unsigned()) throw BadContent{"\"bytes\" of " + source.path + " is no size"};
    source.bytes = bytes->get<std::uint64_t>();
  }
  return source;
}

ImportChoice choiceOf(const Json& entry) {
  ImportChoice choice{textOf(entry, "key"), textOf(entry, "value"), textOf(entry, "reason"), false};
  if (choice.key.empty()) throw BadContent{"a choice has no \"key\""};
  if (const auto by = entry.find("byPerson"); by != entry.end()) {
    if (!by->is_boolean()) throw BadContent{"\"byPerson\" of " + choice.key + " is neither true nor false"};
    choice.byPerson = by->get<bool>();
  }
  return choice;
}

ProjectFile projectOf(const Json& json) {
  ProjectFile project;
  project.name = textOf(json, "name");
  project.crs = textOf(json, "crs");
  project.unit = textOf(json, "unit");
  if (!project.unit.empty() && project.unit != "m" && project.unit != "ft")
    throw BadContent{"\"unit\" is neither \"m\" nor \"ft\""};
  for (const Json& entry : listOf(json, "sources")) project.sources.push_back(sourceOf(entry));
  for (const Json& entry : listOf(json, "choices")) project.choices.push_back(choiceOf(entry));
  if (const auto view = json.find("view"); view != json.end()) {
    if (!view->is_object()) throw BadContent{"\"view\" has to be an object"};
    project.viewJson = view->dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  return project;
}

/// Line and column (1-based) of a byte.
std::pair<std::size_t, std::size_t> placeOf(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
  const std::size_t lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t lineStart = before.rfind('\n');
  return {lines + 1, before.size() - (lineStart == std::string_view::npos ? 0 : lineStart + 1) + 1};
}

/// Throws BadContent where the nesting is deeper than any project's, before it is built in memory.
Json parseLimited(std::string_view bytes) {
  const auto limit = [](int depth, Json::parse_event_t, Json&) {
    if (depth > kMaxDepth) throw BadContent{"the content is nested more than 64 levels deep"};
    return true;
  };
  return Json::parse(bytes.begin(), bytes.end(), limit);
}

}  // namespace

bool isProject(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 200);
  const std::size_t brace = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  return brace != std::string_view::npos && head[brace] == '{' &&
         head.find(kFormat) != std::string_view::npos;
}

std::variant<ProjectFile, Diagnostic> parseProject(std::string_view bytes, const std::string& path) {
  if (bytes.size() > kMaxBytes) return badFile(path, "the file is larger than any project (64 MiB)");
  try {
    const Json json = parseLimited(bytes);
    if (!json.is_object() || textOf(json, "format") != kFormat)
      return badFile(path, "this is no project: \"format\" is not \"adit-project\"");
    const auto version = json.find("version");
    if (version == json.end() || !version->is_number_integer())
      return badFile(path, "the \"version\" is missing");
    if (version->get<std::int64_t>() != kProjectVersion)
      return Diagnostic{.severity = Severity::Error,
                        .code = "PRJ-VERSION",
                        .file = path,
                        .message = "the project has version " + version->dump() +
                                   "; this Adit knows version " + std::to_string(kProjectVersion),
                        .remedy = "open it with the Adit that saved it, or a later one"};
    return projectOf(json);
  } catch (const Json::parse_error& error) {
    Diagnostic bad = badFile(path, "the JSON is broken here");
    std::tie(bad.line, bad.column) = placeOf(bytes, error.byte > 0 ? error.byte - 1 : 0);
    return bad;
  } catch (const BadContent& fault) {
    return badFile(path, fault.message);
  } catch (const Json::exception& error) {
    return badFile(path, error.what());
  }
}

std::string formatProject(const ProjectFile& project) {
  Json json{{"format", kFormat}, {"version", kProjectVersion}, {"name", project.name}};
  if (!project.crs.empty()) json["crs"] = project.crs;
  if (!project.unit.empty()) json["unit"] = project.unit;
  json["sources"] = Json::array();
  for (const ProjectSource& source : project.sources) {
    Json entry{{"path", source.path}};
    if (source.bytes > 0) entry["bytes"] = source.bytes;
    if (!source.sha256.empty()) entry["sha256"] = source.sha256;
    json["sources"].push_back(std::move(entry));
  }
  json["choices"] = Json::array();
  for (const ImportChoice& choice : project.choices)
    json["choices"].push_back({{"key", choice.key},
                               {"value", choice.value},
                               {"reason", choice.reason},
                               {"byPerson", choice.byPerson}});
  if (!project.viewJson.empty()) {
    Json view = Json::parse(project.viewJson, nullptr, false);
    if (view.is_object()) json["view"] = std::move(view);
  }
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace adit::project
