#include "geology/project/block_cache_json.h"

#include "geology/formats/room.h"

namespace adit::project {

namespace {

using geology::Column;
using geology::Diagnostic;
using geology::Vec3;
using Json = CacheJson;

template <typename T>
std::string_view bytesOf(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

/// The index of the array, or null for an empty one.
template <typename T>
Json arrayJson(const std::vector<T>& values, const ArrayWriter& write) {
  return values.empty() ? Json(nullptr) : Json(write(bytesOf(values)));
}

template <typename T>
void readArray(const Json& json, const ArrayReader& read, std::vector<T>& values) {
  if (json.is_null()) return;
  read(json.get<std::size_t>(), [&values](std::size_t bytes) {
    if (bytes % sizeof(T) != 0) throw BadCache{"an array is cut off within a value"};
    formats::makeRoom(values, bytes / sizeof(T));
    return reinterpret_cast<char*>(values.data());
  });
}

/// As they are kept; their width is written beside them.
Json codesJson(const geology::CodeArray& codes, const ArrayWriter& write) {
  if (codes.empty()) return nullptr;
  return codes.visit([&](auto elements) {
    return Json(
        write({reinterpret_cast<const char*>(elements.data()), elements.size() * codes.bytesOfElement()}));
  });
}

geology::CodeArray::Elements elementsOfWidth(unsigned bytes) {
  if (bytes == 1) return geology::CodeArray::Bytes();
  if (bytes == 2) return geology::CodeArray::Shorts();
  if (bytes == 4) return geology::CodeArray::Words();
  throw BadCache{"codes are of a width that there is not"};
}

Json vectorJson(const Vec3& v) {
  return {v.x, v.y, v.z};
}
Vec3 vectorFrom(const Json& json) {
  return {json.at(0).get<double>(), json.at(1).get<double>(), json.at(2).get<double>()};
}

Json choicesJson(const std::vector<geology::ImportChoice>& choices) {
  Json list = Json::array();
  for (const geology::ImportChoice& choice : choices)
    list.push_back({choice.key, choice.value, choice.reason, choice.byPerson});
  return list;
}

std::vector<geology::ImportChoice> choicesFrom(const Json& json) {
  std::vector<geology::ImportChoice> choices;
  for (const Json& entry : json)
    choices.push_back({entry.at(0).get<std::string>(), entry.at(1).get<std::string>(),
                       entry.at(2).get<std::string>(), entry.at(3).get<bool>()});
  return choices;
}

Json provenanceJson(const geology::Provenance& source) {
  return {{"path", source.path},   {"format", source.format},
          {"bytes", source.bytes}, {"synthetic", source.synthetic},
          {"note", source.note},   {"choices", choicesJson(source.choices)}};
}

geology::Provenance provenanceFrom(const Json& json) {
  geology::Provenance source;
  source.path = json.at("path").get<std::string>();
  source.format = json.at("format").get<std::string>();
  source.bytes = json.at("bytes").get<std::uint64_t>();
  source.synthetic = json.at("synthetic").get<bool>();
  source.note = json.at("note").get<std::string>();
  source.choices = choicesFrom(json.at("choices"));
  return source;
}

Json diagnosticsJson(const geology::Diagnostics& diagnostics) {
  Json list = Json::array();
  for (const Diagnostic& d : diagnostics)
    list.push_back(
        {static_cast<int>(d.severity), d.code, d.file, d.line, d.column, d.message, d.remedy, d.count});
  return list;
}

geology::Diagnostics diagnosticsFrom(const Json& json) {
  geology::Diagnostics diagnostics;
  for (const Json& d : json) {
    const int severity = d.at(0).get<int>();
    if (severity < 0 || severity > static_cast<int>(geology::Severity::Error))
      throw BadCache{"a diagnostic is of no known severity"};
    diagnostics.push_back({.severity = static_cast<geology::Severity>(severity),
                           .code = d.at(1).get<std::string>(),
                           .file = d.at(2).get<std::string>(),
                           .line = d.at(3).get<std::size_t>(),
                           .column = d.at(4).get<std::size_t>(),
                           .message = d.at(5).get<std::string>(),
                           .remedy = d.at(6).get<std::string>(),
                           .count = d.at(7).get<std::size_t>()});
  }
  return diagnostics;
}

Json columnJson(const Column& column, const ArrayWriter& write) {
  return {{"name", column.name},
          {"unit", column.unit},
          {"category", !column.isNumeric()},
          {"names", column.names},
          {"values", arrayJson(column.values, write)},
          {"codes", codesJson(column.codes, write)},
          {"code_bytes", column.codes.bytesOfElement()},
          {"states", arrayJson(column.states, write)},
          {"limits", arrayJson(column.limits, write)}};
}

void columnFrom(const Json& json, const ArrayReader& read, Column& column,
                geology::CodeArray::Elements& codes) {
  column.name = json.at("name").get<std::string>();
  column.unit = json.at("unit").get<std::string>();
  column.kind =
      json.at("category").get<bool>() ? geology::ColumnKind::Category : geology::ColumnKind::Numeric;
  column.names = json.at("names").get<std::vector<std::string>>();
  readArray(json.at("values"), read, column.values);
  codes = elementsOfWidth(json.at("code_bytes").get<unsigned>());
  std::visit([&](auto& elements) { readArray(json.at("codes"), read, elements); }, codes);
  readArray(json.at("states"), read, column.states);
  readArray(json.at("limits"), read, column.limits);
}

Json latticeJson(const geology::Lattice& lattice) {
  return {{"origin", vectorJson(lattice.origin)},
          {"axes", {vectorJson(lattice.axis[0]), vectorJson(lattice.axis[1]), vectorJson(lattice.axis[2])}},
          {"size", lattice.size},
          {"count", lattice.count}};
}

geology::Lattice latticeFrom(const Json& json) {
  geology::Lattice lattice;
  lattice.origin = vectorFrom(json.at("origin"));
  for (std::size_t a = 0; a < 3; ++a) {
    lattice.axis[a] = vectorFrom(json.at("axes").at(a));
    lattice.size[a] = json.at("size").at(a).get<double>();
    lattice.count[a] = json.at("count").at(a).get<std::int64_t>();
  }
  return lattice;
}

Json identityJson(const SourceIdentity& identity) {
  return {identity.bytes, identity.modified, identity.changed, identity.inode};
}

SourceIdentity identityFrom(const Json& json) {
  return {json.at(0).get<std::uint64_t>(), json.at(1).get<std::int64_t>(), json.at(2).get<std::int64_t>(),
          json.at(3).get<std::uint64_t>()};
}

}  // namespace

CacheJson importJson(const CachedImport& import) {
  return {{"path", import.path},       {"identity", identityJson(import.source)},
          {"hash", import.hash},       {"sha256", import.sha256},
          {"choices", import.choices}, {"format", import.result.format},
          {"crs", import.result.crs},  {"diagnostics", diagnosticsJson(import.result.diagnostics)}};
}

CachedImport importFromJson(const CacheJson& json) {
  CachedImport import;
  import.path = json.at("path").get<std::string>();
  import.source = identityFrom(json.at("identity"));
  import.hash = json.at("hash").get<std::string>();
  import.sha256 = json.at("sha256").get<std::string>();
  import.choices = json.at("choices").get<formats::ImportChoices>();
  import.result.format = json.at("format").get<std::string>();
  import.result.crs = json.at("crs").get<std::string>();
  import.result.diagnostics = diagnosticsFrom(json.at("diagnostics"));
  return import;
}

CacheJson modelJson(const geology::BlockModel& model, const ArrayWriter& write) {
  Json json{{"name", model.name},
            {"source", provenanceJson(model.source)},
            {"lattice", latticeJson(model.lattice)},
            {"cells", arrayJson(model.cellOfBlock, write)},
            {"boxes", arrayJson(model.boxes, write)},
            {"lines", {{"rows", model.line.size()}, {"first", model.line.empty() ? 0 : model.line.front()}}},
            {"columns", Json::array()}};
  json["lines"]["each"] = arrayJson(model.line.each(), write);
  for (const Column& column : model.columns) json["columns"].push_back(columnJson(column, write));
  return json;
}

void modelFromJson(const CacheJson& json, const ArrayReader& read, UnfilledModel& unfilled) {
  geology::BlockModel& model = unfilled.model;
  model.name = json.at("name").get<std::string>();
  model.source = provenanceFrom(json.at("source"));
  model.lattice = latticeFrom(json.at("lattice"));
  readArray(json.at("cells"), read, model.cellOfBlock);
  readArray(json.at("boxes"), read, model.boxes);
  const Json& lines = json.at("lines");
  model.line = geology::LineNumbers::rising(lines.at("first").get<std::uint32_t>(),
                                            lines.at("rows").get<std::size_t>());
  readArray(lines.at("each"), read, unfilled.lines);
  const Json& columns = json.at("columns");
  model.columns.resize(columns.size());
  unfilled.codes.resize(columns.size());
  for (std::size_t c = 0; c < columns.size(); ++c)
    columnFrom(columns.at(c), read, model.columns[c], unfilled.codes[c]);
}

}  // namespace adit::project
