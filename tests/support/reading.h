// Readers under test: bytes in, objects and diagnostics out, without files.
#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "geology/formats/reader.h"
#include "tests/support/sound.h"

namespace adit::tests {

using ReadFunction = formats::ImportResult (*)(const formats::Source&, const formats::ImportChoices&,
                                               geology::Progress&);

inline formats::ImportResult readBytes(ReadFunction read, std::string_view bytes,
                                       const std::string& path = "folder/some.file") {
  geology::Progress progress;
  return read({path, bytes}, {}, progress);
}

inline std::string fileBytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The objects of one type, in their order.
template <typename T>
std::vector<T> objectsOf(const formats::ImportResult& result) {
  std::vector<T> found;
  for (const formats::Object& object : result.objects)
    if (const T* value = std::get_if<T>(&object)) found.push_back(*value);
  return found;
}

/// The only object of that type; an empty one, and a failure, when there are none or several.
template <typename T>
T onlyObject(const formats::ImportResult& result) {
  std::vector<T> found = objectsOf<T>(result);
  EXPECT_EQ(found.size(), 1U);
  return found.size() == 1 ? std::move(found.front()) : T{};
}

/// How many places the diagnostic of that code stands for; 0 without it.
inline std::size_t countOf(const formats::ImportResult& result, std::string_view code) {
  std::size_t count = 0;
  for (const geology::Diagnostic& diagnostic : result.diagnostics)
    if (diagnostic.code == code) count += diagnostic.count;
  return count;
}

/// The diagnostic of that code; an empty one without it.
inline geology::Diagnostic diagnosticOf(const formats::ImportResult& result, std::string_view code) {
  const auto found = std::find_if(result.diagnostics.begin(), result.diagnostics.end(),
                                  [&](const geology::Diagnostic& d) { return d.code == code; });
  return found == result.diagnostics.end() ? geology::Diagnostic{} : *found;
}

/// All codes in order, for a test that expects exactly these.
inline std::vector<std::string> codesOf(const formats::ImportResult& result) {
  std::vector<std::string> codes;
  for (const geology::Diagnostic& diagnostic : result.diagnostics) codes.push_back(diagnostic.code);
  return codes;
}

/// Every object of the result is sound; a reader that refuses the file is so as well.
inline void expectSoundReading(ReadFunction read, std::string_view bytes) {
  try {
    for (const formats::Object& object : readBytes(read, bytes).objects) {
      if (const auto* mesh = std::get_if<geology::TriangleMesh>(&object)) {
        ASSERT_TRUE(isSound(*mesh));
      }
      if (const auto* points = std::get_if<geology::PointSet>(&object)) {
        ASSERT_TRUE(haveRows(points->columns, points->points.size()));
      }
    }
  } catch (const formats::ReadError& error) {
    EXPECT_FALSE(error.diagnostic.message.empty());
  }
}

}  // namespace adit::tests
