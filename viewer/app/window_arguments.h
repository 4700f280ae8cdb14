// The options of the window: of `adit PATH...` and of `adit demo`.
#pragma once
#include <string>
#include <vector>

#include "viewer/app/cli_open.h"
#include "viewer/app/window.h"

namespace adit::viewer {

struct WindowArguments {
  OpenArguments open;
  std::vector<std::string> commands, legends;
  std::string screenshot, size;
  int present = 0;
  float scale = 0;
};

void addWindowOptions(CLI::App& app, WindowArguments& arguments);

/// Throws CLI::ValidationError for what makes no sense, and std::exception for a legend that cannot be read.
WindowOptions windowOptions(const WindowArguments& arguments);

}  // namespace adit::viewer
