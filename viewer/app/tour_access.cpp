#include "viewer/app/tour_access.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "geology/evidence/support.h"
#include "viewer/app/pit_work.h"
#include "viewer/app/support_work.h"
#include "viewer/state/command_arguments.h"
#include "viewer/state/evidence.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {

OrError<Command> importTour(const std::string& path) {
  constexpr std::uintmax_t kLargest = 64U << 20U;
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) return CommandError{path + ": " + error.message()};
  if (size > kLargest) return CommandError{path + ": no tour is that large (64 MiB at most)"};
  std::ifstream file(path, std::ios::binary);
  if (!file) return CommandError{path + ": cannot be read"};
  std::string text((std::istreambuf_iterator<char>(file)), {});
  const auto tour = tourFromJson(text);
  if (const auto* fault = std::get_if<CommandError>(&tour)) return CommandError{path + ": " + fault->message};
  return command("tour set", text);
}

std::string exportTour(const std::vector<TourStop>& tour, const std::string& path) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << toJson(tour) << "\n";
  out.close();
  if (out) return {};
  return "cannot write " + path;
}

KnownFor supportForViews(std::shared_ptr<const geology::Deposit> deposit) {
  struct Known {
    std::shared_ptr<const geology::Deposit> deposit;
    std::optional<std::string> date;
    std::shared_ptr<const PitAnswer> pit;
  };
  const auto known = std::make_shared<Known>(Known{std::move(deposit), std::nullopt, nullptr});
  return [known](const ViewState& state) {
    geology::Progress progress;
    known->deposit = withAskedPit(std::move(known->deposit), state, known->pit, progress);
    if (!asksForSupport(state) || !canHaveSupport(*known->deposit) || known->date == state.asOf)
      return known->deposit;
    known->deposit = evidence::withSupport(known->deposit,
                                           {0, evidence::drilledBy(*known->deposit, state.asOf)}, progress);
    known->date = state.asOf;
    return known->deposit;
  };
}

OrError<double> planTimeOf(const geology::Deposit& deposit, const std::string& text) {
  std::vector<std::string> labels;
  for (const auto& plan : deposit.plans)
    for (std::size_t i = 0; i < plan->periods.size(); ++i) {
      if (plan->periods[i].label == text) return static_cast<double>(i + 1);
      labels.push_back(plan->periods[i].label);
    }
  const std::vector<std::string> word{text};
  Arguments arguments(word);
  const double periods = arguments.number("PERIOD", kPlanTimeBounds);
  if (arguments.error().empty()) return periods;
  return CommandError{"--at: " + arguments.error() + suggestion(text, labels)};
}

}  // namespace adit::viewer
