// What every reader of meshes is held to, whatever the bytes: a ReadError, or meshes whose numbers all lead
// somewhere.
#pragma once
#include <cstdint>
#include <cstdlib>
#include <span>

#include "geology/formats/reader.h"
#include "tests/support/sound.h"

namespace adit::tests {

using ReadFunction = formats::ImportResult (*)(const formats::Source&, const formats::ImportChoices&,
                                               geology::Progress&);

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
