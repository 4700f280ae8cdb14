#include "viewer/state/state_json.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "geology/planning/pit_json.h"
#include "viewer/state/color_text.h"
#include "viewer/state/enum_names.h"
#include "viewer/state/state_check.h"
#include "viewer/state/state_fields.h"

namespace adit::viewer {
namespace {

using nlohmann::json;

constexpr std::size_t kMostBytes = 64U << 20U;
constexpr std::size_t kMostItems = 100'000;  ///< of one list or map

template <typename T>
concept Described = requires {
  fields(FieldsOf<T>{}, [](const char*, auto) {});
};
template <typename T>
concept Choice = std::is_enum_v<T>;

// ---- writing

template <Described T>
json encode(const T& value);
json encode(const TourStop& stop);

json encode(bool value) {
  return value;
}
json encode(std::size_t value) {
  return value;
}
json encode(const std::string& value) {
  return value;
}
json encode(double value) {  // JSON has no infinities
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  return value;
}
json encode(const Vec3& value) {
  return json::array({encode(value.x), encode(value.y), encode(value.z)});
}
json encode(const std::array<double, 2>& value) {
  return json::array({encode(value[0]), encode(value[1])});
}
json encode(const Color& value) {  // "#rrggbb" where that is exact
  const std::string hex = hexOf(value);
  if (colorFromHex(hex) == value) return hex;
  return json::array({value[0], value[1], value[2]});
}
json encode(const planning::PitInputs& inputs) {  // as the file of a pit that a person writes
  return json::parse(planning::pitToJson(inputs));
}
template <Choice E>
json encode(E value) {
  return enumName(value);
}
template <typename T>
json encode(const std::optional<T>& value) {
  return value ? encode(*value) : json();
}
template <typename T>
json encode(const std::vector<T>& values) {
  json array = json::array();
  for (const T& value : values) array.push_back(encode(value));
  return array;
}
json encode(const std::set<std::string>& values) {
  return json(values);
}
template <typename T>
json encode(const std::map<std::string, T>& values) {
  json object = json::object();
  for (const auto& [key, value] : values) object[key] = encode(value);
  return object;
}

template <Described T>
json encode(const T& value) {
  const T defaults{};
  json object = json::object();
  fields(FieldsOf<T>{}, [&](const char* name, auto member) {
    if (!(value.*member == defaults.*member)) object[name] = encode(value.*member);
  });
  return object;
}

std::string textOf(const json& value) {
  return value.dump(1, ' ', false, json::error_handler_t::replace);
}

/// The view as an object, so that a person can read it; as a text where it is not written as Adit writes it.
json encode(const TourStop& stop) {
  json object = encode<TourStop>(stop);
  const json view = json::parse(stop.view, nullptr, false);
  if (view.is_object() && textOf(view) == stop.view) object["view"] = view;
  return object;
}

// ---- reading

/// Thrown while reading, caught by readJson. `path` grows on the way out.
struct Mismatch {
  std::string path, expected;
};

[[noreturn]] void mismatch(std::string expected) {
  throw Mismatch{{}, std::move(expected)};
}

template <Described T>
void decode(const json& from, T& value);
void decode(const json& from, TourStop& stop);

void decode(const json& from, bool& value) {
  if (!from.is_boolean()) mismatch("true or false");
  value = from.get<bool>();
}
void decode(const json& from, std::string& value) {
  if (!from.is_string()) mismatch("a text");
  value = from.get<std::string>();
}
void decode(const json& from, double& value) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  if (from.is_number())
    value = from.get<double>();
  else if (from == "inf")
    value = kInfinity;
  else if (from == "-inf")
    value = -kInfinity;
  else
    mismatch("a number");
}
void decode(const json& from, std::size_t& value) {
  if (!from.is_number_unsigned()) mismatch("a whole number that is not negative");
  value = from.get<std::size_t>();
}
template <std::size_t N>
std::array<double, N> numbers(const json& from) {
  if (!from.is_array() || from.size() != N) mismatch(N == 2 ? "two numbers" : "three numbers");
  std::array<double, N> values{};
  for (std::size_t i = 0; i < N; ++i) decode(from[i], values[i]);
  return values;
}
void decode(const json& from, Vec3& value) {
  const auto xyz = numbers<3>(from);
  value = {xyz[0], xyz[1], xyz[2]};
}
void decode(const json& from, std::array<double, 2>& value) {
  value = numbers<2>(from);
}
void decode(const json& from, Color& value) {
  if (from.is_string()) {
    const auto color = colorFromHex(from.get<std::string>());
    if (!color) mismatch("a colour as #rrggbb");
    value = *color;
    return;
  }
  const auto rgb = numbers<3>(from);
  for (std::size_t i = 0; i < 3; ++i) {
    if (!(rgb[i] >= 0 && rgb[i] <= 1)) mismatch("a colour with channels from 0 to 1");
    value[i] = static_cast<float>(rgb[i]);
  }
}
void decode(const json& from, planning::PitInputs& inputs) {
  planning::PitReading reading = planning::pitDraftFromJson(from.dump());
  if (!reading.inputs) mismatch("statements about a pit (" + reading.fault + ")");
  inputs = std::move(*reading.inputs);
}
std::string joinedWords(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}
template <Choice E>
void decode(const json& from, E& value) {
  const auto found = from.is_string() ? enumFromName<E>(from.get<std::string>()) : std::nullopt;
  if (!found) mismatch("one of " + joinedWords(enumWords<E>()));
  value = *found;
}
template <typename T>
void decode(const json& from, std::optional<T>& value) {
  if (from.is_null()) {
    value.reset();
    return;
  }
  decode(from, value.emplace());
}

/// Runs `read` and puts `part` before the path of what it finds wrong.
template <typename Read>
void at(const std::string& part, const Read& read) {
  try {
    read();
  } catch (Mismatch& fault) {
    fault.path = fault.path.empty() ? part : part + "." + fault.path;
    throw;
  }
}

template <typename T>
void decode(const json& from, std::vector<T>& values) {
  if (!from.is_array() || from.size() > kMostItems) mismatch("a list of at most 100,000 items");
  values.clear();
  for (std::size_t i = 0; i < from.size(); ++i)
    at(std::to_string(i), [&] { decode(from[i], values.emplace_back()); });
}
void decode(const json& from, std::set<std::string>& values) {
  std::vector<std::string> list;
  decode(from, list);
  values = {list.begin(), list.end()};
}
template <typename T>
void decode(const json& from, std::map<std::string, T>& values) {
  if (!from.is_object() || from.size() > kMostItems) mismatch("an object of at most 100,000 members");
  values.clear();
  for (auto it = from.begin(); it != from.end(); ++it) at(it.key(), [&] { decode(*it, values[it.key()]); });
}

template <Described T>
void decode(const json& from, T& value) {
  if (!from.is_object()) mismatch("an object");
  fields(FieldsOf<T>{}, [&](const char* name, auto member) {
    if (const auto it = from.find(name); it != from.end()) at(name, [&] { decode(*it, value.*member); });
  });
}

void decode(const json& from, TourStop& stop) {
  json flat = from;
  if (flat.is_object())
    if (const auto view = flat.find("view"); view != flat.end() && view->is_object()) *view = textOf(*view);
  decode<TourStop>(flat, stop);
}

constexpr const char* kTourFormat = "adit-tour";
constexpr int kTourVersion = 1;

struct TourFile {
  std::vector<TourStop> stops;
};

void decode(const json& from, TourFile& file) {
  if (!from.is_object() || from.value("format", json()) != kTourFormat)
    mismatch("an object with \"format\": \"adit-tour\"");
  if (from.value("version", json(kTourVersion)) != kTourVersion)
    at("version", [] { mismatch("1 (a later Adit wrote another)"); });
  const auto stops = from.find("stops");
  if (stops == from.end()) mismatch("a list \"stops\"");
  at("stops", [&] { decode(*stops, file.stops); });
}

std::string faultOf(const TourFile& file) {
  ViewState holder;
  holder.tour = file.stops;
  if (std::string fault = viewer::faultOf(holder); !fault.empty()) return fault;
  for (std::size_t i = 0; i < file.stops.size(); ++i) {
    const auto view = stateFromJson(file.stops[i].view);
    if (const auto* fault = std::get_if<CommandError>(&view))
      return "stop " + std::to_string(i + 1) + ": " + fault->message;
  }
  return {};
}

/// A value that can be drawn, or what it must be.
template <typename T>
OrError<T> readJson(std::string_view text, const char* what) {
  const std::string subject = std::string("the ") + what;
  if (text.size() > kMostBytes) return CommandError{subject + " is larger than 64 MiB"};
  try {
    T value;
    decode(json::parse(text), value);
    if (const std::string fault = faultOf(value); !fault.empty()) return CommandError{subject + ": " + fault};
    return value;
  } catch (const json::parse_error& fault) {
    return CommandError{subject + " is no JSON, at byte " + std::to_string(fault.byte)};
  } catch (const json::out_of_range&) {
    return CommandError{subject + " has a number that is too large"};
  } catch (const Mismatch& fault) {
    return CommandError{subject + ", " + (fault.path.empty() ? "top" : fault.path) + ": " + fault.expected +
                        " was expected"};
  }
}

}  // namespace

std::string toJson(const ViewState& state) {
  return textOf(encode(state));
}

OrError<ViewState> stateFromJson(std::string_view text) {
  return readJson<ViewState>(text, "view");
}

std::string toJson(const Legend& legend) {
  return textOf(encode(legend));
}

OrError<Legend> legendFromJson(std::string_view text) {
  return readJson<Legend>(text, "legend");
}

std::string toJson(const std::vector<TourStop>& tour) {
  json file = json::object();
  file["format"] = kTourFormat;
  file["version"] = kTourVersion;
  file["stops"] = encode(tour);
  return textOf(file);
}

OrError<std::vector<TourStop>> tourFromJson(std::string_view text) {
  OrError<TourFile> file = readJson<TourFile>(text, "tour");
  if (const auto* fault = std::get_if<CommandError>(&file)) return *fault;
  return std::get<TourFile>(std::move(file)).stops;
}

}  // namespace adit::viewer
