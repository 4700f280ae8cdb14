// What a reader, a check or an import has to say. Every guess, every loss and every fault is one of these.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace adit::geology {

/// Note: a choice that was made and can be overruled. Warning: the data is used, with a doubt.
/// Error: something could not be used; the rest still opens.
enum class Severity { Note, Warning, Error };

struct Diagnostic {
  Severity severity = Severity::Note;
  std::string code;        ///< stable, e.g. "DH-OVERLAP"; listed in docs/diagnostics.md
  std::string file;        ///< as the person named it; empty when it belongs to no file
  std::size_t line = 0;    ///< 1-based line of the first place; 0 = not applicable
  std::size_t column = 0;  ///< 1-based cell (delimited text) or byte in the line; 0 = not applicable
  std::string message;     ///< what is so, in one sentence
  std::string remedy;      ///< what the person can do about it
  std::size_t count = 1;   ///< how many places this stands for: one diagnostic per kind and file, not per row

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// "note", "warning", "error".
const char* severityName(Severity severity);
/// "collar.csv:12:3: error DH-BAD-NUMBER: ... (4 places). Do: ..." - one line for terminals and logs.
std::string formatDiagnostic(const Diagnostic& diagnostic);
std::size_t countSeverity(const Diagnostics& diagnostics, Severity severity);

}  // namespace adit::geology
