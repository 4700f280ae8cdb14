// The file dialog: a folder's entries with sizes and dates, and a path that can be typed.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace adit::viewer {

struct FolderEntry {
  std::string name;
  bool folder = false;
  std::uintmax_t bytes = 0;
  std::string modified;  ///< local time, "2026-11-23 14:05"
};

struct FolderListing {
  std::vector<FolderEntry> entries;  ///< folders first, then by name, ignoring case; hidden ones left out
  std::size_t hidden = 0;            ///< entries whose name begins with a dot
  std::string fault;                 ///< why the folder could not be read
};
FolderListing listFolder(const std::filesystem::path& folder);
/// "1.4 MB", "812 B".
std::string byteText(std::uintmax_t bytes);

/// What a file is asked for.
enum class FileTask {
  Open,
  ImportLegend,
  ExportLegend,
  ImportTour,
  ExportTour,
  ImportPit,
  ExportPit,
  PitColumns,
  ImportPlan,
  ExportPlan
};

struct FileBrowser {
  std::filesystem::path folder;
  FolderListing listing;
  std::string selected;  ///< name of the marked entry; empty: the folder itself
};
/// Opened on a folder, or on the nearest one above it that exists.
FileBrowser browseFolder(std::filesystem::path folder);
/// The path that "Open" would give back.
std::filesystem::path chosenPath(const FileBrowser& browser);
/// What a typed path means: "~" is the home folder, relative paths start at the shown folder.
std::filesystem::path typedPath(const FileBrowser& browser, const std::string& typed);

}  // namespace adit::viewer
