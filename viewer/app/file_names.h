// Names of files that the program chooses.
#pragma once
#include <filesystem>
#include <string>

namespace adit::viewer {

/// The name without what no file can have in its name; "deposit" for nothing.
std::string fileNameOf(const std::string& name);
/// A name that no file has: "name.adit", "name 2.adit".
std::filesystem::path freePath(const std::filesystem::path& folder, const std::string& stem,
                               const std::string& ending);

}  // namespace adit::viewer
