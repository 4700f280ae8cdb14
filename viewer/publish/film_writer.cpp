#include "viewer/publish/film_writer.h"

#include <array>
#include <cstdio>
#include <filesystem>

namespace adit::viewer {
namespace {

namespace fs = std::filesystem;
using Opened = std::variant<std::unique_ptr<FilmWriter>, std::string>;

class FrameFolder final : public FilmWriter {
 public:
  FrameFolder(fs::path folder, fs::path partial) : folder_(std::move(folder)), partial_(std::move(partial)) {}
  ~FrameFolder() override {
    std::error_code ignored;
    if (!finished_) fs::remove_all(partial_, ignored);
  }
  std::string add(const Image& frame, const std::vector<formats::PngText>& texts) override {
    std::array<char, 32> name{};
    std::snprintf(name.data(), name.size(), "frame_%06zu.png", ++count_);
    return writePng(frame, (partial_ / name.data()).string(), texts);
  }
  std::string finish() override {
    std::error_code fault;
    fs::remove(folder_, fault);  // an empty one, as openFrames has made sure
    fs::rename(partial_, folder_, fault);
    if (fault) return "cannot name the frames " + folder_.string() + ": " + fault.message();
    finished_ = true;
    return {};
  }
  bool wantsTexts() const override { return true; }
  std::string description() const override { return "PNG"; }

 private:
  fs::path folder_, partial_;
  std::size_t count_ = 0;
  bool finished_ = false;
};

}  // namespace

std::variant<FilmFormat, std::string> filmFormatOf(const std::string& path) {
  const fs::path name(path);
  if (path.empty() || name.filename().empty() || !name.has_extension()) return FilmFormat::Frames;
  if (name.extension() == ".mp4") return FilmFormat::Mp4;
  if (name.extension() == ".webm") return FilmFormat::WebM;
  return "a film ends in .mp4 or .webm, or is a folder of frames without an ending; not " +
         name.extension().string();
}

Opened openFrames(const std::string& path) {
  fs::path folder = fs::path(path).lexically_normal();
  if (folder.filename().empty()) folder = folder.parent_path();
  std::error_code fault;
  if (fs::exists(folder, fault) && !fs::is_empty(folder, fault))
    return folder.string() + " is not empty: frames go into a folder of their own";
  const fs::path partial = folder.string() + ".part";
  if (fs::exists(partial, fault))
    return partial.string() + " is there from a run that was broken off; remove it";
  fs::create_directories(partial, fault);
  if (fault) return "cannot make the folder " + partial.string() + ": " + fault.message();
  return std::make_unique<FrameFolder>(folder, partial);
}

Opened openFilm(const std::string& path, const FilmShape& shape) {
  const auto format = filmFormatOf(path);
  if (const auto* fault = std::get_if<std::string>(&format)) return *fault;
  if (std::get<FilmFormat>(format) == FilmFormat::Frames) return openFrames(path);
  return openVideo(path, std::get<FilmFormat>(format), shape);
}

}  // namespace adit::viewer
