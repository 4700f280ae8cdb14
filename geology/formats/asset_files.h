// The files of an asset as Assimp sees them: the one in memory, and those that it names beside it (the
// buffers of a glTF). For the asset reader only.
#pragma once
#include <assimp/IOStream.hpp>
#include <assimp/IOSystem.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace adit::formats {

class AssetFiles : public Assimp::IOSystem {
 public:
  /// `name`: what Assimp calls the file in memory; it tells formats by the ending.
  AssetFiles(std::string name, std::string_view bytes, std::filesystem::path folder)
      : name_(std::move(name)), bytes_(bytes), folder_(std::move(folder)) {}

  bool Exists(const char* file) const override;
  char getOsSeparator() const override { return '/'; }
  Assimp::IOStream* Open(const char* file, const char* mode) override;
  void Close(Assimp::IOStream* stream) override { delete stream; }

  const std::vector<std::string>& sideFiles() const { return sideFiles_; }

 private:
  /// The file beside the asset, or empty: an asset has no business outside its own folder.
  std::filesystem::path besideAsset(const char* file) const;

  std::string name_;
  std::string_view bytes_;
  std::filesystem::path folder_;
  std::vector<std::string> sideFiles_;
};

}  // namespace adit::formats
