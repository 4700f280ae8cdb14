#include "viewer/app/cli_open.h"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <future>
#include <iostream>

#include "geology/project/write_caches.h"
#include "viewer/app/estimate_records.h"
#include "viewer/app/legend_access.h"
#include "viewer/app/other_content.h"

namespace adit::viewer {

namespace {

/// One line that is written over until the work is done, then wiped.
void watchProgress(const geology::Progress& progress, const std::future<project::OpenResult>& work) {
  constexpr auto kQuiet = std::chrono::milliseconds(400);  // short work needs no progress line
  if (work.wait_for(kQuiet) == std::future_status::ready) return;
  while (work.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready) {
    const std::string what = progress.what().substr(0, 60);
    std::fprintf(stderr, "\r\x1b[K%3.0f %%  %s", 100 * progress.fraction(), what.c_str());
    std::fflush(stderr);
  }
  std::fputs("\r\x1b[K", stderr);
}

}  // namespace

void addOpenOptions(CLI::App& app, OpenArguments& arguments, bool pathsRequired) {
  CLI::Option* paths = app.add_option("PATH", arguments.paths,
                                      "Files, folders, a project (name.adit), a picture that Adit made, or "
                                      "synthetic:porphyry?seed=7");
  if (pathsRequired) paths->required();
  app.add_option("--choice", arguments.choices,
                 "Overrule a guess, e.g. survey.csv/dip-sign=positive-down; may be repeated")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  app.add_option("--crs", arguments.crs, "Bring everything into this CRS, e.g. EPSG:32612")->type_name("CRS");
  app.add_flag("--no-cache", arguments.noCache,
               "Read large block models from their files, and leave no caches (NAME.adit-cache) behind");
}

void addLegendOption(CLI::App& app, std::vector<std::string>& legends) {
  app.add_option("--legend", legends, "The legend of a column from a .json, .csv or .cpt; may be repeated")
      ->type_name("COLUMN=FILE")
      ->allow_extra_args(false);
}

project::OpenRequest requestOf(const OpenArguments& arguments) {
  project::OpenRequest request;
  request.paths = arguments.paths;
  request.targetCrs = arguments.crs;
  request.useCaches = !arguments.noCache;
  request.otherContent = describeOther;
  for (const std::string& choice : arguments.choices) {
    const std::size_t equals = choice.find('=');
    if (equals == 0 || equals == std::string::npos)
      throw CLI::ValidationError("--choice", "\"" + choice + "\" is not of the form KEY=VALUE");
    request.choices[choice.substr(0, equals)] = choice.substr(equals + 1);
  }
  return request;
}

std::array<int, 2> sizeOf(const std::string& text) {
  constexpr int kSmallest = 8, kLargest = 16384;
  int width = 0, height = 0;
  const char* const end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, width);
  const bool cross = first.ec == std::errc{} && first.ptr != end && *first.ptr == 'x';
  const auto second = cross ? std::from_chars(first.ptr + 1, end, height) : first;
  const bool whole = cross && second.ec == std::errc{} && second.ptr == end;
  const bool sane = whole && std::min(width, height) >= kSmallest && std::max(width, height) <= kLargest;
  if (!sane) throw CLI::ValidationError("--size", "\"" + text + "\" is no size between 8x8 and 16384x16384");
  return {width, height};
}

project::OpenResult openForTerminal(const project::OpenRequest& request) {
  geology::Progress progress;
  const auto openAndCache = [&] {
    project::OpenResult opened = project::open(request, progress);
    project::writeCaches(opened, progress);
    adoptEstimateRecords(opened);
    return opened;
  };
  if (::isatty(STDERR_FILENO) == 0) return openAndCache();
  std::future<project::OpenResult> work = std::async(std::launch::async, openAndCache);
  watchProgress(progress, work);
  return work.get();
}

void printDiagnostics(const geology::Diagnostics& diagnostics, geology::Severity atLeast) {
  for (const geology::Diagnostic& diagnostic : diagnostics)
    if (diagnostic.severity >= atLeast) std::cerr << geology::formatDiagnostic(diagnostic) << "\n";
}

void printChanges(const geology::Diagnostics& diagnostics) {
  for (const geology::Diagnostic& diagnostic : diagnostics)
    if (diagnostic.code == "PRJ-CHANGED") std::cerr << geology::formatDiagnostic(diagnostic) << "\n";
}

}  // namespace adit::viewer
