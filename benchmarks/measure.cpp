#include "benchmarks/measure.h"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <limits>
#include <map>

#include "benchmarks/peak_memory.h"

namespace adit::benchmarks {
namespace {

constexpr double kNotMeasured = std::numeric_limits<double>::quiet_NaN();

bool agrees(const Figure& theirs, const Figure& ours) {
  const double tolerance = std::max(theirs.tolerance, ours.tolerance);
  return std::abs(theirs.value - ours.value) <=
         tolerance * std::max(std::abs(theirs.value), std::abs(ours.value));
}

/// Figures are compared by name; those that one of the two does not have are its own matter, but none in
/// common would be no check at all.
void compare(const Row& row, const std::string& peer, const Answer& theirs, const Answer& ours,
             std::vector<std::string>& faults) {
  const std::string where = row.operation + ", " + row.size + ", " + peer;
  std::size_t common = 0;
  for (const Figure& figure : theirs)
    for (const Figure& own : ours) {
      if (own.what != figure.what) continue;
      ++common;
      if (!agrees(figure, own))
        faults.push_back(where + ": " + figure.what + " " + std::to_string(figure.value) + ", ours " +
                         std::to_string(own.value));
    }
  if (common == 0) faults.push_back(where + ": nothing to compare");
}

/// Where a timed benchmark belongs.
struct Slot {
  Measured* measured = nullptr;
  std::vector<double> times{};  ///< microseconds, one a repetition
};

/// Keeps the times of all repetitions, and tells on standard error how far the run is.
class TimeKeeper : public benchmark::BenchmarkReporter {
 public:
  explicit TimeKeeper(std::map<std::string, Slot>& slots) : slots_(slots) {}
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration) continue;
      const auto slot = slots_.find(run.run_name.function_name);
      if (slot == slots_.end()) continue;
      slot->second.times.push_back(run.GetAdjustedRealTime());
      std::cerr << "." << std::flush;
    }
  }

 private:
  std::map<std::string, Slot>& slots_;
};

class Registry {
 public:
  void add(const std::string& name, const Contender& contender, Measured& measured, bool slow) {
    slots_[name] = {&measured, {}};
    auto* timed = benchmark::RegisterBenchmark(name.c_str(), [&contender](benchmark::State& state) {
      int round = 0;
      for (auto _ : state) contender.run(round++);
    });
    timed->UseRealTime()->Unit(benchmark::kMicrosecond);
    if (slow) timed->Iterations(1)->Repetitions(2);
  }
  void run() {
    TimeKeeper keeper(slots_);
    benchmark::RunSpecifiedBenchmarks(&keeper);
    std::cerr << "\n";
    for (auto& [name, slot] : slots_) slot.measured->microseconds = median(slot.times);
  }

 private:
  static double median(std::vector<double> times) {
    if (times.empty()) return kNotMeasured;
    std::sort(times.begin(), times.end());
    return (times[(times.size() - 1) / 2] + times[times.size() / 2]) / 2;
  }
  std::map<std::string, Slot> slots_;
};

void registerRow(const Row& row, MeasuredRow& measured, Registry& registry) {
  const std::string name = row.operation + ", " + row.size + ": ";
  registry.add(name + "ours", row.ours, measured.ours, row.slow);
  if (row.floor) registry.add(name + "floor", *row.floor, measured.floor, row.slow);
  for (std::size_t p = 0; p < row.peers.size(); ++p)
    registry.add(name + row.peers[p].contender.name, row.peers[p].contender, measured.peers[p], row.slow);
}

}  // namespace

std::vector<std::string> checkRow(const Row& row, MeasuredRow& measured) {
  measured = {{kNotMeasured, kNotMeasured}, {kNotMeasured, kNotMeasured}, {}};
  measured.ours.megabytes = peakGrowth([&] { row.ours.run(0); });
  for (const Peer& peer : row.peers)
    measured.peers.push_back({kNotMeasured, peakGrowth([&] { peer.contender.run(0); })});
  std::vector<std::string> faults;
  for (const int round : {0, 1}) {
    if (row.slow && round > 0) break;
    const Answer ours = row.ours.answer(round);
    for (const Peer& peer : row.peers)
      compare(row, peer.contender.name, peer.contender.answer(round), ours, faults);
  }
  return faults;
}

bool timeRows(const std::vector<Row>& rows, std::vector<std::string> arguments,
              std::vector<MeasuredRow>& measured) {
  // Of two flags of one name Google Benchmark takes the later one.
  arguments.insert(arguments.begin() + 1,
                   {"--benchmark_repetitions=5", "--benchmark_enable_random_interleaving=true",
                    "--benchmark_min_time=0.1"});
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  int argc = static_cast<int>(argv.size());
  benchmark::Initialize(&argc, argv.data());
  if (benchmark::ReportUnrecognizedArguments(argc, argv.data())) return false;
  Registry registry;
  for (std::size_t r = 0; r < rows.size(); ++r) registerRow(rows[r], measured[r], registry);
  registry.run();
  return true;
}

}  // namespace adit::benchmarks
