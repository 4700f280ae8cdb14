// Every code that the sources can emit stands in docs/diagnostics.md, and none that they cannot.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>

namespace adit::tests {
namespace {

namespace fs = std::filesystem;

std::string textOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::set<std::string> matchesIn(const std::string& text, const std::regex& pattern) {
  std::set<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
    found.insert((*it)[1].str());
  return found;
}

/// Code -> the first file that has it as a text of its own: letters, then words of capitals behind dashes.
std::map<std::string, std::string> codesInSources() {
  const std::regex literal("\"([A-Z]{2,6}(-[A-Z][A-Z0-9]*|-1252|-2)+)\"");
  std::map<std::string, std::string> codes;
  for (const char* room : {"geology", "viewer"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(ADIT_SOURCE_DIR) / room)) {
      const std::string ending = entry.path().extension().string();
      if (ending != ".cpp" && ending != ".h") continue;
      for (const std::string& code : matchesIn(textOf(entry.path()), literal))
        codes.emplace(code, fs::relative(entry.path(), ADIT_SOURCE_DIR).string());
    }
  return codes;
}

std::set<std::string> codesInDocument() {
  return matchesIn(textOf(fs::path(ADIT_SOURCE_DIR) / "docs" / "diagnostics.md"),
                   std::regex("\\| `([A-Z]{2,6}(-[A-Z0-9]+)+)` \\|"));
}

TEST(DiagnosticCodes, AreAllDocumented) {
  const std::set<std::string> documented = codesInDocument();
  for (const auto& [code, file] : codesInSources())
    EXPECT_TRUE(documented.contains(code)) << code << " of " << file << " is missing in docs/diagnostics.md";
}

TEST(DiagnosticCodes, DocumentedOnesExist) {
  const auto codes = codesInSources();
  for (const std::string& code : codesInDocument())
    EXPECT_TRUE(codes.contains(code)) << code << " of docs/diagnostics.md is in no source";
}

}  // namespace
}  // namespace adit::tests
