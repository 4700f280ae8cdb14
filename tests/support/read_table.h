// Drillhole tables for tests: from a text typed into the test, or from a file.
#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

#include "geology/formats/drill_table_reader.h"

namespace adit::tests {

inline std::string readFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct ReadTable {
  formats::DrillTable table;
  geology::Diagnostics diagnostics;
};

inline ReadTable readTable(const std::string& path, std::string_view text,
                           const formats::ImportChoices& choices = {}) {
  geology::Progress progress;
  formats::ImportResult result = formats::readDrillTable({path, text}, choices, progress);
  return {std::get<formats::DrillTable>(std::move(result.objects.at(0))), std::move(result.diagnostics)};
}

/// The diagnostic with that code, or one with count 0.
inline geology::Diagnostic found(const geology::Diagnostics& diagnostics, std::string_view code) {
  const auto it = std::find_if(diagnostics.begin(), diagnostics.end(),
                               [&](const geology::Diagnostic& d) { return d.code == code; });
  if (it != diagnostics.end()) return *it;
  geology::Diagnostic none;
  none.count = 0;
  return none;
}

/// The value of the choice with that key, or "".
inline std::string choiceOf(const geology::Provenance& source, std::string_view key) {
  for (const geology::ImportChoice& choice : source.choices)
    if (choice.key == key) return choice.value;
  return {};
}

/// Throws std::runtime_error when there is none.
inline const geology::Column& column(const formats::DrillTable& table, std::string_view name) {
  const geology::Column* found = geology::findColumn(table.columns, name);
  if (found == nullptr) throw std::runtime_error("no column " + std::string(name));
  return *found;
}

}  // namespace adit::tests
