// The command line: `adit [PATH...]` opens the window, `adit VERB ...` works without one.
#pragma once
#include <memory>

namespace CLI {
class App;
}

namespace adit::viewer {

struct WindowArguments;

/// kExitCancelled: Ctrl+C, as shells say it (128 + SIGINT).
enum ExitCode : int { kExitOk = 0, kExitErrors = 1, kExitUsage = 2, kExitCancelled = 130 };

/// Parses and runs. Returns the exit code of the program: 0, 1 when something could not be done or used, 2
/// for a command line that makes no sense.
int runCommandLine(int argc, char** argv);

/// Each verb adds itself; when it is the one called, it runs and leaves its exit code.
void addCheckVerb(CLI::App& app, int& exitCode);
void addOpenVerb(CLI::App& app, int& exitCode);
void addRenderVerb(CLI::App& app, int& exitCode);
void addFilmVerb(CLI::App& app, int& exitCode);
void addConvertVerb(CLI::App& app, int& exitCode);
void addReportVerb(CLI::App& app, int& exitCode);
void addChartVerb(CLI::App& app, int& exitCode);
void addGuardVerb(CLI::App& app, int& exitCode);
void addEstimateVerb(CLI::App& app, int& exitCode);
void addPitVerb(CLI::App& app, int& exitCode);
void addStopesVerb(CLI::App& app, int& exitCode);
void addPlanVerb(CLI::App& app, int& exitCode);
/// `window`: its options, which stand before or after this verb.
void addDemoVerb(CLI::App& app, std::shared_ptr<const WindowArguments> window, int& exitCode);
void addCommandsVerb(CLI::App& app, int& exitCode);
void addFormatsVerb(CLI::App& app, int& exitCode);

}  // namespace adit::viewer
