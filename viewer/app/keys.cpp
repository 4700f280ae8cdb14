#include "viewer/app/keys.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace adit::viewer {
namespace {

std::optional<int> namedKey(int key) {
  switch (key) {
    case GLFW_KEY_ESCAPE:
      return kKeyEscape;
    case GLFW_KEY_TAB:
      return kKeyTab;
    case GLFW_KEY_BACKSPACE:
      return kKeyBackspace;
    case GLFW_KEY_DELETE:
      return kKeyDelete;
    case GLFW_KEY_SPACE:
      return kKeySpace;
    case GLFW_KEY_LEFT:
      return kKeyLeft;
    case GLFW_KEY_RIGHT:
      return kKeyRight;
    case GLFW_KEY_UP:
      return kKeyUp;
    case GLFW_KEY_DOWN:
      return kKeyDown;
    case GLFW_KEY_PAGE_UP:
      return kKeyPageUp;
    case GLFW_KEY_PAGE_DOWN:
      return kKeyPageDown;
    case GLFW_KEY_F1:
      return kKeyF1;
    case GLFW_KEY_F5:
      return kKeyF5;
    case GLFW_KEY_HOME:
      return kKeyHome;
    case GLFW_KEY_END:
      return kKeyEnd;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
      return kKeyEnter;
    case GLFW_KEY_KP_ADD:
      return '+';
    case GLFW_KEY_KP_SUBTRACT:
      return '-';
    default:
      return std::nullopt;
  }
}

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

std::optional<KeyChord> chordOf(int glfwKey, int glfwModifiers, const char* printed) {
  KeyChord chord;
  chord.ctrl = (glfwModifiers & GLFW_MOD_CONTROL) != 0;
  chord.shift = (glfwModifiers & GLFW_MOD_SHIFT) != 0;
  if (const std::optional<int> named = namedKey(glfwKey)) {
    chord.key = *named;
  } else if (printed != nullptr && printed[0] > ' ' && printed[1] == '\0') {
    chord.key = upper(printed[0]);
  } else if (glfwKey > GLFW_KEY_SPACE && glfwKey <= GLFW_KEY_GRAVE_ACCENT) {
    chord.key = glfwKey;  // GLFW's codes of printed keys are their ASCII characters on a US keyboard
  } else {
    return std::nullopt;
  }
  if (chord.key == '=' && chord.shift) return KeyChord{'+', chord.ctrl, false};
  return chord;
}

}  // namespace adit::viewer
