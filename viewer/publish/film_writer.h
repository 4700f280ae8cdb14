// Films as files: a video, or a folder of numbered pictures. Nothing has the name that was asked for before
// it is whole.
#pragma once
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "viewer/publish/picture.h"

namespace adit::viewer {

struct FilmShape {
  int width = 0, height = 0;
  double fps = 30;
  std::string title, comment;  ///< for those who read the texts of a film
};

class FilmWriter {
 public:
  virtual ~FilmWriter() = default;
  /// One after the other. An error text, or an empty string. `texts` only matter to pictures.
  virtual std::string add(const Image& frame, const std::vector<formats::PngText>& texts) = 0;
  /// Gives the film its name. An error text, or an empty string. A film that is not finished leaves nothing.
  virtual std::string finish() = 0;
  /// The frames are files of their own, which carry their views.
  virtual bool wantsTexts() const { return false; }
  /// "H.264 (libx264)", "PNG".
  virtual std::string description() const = 0;
};

enum class FilmFormat { Mp4, WebM, Frames };
/// By the ending: .mp4, .webm; a name without an ending, or one that ends with a slash, is a folder of
/// frames. An error text for others.
std::variant<FilmFormat, std::string> filmFormatOf(const std::string& path);

/// A writer, or why there is none: no encoder on this machine, an odd size, a folder that is not empty.
std::variant<std::unique_ptr<FilmWriter>, std::string> openFilm(const std::string& path,
                                                                const FilmShape& shape);

/// The parts of openFilm.
std::variant<std::unique_ptr<FilmWriter>, std::string> openVideo(const std::string& path, FilmFormat format,
                                                                 const FilmShape& shape);
std::variant<std::unique_ptr<FilmWriter>, std::string> openFrames(const std::string& path);

}  // namespace adit::viewer
