#include "geology/estimation/run_plan.h"

#include <algorithm>
#include <cmath>

#include "geology/estimation/declustering.h"
#include "geology/estimation/plan_json.h"
#include "geology/model/length_scale.h"
#include "geology/model/object_names.h"

namespace adit::estimation {
namespace {

using geology::BlockModel;
using geology::Column;
using geology::Deposit;
using geology::Severity;

template <class T>
std::shared_ptr<const T> named(const std::vector<std::shared_ptr<const T>>& list, const std::string& name) {
  for (const auto& object : list)
    if (object->name == name) return object;
  return nullptr;
}

Column emptyLike(const Column& column) {
  Column empty = column;
  std::fill(empty.values.begin(), empty.values.end(), geology::kMissing);
  empty.codes.assign(empty.codes.size(), geology::kNoCategory);
  return empty;
}

class PlanRun {
 public:
  PlanRun(const Deposit& deposit, const EstimationPlan& plan, geology::Progress& progress)
      : deposit_(deposit), plan_(plan), progress_(progress) {}

  PlanOutcome run() && {
    if (prepare()) {
      estimate();
      sumTonnes();
      if (plan_.simulation) simulate();
      finish();
    }
    return std::move(out_);
  }

 private:
  bool existing() const { return !plan_.target.model.empty(); }
  std::string prefix() const { return existing() ? out_.samples.column + "_" : ""; }

  bool prepare() {
    out_.samples = samplesOf(deposit_, plan_, out_.diagnostics);
    if (out_.samples.size() == 0) return false;
    if (existing()) {
      const auto model = named(deposit_.blockModels, plan_.target.model);
      if (!model) {
        out_.diagnostics.push_back(
            planError("EST-NO-MODEL", "there is no block model \"" + plan_.target.model + "\"",
                      "adit check lists the models; or describe a new one in \"target\""));
        return false;
      }
      out_.model = *model;
    } else {
      out_.model.name = geology::freeObjectName(deposit_, "estimate");
      out_.model.lattice = plan_.target.lattice;
    }
    return findTerrain() && findDensity() && findDomains();
  }

  bool findTerrain() {
    if (plan_.target.below.empty()) return true;
    terrain_ = named(deposit_.terrains, plan_.target.below);
    if (!terrain_)
      out_.diagnostics.push_back(planError("EST-NO-TERRAIN",
                                           "there is no terrain \"" + plan_.target.below + "\"",
                                           "adit check lists the terrains; or leave \"below\" out"));
    return terrain_ != nullptr;
  }

  bool findDensity() {
    if (plan_.density.column.empty()) return true;
    const Column* column = geology::findColumn(out_.model.columns, plan_.density.column);
    const bool found = existing() && column != nullptr && column->isNumeric();
    if (!found)
      out_.diagnostics.push_back(
          planError("EST-NO-COLUMN", "the model has no numeric column \"" + plan_.density.column + "\"",
                    "name a density of an existing model, or state one value in t/m3"));
    return found;
  }

  /// Tonnes a cubic unit of the deposit, one a block or one for all; a density that is missing or not above 0
  /// is none.
  std::vector<double> densities() const {
    const double cubicMetres = geology::cubicMetresIn(deposit_.unit);
    if (plan_.density.column.empty()) return {plan_.density.value * cubicMetres};
    std::vector<double> all;
    for (const float value : geology::findColumn(out_.model.columns, plan_.density.column)->values)
      all.push_back(value > 0 && std::isfinite(value) ? static_cast<double>(value) * cubicMetres : 0);
    return all;
  }

  void sumTonnes() {
    if (!plan_.density.stated() || columns_.empty()) return;
    const std::vector<double> density = densities();
    const std::vector<float>& grade = columns_.front().values;
    std::size_t without = 0;
    for (std::size_t b = 0; b < grade.size(); ++b) {
      if (std::isnan(grade[b])) continue;
      const double tonnes = out_.model.blockVolume(b) * density[density.size() == 1 ? 0 : b];
      without += tonnes > 0 ? 0 : 1;
      out_.tonnes += tonnes;
      out_.metal += tonnes * static_cast<double>(grade[b]);
    }
    sayCount({without, "EST-NO-DENSITY", "estimated blocks have no density above 0: they are in no tonnes",
              "fill the density column, or state one value in \"density\""});
  }

