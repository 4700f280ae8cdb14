#include "geology/formats/asset_files.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>
#include <system_error>

namespace adit::formats {
namespace {

/// Bytes that are in memory already, its own or borrowed.
class MemoryStream : public Assimp::IOStream {
 public:
  explicit MemoryStream(std::string_view bytes) : bytes_(bytes) {}
  explicit MemoryStream(std::string&& owned) : owned_(std::move(owned)), bytes_(owned_) {}

  std::size_t Read(void* into, std::size_t size, std::size_t count) override {
    if (size == 0) return 0;
    const std::size_t items = std::min(count, (bytes_.size() - position_) / size);
    if (items > 0) std::memcpy(into, bytes_.data() + position_, items * size);
    position_ += items * size;
    return items;
  }
  std::size_t Write(const void*, std::size_t, std::size_t) override { return 0; }
  aiReturn Seek(std::size_t offset, aiOrigin origin) override {
    const std::size_t from = origin == aiOrigin_SET ? 0 : origin == aiOrigin_CUR ? position_ : bytes_.size();
    // From the end Assimp counts backwards with positive offsets.
    const std::size_t target = origin == aiOrigin_END ? from - offset : from + offset;
    if (target > bytes_.size()) return aiReturn_FAILURE;
    position_ = target;
    return aiReturn_SUCCESS;
  }
  std::size_t Tell() const override { return position_; }
  std::size_t FileSize() const override { return bytes_.size(); }
  void Flush() override {}

 private:
  std::string owned_;
  std::string_view bytes_;
  std::size_t position_ = 0;
};

}  // namespace

std::filesystem::path AssetFiles::besideAsset(const char* file) const {
  const std::filesystem::path relative = std::filesystem::path(file).lexically_normal();
  if (relative.empty() || relative.is_absolute() || *relative.begin() == "..") return {};
  std::error_code error;
  std::filesystem::path path = folder_ / relative;
  return std::filesystem::is_regular_file(path, error) ? path : std::filesystem::path();
}

bool AssetFiles::Exists(const char* file) const {
  return name_ == file || !besideAsset(file).empty();
}

Assimp::IOStream* AssetFiles::Open(const char* file, const char* /*mode*/) {
  if (name_ == file) return new MemoryStream(bytes_);
  const std::filesystem::path path = besideAsset(file);
  if (path.empty()) return nullptr;
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return nullptr;
  std::string bytes{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  if (std::find(sideFiles_.begin(), sideFiles_.end(), path.string()) == sideFiles_.end())
    sideFiles_.push_back(path.string());
  return new MemoryStream(std::move(bytes));
}

}  // namespace adit::formats
