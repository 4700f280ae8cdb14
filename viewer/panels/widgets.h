// The shared controls of all panels. Each returns what the person did; none keeps a value of its own.
#pragma once
#include <imgui.h>

#include <set>
#include <string>

#include "viewer/panels/style.h"

namespace adit::viewer {

/// What a control says under the pointer: a sentence and its key ("Ctrl+O"), both may be empty.
struct Hint {
  std::string text, key;
};
/// Shows the hint of the last item after a moment of rest.
void hintOfLastItem(const Hint& hint);

/// Heads of the groups of a panel; `folded` holds the titles that are closed. Returns whether it is open.
bool sectionHeader(const char* title, std::set<std::string>& folded, const Hint& hint);

/// A label and its value, right-aligned; what does not fit is shortened and shown whole under the pointer.
void factRow(const std::string& label, const std::string& value, Role valueRole = Role::Text);
/// Wrapped text in a role's colour.
void paragraph(const std::string& text, Role role = Role::Quiet);
/// A quiet label at the left of a row whose control is placed at `controlX` (design pixels from the left).
void rowLabel(const char* label, float controlX);

struct ButtonLook {
  bool active = false;
  bool enabled = true;
  Role iconRole = Role::Text;
  bool flat = false;     ///< a frame only under the pointer, and as high as a row: for bars
  bool compact = false;  ///< an icon as high as a field: beside fields
};
/// An icon, 28 design pixels wide; `word` stands in when the icon font is missing.
bool iconButton(const char* id, const char* icon, const char* word, const Hint& hint,
                const ButtonLook& look = {});
/// A button with text; filled with the accent colour when active. width 0: that of the text.
bool textButton(const char* label, const Hint& hint, const ButtonLook& look = {}, float width = 0);
/// The eye of a layer; true when clicked.
bool eyeToggle(const char* id, bool visible, const Hint& hint);
/// A whole row with a check box; true when clicked.
bool checkRow(const char* label, bool checked, const Hint& hint);

/// Text shortened with "..." to end before `right`, vertically centred on the row that starts at `at`.
void clippedText(const ImVec2& at, float right, const std::string& text, ImU32 ink);
/// Width that is left in the current row.
float roomLeft();
/// Of a text button that chooses its own width.
float textButtonWidth(const char* label);
/// The next item goes beside the last one where that wide a thing still fits, else below it.
void besideIfRoom(float width);
/// Moves the cursor so that an item of that width ends at the right edge.
void alignRight(float width);

}  // namespace adit::viewer
