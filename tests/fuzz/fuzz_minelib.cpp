// Any bytes as MineLib's files and as a plan table: objects that hold together or a ReadError, never anything
// else.
#include <cstdint>
#include <cstdlib>

#include "geology/formats/minelib.h"
#include "geology/formats/minelib_reader.h"
#include "geology/formats/plan_table_reader.h"
#include "geology/project/deposit_checks.h"

namespace {

using namespace adit;

void checkObjects(const formats::ImportResult& result) {
  for (const formats::Object& object : result.objects) {
    if (const auto* model = std::get_if<geology::BlockModel>(&object); model && project::faultOf(*model))
      std::abort();
    if (const auto* plan = std::get_if<geology::MinePlan>(&object))
      for (const auto& figure : plan->figures)
        if (figure.period >= plan->periods.size()) std::abort();
  }
}

void readAs(formats::ImportResult (*read)(const formats::Source&, const formats::ImportChoices&,
                                          geology::Progress&),
            const formats::Source& source) {
  geology::Progress progress;
  try {
    checkObjects(read(source, {}, progress));
  } catch (const formats::ReadError&) {  // a refusal with a reason is a good answer
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  formats::Findings findings("fuzz");
  geology::Progress progress;
  formats::readMinelibPrecedence({"fuzz.prec", bytes}, 0, findings, progress);
  formats::readMinelibPrecedence({"fuzz.prec", bytes}, 7, findings, progress);
  formats::readMinelibProblem({"fuzz.cpit", bytes}, findings, progress);
  formats::readMinelibSolution({"fuzz.sol", bytes}, findings, progress);
  readAs(formats::readMinelib, {"/nowhere/fuzz.blocks", bytes});
  readAs(formats::readPlanTable, {"fuzz.csv", bytes});
  return 0;
}