  bool findDomains() {
    if (plan_.domain.blockColumn.empty()) return true;
    if (plan_.domain.column.empty()) {
      out_.diagnostics.push_back(
          planError("EST-NO-COLUMN",
                    "domain.blockColumn is stated without domain.column: nobody knows the "
                    "domains of the samples",
                    "name a category of an interval table in domain.column, or leave both "
                    "out"));
      return false;
    }
    const Column* column = geology::findColumn(out_.model.columns, plan_.domain.blockColumn);
    if (column == nullptr || column->isNumeric()) {
      out_.diagnostics.push_back(
          planError("EST-NO-COLUMN", "the model has no category \"" + plan_.domain.blockColumn + "\"",
                    "name a category of the block model in domain.blockColumn, or leave it out"));
      return false;
    }
    blockDomain_ = *column;
    return true;
  }

  bool wanted(std::size_t block) const {
    if (!terrain_) return true;
    const geology::Vec3 centre = out_.model.blockCenter(block);
    return centre.z < terrain_->heightAt(centre.x, centre.y);  // false where the terrain has no height
  }

  EstimationRequest request() const {
    EstimationRequest request;
    request.search = plan_.search;
    request.estimator = plan_.estimator;
    request.passes = plan_.passes;
    request.points = plan_.points;
    request.prefix = prefix();
    request.wanted = [this](std::size_t block) { return wanted(block); };
    return request;
  }

  // With domains in the blocks: one after the other, each with its own samples and blocks.
  void estimate() {
    if (!blockDomain_) {
      BlockEstimates estimates =
          estimateBlocks(out_.samples.forDomain(std::nullopt), request(), out_.model, progress_);
      out_.counts = estimates.counts;
      columns_ = std::move(estimates.columns);
      return;
    }
    for (std::size_t d = 0; d < out_.samples.domainNames.size(); ++d)
      estimateDomain(static_cast<std::int32_t>(d));
    countOtherDomains();
  }

  /// Blocks of a domain in which there is no sample, and blocks without one, are asked of nobody.
  void countOtherDomains() {
    std::size_t others = 0;
    for (std::size_t block = 0; block < out_.model.blockCount(); ++block) others += wanted(block) ? 1 : 0;
    others -= out_.counts.wanted;
    sayCount({others, "EST-NO-DOMAIN",
              "blocks lie in a domain without samples, or in none: they have no value",
              "give their domains the names that the samples' have, or estimate them as one domain"});
  }

  void estimateDomain(std::int32_t domain) {
    const std::string& name = out_.samples.domainNames[static_cast<std::size_t>(domain)];
    const auto inBlocks = std::find(blockDomain_->names.begin(), blockDomain_->names.end(), name);
    const EstimationSamples samples = out_.samples.forDomain(domain);
    if (inBlocks == blockDomain_->names.end() || samples.position.empty()) return;
    const auto code = static_cast<std::int32_t>(inBlocks - blockDomain_->names.begin());
    EstimationRequest own = request();
    own.wanted = [this, code](std::size_t block) {
      return blockDomain_->codes[block] == code && wanted(block);
    };
    BlockEstimates estimates = estimateBlocks(samples, own, out_.model, progress_);
    addCounts(estimates.counts);
    for (Column& column : estimates.columns) addColumn(column, code);
  }

  void addCounts(const EstimationCounts& counts) {
    out_.counts.wanted += counts.wanted;
    out_.counts.withoutValue += counts.withoutValue;
    out_.counts.singular += counts.singular;
    out_.counts.negativeWeights += counts.negativeWeights;
    out_.counts.byPass.resize(counts.byPass.size());
    for (std::size_t p = 0; p < counts.byPass.size(); ++p) out_.counts.byPass[p] += counts.byPass[p];
  }

  void addColumn(const Column& column, std::int32_t code) {
    auto it = std::find_if(columns_.begin(), columns_.end(),
                           [&](const Column& c) { return c.name == column.name; });
    if (it == columns_.end()) it = columns_.insert(columns_.end(), emptyLike(column));
    for (std::size_t b = 0; b < column.size(); ++b)
      if (blockDomain_->codes[b] == code) it->values[b] = column.values[b];
  }

