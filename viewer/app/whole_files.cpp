#include "viewer/app/whole_files.h"

#include <filesystem>
#include <fstream>

namespace adit::viewer {

WholeFiles::WholeFiles(const std::string& model) {
  const std::filesystem::path path(model);
  const std::string partial =
      (path.parent_path() / (path.stem().string() + ".partial" + path.extension().string())).string();
  names_ = {std::pair{partial, model}, std::pair{partial + ".estimate.json", model + ".estimate.json"}};
}

WholeFiles::~WholeFiles() {
  std::error_code fault;
  for (const auto& [from, to] : names_) std::filesystem::remove(from, fault);
}

std::string WholeFiles::keep() const {
  std::error_code fault;
  for (const auto& [from, to] : names_) {
    std::filesystem::rename(from, to, fault);
    if (fault) return to + " cannot be written: " + fault.message();
  }
  return {};
}

bool writeText(const std::string& path, const std::string& text) {
  return static_cast<bool>((std::ofstream(path, std::ios::binary | std::ios::trunc) << text).flush());
}

}  // namespace adit::viewer
