// The words for the choices of a ViewState, in commands and in JSON alike.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "viewer/state/view_state.h"

namespace adit::viewer {

template <typename E>
struct EnumName {
  E value;
  std::string_view name;
};
template <typename E>
EnumName(E, const char*) -> EnumName<E>;

template <typename E>
constexpr int kEnumNames = 0;  // every choice has its list below

template <>
inline constexpr std::array kEnumNames<BlockStyle>{EnumName{BlockStyle::Solid, "solid"},
                                                   EnumName{BlockStyle::Edged, "edged"},
                                                   EnumName{BlockStyle::Shrunk, "shrunk"}};
template <>
inline constexpr std::array kEnumNames<ToolKind>{EnumName{ToolKind::Orbit, "orbit"},
                                                 EnumName{ToolKind::MeasureDistance, "measure-distance"},
                                                 EnumName{ToolKind::MeasureArea, "measure-area"},
                                                 EnumName{ToolKind::MeasurePlane, "measure-plane"},
                                                 EnumName{ToolKind::CutPlane, "cut-plane"},
                                                 EnumName{ToolKind::Walk, "walk"},
                                                 EnumName{ToolKind::PlaceAsset, "place"}};
template <>
inline constexpr std::array kEnumNames<Theme>{EnumName{Theme::Dark, "dark"}, EnumName{Theme::Light, "light"}};
template <>
inline constexpr std::array kEnumNames<LegendKind>{EnumName{LegendKind::Continuous, "continuous"},
                                                   EnumName{LegendKind::Classed, "classed"},
                                                   EnumName{LegendKind::Category, "category"}};
template <>
inline constexpr std::array kEnumNames<ClaimLevel>{
    EnumName{ClaimLevel::Everything, "everything"}, EnumName{ClaimLevel::Inferred, "inferred"},
    EnumName{ClaimLevel::Indicated, "indicated"}, EnumName{ClaimLevel::Measured, "measured"},
    EnumName{ClaimLevel::Reserve, "reserve"}};

template <>
inline constexpr std::array kEnumNames<reporting::ResourceClass> = [] {
  std::array<EnumName<reporting::ResourceClass>, reporting::kResourceClasses> names{};
  for (std::size_t i = 0; i < names.size(); ++i)
    names[i] = {reporting::kResourceClassNames[i].value, reporting::kResourceClassNames[i].word};
  return names;
}();

template <>
inline constexpr std::array kEnumNames<EstimateKind>{EnumName{EstimateKind::Unstated, "none"},
                                                     EnumName{EstimateKind::Resource, "resource"},
                                                     EnumName{EstimateKind::Reserve, "reserve"},
                                                     EnumName{EstimateKind::Results, "results"},
                                                     EnumName{EstimateKind::Historical, "historical"},
                                                     EnumName{EstimateKind::Target, "target"},
                                                     EnumName{EstimateKind::Study, "study"}};
template <>
inline constexpr std::array kEnumNames<StudyLevel>{
    EnumName{StudyLevel::Unstated, "none"}, EnumName{StudyLevel::Scoping, "scoping"},
    EnumName{StudyLevel::Prefeasibility, "prefeasibility"}, EnumName{StudyLevel::Feasibility, "feasibility"}};
template <>
inline constexpr std::array kEnumNames<ReportMode>{EnumName{ReportMode::Technical, "technical"},
                                                   EnumName{ReportMode::Public, "public"}};

template <typename E>
std::string enumName(E value) {
  for (const EnumName<E>& entry : kEnumNames<E>)
    if (entry.value == value) return std::string(entry.name);
  return {};
}

template <typename E>
std::optional<E> enumFromName(std::string_view name) {
  for (const EnumName<E>& entry : kEnumNames<E>)
    if (entry.name == name) return entry.value;
  return std::nullopt;
}

template <typename E>
std::vector<std::string> enumWords() {
  std::vector<std::string> words;
  for (const EnumName<E>& entry : kEnumNames<E>) words.emplace_back(entry.name);
  return words;
}

}  // namespace adit::viewer
