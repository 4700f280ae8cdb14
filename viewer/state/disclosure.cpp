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

bool needsCaution(EstimateKind kind) {
  return kind == EstimateKind::Historical || kind == EstimateKind::Target || kind == EstimateKind::Study;
}

std::string standardCaution(EstimateKind kind) {
  switch (kind) {
    case EstimateKind::Historical:
      return "Historical estimate: nobody qualified has checked it, and it is not treated as current.";
    case EstimateKind::Target:
      return "Exploration target: an idea in ranges of tonnes and grade. Too little has been explored to "
             "estimate a resource, and more work may find none.";
    case EstimateKind::Study:
      return "Preliminary study: it rests partly on inferred ground, which is too uncertain for a reserve. "
             "What it foresees may not come true.";
    default:
      return {};
  }
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

}  // namespace adit::viewer
