// Lists of commands from files and from the command line, each with the place it stands in.
#pragma once
#include <memory>
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

/// What a script leads to: a view, and the deposit with the pit and the data support that the view asks for.
struct Viewed {
  std::shared_ptr<const geology::Deposit> deposit;
  ViewState state;
};
/// As applyScript. The support of the block models is worked out only for a view that asks for it: it takes
/// longer than all the rest.
OrError<Viewed> viewAfter(std::shared_ptr<const geology::Deposit> deposit, const ViewState& start,
                          const std::vector<ScriptLine>& lines);

/// Applies line after line. The error names the place: "view.txt:12: range: no column 'cux' ...".
OrError<ViewState> applyScript(ViewState state, const std::vector<ScriptLine>& lines,
                               const geology::Deposit& deposit);

}  // namespace adit::viewer
