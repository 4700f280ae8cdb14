// From the keys of GLFW to those of the table of shortcuts.
#pragma once
#include <optional>

#include "viewer/panels/shortcuts.h"

namespace adit::viewer {

/// The chord of a pressed key by what is printed on it, so that Z is Z on every layout; nothing for keys that
/// the table cannot name. `printed`: glfwGetKeyName of the key, or nullptr.
std::optional<KeyChord> chordOf(int glfwKey, int glfwModifiers, const char* printed);

}  // namespace adit::viewer
