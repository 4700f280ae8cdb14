// Real deposits for tests: a folder beside the checkout that most machines do not have. Tests that need it
// skip.
#pragma once
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace adit::tests {

/// The folder of real deposits: the environment variable ADIT_REAL_DATA, else the one chosen when
/// configuring.
inline std::filesystem::path realDataFolder() {
  const char* chosen = std::getenv("ADIT_REAL_DATA");
  return chosen != nullptr ? chosen : ADIT_REAL_DATA_DEFAULT;
}

/// Path of a real file or folder, e.g. realData("dh_copper_creek").
inline std::string realData(const std::string& name) {
  return (realDataFolder() / name).string();
}

}  // namespace adit::tests

/// First line of a test on real data.
#define ADIT_NEEDS_REAL_DATA(name)                           \
  if (!std::filesystem::exists(adit::tests::realData(name))) \
  GTEST_SKIP() << "real data not here: " << adit::tests::realData(name)
