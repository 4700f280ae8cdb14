// Drillhole tables joined from texts, for tests.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "geology/project/join_drillholes.h"
#include "tests/support/read_table.h"

namespace adit::tests {

/// File name and content.
using NamedTexts = std::vector<std::pair<std::string, std::string>>;

inline project::JoinResult join(const NamedTexts& files, const formats::ImportChoices& choices = {}) {
  std::vector<formats::DrillTable> tables;
  for (const auto& [name, text] : files) tables.push_back(readTable(name, text, choices).table);
  return project::joinDrillholes(std::move(tables), choices);
}

/// How many places the diagnostic of this code stands for; 0 without one.
inline std::size_t count(const project::JoinResult& result, std::string_view code) {
  return found(result.diagnostics, code).count;
}

}  // namespace adit::tests
