// The pit limit against plain Boost.Graph: push-relabel on Picard's graph. Where McLaughlin's model is beside
// the checkout it is that (2.8 million blocks, 45 degrees); else a made-up ore body.
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "benchmarks/row.h"
#include "geology/formats/reader.h"
#include "geology/model/random.h"
#include "geology/planning/closure.h"

namespace adit::benchmarks {
namespace {

using planning::ClosureSolver;

struct PitWork {
  std::vector<std::int64_t> values;
  planning::GridPrecedence precedence;
};

/// Waste a little dearer every round, so that each round is another pit.
std::vector<std::int64_t> valuesOf(const PitWork& work, int round) {
  std::vector<std::int64_t> values = work.values;
  for (std::int64_t& value : values)
    if (value < 0) value -= round;
  return values;
}

planning::Closure limit(const PitWork& work, int round, ClosureSolver solver) {
  geology::Progress progress;
  return planning::largestClosure(work.precedence, valuesOf(work, round), progress, solver);
}

PitWork workOf(const geology::Lattice& lattice, std::vector<std::int64_t> values) {
  return {std::move(values), {lattice.count, {planning::slopeOffsets(lattice, {{0, 45}}, 8)}}};
}

/// An ellipsoid of ore in waste.
PitWork madeUp(std::int64_t side) {
  geology::Lattice lattice;
  lattice.count = {side, side, side / 2};
  geology::Random random(11);
  std::vector<std::int64_t> values;
  const double middle = static_cast<double>(side) / 2;
  for (std::int64_t cell = 0; cell < lattice.cellCount(); ++cell) {
    const auto c = lattice.cellAt(cell);
    const double away = std::hypot(static_cast<double>(c[0]) - middle, static_cast<double>(c[1]) - middle,
                                   2 * (static_cast<double>(c[2]) - middle / 2)) /
                        middle;
    values.push_back(random.chance(.5 - away) ? 4'000 : -400);
  }
  return workOf(lattice, std::move(values));
}

std::shared_ptr<const PitWork> mcLaughlin() {
  const char* chosen = std::getenv("ADIT_REAL_DATA");
  const std::filesystem::path folder = chosen != nullptr ? chosen : ADIT_REAL_DATA_DEFAULT;
  const std::string path = (folder / "bm_mineflow/mclaughlingeo.dat.gz").string();
  std::ifstream file(path, std::ios::binary);
  if (!file) return nullptr;
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  geology::Progress progress;
  const auto read =
      formats::readSource({path, bytes}, {{"mclaughlingeo.dat/lattice", "140x296x68@25,25,20"}}, progress);
  for (const formats::Object& object : read.objects)
    if (const auto* model = std::get_if<geology::BlockModel>(&object); model != nullptr && model->full()) {
      std::vector<std::int64_t> values;
      for (const float value : model->columns.at(0).values) values.push_back(std::llround(value));
      return std::make_shared<const PitWork>(workOf(model->lattice, std::move(values)));
    }
  return nullptr;
}

Answer figures(const planning::Closure& closure) {
  return {{"blocks", static_cast<double>(closure.nodes.count()), 0},
          {"value", static_cast<double>(closure.value), 0},
          {"faults", closure.fault.empty() ? 0.0 : 1.0, 0}};
}

}  // namespace

std::vector<Row> pitRows(const Sizes& sizes) {
  const bool tiny = sizes.blocks.front() < 100'000;
  auto work = tiny ? nullptr : mcLaughlin();
  const std::string name = work ? " blocks (McLaughlin)" : " blocks";
  if (!work) work = std::make_shared<const PitWork>(madeUp(tiny ? 24 : 120));
  Row row{"pit limit, 45 degrees", sizeText(work->values.size()) + name,
          contender(
              "pseudoflow, one thread",
              [work](int round) { return limit(*work, round, ClosureSolver::Pseudoflow); }, figures)};
  row.peers = {{contender(
                    "Boost push-relabel",
                    [work](int round) { return limit(*work, round, ClosureSolver::PushRelabel); }, figures),
                10, 30}};
  row.slow = !tiny;
  return {row};
}

}  // namespace adit::benchmarks
