#include "geology/project/synthetic_source.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <optional>

#include "geology/project/scale_models.h"
#include "geology/synthetic/porphyry_deposit.h"

namespace adit::project {

namespace {

constexpr std::string_view kScheme = "synthetic:";
constexpr std::string_view kPorphyry = "porphyry";

std::optional<std::uint64_t> wholeNumber(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// "seed=7" or nothing at all.
std::optional<synthetic::PorphyryOptions> porphyryOptions(std::string_view query) {
  synthetic::PorphyryOptions options;
  if (query.empty()) return options;
  constexpr std::string_view kSeed = "seed=";
  if (!query.starts_with(kSeed)) return std::nullopt;
  const std::optional<std::uint64_t> seed = wholeNumber(query.substr(kSeed.size()));
  if (!seed) return std::nullopt;
  options.seed = *seed;
  return options;
}

/// What follows "synthetic:"; nothing where there is no such deposit.
std::optional<synthetic::PorphyryOptions> optionsOf(std::string_view name) {
  std::string_view rest = name.substr(kScheme.size());
  const std::size_t question = rest.find('?');
  if (rest.substr(0, question) != kPorphyry) return std::nullopt;
  return porphyryOptions(question == std::string_view::npos ? "" : rest.substr(question + 1));
}

/// Ahead along a line, degrees clockwise from north.
double headingOf(const geology::Vec3& way) {
  return std::atan2(way.x, way.y) * 180 / std::numbers::pi;
}

/// A truck and a shovel at the pit, a person at the head of the ramp, a headframe beside.
void addThingsForScale(geology::Deposit& deposit) {
  const auto route = std::find_if(deposit.plans.begin(), deposit.plans.end(),
                                  [](const auto& plan) { return !plan->lines.empty(); });
  if (route == deposit.plans.end() || deposit.terrains.empty()) return;
  const std::vector<geology::Vec3>& line = (*route)->lines.front().points;
  const geology::Vec3 out = geology::normalized(line[0] - line[1]);
  const geology::Vec3 head = line.front() + out * 30;
  const auto stand = [&](const char* name, geology::Vec3 place, double heading) {
    auto model = scaleModel(name);
    if (model == nullptr) return;
    const double ground = deposit.terrains.front()->heightAt(place.x, place.y);
    if (!std::isfinite(ground)) return;
    model->position = {place.x, place.y, ground};
    model->heading = heading;
    model->source.synthetic = true;
    deposit.assets.push_back(std::move(model));
  };
  const double heading = headingOf(out);
  const geology::Vec3 right{out.y, -out.x, 0};
  stand("haul truck", head, heading);
  stand("shovel", head + out * 45 + right * 25, heading + 60);
  stand("person", head + right * 9, heading + 180);
  stand("headframe", head + out * 160 + right * 60, heading);
}

}  // namespace

bool isSyntheticName(std::string_view path) {
  return path.starts_with(kScheme);
}

std::string fullSyntheticName(const std::string& name) {
  const auto options = optionsOf(name);
  if (!options) return name;
  return std::string(kScheme) + std::string(kPorphyry) + "?seed=" + std::to_string(options->seed);
}

std::variant<std::shared_ptr<geology::Deposit>, geology::Diagnostic> makeSynthetic(
    const std::string& name, geology::Progress& progress) {
  const auto options = optionsOf(name);
  if (!options)
    return geology::Diagnostic{
        .severity = geology::Severity::Error,
        .code = "PRJ-SYNTHETIC",
        .file = name,
        .message = "there is no such synthetic deposit",
        .remedy = "write synthetic:porphyry or synthetic:porphyry?seed=7 (a whole number)"};
  auto deposit = synthetic::porphyryDeposit(*options, progress);
  addThingsForScale(*deposit);
  return deposit;
}

}  // namespace adit::project
