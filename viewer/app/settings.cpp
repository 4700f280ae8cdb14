#include "viewer/app/settings.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "viewer/state/enum_names.h"

namespace adit::viewer {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostRecent = 10;
constexpr std::size_t kMostPaths = 1000;
constexpr std::uintmax_t kLargestFile = 16U << 20U;

std::vector<std::string> texts(const Json& json, const char* key, std::size_t most) {
  std::vector<std::string> list;
  const auto it = json.find(key);
  if (it == json.end() || !it->is_array()) return list;
  for (const Json& entry : *it)
    if (entry.is_string() && list.size() < most) list.push_back(entry.get<std::string>());
  return list;
}

std::string text(const Json& json, const char* key) {
  const auto it = json.find(key);
  return it != json.end() && it->is_string() ? it->get<std::string>() : std::string();
}

template <typename T>
T number(const Json& json, const char* key, T fallback, T lo, T hi) {
  const auto it = json.find(key);
  if (it == json.end() || !it->is_number()) return fallback;
  const double value = it->get<double>();
  return value >= static_cast<double>(lo) && value <= static_cast<double>(hi) ? static_cast<T>(value)
                                                                              : fallback;
}

}  // namespace

Settings parseSettings(std::string_view content) {
  Settings settings;
  const Json json = Json::parse(content, nullptr, false);
  if (!json.is_object()) return settings;
  settings.recent = texts(json, "recent", kMostRecent);
  settings.sessionPaths = texts(json, "sessionPaths", kMostPaths);
  settings.sessionState = text(json, "sessionState");
  settings.width = number(json, "width", 0, 320, 32768);
  settings.height = number(json, "height", 0, 240, 32768);
  settings.leftWidth = number(json, "leftWidth", settings.leftWidth, kNarrowestPanel, kWidestPanel);
  settings.rightWidth = number(json, "rightWidth", settings.rightWidth, kNarrowestPanel, kWidestPanel);
  settings.theme = enumFromName<Theme>(text(json, "theme")).value_or(Theme::Dark);
  return settings;
}

std::string formatSettings(const Settings& settings) {
  const Json json{{"recent", settings.recent},
                  {"sessionPaths", settings.sessionPaths},
                  {"sessionState", settings.sessionState},
                  {"width", settings.width},
                  {"height", settings.height},
                  {"leftWidth", settings.leftWidth},
                  {"rightWidth", settings.rightWidth},
                  {"theme", enumName(settings.theme)}};
  // File names need not be UTF-8; what is not is replaced rather than thrown over.
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::filesystem::path settingsPath() {
  const char* config = std::getenv("XDG_CONFIG_HOME");
  if (config != nullptr && *config == '/') return std::filesystem::path(config) / "adit" / "settings.json";
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home == '\0') return {};
  return std::filesystem::path(home) / ".config" / "adit" / "settings.json";
}

Settings loadSettings(const std::filesystem::path& path) {
  std::error_code fault;
  if (path.empty() || std::filesystem::file_size(path, fault) > kLargestFile || fault) return {};
  std::ifstream file(path, std::ios::binary);
  return parseSettings(std::string(std::istreambuf_iterator<char>(file), {}));
}

bool storeSettings(const Settings& settings, const std::filesystem::path& path) {
  if (path.empty()) return false;
  std::error_code fault;
  std::filesystem::create_directories(path.parent_path(), fault);
  const std::filesystem::path fresh = path.string() + ".new";
  {
    std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
    file << formatSettings(settings);
    if (!file.flush()) return false;
  }
  std::filesystem::rename(fresh, path, fault);
  return !fault;
}

void remember(Settings& settings, const std::vector<std::string>& paths) {
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) {
    std::erase(settings.recent, *path);
    settings.recent.insert(settings.recent.begin(), *path);
  }
  if (settings.recent.size() > kMostRecent) settings.recent.resize(kMostRecent);
}

}  // namespace adit::viewer
