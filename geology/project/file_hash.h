// SHA-256 of sources: what tells a project that a file is still the one that it was saved with.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace adit::project {

/// 64 lower-case hex digits.
std::string sha256(std::string_view bytes);
/// Nothing when the file cannot be read.
std::optional<std::string> sha256OfFile(const std::string& path);

}  // namespace adit::project
