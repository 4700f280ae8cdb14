// What the program remembers from one run to the next: recent files, the last session, the size of the
// window.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "viewer/panels/panel_memory.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct Settings {
  std::vector<std::string> recent;                         ///< latest first, without repetition
  std::vector<std::string> sessionPaths;                   ///< what was open when the program was left
  std::string sessionState;                                ///< its ViewState as JSON
  int width = 0, height = 0;                               ///< of the window in screen units; 0: never stored
  float leftWidth = kLeftWidth, rightWidth = kRightWidth;  ///< of the side panels, design pixels
  Theme theme = Theme::Dark;
  friend bool operator==(const Settings&, const Settings&) = default;
};

/// Anything that is missing, broken or out of bounds in the text is left at its default.
Settings parseSettings(std::string_view json);
std::string formatSettings(const Settings& settings);

/// $XDG_CONFIG_HOME/adit/settings.json, else ~/.config/adit/settings.json; empty when there is neither.
std::filesystem::path settingsPath();
/// The defaults when there is no file.
Settings loadSettings(const std::filesystem::path& path);
/// Writes a new file and puts it in the place of the old one; false when that was not possible.
bool storeSettings(const Settings& settings, const std::filesystem::path& path);

/// Puts paths at the head of the recent ones.
void remember(Settings& settings, const std::vector<std::string>& paths);

}  // namespace adit::viewer
