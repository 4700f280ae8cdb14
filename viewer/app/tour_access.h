// Tours as files, and what the deposit has to know before one is shown.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/publish/film.h"
#include "viewer/state/command.h"
#include "viewer/state/tour_player.h"

namespace adit::viewer {

/// The command `tour set JSON` that a file means; an error names the file.
OrError<Command> importTour(const std::string& path);
/// Empty, or why it could not be written.
std::string exportTour(const std::vector<TourStop>& tour, const std::string& path);

/// Gives each view the pit and the data support of the date that it asks for, found when first needed.
KnownFor supportForViews(std::shared_ptr<const geology::Deposit> deposit);

/// "--at": the label of a period of a plan, at whose end it stands, or a number of periods.
OrError<double> planTimeOf(const geology::Deposit& deposit, const std::string& text);

}  // namespace adit::viewer
