#include "geology/formats/minelib_reader.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <optional>

#include "geology/formats/block_assembly.h"
#include "geology/formats/minelib.h"
#include "geology/formats/minelib_lines.h"
#include "geology/formats/minelib_plan.h"
#include "geology/formats/unknown_content.h"

namespace adit::formats {
namespace {

using geology::BlockModel;
using geology::Severity;

constexpr std::size_t kRecogniseBytes = 8192;
constexpr std::size_t kLinesToTry = 50;
constexpr std::size_t kMostAttributes = 200;

constexpr FindingKind kBadLine{
    Severity::Error, "PL-BAD-LINE",
    "a line is no \"id x y z\" with as many attributes as the first; it is left out", "correct the line"};
std::string endingOf(const std::string& path) {
  std::string ending = std::filesystem::path(path).extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return ending;
}

/// The first whole lines of the text hold for `test(number of the line, line)`.
template <class Test>
bool firstLines(std::string_view text, Test&& test) {
  const bool cut = text.size() > kRecogniseBytes;
  MinelibLines lines(text.substr(0, kRecogniseBytes));
  std::size_t n = 0;
  for (std::string_view line; n < kLinesToTry && lines.next(line);) {
    if (cut && lines.offset() >= kRecogniseBytes) break;
    if (!test(n++, line)) return false;
  }
  return n > 0;
}

bool statesType(std::string_view text) {
  MinelibLines lines(text.substr(0, kRecogniseBytes));
  std::size_t n = 0;
  for (std::string_view line; n < kLinesToTry && lines.next(line); ++n) {
    if (!line.starts_with("TYPE")) continue;
    const std::string_view type = trimBlanks(line.substr(std::min(line.size(), line.find(':') + 1)));
    return type == "UPIT" || type == "CPIT" || type == "PCPSP";
  }
  return false;
}

bool hasNumbers(std::string_view line, std::size_t least, std::size_t most) {
  std::size_t count = 0;
  for (; !trimBlanks(line).empty(); ++count)
    if (!takeNumber(line)) return false;
  return count >= least && count <= most;
}

bool isPrecedence(std::string_view line) {
  const auto block = takeIndex(line), count = takeIndex(line);
  return block && count && hasNumbers(line, *count, *count);
}

/// Text of a file beside the .blocks file; nothing where it is not there.
std::optional<std::string> besideText(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

class MinelibInstance {
 public:
  MinelibInstance(const Source& source, const ImportChoices& choices, geology::Progress& progress)
      : source_(source), choices_(choices), progress_(progress), findings_(source.path) {}

  ImportResult read() {
    readRows();
    const Decision decision{choices_, rows_.source, result_.diagnostics};
    LatticeHints centroids;
    centroids.position = Position::Centroid;
    const LatticeSearch search = decideLattice(rows_, centroids, decision, {findings_, progress_});
    Object object = assemble(std::move(rows_), search, {findings_, progress_});
    findings_.appendTo(result_.diagnostics);
    if (auto* model = std::get_if<BlockModel>(&object)) addBeside(*model);
    result_.objects.insert(result_.objects.begin(), std::move(object));
    return std::move(result_);
  }

 private:
  void readRows() {
    MinelibLines lines(source_.bytes);
    ReadingPace pace(progress_, source_);
    std::vector<std::vector<float>> attributes;
    std::vector<float> ids;
    bool first = true;
    for (std::string_view line; lines.next(line);) {
      pace.at(lines.offset());
      const auto id = takeIndex(line);
      const auto x = takeNumber(line), y = takeNumber(line), z = takeNumber(line);
      std::vector<double> numbers;
      bool good = id && x && y && z;
      while (good && !trimBlanks(line).empty() && numbers.size() <= kMostAttributes) {
        const auto number = takeNumber(line);
        numbers.push_back(number.value_or(std::numeric_limits<double>::quiet_NaN()));
      }
      if (first && good) attributes.resize(numbers.size());
      if (!good || numbers.size() != attributes.size()) {
        findings_.add(kBadLine, {lines.line(), 1});
        continue;
      }
      first = false;
      rows_.points.push_back({*x, *y, *z});
      ids.push_back(static_cast<float>(*id));
      for (std::size_t a = 0; a < numbers.size(); ++a)
        attributes[a].push_back(static_cast<float>(numbers[a]));
    }
    rows_.name = baseName(source_.path);
    rows_.source.path = source_.path;
    rows_.source.format = "MineLib blocks";
    rows_.source.bytes = source_.bytes.size();
    rows_.columns.push_back(geology::numericColumn("id", std::move(ids)));
    for (std::size_t a = 0; a < attributes.size(); ++a)
      rows_.columns.push_back(
          geology::numericColumn("attribute " + std::to_string(a + 1), std::move(attributes[a])));
  }

  /// Rows of the model by the id that the files use; kNoMinelibRow where there is none.
  void indexRows(const BlockModel& model) {
    const std::vector<float>& ids = model.columns.front().values;
    for (std::size_t row = 0; row < ids.size(); ++row) {
      const auto id = static_cast<std::size_t>(ids[row]);
      if (id >= source_.bytes.size()) continue;  // more ids than bytes: a damaged number
      if (rowOfId_.size() <= id) rowOfId_.resize(id + 1, kNoMinelibRow);
      rowOfId_[id] = static_cast<std::uint32_t>(row);
    }
  }

  std::optional<std::string> beside(const char* ending) {
    const std::filesystem::path path = std::filesystem::path(source_.path).replace_extension(ending);
    auto text = besideText(path);
    if (text) result_.sideFiles.push_back(path.string());
    return text;
  }

  void addBeside(BlockModel& model) {
    indexRows(model);
    for (const char* ending : {".upit", ".pcpsp", ".cpit"})
      if (const auto text = beside(ending)) problems_[ending] = addProblem(model, *text, ending);
    if (const auto text = beside(".prec")) checkPrecedence(*text);
    for (const std::string& path : solutionsBeside(source_.path))
      if (const auto text = besideText(path)) {
        result_.sideFiles.push_back(path);
        const MinelibPlanQuestion question{{path, *text}, model, rowOfId_, problems_};
        MinelibPlan made = minelibPlan(question, progress_);
        std::move(made.diagnostics.begin(), made.diagnostics.end(), std::back_inserter(result_.diagnostics));
        if (!made.plan.blocks.empty()) result_.objects.emplace_back(std::move(made.plan));
      }
  }

  std::string pathOf(const char* ending) const {
    return std::filesystem::path(source_.path).replace_extension(ending).string();
  }

  MinelibProblem addProblem(BlockModel& model, const std::string& text, const char* ending) {
    Findings findings(pathOf(ending));
    MinelibProblem problem = readMinelibProblem({pathOf(ending), text}, findings, progress_);
    findings.appendTo(result_.diagnostics);
    std::string kind = ending + 1;
    for (const MinelibColumn& column : problem.columns) {
      std::vector<float> values(model.blockCount(), geology::kMissing);
      for (std::size_t id = 0; id < column.values.size() && id < rowOfId_.size(); ++id)
        if (rowOfId_[id] != kNoMinelibRow) values[rowOfId_[id]] = static_cast<float>(column.values[id]);
      model.columns.push_back(geology::numericColumn(kind + " " + column.name, std::move(values)));
    }
    result_.diagnostics.push_back({.severity = Severity::Note,
                                   .code = "PL-MINELIB",
                                   .file = pathOf(ending),
                                   .message = "the problem \"" + problem.name + "\" (" + problem.type +
                                              ") has " + std::to_string(problem.blocks) + " blocks, " +
                                              std::to_string(problem.periods) + " periods, " +
                                              std::to_string(problem.limits.size()) + " limits",
                                   .remedy = "its values are columns of the block model"});
    return problem;
  }

  void checkPrecedence(const std::string& text) {
    Findings findings(pathOf(".prec"));
    const MinelibPrecedence precedence =
        readMinelibPrecedence({pathOf(".prec"), text}, rowOfId_.size(), findings, progress_);
    findings.appendTo(result_.diagnostics);
    result_.diagnostics.push_back(
        {.severity = Severity::Note,
         .code = "PL-MINELIB",
         .file = pathOf(".prec"),
         .message = "the precedence has " + std::to_string(precedence.predecessor.size()) + " arcs",
         .remedy = "adit pit uses it where its plan names the file"});
  }

  const Source& source_;
  const ImportChoices& choices_;
  geology::Progress& progress_;
  Findings findings_;
  CollectedRows rows_;
  std::vector<std::uint32_t> rowOfId_;
  std::map<std::string, MinelibProblem> problems_;  ///< by their endings
  ImportResult result_;
};

}  // namespace

MinelibKind minelibKind(const Source& source) {
  if (looksBinary(source.bytes)) return MinelibKind::None;
  if (statesType(source.bytes)) return MinelibKind::Problem;
  const std::string ending = endingOf(source.path);
  const auto numbers = [](std::size_t least, std::size_t most) {
    return [=](std::size_t, std::string_view line) { return hasNumbers(line, least, most); };
  };
  if (ending == ".prec" &&
      firstLines(source.bytes, [](std::size_t, std::string_view line) { return isPrecedence(line); }))
    return MinelibKind::Precedence;
  if (ending == ".blocks" && firstLines(source.bytes, numbers(4, 4 + kMostAttributes)))
    return MinelibKind::Blocks;
  if ((ending == ".upit" || ending == ".cpit" || ending == ".pcpsp") &&
      firstLines(source.bytes, numbers(2, 64)))
    return MinelibKind::Problem;
  if (ending == ".sol" && firstLines(source.bytes, numbers(1, 4))) return MinelibKind::Solution;
  return MinelibKind::None;
}

int recogniseMinelib(const Source& source) {
  return minelibKind(source) == MinelibKind::None ? 0 : 96;
}

ImportResult readMinelib(const Source& source, const ImportChoices& choices, geology::Progress& progress) {
  if (endingOf(source.path) == ".blocks") return MinelibInstance(source, choices, progress).read();
  ImportResult result;
  result.diagnostics.push_back(
      {.severity = Severity::Error,
       .code = "PL-NEEDS-BLOCKS",
       .file = source.path,
       .message = "the file speaks of blocks by number, and no .blocks file of its name was opened with it",
       .remedy = "put the .blocks file of the instance, with the same name, into its folder and open that"});
  return result;
}

}  // namespace adit::formats
