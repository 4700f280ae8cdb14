#include "geology/formats/plan_table_reader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>

#include "geology/formats/column_names.h"
#include "geology/formats/delimited.h"
#include "geology/formats/findings.h"
#include "geology/formats/text_lines.h"
#include "geology/formats/unknown_content.h"

namespace adit::formats {
namespace {

using geology::PeriodIndex;
using geology::Severity;

constexpr std::size_t kRecogniseBytes = 4096;
constexpr std::size_t kMostPeriods = 10'000;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

constexpr FindingKind kBadTonnes{Severity::Error, "PL-BAD-FIGURE",
                                 "the tonnes of a row are no number of at least 0; the row is left out",
                                 "correct the cell"};
constexpr FindingKind kBadGrade{Severity::Warning, "PL-BAD-GRADE",
                                "a grade is no number; its tonnes count without it", "correct the cell"};
constexpr FindingKind kNoPeriod{Severity::Error, "PL-NO-PERIOD", "a row names no period; the row is left out",
                                "fill the cell"};

struct GradeColumn {
  std::size_t cell = 0;
  std::string name;
};

/// Which cell of a row is what.
struct PlanColumns {
  std::size_t period = kNone, activity = kNone, tonnes = kNone;
  std::vector<GradeColumn> grades;
  double tonnesScale = 1;
  std::string periodWord;  ///< "year", "month", ...
  bool complete() const { return period != kNone && activity != kNone && tonnes != kNone; }
};

template <std::size_t N>
bool isOneOf(const std::string& name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool namesPlace(const std::string& name) {
  constexpr std::array<std::string_view, 12> kPlaces{"x",  "y",    "z",      "east",     "north",   "easting",
                                                     "rl", "hole", "holeid", "northing", "xcentre", "xc"};
  return isOneOf(name, kPlaces);
}

PlanColumns columnsOf(const Record& header, const Dialect& dialect) {
  constexpr std::array<std::string_view, 5> kPeriods{"period", "year", "month", "quarter", "phase"};
  constexpr std::array<std::string_view, 6> kActivities{"activity",     "destination", "material",
                                                        "materialtype", "type",        "task"};
  constexpr std::array<std::string_view, 4> kTonnes{"tonnes", "tonnage", "mass", "t"};
  constexpr std::array<std::string_view, 2> kKilo{"kt", "ktonnes"};
  constexpr std::array<std::string_view, 2> kMega{"mt", "mtonnes"};
  PlanColumns columns;
  for (std::size_t c = 0; c < header.cells.size(); ++c) {
    const std::string text = toUtf8(header.cells[c], dialect);
    const std::string name = normalizedHeader(text);
    if (namesPlace(name)) return {};
    if (columns.period == kNone && isOneOf(name, kPeriods)) {
      columns.period = c;
      columns.periodWord = name;
    } else if (columns.activity == kNone && isOneOf(name, kActivities)) {
      columns.activity = c;
    } else if (columns.tonnes == kNone &&
               (isOneOf(name, kTonnes) || isOneOf(name, kKilo) || isOneOf(name, kMega))) {
      columns.tonnes = c;
      const std::string unit = unitFromHeader(text);
      columns.tonnesScale = isOneOf(name, kKilo) || unit == "kt"   ? 1e3
                            : isOneOf(name, kMega) || unit == "Mt" ? 1e6
                                                                   : 1;
    } else if (namesGrade(text) || name.starts_with("grade")) {
      columns.grades.push_back({c, text});
    }
  }
  return columns;
}

/// The first number of a text, "month 3" -> 3; nothing without one.
std::optional<long> numberIn(const std::string& text) {
  const std::size_t first = text.find_first_of("0123456789");
  if (first == std::string::npos) return std::nullopt;
  const std::size_t last = text.find_first_not_of("0123456789", first);
  if (last != std::string::npos && text.find_first_of("0123456789", last) != std::string::npos)
    return std::nullopt;  // two numbers: a date or a range, not one number
  if ((last == std::string::npos ? text.size() : last) - first > 9) return std::nullopt;
  return std::stol(text.substr(first));
}

class PlanTable {
 public:
  PlanTable(const Source& source, geology::Progress& progress)
      : source_(source), progress_(progress), findings_(source.path), dialect_(detectDialect(source.bytes)) {}

  ImportResult read() {
    RecordScanner scanner(source_.bytes, dialect_);
    Record record;
    if (scanner.next(record)) columns_ = columnsOf(record, dialect_);
    if (!columns_.complete())
      throw ReadError{{.severity = Severity::Error,
                       .code = "PL-NO-TABLE",
                       .file = source_.path,
                       .message = "the header does not name a period, an activity and tonnes",
                       .remedy = "name them period, activity and tonnes"}};
    ReadingPace pace(progress_, source_);
    while (scanner.next(record)) {
      pace.at(scanner.offset());
      addRow(record);
    }
    return finish();
  }

 private:
  std::string_view cell(const Record& record, std::size_t column) const {
    return column < record.cells.size() ? record.cells[column] : std::string_view{};
  }

  void addRow(const Record& record) {
    const std::string period = toUtf8(cell(record, columns_.period), dialect_);
    if (period.empty()) {
      findings_.add(kNoPeriod, {record.line, columns_.period + 1});
      return;
    }
    const std::string_view text = cell(record, columns_.tonnes);
    const auto tonnes = parseNumber(text, dialect_.decimalComma);
    if (!tonnes || !std::isfinite(*tonnes) || *tonnes < 0) {
      findings_.add(kBadTonnes, {record.line, columns_.tonnes + 1}, text.substr(0, 40));
      return;
    }
    if (labels_.size() >= kMostPeriods && !labels_.contains(period)) return;
    const auto at = labels_.try_emplace(period, labels_.size()).first->second;
    addFigures(record, at, *tonnes * columns_.tonnesScale);
  }

  void addFigures(const Record& record, std::size_t period, double tonnes) {
    geology::PlanFigure figure{static_cast<PeriodIndex>(period),
                               toUtf8(cell(record, columns_.activity), dialect_), tonnes, "", 0};
    bool graded = false;
    for (const GradeColumn& grade : columns_.grades) {
      const std::string_view text = cell(record, grade.cell);
      if (text.empty()) continue;
      const auto value = parseNumber(text, dialect_.decimalComma);
      if (!value || !std::isfinite(*value)) {
        findings_.add(kBadGrade, {record.line, grade.cell + 1}, text.substr(0, 40));
        continue;
      }
      figure.grade = grade.name;
      figure.value = *value;
      plan_.figures.push_back(figure);
      graded = true;
    }
    if (!graded) plan_.figures.push_back(figure);
  }

  /// Periods by their numbers where all have one that no other has; else as they came.
  std::vector<std::string> orderedLabels() const {
    std::vector<std::string> labels(labels_.size());
    for (const auto& [label, at] : labels_) labels[at] = label;
    std::map<long, std::string> byNumber;
    for (const std::string& label : labels)
      if (const auto number = numberIn(label)) byNumber[*number] = label;
    if (byNumber.size() != labels.size()) return labels;
    labels.clear();
    for (const auto& [number, label] : byNumber) labels.push_back(label);
    return labels;
  }

  geology::PlanPeriod periodOf(const std::string& label) const {
    const bool bare =
        std::all_of(label.begin(), label.end(), [](unsigned char c) { return std::isdigit(c); });
    const bool year = bare && label.size() == 4;
    geology::PlanPeriod period{bare && !year ? columns_.periodWord + " " + label : label, "", 1};
    if (year) period.begin = label + "-01-01";
    if (columns_.periodWord == "month") period.years = 1.0 / 12;
    if (columns_.periodWord == "quarter") period.years = .25;
    return period;
  }

  ImportResult finish() {
    const std::vector<std::string> labels = orderedLabels();
    std::vector<PeriodIndex> place(labels.size());
    for (std::size_t p = 0; p < labels.size(); ++p) {
      place[labels_.at(labels[p])] = static_cast<PeriodIndex>(p);
      plan_.periods.push_back(periodOf(labels[p]));
    }
    for (geology::PlanFigure& figure : plan_.figures) figure.period = place[figure.period];
    std::stable_sort(plan_.figures.begin(), plan_.figures.end(),
                     [](const auto& a, const auto& b) { return a.period < b.period; });
    plan_.name = baseName(source_.path);
    plan_.source.path = source_.path;
    plan_.source.format = "plan table";
    plan_.source.bytes = source_.bytes.size();
    ImportResult result;
    findings_.appendTo(result.diagnostics);
    if (!plan_.periods.empty()) result.objects.emplace_back(std::move(plan_));
    return result;
  }

  const Source& source_;
  geology::Progress& progress_;
  Findings findings_;
  Dialect dialect_;
  PlanColumns columns_;
  std::map<std::string, std::size_t> labels_;
  geology::MinePlan plan_;
};

}  // namespace

int recognisePlanTable(const Source& source) {
  if (looksBinary(source.bytes)) return 0;
  const std::string_view beginning = source.bytes.substr(0, kRecogniseBytes);
  const Dialect dialect = detectDialectOfBeginning(beginning);
  RecordScanner scanner(beginning, dialect);
  Record header;
  return scanner.next(header) && columnsOf(header, dialect).complete() ? 94 : 0;
}

ImportResult readPlanTable(const Source& source, const ImportChoices&, geology::Progress& progress) {
  return PlanTable(source, progress).read();
}

}  // namespace adit::formats
