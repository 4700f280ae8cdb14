// The files of a pit: what is stated about it, the block model with its columns, its design.
#pragma once
#include <memory>
#include <string>

#include "geology/planning/pit_plan.h"
#include "viewer/app/background_work.h"
#include "viewer/geometry/pit_answer.h"
#include "viewer/state/command.h"

namespace adit::viewer {

/// The command `pit inputs JSON` that a file means; an error names the file.
OrError<Command> importPit(const std::string& path);
/// Empty, or why it could not be written.
std::string exportPit(const planning::PitInputs& inputs, const std::string& path);

/// The model with the pit's columns, as a file that opens as a plan again; the ending of the path chooses the
/// form. With an Error nothing was written.
geology::Diagnostics writePitModel(const geology::Deposit& deposit, const planning::PitOutcome& outcome,
                                   const std::string& path);
/// The designed pit as a surface with its strings; the outcome has one.
geology::Diagnostics writePitDesign(const geology::Deposit& deposit, const planning::PitOutcome& outcome,
                                    const std::string& path);
/// writePitModel as long work.
BackgroundWork::Task pitColumnsTask(std::shared_ptr<const PitAnswer> answer, std::string path);

}  // namespace adit::viewer
