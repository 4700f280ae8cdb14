// The one table of commands: what each is called, how it is written, what it does.
#pragma once
#include <vector>

#include "viewer/state/command.h"
#include "viewer/state/command_targets.h"

namespace adit::viewer {

/// `apply` changes context.state in place; on a fault in the arguments that state is thrown away.
struct CommandEntry {
  CommandSpec spec;
  void (*apply)(CommandContext& context) = nullptr;
};

std::vector<CommandEntry> layerCommands();
std::vector<CommandEntry> filterCommands();
std::vector<CommandEntry> tonnageCommands();
std::vector<CommandEntry> resourceCommands();
std::vector<CommandEntry> evidenceCommands();
std::vector<CommandEntry> planCommands();
std::vector<CommandEntry> pitCommands();
std::vector<CommandEntry> chartCommands();
std::vector<CommandEntry> estimateCommands();
std::vector<CommandEntry> sectionCommands();
std::vector<CommandEntry> cameraCommands();
std::vector<CommandEntry> walkCommands();
std::vector<CommandEntry> legendCommands();
std::vector<CommandEntry> measureCommands();
std::vector<CommandEntry> assetCommands();
std::vector<CommandEntry> disclosureCommands();
std::vector<CommandEntry> viewCommands();
std::vector<CommandEntry> tourCommands();
std::vector<CommandEntry> pathCommands();
std::vector<CommandEntry> compareCommands();

/// All groups in the order of the documentation.
const std::vector<CommandEntry>& commandTable();

}  // namespace adit::viewer