  void simulate() {
    const SimulationPlan& simulation = *plan_.simulation;
    SimulationSamples samples;
    samples.position = out_.samples.position;
    samples.hole = out_.samples.hole;
    samples.value.assign(out_.samples.value.begin(), out_.samples.value.end());
    if (simulation.declusterCell > 0)
      samples.weight =
          declusterByCells(samples.position, samples.value,
                           {.smallest = simulation.declusterCell, .largest = simulation.declusterCell})
              .weight;
    SimulationRequest own;
    own.variogram = simulation.variogram.structures.empty() ? estimatorVariogram() : simulation.variogram;
    own.search = plan_.search;
    own.passes = plan_.passes;
    own.points = simulation.points;
    own.realisations = simulation.realisations;
    own.seed = simulation.seed;
    own.cutoff = simulation.cutoff;
    if (plan_.density.stated()) own.density = densities();
    own.prefix = prefix();
    own.wanted = [this](std::size_t block) { return wanted(block); };
    if (!own.variogram.bounded() || !(own.variogram.sill() > 0)) {
      out_.diagnostics.push_back(planError("EST-NO-SILL", "the simulation needs a variogram with a sill",
                                           "give simulation.variogram, without linear structures"));
      return;
    }
    Simulation result = simulateBlocks(samples, own, out_.model, progress_);
    out_.totals = std::move(result.totals);
    sayCount({result.singular, "EST-SINGULAR",
              "blocks have singular equations in the simulation; of the solutions the shortest is taken",
              "look for samples that lie as good as at one place, or give the variogram a nugget"});
    for (Column& column : result.columns) columns_.push_back(std::move(column));
  }

  Variogram estimatorVariogram() const {
    if (const auto* simple = std::get_if<SimpleKriging>(&plan_.estimator)) return simple->variogram;
    if (const auto* ordinary = std::get_if<OrdinaryKriging>(&plan_.estimator)) return ordinary->variogram;
    return {};
  }

  void finish() {
    sayCounts();
    if (existing()) {
      for (Column& column : columns_) {
        std::erase_if(out_.model.columns, [&](const Column& old) { return old.name == column.name; });
        out_.model.columns.push_back(std::move(column));
      }
    } else if (geology::findColumn(columns_, "pass") != nullptr) {
      out_.model = reachedBlocks(out_.model, {std::move(columns_), {}}, "");
    }
    describeSource();
  }

  struct Counted {
    std::size_t count;
    const char *code, *message, *remedy;
  };
  void sayCount(const Counted& what) {
    if (what.count > 0)
      out_.diagnostics.push_back({.severity = Severity::Warning,
                                  .code = what.code,
                                  .file = {},
                                  .message = what.message,
                                  .remedy = what.remedy,
                                  .count = what.count});
  }

  void sayCounts() {
    sayCount(
        {out_.counts.singular, "EST-SINGULAR",
         "blocks have singular kriging equations; of the solutions the shortest is taken, and the column "
         "\"singular\" marks them",
         "look for samples that lie as good as at one place, or give the variogram a nugget"});
    if (out_.counts.estimated() == 0)
      out_.diagnostics.push_back(
          planError("EST-NOTHING-REACHED", "no pass reaches any block",
                    "widen search.ranges or the reach of a pass, lower minSamples, or look whether any "
                    "block is wanted"));
  }

  void describeSource() {
    geology::Provenance& source = out_.model.source;
    if (!existing()) source = {};
    source.format = "estimated by Adit";
    source.synthetic = source.synthetic || deposit_.synthetic;
    if (source.note.empty()) source.note = deposit_.syntheticNote;
    source.choices.push_back({"estimate/plan", planToJson(plan_), "the whole plan", true});
    source.choices.push_back(
        {"estimate/classification", "none",
         "an estimate is no classification: categories come from a Competent or Qualified "
         "Person",
         false});
    const geology::DrillHoles* holes = holesOf(deposit_, plan_.holes);
    std::vector<geology::Provenance> files = holes->sources;
    for (const geology::IntervalTable& table : holes->tables) files.push_back(table.source);
    for (const geology::Provenance& file : files)
      source.choices.push_back({"estimate/source", file.path, file.sha256, false});
  }

  const Deposit& deposit_;
  const EstimationPlan& plan_;
  geology::Progress& progress_;
  std::shared_ptr<const geology::Terrain> terrain_;
  std::optional<Column> blockDomain_;
  std::vector<Column> columns_;
  PlanOutcome out_;
};

}  // namespace

PlanOutcome runPlan(const Deposit& deposit, const EstimationPlan& plan, geology::Progress& progress) {
  return PlanRun(deposit, plan, progress).run();
}

}  // namespace adit::estimation
