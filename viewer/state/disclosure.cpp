#include "viewer/state/disclosure.h"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <cstdlib>

#include "viewer/state/command.h"

namespace adit::viewer {

bool isDate(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  const bool formed = std::equal(text.begin(), text.end(), kForm.begin(), kForm.end(), [](char c, char form) {
    return form == 'd' ? std::isdigit(static_cast<unsigned char>(c)) != 0 : c == form;
  });
  if (!formed) return false;
  const auto number = [&](std::size_t at, std::size_t count) {
    return std::atoi(std::string(text.substr(at, count)).c_str());
  };
  return std::chrono::year_month_day(std::chrono::year(number(0, 4)),
                                     std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                     std::chrono::day(static_cast<unsigned>(number(8, 2))))
      .ok();
}

namespace {

constexpr const char* kPreliminary =
    "Preliminary study: it rests partly on inferred ground, which is too uncertain for a reserve. "
    "What it foresees may not come true.";

std::string cautionOf(EstimateKind kind) {
  switch (kind) {
    case EstimateKind::Historical:
      return "Historical estimate: nobody qualified has checked it, and it is not treated as current.";
    case EstimateKind::Target:
      return "Exploration target: an idea in ranges of tonnes and grade. Too little has been explored to "
             "estimate a resource, and more work may find none.";
    default:
      return {};
  }
}

}  // namespace

StudyLevel levelOf(EstimateKind kind, StudyLevel study) {
  return study == StudyLevel::Unstated && kind == EstimateKind::Study ? StudyLevel::Scoping : study;
}

bool needsCaution(EstimateKind kind, StudyLevel study) {
  return !standardCaution(kind, study).empty();
}

std::string standardCaution(EstimateKind kind, StudyLevel study) {
  const std::string caution = cautionOf(kind);
  if (levelOf(kind, study) != StudyLevel::Scoping) return caution;
  return caution.empty() ? kPreliminary : caution + " " + kPreliminary;
}

std::string basisText(double percent) {
  return percent == 100 ? "the whole deposit (100 %)" : commandNumber(percent) + " % attributable";
}

std::string kindText(EstimateKind kind) {
  switch (kind) {
    case EstimateKind::Results:
      return "exploration results";
    case EstimateKind::Resource:
      return "mineral resource";
    case EstimateKind::Reserve:
      return "mineral reserve";
    case EstimateKind::Historical:
      return "historical estimate";
    case EstimateKind::Target:
      return "exploration target";
    case EstimateKind::Study:
      return "preliminary study";
    case EstimateKind::Unstated:
      break;
  }
  return {};
}

std::string studyText(StudyLevel study) {
  switch (study) {
    case StudyLevel::Scoping:
      return "scoping study";
    case StudyLevel::Prefeasibility:
      return "pre-feasibility study";
    case StudyLevel::Feasibility:
      return "feasibility study";
    case StudyLevel::Unstated:
      break;
  }
  return {};
}

}  // namespace adit::viewer
