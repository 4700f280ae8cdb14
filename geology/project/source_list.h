// From what the person named (files, folders) to the files to read.
#pragma once
#include <string>
#include <vector>

#include "geology/model/diagnostic.h"

namespace adit::project {

/// A file to read. A project file vouches for its sources with their size and hash; else `sha256` is empty.
struct ListedFile {
  std::string path;    ///< as the person named it, or found below a folder that the person named
  bool named = false;  ///< named itself; false: found in a folder
  std::string sha256 = {};
};

struct SourceList {
  std::vector<ListedFile> files;  ///< each file once, in the order named; those of a folder by name
  geology::Diagnostics diagnostics;
};

/// Folders are read with their subfolders; hidden files and folders
/// (".git") and caches are left out; a link that leads
/// back into a folder already seen is not followed. PRJ-NOT-FOUND, PRJ-UNREADABLE, PRJ-TOO-MANY-FILES,
/// PRJ-TOO-DEEP, PRJ-NOT-A-FILE.
SourceList listSources(const std::vector<std::string>& paths);

constexpr std::size_t kMaxFiles = 20000;
constexpr std::size_t kMaxFolderDepth = 32;

}  // namespace adit::project
