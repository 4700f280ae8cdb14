// Lists of commands from files and from the command line, each with the place it stands in.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/state/command.h"

namespace adit::viewer {

struct ScriptLine {
  std::string text;
  std::string place;  ///< "view.txt:12", "-c 2"
};

/// The lines of a file; an error when it cannot be read or is larger than 16 MiB.
OrError<std::vector<ScriptLine>> readScript(const std::string& path);

/// Applies line after line. The error names the place: "view.txt:12: range: no column 'cux' ...".
OrError<ViewState> applyScript(ViewState state, const std::vector<ScriptLine>& lines,
                               const geology::Deposit& deposit);

}  // namespace adit::viewer
