#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "viewer/app/cli.h"
#include "viewer/app/cli_text.h"
#include "viewer/app/cli_view.h"
#include "viewer/app/terminal_progress.h"
#include "viewer/app/tour_access.h"
#include "viewer/publish/film.h"

namespace adit::viewer {
namespace {

struct FilmArguments {
  ViewArguments view;
  std::string tour, output, size = "1280x720";
  bool path = false, plain = false, noCaptions = false;
  FilmRequest film;
};

/// Makes the film while another thread tells how far it is.
std::variant<FilmMade, std::string> madeWithProgress(FilmJob job, const FilmRequest& request,
                                                     Interrupts& interrupts) {
  std::variant<FilmMade, std::string> result;
  try {
    workInTerminal("adit film", interrupts, [&](geology::Progress& progress) {
      result = makeFilm(std::move(job), request, progress);
    });
  } catch (const geology::Cancelled&) {
    return std::string("cancelled; nothing was written");
  }
  return result;
}

PlayedTour tourOf(const FilmArguments& arguments, OpenedView& view, double aspect) {
  const PlayRequest play{aspect, !arguments.plain};
  if (arguments.path) {
    PlayedTour path = playablePath(view.state, play);
    if (path.stops.empty() || !(durationOf(path) > 0))
      throw VerbFailure{"the view has no camera path; give one with -c 'path ...'", kExitUsage};
    return path;
  }
  if (!arguments.tour.empty()) {
    const Command command = orThrow(importTour(arguments.tour), kExitErrors);
    view.state = orThrow(apply(view.state, command, *view.opened.deposit), kExitErrors);
  }
  if (view.state.tour.empty())
    throw VerbFailure{"there is no tour; give one with --tour FILE, or a project that has one", kExitUsage};
  PlayedTour tour = playable(view.state, *view.opened.deposit, play);
  for (const std::string& fault : tour.faults) std::cerr << "adit film: " << fault << "\n";
  return tour;
}

int filmOrThrow(const CLI::App& verb, FilmArguments& arguments) {
  const auto format = filmFormatOf(arguments.output);
  if (const auto* fault = std::get_if<std::string>(&format)) throw VerbFailure{*fault, kExitUsage};
  const auto [width, height] = sizeOf(arguments.size);
  Interrupts interrupts;
  OpenedView view = openView(verb, arguments.view, static_cast<double>(width) / height);
  FilmRequest request = arguments.film;
  request.width = width;
  request.height = height;
  request.captions = !arguments.noCaptions;
  request.knownFor = supportForViews(view.opened.deposit);
  PlayedTour tour = tourOf(arguments, view, static_cast<double>(width) / height);
  const double seconds = request.seconds > 0 ? request.seconds : durationOf(tour);
  const auto made =
      madeWithProgress({std::move(view.opened), std::move(tour), arguments.output}, request, interrupts);
  if (const auto* fault = std::get_if<std::string>(&made)) throw VerbFailure{*fault, kExitErrors};
  const auto& film = std::get<FilmMade>(made);
  std::cout << arguments.output << "  " << formatCount(film.frames, "frame") << ", " << formatShort(seconds)
            << " s, " << film.encoder << "\n";
  return kExitOk;
}

int runFilm(const CLI::App& verb, FilmArguments& arguments) {
  try {
    return filmOrThrow(verb, arguments);
  } catch (const VerbFailure& failure) {
    std::cerr << "adit film: " << failure.message << "\n";
    return failure.exitCode;
  }
}

}  // namespace

void addFilmVerb(CLI::App& app, int& exitCode) {
  const auto arguments = std::make_shared<FilmArguments>();
  CLI::App* verb = app.add_subcommand("film", "A film of a tour or of a camera path, without a window");
  addViewOptions(*verb, arguments->view);
  verb->add_option("--tour", arguments->tour, "A tour file, in place of the tour of the project")
      ->type_name("FILE");
  verb->add_flag("--path", arguments->path, "The camera path of the view in place of a tour");
  verb->add_option("--size", arguments->size, "Pixels of the film, with captions and stamp")
      ->type_name("WxH")
      ->capture_default_str();
  verb->add_option("--fps", arguments->film.fps, "Frames a second")
      ->check(CLI::Range(0.5, 240.0))
      ->capture_default_str();
  verb->add_option("--seconds", arguments->film.seconds, "Length of the whole film; else as the tour says")
      ->check(CLI::Range(0.01, 86'400.0));
  verb->add_option("--scale", arguments->film.scale, "Text and lines grow with it")
      ->check(CLI::Range(0.25, 8.0))
      ->capture_default_str();
  verb->add_flag("--as-set", arguments->plain, "Honest View only in the stops that have it; else in all");
  verb->add_flag("--no-captions", arguments->noCaptions, "Without titles and texts");
  verb->add_option("-o,--output", arguments->output, "film.mp4, film.webm, or a folder for frames as PNG")
      ->required()
      ->type_name("FILE");
  verb->footer("Example: adit film mine.adit -o tour.mp4 --size 1920x1080");
  verb->callback([arguments, verb, &exitCode] { exitCode = runFilm(*verb, *arguments); });
}

}  // namespace adit::viewer
