// Opening typed files, and looking at what was said about them.
#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "geology/project/open.h"

namespace adit::tests {

inline project::OpenResult opened(project::OpenRequest request) {
  geology::Progress progress;
  return project::open(request, progress);
}

inline project::OpenResult opened(const std::string& path, formats::ImportChoices choices = {}) {
  return opened(project::OpenRequest{{path}, std::move(choices), {}});
}

/// The first finding with that code, or nullptr.
inline const geology::Diagnostic* finding(const geology::Deposit& deposit, const std::string& code) {
  const auto it = std::find_if(deposit.diagnostics.begin(), deposit.diagnostics.end(),
                               [&](const geology::Diagnostic& d) { return d.code == code; });
  return it == deposit.diagnostics.end() ? nullptr : &*it;
}

/// Every error as one text, for messages of failed tests and for tests that there is none.
inline std::string errorsOf(const geology::Deposit& deposit) {
  std::string text;
  for (const geology::Diagnostic& d : deposit.diagnostics)
    if (d.severity == geology::Severity::Error) text += geology::formatDiagnostic(d) + "\n";
  return text;
}

}  // namespace adit::tests
