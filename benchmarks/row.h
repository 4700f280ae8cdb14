// One line of the table: an operation, who does it besides us, and what its results must agree in.
#pragma once
#include <benchmark/benchmark.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace adit::benchmarks {

/// One number of a result. `tolerance` is relative; 0 asks for the same number.
struct Figure {
  std::string what;
  double value = 0;
  double tolerance = 0;
};
using Answer = std::vector<Figure>;

/// One way to do an operation. The round changes the question a little (another cut-off, another plane), so
/// that nobody answers from a cache.
struct Contender {
  std::string name;
  std::function<void(int round)> run;       ///< does it and lets go of the result; this is timed
  std::function<Answer(int round)> answer;  ///< does it and looks at the result
};

/// `run(round)` gives the result, `figures(result)` its figures.
template <typename Run, typename Figures>
Contender contender(std::string name, Run run, Figures figures) {
  return {std::move(name),
          [run](int round) {
            auto result = run(round);
            benchmark::DoNotOptimize(&result);
            benchmark::ClobberMemory();
          },
          [run, figures](int round) -> Answer { return figures(run(round)); }};
}
/// Without a result to compare: the floor, which only moves the bytes that the operation cannot do without.
template <typename Run>
Contender floorOf(std::string name, Run run) {
  return contender(std::move(name), std::move(run), [](const auto&) { return Answer{}; });
}

struct Peer {
  Contender contender;
  double atLeast = 0, aim = 0;  ///< how many times faster we have to be; 0: not a gate
};

struct Row {
  std::string operation;
  std::string size;  ///< "1e7 blocks"
  Contender ours;
  std::vector<Peer> peers{};
  std::optional<Contender> floor{};
  double mostMicroseconds = 0, aimMicroseconds = 0;  ///< of ours; 0: not a gate
  double mostMegabytes = 0;                          ///< that ours may need on top; 0: not a gate
  bool slow = false;  ///< some contender takes many seconds: timed twice instead of five times
};

/// What is measured. The goals hold at these sizes; others are for looking.
struct Sizes {
  std::vector<std::size_t> blocks{1'000'000, 10'000'000};
  std::size_t intervals = 500'000;
  std::size_t subBlocks = 1'000'000;
  std::vector<std::size_t> tableRows{1'000'000};
};

/// "1e7" where that is exact, else "12,000".
std::string sizeText(std::size_t n);

std::vector<Row> skinRows(const Sizes& sizes);
std::vector<Row> sectionRows(const Sizes& sizes);
std::vector<Row> holeRows(const Sizes& sizes);
std::vector<Row> fileRows(const Sizes& sizes);
std::vector<Row> answerRows(const Sizes& sizes);
std::vector<Row> drawingRows(const Sizes& sizes);
std::vector<Row> krigingRows(const Sizes& sizes);
std::vector<Row> pitRows(const Sizes& sizes);
std::vector<Row> pitSurfaceRows(const Sizes& sizes);

}  // namespace adit::benchmarks
