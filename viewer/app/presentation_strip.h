// What stands below the picture of a show in the window: the same strip as in a film, as a texture.
#pragma once
#include <optional>

#include "viewer/app/presentation.h"
#include "viewer/publish/film.h"

namespace adit::viewer {

class PresentationStrip {
 public:
  PresentationStrip() = default;
  ~PresentationStrip();
  PresentationStrip(const PresentationStrip&) = delete;
  PresentationStrip& operator=(const PresentationStrip&) = delete;

  struct Screen {
    int width = 0, height = 0;  ///< framebuffer pixels
    double scale = 1;
    friend bool operator==(const Screen&, const Screen&) = default;
  };
  /// How the screen is divided for this tour.
  const FilmLayout& layout(const project::OpenResult& opened, const PlayedTour& tour, const Screen& screen);
  /// The strip of what is shown now, painted when it is another; 0 where there is no room for one. The
  /// window's OpenGL context is current.
  unsigned int texture(const project::OpenResult& opened, const Presentation& show);
  /// Another tour, or a deposit of which more is known.
  void forget();

 private:
  void upload(const Image& image);

  FilmRequest request_;
  std::optional<Screen> screen_;  ///< that `layout_` is for
  FilmLayout layout_;
  std::optional<ViewState> painted_;
  Caption caption_;
  unsigned int texture_ = 0;
};

}  // namespace adit::viewer
