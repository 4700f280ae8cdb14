#include "geology/formats/drill_table_reader.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "geology/formats/drill_table_fill.h"
#include "geology/formats/drill_table_header.h"
#include "geology/formats/findings.h"
#include "geology/formats/import_choice.h"

namespace adit::formats {
namespace {

using geology::Severity;

constexpr std::size_t kRecogniseBytes = std::size_t{64} << 10;

constexpr FindingKind kNoRows{Severity::Warning, "DH-NO-ROWS", "the table has a header and no rows",
                              "check that the export was complete"};
constexpr FindingKind kGeographic{Severity::Warning, "DH-GEOGRAPHIC",
                                  "collars are in degrees of longitude and latitude",
                                  "choose a projected coordinate system to bring them into metres"};
constexpr FindingKind kTwoPositions{Severity::Warning, "DH-TWO-POSITIONS",
                                    "X, Y and longitude, latitude are chosen at once; X and Y are used",
                                    "choose one of the two, or none for the other's columns"};
constexpr FindingKind kUnitConflict{Severity::Warning, "DH-UNIT-CONFLICT",
                                    "the headers of one table state both metres and feet",
                                    "choose the unit of the table, m or ft"};

// The beginning, cut behind a line end so that the last row is whole.
std::string_view beginningOf(std::string_view bytes) {
  if (bytes.size() <= kRecogniseBytes) return bytes;
  const std::string_view beginning = bytes.substr(0, kRecogniseBytes);
  const std::size_t lineEnd = beginning.find_last_of("\r\n");
  return lineEnd == std::string_view::npos ? beginning : beginning.substr(0, lineEnd + 1);
}

std::optional<DrillRole> roleFromWord(std::string_view word) {
  if (word == "collar") return DrillRole::Collar;
  if (word == "survey") return DrillRole::Survey;
  if (word == "interval") return DrillRole::Interval;
  return std::nullopt;
}

std::string_view wordFor(DrillRole role) {
  return role == DrillRole::Collar ? "collar" : role == DrillRole::Survey ? "survey" : "interval";
}

[[noreturn]] void refuse(const Source& source, std::string code, std::string message, std::string remedy) {
  throw ReadError{{.severity = Severity::Error,
                   .code = std::move(code),
                   .file = source.path,
                   .line = 1,
                   .message = std::move(message),
                   .remedy = std::move(remedy)}};
}

DrillHeader headerOf(const Source& source, const Dialect& dialect, const Decision& decision) {
  const std::string* answer = personsAnswer(decision.choices, source.path, "role");
  auto header = findDrillHeader(source.bytes, dialect, answer ? roleFromWord(*answer) : std::nullopt);
  if (!header)
    refuse(source, "DH-NO-HEADER", "the first line is not the header of a collar, survey or interval table",
           "name the columns in the first line, e.g. hole_id, from, to");
  decision.take("role", std::string(wordFor(header->role)), "the columns of the header",
                {"collar", "survey", "interval"});
  return *header;
}

// Only an answer that is a header counts: any other is said and left.
bool choosesColumn(const DrillHeader& header, const Decision& decision, DrillField field) {
  const std::string question = "column-" + std::string(drillFieldName(field));
  const std::string* answer = personsAnswer(decision.choices, choiceKey(decision.source.path, question));
  return answer != nullptr &&
         std::find(header.names.begin(), header.names.end(), *answer) != header.names.end();
}

void dropColumns(DrillHeader& header, std::initializer_list<DrillField> fields) {
  for (const DrillField field : fields) header.columns[static_cast<std::size_t>(field)].reset();
}

// A collar has one position: what a person chooses of one kind takes the place of what was guessed of the
// other.
void preferChosenPosition(DrillHeader& header, const Decision& decision) {
  using enum DrillField;
  const bool plane = choosesColumn(header, decision, X) || choosesColumn(header, decision, Y);
  const bool degrees =
      choosesColumn(header, decision, Longitude) || choosesColumn(header, decision, Latitude);
  if (degrees && !plane) dropColumns(header, {X, Y});
  if (plane && !degrees) dropColumns(header, {Longitude, Latitude});
}

// Both kinds chosen at once: X and Y, which need no assumption of a system.
void keepOnePosition(DrillHeader& header, Findings& findings) {
  using enum DrillField;
  const bool plane = header.column(X) || header.column(Y);
  const bool degrees = header.column(Longitude) || header.column(Latitude);
  if (!plane || !degrees) return;
  findings.add(kTwoPositions, {1, 0});
  dropColumns(header, {Longitude, Latitude});
}

// Each column's meaning is a guess from its header that the person may overrule.
void decideColumns(DrillHeader& header, const Decision& decision) {
  std::vector<std::string_view> allowed(header.names.begin(), header.names.end());
  allowed.emplace_back("none");
  for (const DrillField field : fieldsOf(header.role)) {
    auto& column = header.columns[static_cast<std::size_t>(field)];
    const std::string question = "column-" + std::string(drillFieldName(field));
    const bool asked = personsAnswer(decision.choices, decision.source.path, question) != nullptr;
    if (!column && !asked) continue;
    const std::string answer =
        decision.take(question, column ? header.names[*column] : "none", "the name of the column", allowed);
    const auto named = std::find(header.names.begin(), header.names.end(), answer);
    if (named == header.names.end())
      column.reset();
    else if (!column || header.names[*column] != answer)
      column = static_cast<std::size_t>(named - header.names.begin());
  }
}

void requireColumns(const Source& source, const DrillHeader& header) {
  using enum DrillField;
  std::vector<DrillField> required{HoleId};
  if (header.role == DrillRole::Survey) required.insert(required.end(), {Depth, Azimuth, Dip});
  if (header.role == DrillRole::Interval) required.insert(required.end(), {From, To});
  const bool degrees = header.column(Longitude) || header.column(Latitude);
  if (header.role == DrillRole::Collar && degrees) required.insert(required.end(), {Longitude, Latitude});
  if (header.role == DrillRole::Collar && !degrees) required.insert(required.end(), {X, Y});
  for (const DrillField field : required) {
    if (header.column(field)) continue;
    const std::string name(drillFieldName(field));
    refuse(source, "DH-MISSING-COLUMN",
           "no column of the " + std::string(wordFor(header.role)) + " table holds " + name,
           "choose column-" + name + ", or another role for the table");
  }
}

// "m" or "ft" when the header of a position or depth says so.
std::string decideUnit(const DrillHeader& header, const Decision& decision, Findings& findings) {
  std::string guess;
  std::string reason;
  for (const DrillField field : fieldsOf(header.role)) {
    if (!header.column(field)) continue;
    const std::string& name = header.names[*header.column(field)];
    const std::string unit = unitFromHeader(name);
    if (unit != "m" && unit != "ft") continue;
    if (!guess.empty() && unit != guess) findings.add(kUnitConflict, {1, *header.column(field) + 1}, name);
    guess = unit;
    reason = "the header " + name;
  }
  const bool asked = personsAnswer(decision.choices, decision.source.path, "unit") != nullptr;
  if (guess.empty() && !asked) return {};
  return decision.take("unit", guess, reason, {"m", "ft"});
}

}  // namespace

int recogniseDrillTable(const Source& source) {
  const std::string_view beginning = beginningOf(source.bytes);
  if (beginning.find('\0') != std::string_view::npos) return 0;
  const auto header = findDrillHeader(beginning, detectDialect(beginning));
  return header ? header->score : 0;
}

ImportResult readDrillTable(const Source& source, const ImportChoices& choices, geology::Progress& progress) {
  ImportResult result;
  DrillTable table;
  table.name = baseName(source.path);
  table.source.path = source.path;
  table.source.format = "delimited drillhole table";
  table.source.bytes = source.bytes.size();
  const Decision decision{choices, table.source, result.diagnostics};
  const Dialect dialect = detectDialect(source.bytes);
  DrillHeader header = headerOf(source, dialect, decision);
  Findings findings(source.path);
  preferChosenPosition(header, decision);
  decideColumns(header, decision);
  keepOnePosition(header, findings);
  requireColumns(source, header);

  table.role = header.role;
  table.geographic = header.role == DrillRole::Collar && !header.column(DrillField::X);
  table.unit = decideUnit(header, decision, findings);
  fillDrillTable(table, {source.bytes, dialect, header, decision, findings, progress});
  if (table.holeId.empty()) findings.add(kNoRows, {1, 0});
  if (table.geographic) findings.add(kGeographic, {1, *header.column(DrillField::Longitude) + 1});
  findings.appendTo(result.diagnostics);
  result.objects.emplace_back(std::move(table));
  return result;
}

}  // namespace adit::formats
