// What every reader of meshes is held to, whatever the bytes: a ReadError, or meshes whose numbers all lead
// somewhere.
#pragma once
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "geology/formats/reader.h"

namespace adit::tests {

using ReadFunction = formats::ImportResult (*)(const formats::Source&, const formats::ImportChoices&,
                                               geology::Progress&);

inline bool isSound(const geology::TriangleMesh& mesh) {
  const auto exists = [&](std::uint32_t corner) { return corner < mesh.vertices.size(); };
  const auto goesSomewhere = [&](const auto& corners) {
    return std::all_of(corners.begin(), corners.end(), exists);
  };
  return std::all_of(mesh.vertices.begin(), mesh.vertices.end(),
                     [](const geology::Vec3& v) { return geology::isFinite(v); }) &&
         std::all_of(mesh.triangles.begin(), mesh.triangles.end(), goesSomewhere) &&
         std::all_of(mesh.lines.begin(), mesh.lines.end(),
                     [&](const geology::Polyline& line) { return goesSomewhere(line.vertices); });
}

inline void fuzzReader(ReadFunction read, std::span<const std::uint8_t> bytes) {
  geology::Progress progress;
  try {
    const formats::Source source{"fuzz", {reinterpret_cast<const char*>(bytes.data()), bytes.size()}};
    for (const formats::Object& object : read(source, {}, progress).objects)
      if (const auto* mesh = std::get_if<geology::TriangleMesh>(&object); mesh != nullptr && !isSound(*mesh))
        std::abort();
  } catch (const formats::ReadError&) {  // a refusal with a reason is a good answer
  }
}

}  // namespace adit::tests
