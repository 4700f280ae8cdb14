#include "viewer/panels/file_browser.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>

#include "geology/model/plain_text.h"
#include "viewer/panels/numbers.h"

namespace adit::viewer {
namespace {

namespace fs = std::filesystem;

std::string timeText(fs::file_time_type time) {
  const auto system = std::chrono::file_clock::to_sys(time);
  const std::time_t seconds = std::chrono::system_clock::to_time_t(
      std::chrono::time_point_cast<std::chrono::system_clock::duration>(system));
  std::tm local{};
  if (localtime_r(&seconds, &local) == nullptr) return {};
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &local)};
}

FolderEntry describe(const fs::directory_entry& entry) {
  std::error_code fault;  // a file that vanishes or may not be asked is still listed by its name
  FolderEntry described{entry.path().filename().string(), entry.is_directory(fault), 0, {}};
  if (!described.folder) {
    const std::uintmax_t bytes = entry.file_size(fault);
    described.bytes = fault ? 0 : bytes;
  }
  const fs::file_time_type time = entry.last_write_time(fault);
  if (!fault) described.modified = timeText(time);
  return described;
}

}  // namespace

FolderListing listFolder(const fs::path& folder) {
  FolderListing listing;
  std::error_code fault;
  fs::directory_iterator entries(folder, fs::directory_options::skip_permission_denied, fault);
  for (; !fault && entries != fs::directory_iterator(); entries.increment(fault)) {
    FolderEntry entry = describe(*entries);
    if (entry.name.starts_with('.'))
      ++listing.hidden;
    else
      listing.entries.push_back(std::move(entry));
  }
  if (fault) listing.fault = folder.string() + ": " + fault.message();
  std::sort(listing.entries.begin(), listing.entries.end(), [](const FolderEntry& a, const FolderEntry& b) {
    if (a.folder != b.folder) return a.folder;
    return geology::lowerCase(a.name) < geology::lowerCase(b.name);
  });
  return listing;
}

std::string byteText(std::uintmax_t bytes) {
  constexpr std::array<const char*, 5> kUnits{"B", "kB", "MB", "GB", "TB"};
  auto size = static_cast<double>(bytes);
  std::size_t unit = 0;
  for (; size >= 1000 && unit + 1 < kUnits.size(); ++unit) size /= 1000;
  return fixedNumber(size, unit > 0 && size < 100 ? 1 : 0) + " " + kUnits[unit];
}

FileBrowser browseFolder(fs::path folder) {
  std::error_code fault;
  folder = fs::absolute(folder, fault).lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();  // "/data/" is "/data"
  while (!fs::is_directory(folder, fault) && folder.has_relative_path()) folder = folder.parent_path();
  return {folder, listFolder(folder), {}};
}

fs::path chosenPath(const FileBrowser& browser) {
  return browser.selected.empty() ? browser.folder : browser.folder / browser.selected;
}

fs::path typedPath(const FileBrowser& browser, const std::string& typed) {
  if (typed == "~" || typed.starts_with("~/")) {
    const char* home = std::getenv("HOME");
    if (home != nullptr) return fs::path(home) / fs::path(typed.substr(1)).relative_path();
  }
  const fs::path path(typed);
  return path.is_absolute() ? path : browser.folder / path;
}

}  // namespace adit::viewer
