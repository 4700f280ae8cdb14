// A model and the record of its estimate, written whole or not at all.
#pragma once
#include <array>
#include <string>
#include <utility>

namespace adit::viewer {

/// Both are written under other names beside it and renamed when they are whole: no run leaves half a file,
/// or half of an old one. What was not kept is removed.
class WholeFiles {
 public:
  explicit WholeFiles(const std::string& model);
  ~WholeFiles();
  WholeFiles(const WholeFiles&) = delete;
  WholeFiles& operator=(const WholeFiles&) = delete;

  // Where to write.
  const std::string& model() const { return names_[0].first; }
  const std::string& record() const { return names_[1].first; }
  /// Why the files could not be renamed; empty: they are there.
  std::string keep() const;

 private:
  std::array<std::pair<std::string, std::string>, 2> names_;  ///< written as, and its name when it is whole
};

/// False when the file cannot be written.
bool writeText(const std::string& path, const std::string& text);

}  // namespace adit::viewer
