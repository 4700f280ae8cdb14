// The bytes of a file, mapped into memory: nothing is copied, pages come as the reader asks for them.
#pragma once
#include <string>
#include <string_view>

namespace adit::project {

class MappedFile {
 public:
  /// Throws std::system_error when the file cannot be opened or is no regular file.
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace adit::project
