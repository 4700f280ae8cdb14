// The file dialog: the folders of the machine, a path that can be typed.
#include <cmath>
#include <optional>

#include "viewer/panels/actions.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/icons.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/widget_parts.h"

namespace adit::viewer {
namespace {

constexpr const char* kLegendEnding = "The ending chooses the form: .json, .csv, .cpt.";
constexpr const char* kTourEnding = "A tour is JSON that a person can read.";
constexpr const char* kPitEnding = "Statements about a pit are JSON that a person can read.";
constexpr const char* kPlanEnding = "JSON, which adit estimate --plan reads too.";
constexpr const char* kPlanFile = "A plan as adit estimate --template writes it.";
constexpr const char* kColumnsEnding = "The ending chooses the form: .csv, .vti, .vtu.";
constexpr const char* kPitFile = "JSON as adit pit reads it; it takes the place of what is stated.";
constexpr const char* kLegendFile = "JSON of Adit, a table with a colour column, or a GMT palette.";
constexpr const char* kTourFile = "JSON as Adit writes a tour; it takes the place of the tour that is here.";

struct Dialog {
  PanelMemory& memory;
  PanelOutput& output;
  FileBrowser& browser;

  bool writes() const {
    return memory.fileTask == FileTask::ExportLegend || memory.fileTask == FileTask::ExportTour ||
           memory.fileTask == FileTask::ExportPit || memory.fileTask == FileTask::PitColumns ||
           memory.fileTask == FileTask::ExportPlan;
  }
  const char* endingText() const {
    if (memory.fileTask == FileTask::ExportTour) return kTourEnding;
    if (memory.fileTask == FileTask::ExportPlan) return kPlanEnding;
    if (memory.fileTask == FileTask::ExportPit) return kPitEnding;
    return memory.fileTask == FileTask::PitColumns ? kColumnsEnding : kLegendEnding;
  }
  const char* fileText() const {
    if (memory.fileTask == FileTask::ImportTour) return kTourFile;
    if (memory.fileTask == FileTask::ImportPlan) return kPlanFile;
    return memory.fileTask == FileTask::ImportPit ? kPitFile : kLegendFile;
  }
  /// Only "Open" takes folders.
  bool takesFolders() const { return memory.fileTask == FileTask::Open; }
  void take(const std::filesystem::path& path) const {
    AppRequest wanted{AppRequest::Kind::OpenPath, path.string(), memory.fileColumn};
    if (memory.fileTask == FileTask::ImportLegend) wanted.kind = AppRequest::Kind::ImportLegend;
    if (memory.fileTask == FileTask::ExportLegend) wanted.kind = AppRequest::Kind::ExportLegend;
    if (memory.fileTask == FileTask::ImportTour) wanted.kind = AppRequest::Kind::ImportTour;
    if (memory.fileTask == FileTask::ExportTour) wanted.kind = AppRequest::Kind::ExportTour;
    if (memory.fileTask == FileTask::ImportPit) wanted.kind = AppRequest::Kind::ImportPit;
    if (memory.fileTask == FileTask::ExportPit) wanted.kind = AppRequest::Kind::ExportPit;
    if (memory.fileTask == FileTask::PitColumns) wanted.kind = AppRequest::Kind::WritePitColumns;
    if (memory.fileTask == FileTask::ImportPlan) wanted.kind = AppRequest::Kind::ImportPlan;
    if (memory.fileTask == FileTask::ExportPlan) wanted.kind = AppRequest::Kind::ExportPlan;
    output.requests.push_back(std::move(wanted));
  }
};

/// A folder is shown; a file is taken, or gives its name to the one that is written.
void goTo(const Dialog& dialog, const std::filesystem::path& path) {
  std::error_code fault;
  const bool file = std::filesystem::is_regular_file(path, fault);
  if (file && !dialog.writes()) return dialog.take(path);
  if (file) dialog.memory.fileName = path.filename().string();
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
  if (box.clicked && dialog.writes() && !entry.folder) dialog.memory.fileName = entry.name;
  return box.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
}

void drawEntries(const Dialog& dialog) {
  ImGui::BeginChild("##entries", {0, -px(dialog.writes() ? 76 : 40)});
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

std::string titleOf(const PanelMemory& memory) {
  switch (memory.fileTask) {
    case FileTask::Open:
      return "Open";
    case FileTask::ImportLegend:
      return "Import a legend for " + memory.fileColumn;
    case FileTask::ExportLegend:
      return "Export the legend of " + memory.fileColumn;
    case FileTask::ImportTour:
      return "Import a tour";
    case FileTask::ExportTour:
      return "Export the tour";
    case FileTask::ImportPit:
      return "Import statements about a pit";
    case FileTask::ExportPit:
      return "Export the statements about the pit";
    case FileTask::PitColumns:
      return "Write the block model with the pit's columns";
    case FileTask::ImportPlan:
      return "Import the plan of an estimate";
    case FileTask::ExportPlan:
      return "Export the plan of the estimate";
  }
  return {};
}

/// The button that ends the dialog: what it says, and the path that it gives.
struct Ending {
  std::string label;
  std::string hint;
  std::optional<std::filesystem::path> path;  ///< nothing to give yet: absent
};

Ending endingOf(const Dialog& dialog) {
  const FileBrowser& browser = dialog.browser;
  std::error_code fault;
  if (dialog.writes()) {
    const std::filesystem::path path = browser.folder / dialog.memory.fileName;
    const bool there = std::filesystem::exists(path, fault);
    const bool named = !dialog.memory.fileName.empty() && !std::filesystem::is_directory(path, fault);
    return {(there && named ? "Replace " : "Write ") + dialog.memory.fileName, dialog.endingText(),
            named ? std::optional(path) : std::nullopt};
  }
  if (dialog.takesFolders())
    return {browser.selected.empty() ? "Open this folder" : "Open " + browser.selected,
            "Everything in a folder is read with its subfolders.", chosenPath(browser)};
  const bool file = !browser.selected.empty() && !std::filesystem::is_directory(chosenPath(browser), fault);
  return {file ? "Import " + browser.selected : "Choose a file", dialog.fileText(),
          file ? std::optional(chosenPath(browser)) : std::nullopt};
}

void drawFileName(const Dialog& dialog) {
  if (!dialog.writes()) return;
  rowLabel("Name", 60);
  const auto typed = textField({"##name", dialog.memory.fileName, "name.json", 0, {dialog.endingText(), ""}},
                               dialog.memory.edit);
  if (typed) dialog.memory.fileName = std::filesystem::path(*typed).filename().string();
}

}  // namespace

void drawFileDialog(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const Dialog dialog{memory, output, *memory.browser};
  const bool typing = memory.edit.field != 0;  // then Enter belongs to the field
  {
    const FaceScope face(Face::Title);
    ImGui::TextUnformatted(titleOf(memory).c_str());
  }
  drawPath(dialog);
  drawEntries(dialog);
  ImGui::Dummy({0, px(4)});
  drawFileName(dialog);
  const Ending ending = endingOf(dialog);
  const std::string label = ending.label + "##open";
  const bool wanted =
      textButton(label.c_str(), {ending.hint, "Enter"},
                 {.active = ending.path.has_value(), .enabled = ending.path.has_value()}, px(260)) ||
      (!typing && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter)));
  if (wanted && ending.path) dialog.take(*ending.path);
  ImGui::SameLine(0, px(8));
  if (textButton("Close##dialog", {"Leave without a file", hintOf(Action::Cancel).key}))
    perform(Action::Cancel, input, memory, output);
}

}  // namespace adit::viewer
