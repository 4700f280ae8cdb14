#include <CLI/CLI.hpp>

#include "geology/formats/reader.h"
#include "viewer/app/cli.h"
#include "viewer/app/cli_text.h"
#include "viewer/state/command.h"

namespace adit::viewer {

void addCommandsVerb(CLI::App& app, int& exitCode) {
  CLI::App* verb = app.add_subcommand("commands", "List every command of scripts and -c, with its arguments");
  verb->callback([&exitCode] {
    TextTable table({false, false});
    for (const CommandSpec& spec : commandSpecs()) table.add({spec.usage, spec.help});
    table.print("");
    exitCode = kExitOk;
  });
}

void addFormatsVerb(CLI::App& app, int& exitCode) {
  CLI::App* verb = app.add_subcommand("formats", "List what is read; files are recognised by content");
  verb->callback([&exitCode] {
    TextTable table({false, false});
    for (const formats::Reader& reader : formats::readers()) table.add({reader.name, reader.description});
    table.print("");
    exitCode = kExitOk;
  });
}

}  // namespace adit::viewer
