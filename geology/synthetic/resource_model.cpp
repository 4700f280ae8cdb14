#include "geology/synthetic/resource_model.h"

#include <algorithm>
#include <cmath>

#include "geology/estimation/block_estimate.h"
#include "geology/estimation/compositing.h"

namespace adit::synthetic {
namespace {

using geology::BlockModel;
using geology::Column;

constexpr double kCompositeLength = 10;
constexpr float kLeastCoverage = 0.5F;  // of a composite by assays
constexpr std::array<double, 3> kBlock{20, 20, 15};
constexpr std::array<std::int64_t, 3> kCount{124, 112, 72};
constexpr double kTop = 270;  // metres of the lattice above the old surface

// Chips have no density: such composites take the mean of the measured ones in their alteration (in slot 0,
// without one).
void fillDensity(Column& density, const Column& alteration) {
  std::vector<double> sum(alteration.names.size() + 1);
  std::vector<double> count(sum.size());
  const auto slot = [&](std::size_t i) { return static_cast<std::size_t>(alteration.codes[i]) + 1; };
  for (std::size_t i = 0; i < density.size(); ++i) {
    if (!density.hasValue(i)) continue;
    sum[slot(i)] += static_cast<double>(density.values[i]);
    count[slot(i)] += 1;
  }
  for (std::size_t i = 0; i < density.size(); ++i)
    if (!density.hasValue(i) && count[slot(i)] > 0)
      density.values[i] = static_cast<float>(sum[slot(i)] / count[slot(i)]);
}

// Samples: composites half of which at least has a copper assay.
estimation::EstimationSamples samplesOf(const geology::DrillHoles& holes) {
  estimation::EstimationSamples samples;
  const geology::IntervalTable* assays = holes.table("assay");
  const geology::IntervalTable* logs = holes.table("alteration");
  if (!assays || !logs) return samples;
  estimation::Composites composites = estimation::compositeTable(
      holes, *assays, {.columns = {"cu_pct", "au_gpt", "mo_ppm", "density"}, .length = kCompositeLength});
  composites.columns.push_back(
      estimation::dominantCategory(composites, *logs, *geology::findColumn(logs->columns, "alteration")));
  fillDensity(composites.columns[3], composites.columns[4]);
  for (const Column& column : composites.columns) {
    Column& kept = samples.columns.emplace_back(column);
    kept.values.clear();
    kept.codes.clear();
  }
  for (std::size_t i = 0; i < composites.size(); ++i) {
    if (!(composites.coverage[0][i] >= kLeastCoverage)) continue;
    samples.position.push_back(composites.middle[i]);
    samples.hole.push_back(composites.hole[i]);
    for (std::size_t c = 0; c < composites.columns.size(); ++c) {
      const Column& from = composites.columns[c];
      if (from.isNumeric())
        samples.columns[c].values.push_back(from.values[i]);
      else
        samples.columns[c].codes.push_back(from.codes[i]);
    }
  }
  return samples;
}

geology::Lattice latticeAround(const geology::Vec3& centre) {
  geology::Lattice lattice;
  lattice.size = kBlock;
  lattice.count = kCount;
  const auto snapped = [](double value, double step) { return std::floor(value / step) * step; };
  lattice.origin = {snapped(centre.x - static_cast<double>(kCount[0]) * kBlock[0] / 2, kBlock[0]),
                    snapped(centre.y - static_cast<double>(kCount[1]) * kBlock[1] / 2, kBlock[1]),
                    snapped(centre.z + kTop - static_cast<double>(kCount[2]) * kBlock[2], kBlock[2])};
  return lattice;
}

estimation::EstimationRequest requestFor(const geology::Terrain& topography, const geology::Lattice& lattice,
                                         unsigned threads) {
  estimation::EstimationRequest request;
  request.wanted = [&topography, &lattice](std::size_t block) {
    const geology::Vec3 centre = lattice.center(static_cast<std::int64_t>(block));
    return centre.z < topography.heightAt(centre.x, centre.y);
  };
  request.search.range = {60, 60, 80};
  request.estimator = estimation::InverseDistance{2};
  request.passes = {{{.reach = 1, .maxSamples = 12, .maxPerHole = 4}, 6, 3},
                    {{.reach = 2, .maxSamples = 12, .maxPerHole = 4}, 5, 2},
                    {{.reach = 3.5, .maxSamples = 12, .maxPerHole = 4}, 3, 1}};
  request.facts = estimation::SupportFacts::Basic;
  request.threads = threads;
  return request;
}

enum class Category : std::int32_t { Measured, Indicated, Inferred };

Category categoryOf(float pass, float holes, float nearest) {
  if (pass <= 1 && holes >= 3 && nearest <= 35) return Category::Measured;
  if (pass <= 2 && holes >= 2 && nearest <= 75) return Category::Indicated;
  return Category::Inferred;
}

Column classify(const BlockModel& model) {
  Column column;
  column.name = "category";
  column.kind = geology::ColumnKind::Category;
  column.names = {"Measured", "Indicated", "Inferred"};
  const auto values = [&](const char* name) -> const std::vector<float>& {
    return geology::findColumn(model.columns, name)->values;
  };
  for (std::size_t b = 0; b < model.blockCount(); ++b)
    column.codes.push_back(static_cast<std::int32_t>(
        categoryOf(values("pass")[b], values("n_holes")[b], values("nearest_m")[b])));
  return column;
}

std::vector<geology::ImportChoice> choices() {
  return {{"blocks/composites", "10 m", "length-weighted, at least half assayed", false},
          {"blocks/estimator", "inverse distance squared",
           "ellipsoid 60 x 60 x 80 m, then 2 and 3.5 times as large; at most 12 composites, 4 from a hole",
           false},
          {"blocks/density", "measured, else the mean of the alteration", "chips of RC holes have no density",
           false},
          {"blocks/category", "by drill spacing",
           "SYNTHETIC author's classification, by no Competent or Qualified Person: Measured = 3 holes "
           "within the "
           "first ellipsoid and the nearest within 35 m, Indicated = 2 holes within the second and 75 m, "
           "else Inferred",
           false}};
}

}  // namespace

BlockModel estimateResource(const geology::DrillHoles& holes, const geology::Terrain& topography,
                            const ResourceOrder& order, geology::Progress& progress) {
  const geology::Lattice lattice = latticeAround(order.centre);
  BlockModel model = estimation::estimateLattice(
      samplesOf(holes), requestFor(topography, lattice, order.threads), lattice, progress);
  model.name = "blocks";
  model.columns.push_back(classify(model));
  model.source = order.source;
  model.source.choices = choices();
  return model;
}

}  // namespace adit::synthetic
