#include "geology/formats/stated_rotation.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geology/formats/lattice_text.h"

namespace adit::formats {
namespace {

using geology::Severity;
using geology::Vec3;

constexpr FindingKind kTurned{
    Severity::Note, "BM-TURNED",
    "the coordinates are those of the model's own grid; it is turned into the world "
    "as the choices bearing-plunge-dip and grid-origin say",
    "check some blocks against the program that made the model"};

/// Three numbers between commas: one alone would stand for all three, which no angle means.
std::optional<Vec3> threeNumbers(const std::string& text) {
  if (std::count(text.begin(), text.end(), ',') != 2) return std::nullopt;
  const auto numbers = parseVector(text);
  return numbers && isFinite(*numbers) ? numbers : std::nullopt;
}

/// The person's answer, or `otherwise`; nothing where the answer cannot be understood.
std::optional<Vec3> statedVector(const Decision& decision, const char* question, const char* otherwise) {
  const std::string answer = decision.take(question, otherwise, "the other of the two is stated");
  const auto numbers = threeNumbers(answer);
  if (!numbers)
    decision.diagnostics.push_back({.severity = Severity::Warning,
                                    .code = "TAB-BAD-CHOICE",
                                    .file = decision.source.path,
                                    .message = std::string("the choice ") + question + " cannot be \"" +
                                               answer + "\"; the model is not turned",
                                    .remedy = std::string("write three numbers, e.g. ") + otherwise});
  return numbers;
}

}  // namespace

std::array<Vec3, 3> gridAxes(const Vec3& bearingPlungeDip) {
  constexpr double kDegree = std::numbers::pi / 180;
  const double bearing = bearingPlungeDip.x * kDegree, plunge = bearingPlungeDip.y * kDegree,
               dip = bearingPlungeDip.z * kDegree;
  const Vec3 level{std::sin(bearing), std::cos(bearing), 0};
  const Vec3 left{-std::cos(bearing), std::sin(bearing), 0};
  const Vec3 up{0, 0, 1};
  const Vec3 x = level * std::cos(plunge) + up * std::sin(plunge);
  const Vec3 raised = cross(x, left);
  return {x, left * std::cos(dip) + raised * std::sin(dip), raised * std::cos(dip) - left * std::sin(dip)};
}

std::optional<GridRotation> statedRotation(const Decision& decision, Findings& findings) {
  constexpr const char* kAngles = "bearing-plunge-dip";
  constexpr const char* kOrigin = "grid-origin";
  const auto asked = [&](const char* question) {
    return personsAnswer(decision.choices, decision.source.path, question) != nullptr;
  };
  if (!asked(kAngles) && !asked(kOrigin)) return std::nullopt;
  const auto angles = statedVector(decision, kAngles, "90,0,0");
  const auto origin = statedVector(decision, kOrigin, "0,0,0");
  if (!angles || !origin) return std::nullopt;
  findings.add(kTurned, {}, formatVector(*angles) + " at " + formatVector(*origin));
  return GridRotation{{}, *origin, gridAxes(*angles)};
}

}  // namespace adit::formats
