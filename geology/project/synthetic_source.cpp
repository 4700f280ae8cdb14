#include "geology/project/synthetic_source.h"

#include <charconv>
#include <optional>

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
  return synthetic::porphyryDeposit(*options, progress);
}

}  // namespace adit::project
