#include "viewer/app/pit_access.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "geology/planning/pit_json.h"
#include "viewer/app/conversion.h"

namespace adit::viewer {
namespace {

/// A deposit of what is written, which says what its ground is.
std::shared_ptr<geology::Deposit> carrierOf(const geology::Deposit& deposit,
                                            const planning::PitOutcome& outcome) {
  auto result = std::make_shared<geology::Deposit>();
  result->crs = deposit.crs;
  result->synthetic = outcome.model->source.synthetic;
  result->syntheticNote = outcome.model->source.note;
  return result;
}

}  // namespace

OrError<Command> importPit(const std::string& path) {
  constexpr std::uintmax_t kLargest = 4U << 20U;
  std::error_code error;
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) return CommandError{path + ": " + error.message()};
  if (size > kLargest) return CommandError{path + ": nobody states that much about a pit (4 MiB at most)"};
  std::ifstream file(path, std::ios::binary);
  if (!file) return CommandError{path + ": cannot be read"};
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const planning::PitReading reading = planning::pitDraftFromJson(text);
  if (!reading.inputs) return CommandError{path + ": " + reading.fault};
  return command("pit inputs", planning::pitToJson(*reading.inputs));
}

std::string exportPit(const planning::PitInputs& inputs, const std::string& path) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << planning::pitToJson(inputs);
  out.close();
  if (out) return {};
  return "cannot write " + path;
}

geology::Diagnostics writePitModel(const geology::Deposit& deposit, const planning::PitOutcome& outcome,
                                   const std::string& path) {
  auto result = carrierOf(deposit, outcome);
  auto model = std::make_shared<geology::BlockModel>(*outcome.model);
  for (geology::Column& column : outcome.columns()) {
    std::erase_if(model->columns, [&](const geology::Column& c) { return c.name == column.name; });
    model->columns.push_back(std::move(column));
  }
  result->blockModels.push_back(std::move(model));
  return convert({result, "", path}).diagnostics;
}

geology::Diagnostics writePitDesign(const geology::Deposit& deposit, const planning::PitOutcome& outcome,
                                    const std::string& path) {
  auto result = carrierOf(deposit, outcome);
  geology::TriangleMesh mesh = outcome.design->mesh;
  mesh.source.synthetic = outcome.model->source.synthetic;
  mesh.source.note = outcome.model->source.note;
  result->meshes.push_back(std::make_shared<const geology::TriangleMesh>(std::move(mesh)));
  return convert({result, "", path}).diagnostics;
}

BackgroundWork::Task pitColumnsTask(std::shared_ptr<const PitAnswer> answer, std::string path) {
  return [answer = std::move(answer), path = std::move(path)](geology::Progress&) -> WorkOutcome {
    const auto said = writePitModel(*answer->ask.deposit, *answer->outcome, path);
    for (const geology::Diagnostic& d : said)
      if (d.severity == geology::Severity::Error) return WorkFailed{d.message};
    return FileWritten{path};
  };
}

}  // namespace adit::viewer
