// Typed rasters through the reader, and short ways to what came out.
#pragma once
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "geology/formats/raster_reader.h"

namespace adit::tests {

/// As readSource does: a refused file is a diagnostic.
inline formats::ImportResult readTyped(const std::string& name, const std::string& bytes,
                                       const formats::ImportChoices& choices = {}) {
  geology::Progress progress;
  try {
    return formats::readRaster({name, bytes}, choices, progress);
  } catch (const formats::ReadError& error) {
    formats::ImportResult refused;
    refused.diagnostics.push_back(error.diagnostic);
    return refused;
  }
}

template <typename T>
const T& onlyObject(const formats::ImportResult& result) {
  static const T kNothing{};
  if (result.objects.size() == 1)
    if (const T* object = std::get_if<T>(&result.objects[0])) return *object;
  ADD_FAILURE() << "not the one object that was expected";
  for (const auto& diagnostic : result.diagnostics) ADD_FAILURE() << geology::formatDiagnostic(diagnostic);
  return kNothing;
}

inline const geology::Terrain& terrainOf(const formats::ImportResult& result) {
  return onlyObject<geology::Terrain>(result);
}

inline const geology::Diagnostic& diagnosticOf(const geology::Diagnostics& diagnostics,
                                               const std::string& code) {
  static const geology::Diagnostic kNothing{};
  const auto found =
      std::find_if(diagnostics.begin(), diagnostics.end(),
                   [&](const geology::Diagnostic& diagnostic) { return diagnostic.code == code; });
  if (found != diagnostics.end()) return *found;
  ADD_FAILURE() << "no diagnostic " << code;
  return kNothing;
}

inline const geology::Diagnostic& diagnosticOf(const formats::ImportResult& result, const std::string& code) {
  return diagnosticOf(result.diagnostics, code);
}

}  // namespace adit::tests
