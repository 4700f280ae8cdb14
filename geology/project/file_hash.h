// SHA-256 of sources: what tells a project that a file is still the one that it was saved with.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace adit::project {

/// 64 lower-case hex digits.
std::string sha256(std::string_view bytes);
/// The first eight digits: enough to tell the files of one mine apart on a picture.
std::string shortHash(std::string_view sha256);
/// Nothing when the file cannot be read.
std::optional<std::string> sha256OfFile(const std::string& path);

}  // namespace adit::project
