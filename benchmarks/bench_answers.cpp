// Tonnes and grade above a cut-off.
#include <functional>
#include <memory>

#include "benchmarks/measured_model.h"
#include "benchmarks/row.h"
#include "geology/analysis/grade_tonnage_index.h"
#include "geology/synthetic/random.h"

namespace adit::benchmarks {
namespace {

using Model = std::shared_ptr<const MeasuredModel>;
using analysis::GradeTonnage;

analysis::GradedBlocks gradedBlocks(const MeasuredModel& m) {
  return {*m.model, m.grade(), {.value = 2.7}};
}

GradeTonnage byOnePass(const MeasuredModel& m, float cutoff) {
  return analysis::gradeTonnage(gradedBlocks(m), nullptr, {&cutoff, 1}, {}).above.front();
}

Answer tonnageFigures(const GradeTonnage& sum) {
  return {{"blocks", static_cast<double>(sum.blocks)},
          {"tonnes", sum.tonnes, 1e-9},
          {"metal", sum.metal, 1e-9},
          {"mean grade", sum.meanGrade(), 1e-9}};
}

using CutoffOf = std::function<float(int round)>;

/// Cut-offs all over the range of grades, so that a query finds little of what it needs in the cache.
CutoffOf manyCutoffs(const MeasuredModel& m) {
  constexpr std::size_t kCutoffs = 4096;
  synthetic::Random random(5);
  std::vector<float> cutoffs;
  for (std::size_t i = 0; i < kCutoffs; ++i)
    cutoffs.push_back(m.grade().values[random.next() % m.grade().values.size()]);
  return [cutoffs](int round) { return cutoffs[static_cast<std::size_t>(round) % kCutoffs]; };
}

CutoffOf richCutoffs(const Model& m) {
  return [m](int round) { return m->cutoff(round); };
}

/// One thread, one block after the other, in the longest numbers there are.
Contender plainLoop(const Model& m, const CutoffOf& cutoffOf) {
  return contender(
      "a loop over the blocks",
      [m, cutoffOf](int round) {
        const analysis::GradedBlocks blocks = gradedBlocks(*m);
        const float cutoff = cutoffOf(round);
        long double tonnes = 0, metal = 0;
        GradeTonnage sum;
        for (std::size_t b = 0; b < blocks.count(); ++b) {
          if (!(blocks.grade(b) >= cutoff)) continue;
          const long double mass = static_cast<long double>(blocks.volume(b)) * blocks.density(b);
          ++sum.blocks;
          tonnes += mass;
          metal += mass * blocks.grade(b);
        }
        sum.tonnes = static_cast<double>(tonnes);
        sum.metal = static_cast<double>(metal);
        return sum;
      },
      tonnageFigures);
}

Row queryRow(const Model& m) {
  geology::Progress progress;
  const auto index = std::make_shared<const analysis::GradeTonnageIndex>(gradedBlocks(*m), nullptr, progress);
  const CutoffOf cutoffOf = manyCutoffs(*m);
  Row row{"grade-tonnage query", m->size,
          contender(
              "index", [m, index, cutoffOf](int round) { return index->above(cutoffOf(round)); },
              tonnageFigures)};
  row.peers = {{plainLoop(m, cutoffOf)}};
  row.mostMicroseconds = m->goal(5);
  row.aimMicroseconds = m->goal(1);
  return row;
}

Row buildRow(const Model& m) {
  Row row{"grade-tonnage index, built once", m->size,
          contender(
              "sort and sums",
              [m](int) {
                geology::Progress progress;
                return std::make_unique<const analysis::GradeTonnageIndex>(gradedBlocks(*m), nullptr,
                                                                           progress);
              },
              [m](const std::unique_ptr<const analysis::GradeTonnageIndex>& index) {
                return tonnageFigures(index->above(m->cutoff(0)));
              })};
  return row;
}

Row passRow(const Model& m) {
  Row row{"grade-tonnage with a filter", m->size,
          contender(
              "one pass", [m](int round) { return byOnePass(*m, m->cutoff(round)); }, tonnageFigures)};
  row.peers = {{plainLoop(m, richCutoffs(m))}};
  return row;
}

}  // namespace

std::vector<Row> answerRows(const Sizes& sizes) {
  std::vector<Row> rows;
  for (const std::size_t blocks : sizes.blocks) {
    const Model m = measuredLenses(blocks);
    rows.push_back(queryRow(m));
    rows.push_back(buildRow(m));
    rows.push_back(passRow(m));
  }
  return rows;
}

}  // namespace adit::benchmarks
