// The file dialog: the folders of the machine, a path that can be typed.
#include <cmath>

#include "viewer/panels/actions.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/widget_parts.h"

namespace adit::viewer {
namespace {

struct Dialog {
  PanelMemory& memory;
  PanelOutput& output;
  FileBrowser& browser;

  void open(const std::filesystem::path& path) const {
    request(output, AppRequest::Kind::OpenPath, path.string());
  }
};

/// A folder is shown, a file is opened.
void goTo(const Dialog& dialog, const std::filesystem::path& path) {
  std::error_code fault;
  if (std::filesystem::is_regular_file(path, fault)) return dialog.open(path);
  dialog.browser = browseFolder(path);
}

void drawPath(const Dialog& dialog) {
  if (iconButton("##up", icons::kUp, "Up", {"The folder above", ""}, {.compact = true}))
    dialog.browser = browseFolder(dialog.browser.folder.parent_path());
  ImGui::SameLine(0, px(4));
  const auto typed = textField({"##path",
                                dialog.browser.folder.string(),
                                "",
                                0,
                                {"Type the path of a file or folder and press Enter.", ""}},
                               dialog.memory.edit);
  if (typed) goTo(dialog, typedPath(dialog.browser, *typed));
}

/// One line; true when it was opened by a double click.
bool drawEntry(const Dialog& dialog, const FolderEntry& entry) {
  const ItemBox box = item(entry.name.c_str(), {roomLeft(), frameHeight()});
  const bool selected = dialog.browser.selected == entry.name;
  if (box.hovered || selected)
    ImGui::GetWindowDrawList()->AddRectFilled(box.min, box.max, frameInk(box), px(4));
  if (selected) ImGui::GetWindowDrawList()->AddRect(box.min, box.max, ink(Role::Accent), px(4));
  const float y = std::round(box.center().y - ImGui::GetFontSize() / 2);
  if (iconsAvailable())
    drawIcon({box.min, {box.min.x + px(32), box.max.y}}, entry.folder ? icons::kFolder : icons::kFile,
             Face::Body, ink(entry.folder ? Role::Accent : Role::Quiet));
  const float dateLeft = box.max.x - px(128), sizeRight = dateLeft - px(16);
  clippedText({box.min.x + px(36), y}, sizeRight - px(72), entry.name, ink(Role::Text));
  if (!entry.folder) {
    const std::string size = byteText(entry.bytes);
    clippedText({sizeRight - ImGui::CalcTextSize(size.c_str()).x, y}, sizeRight + 1, size, ink(Role::Quiet));
  }
  clippedText({dateLeft, y}, box.max.x, entry.modified, ink(Role::Quiet));
  if (box.clicked) dialog.browser.selected = entry.name;
  return box.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
}

void drawEntries(const Dialog& dialog) {
  ImGui::BeginChild("##entries", {0, -px(40)});
  if (!dialog.browser.listing.fault.empty()) paragraph(dialog.browser.listing.fault, Role::Error);
  std::optional<std::filesystem::path> opened;
  for (const FolderEntry& entry : dialog.browser.listing.entries)
    if (drawEntry(dialog, entry)) opened = dialog.browser.folder / entry.name;
  if (dialog.browser.listing.hidden > 0)
    paragraph(std::to_string(dialog.browser.listing.hidden) +
              " hidden entries are not listed; type their path.");
  ImGui::EndChild();
  if (opened) goTo(dialog, *opened);
}

}  // namespace

void drawFileDialog(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const Dialog dialog{memory, output, *memory.browser};
  {
    const FaceScope face(Face::Title);
    ImGui::TextUnformatted("Open");
  }
  drawPath(dialog);
  drawEntries(dialog);
  ImGui::Dummy({0, px(4)});
  const bool whole = dialog.browser.selected.empty();
  const std::string label = (whole ? "Open this folder" : "Open " + dialog.browser.selected) + "##open";
  if (textButton(label.c_str(), {"Everything in a folder is read with its subfolders.", "Enter"}, {true},
                 px(260)) ||
      (memory.edit.field == 0 && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter))))
    dialog.open(chosenPath(dialog.browser));
  ImGui::SameLine(0, px(8));
  if (textButton("Close##dialog", {"Open nothing", hintOf(Action::Cancel).key}))
    perform(Action::Cancel, input, memory, output);
}

}  // namespace adit::viewer
