// Controls that hold a value: numbers, texts, sliders, lists, colours. Each returns what the person set.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "viewer/panels/widgets.h"

namespace adit::viewer {

/// The one text that is being typed, until it is accepted with Enter (or by leaving the field) or given up
/// with Escape.
struct EditMemory {
  ImGuiID field = 0;  ///< 0: nothing is being typed
  std::string text;
  int framesToFocus = 0;  ///< a field that was opened gets the keyboard a frame or two later
};

struct NumberField {
  const char* id;
  double value = 0;
  std::string unit;  ///< shown after the number
  int decimals = 2;
  float width = 0;  ///< framebuffer pixels; 0: what is left of the row
  Hint hint;
  std::optional<double> emptied{};  ///< what an emptied field says; without it the number stays
};
/// Right-aligned number in a frame; a click opens it for typing. Returns the number that was accepted.
std::optional<double> numberField(const NumberField& field, EditMemory& memory);

struct TextField {
  const char* id;
  std::string value;
  std::string ghost;  ///< shown while empty
  float width = 0;
  Hint hint;
};
/// Returns the text that was accepted.
std::optional<std::string> textField(const TextField& field, EditMemory& memory);

struct Slider {
  const char* id;
  double value = 0, lo = 0, hi = 1;
  std::string shown;  ///< the value as text, at the right
  bool logarithmic = false;
  Hint hint;
};
/// A thin track with a knob over the rest of the row. Returns the new value while it is dragged.
std::optional<double> slider(const Slider& slider);

struct Choice {
  const char* id;
  std::string current;
  std::vector<std::string> options;
  float width = 0;
  Hint hint;
};
/// A drop-down list; returns the index that was chosen.
std::optional<std::size_t> choice(const Choice& choice);

/// A small square of a colour; a click opens a colour picker when `editable`. Returns the colour while it is
/// picked.
std::optional<Color> swatch(const char* id, const Color& shown, bool editable, const Hint& hint);

}  // namespace adit::viewer
