#include "geology/formats/gocad_reader.h"

#include <algorithm>
#include <optional>

#include "geology/formats/array_nulls.h"
#include "geology/formats/gocad_object.h"
#include "geology/formats/text_lines.h"

namespace adit::formats {
namespace {

using geology::Diagnostic;
using geology::Severity;

const FindingKind kOtherKind{Severity::Error, "GOCAD-OTHER-KIND",
                             "an object of a kind that Adit does not read; it is left out",
                             "export grids as CSV, wells as CSV tables, models as TSurf"};
const FindingKind kNoEnd{Severity::Warning, "GOCAD-NO-END",
                         "the last object does not end with END; its end may be missing",
                         "copy or export the file again if something is missing"};

/// The objects of one file report each for itself; the file has one diagnostic of a kind.
void mergeSameCodes(geology::Diagnostics& diagnostics) {
  geology::Diagnostics merged;
  for (Diagnostic& diagnostic : diagnostics) {
    const auto same = std::find_if(merged.begin(), merged.end(),
                                   [&](const Diagnostic& d) { return d.code == diagnostic.code; });
    if (same == merged.end())
      merged.push_back(std::move(diagnostic));
    else
      same->count += diagnostic.count;
  }
  diagnostics = std::move(merged);
}

class GocadReading {
 public:
  GocadReading(const Source& source, geology::Progress& progress)
      : source_(source), findings_(source.path), lines_(source.bytes), pace_(progress, source) {}

  ImportResult read() {
    for (std::string_view line; lines_.next(line);) {
      take(line);
      pace_.at(lines_.offset());
    }
    if (object_) {
      findings_.add(kNoEnd, {lines_.line()});
      finishObject();
    }
    findings_.appendTo(result_.diagnostics);
    mergeSameCodes(result_.diagnostics);
    return std::move(result_);
  }

 private:
  void take(std::string_view line) {
    std::string_view rest = line;
    const std::string_view keyword = takeWord(rest);
    if (inBraces_) return takeHeaderLine(line);
    if (keyword == "GOCAD") return startObject(takeWord(rest));
    if (!object_) return;
    if (keyword == "END") return finishObject();
    if (const std::size_t brace = line.find('{'); brace != std::string_view::npos && isHeader(keyword)) {
      inBraces_ = true;
      ofObject_ = keyword == "HEADER" || keyword.starts_with("HEADER{");
      return takeHeaderLine(line.substr(brace + 1));
    }
    object_->take(keyword, rest, lines_.line());
  }

  static bool isHeader(std::string_view keyword) { return keyword.find("HEADER") != std::string_view::npos; }

  /// "name: value" of a block in braces, which may end on the same line.
  void takeHeaderLine(std::string_view line) {
    const std::size_t brace = line.find('}');
    if (brace != std::string_view::npos) inBraces_ = false;
    const std::string_view entry = trimBlanks(line.substr(0, brace));
    constexpr std::string_view kName = "name:";
    if (object_ && ofObject_ && entry.starts_with(kName))
      object_->setName(validUtf8(trimBlanks(entry.substr(kName.size()))));
  }

  void startObject(std::string_view kindName) {
    if (object_) finishObject();  // its END is missing
    const GocadKind kind = gocadKindOf(kindName);
    if (kind == GocadKind::Other)
      findings_.add(kOtherKind, {lines_.line()}, kindName.substr(0, 20));
    else
      object_.emplace(kind, source_);
  }

  void finishObject() {
    object_->finish(result_);
    object_.reset();
  }

  const Source& source_;
  Findings findings_;
  LineScanner lines_;
  ReadingPace pace_;
  ImportResult result_;
  std::optional<GocadObject> object_;
  bool inBraces_ = false;
  bool ofObject_ = false;  ///< the block in braces is the header of the object, not of a property
};

}  // namespace

int recogniseGocad(const Source& source) {
  LineScanner lines(source.bytes.substr(0, 4096));
  std::string_view line;
  while (lines.next(line) && trimBlanks(line).empty()) {
  }
  if (takeWord(line) != "GOCAD") return 0;
  // Whoever reads the other kinds is surer of them; no table reader is.
  return gocadKindOf(takeWord(line)) == GocadKind::Other ? 99 : 100;
}

ImportResult readGocad(const Source& source, const ImportChoices& choices, geology::Progress& progress) {
  ImportResult result = GocadReading(source, progress).read();
  decideNulls(result, source, choices);
  return result;
}

}  // namespace adit::formats
