#include "geology/model/diagnostic.h"

#include <algorithm>

namespace adit::geology {

const char* severityName(Severity severity) {
  switch (severity) {
    case Severity::Note:
      return "note";
    case Severity::Warning:
      return "warning";
    case Severity::Error:
      return "error";
  }
  return "";
}

std::string formatDiagnostic(const Diagnostic& d) {
  std::string text;
  if (!d.file.empty()) {
    text += d.file;
    if (d.line > 0) text += ":" + std::to_string(d.line);
    if (d.line > 0 && d.column > 0) text += ":" + std::to_string(d.column);
    text += ": ";
  }
  text += std::string(severityName(d.severity)) + " " + d.code + ": " + d.message;
  if (d.count > 1) text += " (" + std::to_string(d.count) + " places)";
  if (!d.remedy.empty()) text += " -> " + d.remedy;
  return text;
}

std::size_t countSeverity(const Diagnostics& diagnostics, Severity severity) {
  return static_cast<std::size_t>(std::count_if(diagnostics.begin(), diagnostics.end(),
                                                [&](const Diagnostic& d) { return d.severity == severity; }));
}

}  // namespace adit::geology
