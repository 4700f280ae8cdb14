#include "geology/project/source_list.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "geology/project/block_cache.h"

namespace adit::project {

namespace {

namespace fs = std::filesystem;
using geology::Severity;

class Lister {
 public:
  void addNamed(const std::string& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found || status.type() == fs::file_type::none) {
      say(Severity::Error, "PRJ-NOT-FOUND", path, error ? error.message() : "there is no such file or folder",
          "check the path; a name with blanks needs quotes");
    } else if (fs::is_directory(status)) {
      addFolder(path, 0);
    } else {
      addFile(path, status, true);
    }
  }

  SourceList take() { return std::move(list_); }

 private:
  void addFolder(const fs::path& folder, std::size_t depth) {
    if (depth > kMaxFolderDepth) {
      say(Severity::Warning, "PRJ-TOO-DEEP", folder.string(),
          "folders below " + std::to_string(kMaxFolderDepth) + " levels are not searched",
          "name the deep folder itself");
      return;
    }
    if (!seen_.insert(identityOf(folder)).second) return;
    std::error_code error;
    std::vector<fs::path> entries;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
      entries.push_back(it->path());
    if (error)
      say(Severity::Error, "PRJ-UNREADABLE", folder.string(), error.message(), "check who may read it");
    std::sort(entries.begin(), entries.end());
    for (const fs::path& entry : entries) addEntry(entry, depth);
  }

  void addEntry(const fs::path& entry, std::size_t depth) {
    if (entry.filename().string().starts_with('.') || isCachePath(entry.string())) return;
    std::error_code error;
    const fs::file_status status = fs::status(entry, error);
    if (fs::is_directory(status))
      addFolder(entry, depth + 1);
    else
      addFile(entry, status, false);
  }

  void addFile(const fs::path& path, const fs::file_status& status, bool named) {
    if (!fs::is_regular_file(status)) {
      say(Severity::Warning, "PRJ-NOT-A-FILE", path.string(),
          "this is no file: a broken link, a pipe or a device", "name the file itself");
      return;
    }
    if (list_.files.size() >= kMaxFiles) {
      if (tooMany_ == 0)
        say(Severity::Error, "PRJ-TOO-MANY-FILES", path.string(),
            "only the first " + std::to_string(kMaxFiles) + " files are read",
            "name the folder of one deposit instead of a whole disk");
      else
        list_.diagnostics[tooMany_ - 1].count++;
      if (tooMany_ == 0) tooMany_ = list_.diagnostics.size();
      return;
    }
    if (seen_.insert(identityOf(path)).second) list_.files.push_back({path.string(), named, {}});
  }

  /// One text for a file however it was reached.
  static std::string identityOf(const fs::path& path) {
    std::error_code error;
    const fs::path canonical = fs::canonical(path, error);
    return error ? path.string() : canonical.string();
  }

  void say(Severity severity, const char* code, std::string path, std::string message, const char* remedy) {
    list_.diagnostics.push_back({.severity = severity,
                                 .code = code,
                                 .file = std::move(path),
                                 .message = std::move(message),
                                 .remedy = remedy});
  }

  SourceList list_;
  std::set<std::string> seen_;
  std::size_t tooMany_ = 0;  ///< place of the diagnostic + 1
};

}  // namespace

SourceList listSources(const std::vector<std::string>& paths) {
  Lister lister;
  for (const std::string& path : paths) lister.addNamed(path);
  return lister.take();
}

}  // namespace adit::project
