// A tour as frames and as a film: without a window, the same each time.
#pragma once
#include <functional>
#include <memory>
#include <string>

#include "geology/model/progress.h"
#include "geology/project/open.h"
#include "viewer/publish/caption.h"
#include "viewer/publish/film_writer.h"
#include "viewer/state/tour_player.h"

namespace adit::viewer {

/// The deposit as it is known for a view: its data support may depend on the date that the view asks for.
using KnownFor = std::function<std::shared_ptr<const geology::Deposit>(const ViewState&)>;

struct FilmRequest {
  int width = 1280, height = 720;
  double fps = 30;
  double scale = 1;    ///< of text and lines
  double seconds = 0;  ///< of the whole film, played slower or faster; 0: as the tour says
  bool captions = true;
  KnownFor knownFor{};  ///< empty: the deposit knows all there is
};

/// How a frame is divided, the same for a whole film: the picture, below it the caption, below that the
/// stamp.
struct FilmLayout {
  int picture = 0, caption = 0, stamp = 0;  ///< heights in pixels
};

/// Every stop's caption and stamp have room, so that nothing jumps while the film plays.
FilmLayout layoutOfFilm(const project::OpenResult& opened, const PlayedTour& tour, const FilmRequest& request,
                        const std::string& date);

/// What stands below the picture.
struct FilmStrip {
  Caption caption;
  Stamp stamp;
  Theme theme = Theme::Dark;
};
/// As wide as the film and as high as caption and stamp of its layout.
Image drawStrip(const FilmStrip& strip, const FilmRequest& request, const FilmLayout& layout);

class FilmPainter {
 public:
  /// `opened` has its sources hashed, and the data support that the views ask for. The tour has a stop.
  /// Throws std::runtime_error when the machine has no usable OpenGL.
  FilmPainter(project::OpenResult opened, PlayedTour tour, const FilmRequest& request);
  ~FilmPainter();
  FilmPainter(const FilmPainter&) = delete;
  FilmPainter& operator=(const FilmPainter&) = delete;

  std::size_t frameCount() const;
  const FilmLayout& layout() const;
  /// The moment of the tour that a frame shows.
  TourMoment momentOf(std::size_t frame) const;
  const Image& frame(std::size_t frame);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// What public mode has against a stop, as for pictures; empty: nothing.
std::string filmRefusal(const geology::Deposit& deposit, const PlayedTour& tour);

struct FilmJob {
  project::OpenResult opened;  ///< sources that have no hash yet are hashed
  PlayedTour tour;
  std::string path;
};
struct FilmMade {
  std::size_t frames = 0;
  std::string encoder;
};
/// Makes the film and gives it its name when it is whole. An error text, or what was made. Throws
/// geology::Cancelled and std::runtime_error, and leaves nothing then.
std::variant<FilmMade, std::string> makeFilm(FilmJob job, const FilmRequest& request,
                                             geology::Progress& progress);

}  // namespace adit::viewer
