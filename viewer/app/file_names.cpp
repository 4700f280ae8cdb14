#include "viewer/app/file_names.h"

namespace adit::viewer {

std::string fileNameOf(const std::string& wanted) {
  std::string name;
  for (const char c : wanted) name += c == '/' || c == '\\' || c == ':' || c < ' ' ? '-' : c;
  return name.empty() ? "deposit" : name;
}

std::filesystem::path freePath(const std::filesystem::path& folder, const std::string& stem,
                               const std::string& ending) {
  std::error_code fault;
  std::filesystem::path path = folder / (stem + ending);
  for (int n = 2; std::filesystem::exists(path, fault); ++n)
    path = folder / (stem + " " + std::to_string(n) + ending);
  return path;
}

}  // namespace adit::viewer
