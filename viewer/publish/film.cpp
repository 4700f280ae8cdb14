#include "viewer/publish/film.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <optional>
#include <utility>

#include "geology/project/picture_project.h"
#include "geology/project/save_project.h"
#include "viewer/publish/picture_export.h"
#include "viewer/publish/refusal.h"
#include "viewer/publish/text_pen.h"
#include "viewer/scene/headless_context.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

constexpr double kMostOfHeight = 0.25;  ///< for the caption, and for the stamp

Caption captionOf(const PlayedStop& stop) {
  return {stop.title, stop.text};
}

Image padded(Image image, int height, const Color& color) {
  if (image.height >= height) return image;
  const Image rest = plainImage(image.width, height - image.height, color);
  return stacked(std::move(image), rest);
}

FooterRoom roomOf(const FilmRequest& request, Theme theme, int mostHeight) {
  return {request.width, mostHeight, request.scale, theme};
}

}  // namespace

FilmLayout layoutOfFilm(const project::OpenResult& opened, const PlayedTour& tour, const FilmRequest& request,
                        const std::string& date) {
  FilmLayout layout;
  const int most = static_cast<int>(request.height * kMostOfHeight);
  for (const PlayedStop& stop : tour.stops) {
    const FooterRoom room = roomOf(request, stop.view.theme, most);
    if (request.captions) layout.caption = std::max(layout.caption, captionHeight(captionOf(stop), room));
    layout.stamp = std::max(layout.stamp, drawFooter(stampOf(opened, stop.view, date), room).height);
  }
  layout.picture = request.height - layout.caption - layout.stamp;
  return layout;
}

Image drawStrip(const FilmStrip& strip, const FilmRequest& request, const FilmLayout& layout) {
  const Image stamp = padded(drawFooter(strip.stamp, roomOf(request, strip.theme, layout.stamp)),
                             layout.stamp, paletteOf(strip.theme).skyBottom);
  if (layout.caption == 0) return stamp;
  return stacked(drawCaption(strip.caption, roomOf(request, strip.theme, layout.caption), layout.caption),
                 stamp);
}

struct FilmPainter::Impl {
  Impl(project::OpenResult wanted, PlayedTour played, const FilmRequest& asked)
      : opened(std::move(wanted)), tour(std::move(played)), request(asked), scene(context.host()) {
    layout = layoutOfFilm(opened, tour, request, date);
    scene.setSize(request.width, layout.picture, request.scale);
    scene.setDeposit(opened.deposit);
  }

  double secondsOf(std::size_t frame) const {
    const double real = static_cast<double>(frame) / request.fps;
    return request.seconds > 0 ? real * durationOf(tour) / request.seconds : real;
  }

  void learnFor(const ViewState& state) {
    if (!request.knownFor) return;
    auto known = request.knownFor(state);
    if (known == opened.deposit) return;
    opened.deposit = std::move(known);
    scene.learn(opened.deposit);
  }

  void draw(const TourMoment& moment) {
    const Caption caption = request.captions ? captionOf(tour.stops[moment.stop]) : Caption{};
    if (shown == moment.state && captioned == caption) return;
    if (shown != moment.state) {
      learnFor(moment.state);
      scene.sync(moment.state);
      picture = scene.capture();
    }
    const FilmStrip strip{caption, stampOf(opened, moment.state, date), moment.state.theme};
    image = stacked(picture, drawStrip(strip, request, layout));
    shown = moment.state;
    captioned = caption;
  }

  project::OpenResult opened;
  PlayedTour tour;
  FilmRequest request;
  FilmLayout layout;
  std::string date = pictureDate();
  HeadlessContext context;
  Scene scene;
  Image picture, image;
  std::optional<ViewState> shown;
  Caption captioned;
};

FilmPainter::FilmPainter(project::OpenResult opened, PlayedTour tour, const FilmRequest& request)
    : impl_(std::make_unique<Impl>(std::move(opened), std::move(tour), request)) {}
FilmPainter::~FilmPainter() = default;

std::size_t FilmPainter::frameCount() const {
  const FilmRequest& request = impl_->request;
  const double seconds = request.seconds > 0 ? request.seconds : durationOf(impl_->tour);
  return std::max<std::size_t>(1, static_cast<std::size_t>(std::llround(seconds * request.fps)));
}

const FilmLayout& FilmPainter::layout() const {
  return impl_->layout;
}

TourMoment FilmPainter::momentOf(std::size_t frame) const {
  return momentAt(impl_->tour, impl_->secondsOf(frame));
}

const Image& FilmPainter::frame(std::size_t frame) {
  impl_->draw(momentOf(frame));
  return impl_->image;
}

std::string filmRefusal(const geology::Deposit& deposit, const PlayedTour& tour) {
  for (const PlayedStop& stop : tour.stops)
    if (std::string refused = refusal(deposit, stop.view, "film"); !refused.empty())
      return "stop " + std::to_string(stop.index + 1) + ": " + refused;
  return {};
}

std::variant<FilmMade, std::string> makeFilm(FilmJob job, const FilmRequest& request,
                                             geology::Progress& progress) {
  if (job.tour.stops.empty()) return "there is no stop that can be shown";
  if (std::string refused = filmRefusal(*job.opened.deposit, job.tour); !refused.empty()) return refused;
  project::hashSources(job.opened.sources, progress);
  const std::string folder = std::filesystem::path(job.path).parent_path().string();
  project::ProjectFile project = project::describeProject(job.opened, folder, progress);
  const Stamp stamp = stampOf(job.opened, job.tour.stops.front().view, pictureDate());
  const FilmShape shape{request.width, request.height, request.fps, job.opened.deposit->name,
                        stampText(stamp)};
  FilmPainter painter(job.opened, job.tour, request);
  if (painter.layout().stamp == 0 || painter.layout().picture < request.height / 3)
    return "a film of that size has no room for its captions and its stamp";
  auto opened = openFilm(job.path, shape);
  if (const auto* fault = std::get_if<std::string>(&opened)) return *fault;
  const auto& writer = std::get<std::unique_ptr<FilmWriter>>(opened);
  const std::size_t count = painter.frameCount();
  for (std::size_t frame = 0; frame < count; ++frame) {
    progress.throwIfCancelled();
    const Image& image = painter.frame(frame);
    std::vector<formats::PngText> texts;
    if (writer->wantsTexts()) {
      const ViewState state = painter.momentOf(frame).state;
      project.viewJson = toJson(state);
      texts = {{project::kPictureKeyword, project::formatProject(project)},
               {"Description", stampText(stampOf(job.opened, state, pictureDate()))},
               {"Software", std::string("Adit ") + ADIT_VERSION}};
    }
    if (std::string fault = writer->add(image, texts); !fault.empty()) return fault;
    progress.report(static_cast<double>(frame + 1) / static_cast<double>(count),
                    "frame " + std::to_string(frame + 1) + " of " + std::to_string(count));
  }
  if (std::string fault = writer->finish(); !fault.empty()) return fault;
  return FilmMade{count, writer->description()};
}

}  // namespace adit::viewer
