// The arrows of the house: which folder may include what. docs/architecture.md draws them.
#pragma once
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace adit::tests {

/// Libraries that draw, and the part of VTK that only holds and files data.
enum class Graphics { VtkData, VtkRendering, ImGui, Glfw, Gl };

struct FolderRule {
  std::set<std::string> folders;  ///< folders of the house besides its own
  std::set<Graphics> graphics;
  bool standardLibraryOnly = false;
};

inline const std::map<std::string, FolderRule>& arrows() {
  using enum Graphics;
  static const std::map<std::string, FolderRule> kArrows = {
      {"geology/model", {{}, {}, true}},
      {"geology/formats", {{"geology/model"}, {VtkData}}},
      {"geology/analysis", {{"geology/model"}, {}}},
      {"geology/evidence", {{"geology/model", "geology/analysis"}, {}}},
      {"geology/reporting", {{"geology/model", "geology/analysis"}, {}}},
      {"geology/estimation", {{"geology/model", "geology/analysis"}, {}}},
      {"geology/planning",
       {{"geology/model", "geology/analysis", "geology/reporting", "geology/estimation"}, {}}},
      {"geology/synthetic",
       {{"geology/model", "geology/analysis", "geology/estimation", "geology/planning"}, {}}},
      {"geology/project",
       {{"geology/model", "geology/formats", "geology/analysis", "geology/planning", "geology/synthetic"},
        {}}},
      {"viewer/state",
       {{"geology/model", "geology/analysis", "geology/reporting", "geology/estimation", "geology/planning"},
        {}}},
      {"viewer/legends", {{"viewer/state", "geology/model", "geology/formats"}, {}}},
      {"viewer/guard", {{"viewer/state", "geology/model", "geology/formats", "geology/reporting"}, {}}},
      {"viewer/panels",
       {{"viewer/state", "geology/model", "geology/analysis", "geology/reporting", "geology/estimation"},
        {ImGui}}},
      {"viewer/geometry",
       {{"viewer/state", "geology/model", "geology/reporting", "geology/analysis", "geology/evidence",
         "geology/estimation", "geology/planning"},
        {VtkData}}},
      {"shaders", {{}, {}, true}},
      {"viewer/scene",
       {{"viewer/geometry", "viewer/state", "geology/model", "geology/reporting", "geology/planning",
         "shaders"},
        {VtkData, VtkRendering, Gl}}},
      {"viewer/charts",
       {{"viewer/scene", "viewer/geometry", "viewer/state", "geology/model", "geology/analysis",
         "geology/reporting", "geology/estimation", "geology/planning", "geology/synthetic"},
        {VtkData, VtkRendering}}},
      {"viewer/publish",
       {{"viewer/scene", "viewer/geometry", "viewer/guard", "viewer/state", "geology/model",
         "geology/reporting", "geology/analysis", "geology/formats", "geology/project"},
        {VtkData, VtkRendering}}},
      {"viewer/app",
       {{"viewer/state", "viewer/legends", "viewer/panels", "viewer/geometry", "viewer/scene",
         "viewer/publish", "viewer/guard", "viewer/charts", "geology/model", "geology/formats",
         "geology/analysis", "geology/evidence", "geology/reporting", "geology/estimation",
         "geology/planning", "geology/synthetic", "geology/project"},
        {VtkData, VtkRendering, ImGui, Glfw, Gl}}},
  };
  return kArrows;
}

/// nullopt: a header that does not draw.
inline std::optional<Graphics> graphicsOf(const std::string& header) {
  static const std::regex kImGui("^(imgui|backends/imgui|imstb).*", std::regex::icase);
  static const std::regex kGlfw("^GLFW/.*");
  static const std::regex kGl("^(GL|GLES[0-9]*|EGL|KHR|epoxy)/.*");
  static const std::regex kVtk("^vtk.*");
  static const std::regex kRendering(
      "^vtk(EGL|Prop|Window|Texture\\.h|X.*Render|.*(Render|OpenGL|Actor|Mapper|Interactor|Camera|Light|"
      "Picker)).*");
  if (std::regex_match(header, kImGui)) return Graphics::ImGui;
  if (std::regex_match(header, kGlfw)) return Graphics::Glfw;
  if (std::regex_match(header, kGl)) return Graphics::Gl;
  if (std::regex_match(header, kRendering)) return Graphics::VtkRendering;
  if (std::regex_match(header, kVtk)) return Graphics::VtkData;
  return std::nullopt;
}

/// "geology/model/vec3.h" -> "geology/model"; "shaders/shader_text.h" -> "shaders".
inline std::string houseFolder(const std::string& path) {
  if (path.starts_with("shaders/")) return "shaders";
  const std::size_t first = path.find('/');
  return first == std::string::npos ? path : path.substr(0, path.find('/', first + 1));
}

/// What is wrong with one #include in a file of `folder`; empty when nothing is.
inline std::string faultOfInclude(const std::string& folder, const std::string& header, bool quoted) {
  const auto rule = arrows().find(folder);
  if (rule == arrows().end()) return folder + " is no folder of the house";
  if (const auto graphics = graphicsOf(header))
    return rule->second.graphics.contains(*graphics) ? "" : folder + " must not know " + header;
  if (quoted) {
    const std::string target = houseFolder(header);
    if (!arrows().contains(target)) return "\"" + header + "\" does not start at the root of the house";
    return target == folder || rule->second.folders.contains(target) ? ""
                                                                     : folder + " must not know " + target;
  }
  if (rule->second.standardLibraryOnly && header.find_first_of("./") != std::string::npos)
    return folder + " knows the standard library only, not <" + header + ">";
  return "";
}

/// "12: ..." for every #include of the text that runs against the arrows.
inline std::vector<std::string> faultsOfText(const std::string& folder, const std::string& text) {
  static const std::regex kInclude("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"].*");
  std::vector<std::string> faults;
  std::istringstream lines(text);
  std::smatch match;
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (!std::regex_match(line, match, kInclude)) continue;
    const std::string fault = faultOfInclude(folder, match[2], match[1] == "\"");
    if (!fault.empty()) faults.push_back(std::to_string(number) + ": " + fault);
  }
  return faults;
}

}  // namespace adit::tests
