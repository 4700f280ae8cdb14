#include "geology/project/synthetic_source.h"

#include <charconv>
#include <optional>

#include "geology/synthetic/porphyry_deposit.h"

namespace adit::project {

namespace {

constexpr std::string_view kScheme = "synthetic:";

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

}  // namespace

bool isSyntheticName(std::string_view path) {
  return path.starts_with(kScheme);
}

std::variant<std::shared_ptr<geology::Deposit>, geology::Diagnostic> makeSynthetic(
    const std::string& name, geology::Progress& progress) {
  std::string_view rest = std::string_view(name).substr(kScheme.size());
  const std::size_t question = rest.find('?');
  const std::string_view kind = rest.substr(0, question);
  const std::string_view query = question == std::string_view::npos ? "" : rest.substr(question + 1);
  const auto options = porphyryOptions(query);
  if (kind != "porphyry" || !options)
    return geology::Diagnostic{
        .severity = geology::Severity::Error,
        .code = "PRJ-SYNTHETIC",
        .file = name,
        .message = "there is no such synthetic deposit",
        .remedy = "write synthetic:porphyry or synthetic:porphyry?seed=7 (a whole number)"};
  return synthetic::porphyryDeposit(*options, progress);
}

}  // namespace adit::project
