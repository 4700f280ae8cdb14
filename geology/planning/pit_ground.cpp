#include "geology/planning/pit_ground.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "geology/model/parallel_for.h"
#include "geology/model/unit_scale.h"

namespace adit::planning {
namespace {

using geology::Column;
using geology::Diagnostic;
using geology::Diagnostics;
using geology::Severity;

constexpr std::size_t kGrain = 65536;

Diagnostic finding(Severity severity, const char* code, std::string message, std::string remedy,
                   std::size_t count = 1) {
  return {.severity = severity,
          .code = code,
          .file = {},
          .message = std::move(message),
          .remedy = std::move(remedy),
          .count = count};
}

/// How many of these are in a tonne of metal.
std::optional<double> amountsInTonne(std::string_view per) {
  constexpr double kKilogramsOfPound = 0.45359237;
  constexpr std::array<std::pair<std::string_view, double>, 5> kAmounts{
      {{"t", 1},
       {"kg", 1e3},
       {"g", 1e6},
       {"lb", 1e3 / kKilogramsOfPound},
       {"oz", 1 / geology::kTonnesPerTroyOunce}}};
  for (const auto& [name, amount] : kAmounts)
    if (name == per) return amount;
  return std::nullopt;
}

/// Walks over the blocks and fills the arrays.
class GroundMaker {
 public:
  explicit GroundMaker(const PitGroundQuestion& question)
      : question_(question), inputs_(question.inputs), model_(question.model) {}

  PitGroundAnswer make() {
    PitGround& ground = answer_.ground;
    ground.model = &model_;
    ground.processingCost = inputs_.processingCost;
    findColumns();
    if (geology::countSeverity(answer_.diagnostics, Severity::Error) > 0) return std::move(answer_);
    setMiningCost();
    setTonnes();
    if (inputs_.values.empty())
      setMoney();
    else
      setGiven();
    sayCounts();
    return std::move(answer_);
  }

 private:
  void error(const char* code, std::string message, std::string remedy, std::size_t count = 1) {
    answer_.diagnostics.push_back(
        finding(Severity::Error, code, std::move(message), std::move(remedy), count));
  }

  const Column* numeric(const std::string& name, const char* what) {
    const Column* column = geology::findColumn(model_.columns, name);
    if (column != nullptr && column->isNumeric()) return column;
    error("PL-NO-COLUMN", "\"" + model_.name + "\" has no numeric column \"" + name + "\" for " + what,
          "adit check lists the columns of each model");
    return nullptr;
  }

  void findColumns() {
    if (!inputs_.values.empty()) given_ = numeric(inputs_.values, "the values");
    if (!inputs_.densityColumn.empty()) findDensity();
    for (const MetalTerms& terms : inputs_.metals) findMetal(terms);
    if (inputs_.ore.column.empty()) return;
    ore_ = geology::findColumn(model_.columns, inputs_.ore.column);
    if (ore_ == nullptr || ore_->isNumeric())
      error("PL-NO-COLUMN", "\"" + model_.name + "\" has no category \"" + inputs_.ore.column + "\" of ore",
            "adit check lists the columns of each model");
  }

  void findDensity() {
    density_ = numeric(inputs_.densityColumn, "the density");
    if (density_ == nullptr) return;
    densityScale_ = geology::densityScale(density_->unit).value_or(1);
    if (density_->unit.empty())
      answer_.diagnostics.push_back(
          finding(Severity::Note, "PL-DENSITY-UNIT",
                  "the density column \"" + density_->name + "\" states no unit; t/m3 is taken",
                  "give the column a unit in its header, such as density_t/m3"));
  }

  void findMetal(const MetalTerms& terms) {
    const Column* grade = numeric(terms.grade, "a grade");
    if (grade == nullptr) return;
    const MetalFactorAnswer factor = metalFactor(terms, grade->unit);
    if (!factor.fault.empty())
      error("PL-METAL-UNIT", "the price of \"" + terms.grade + "\" cannot be used: " + factor.fault,
            "state unit (%, g/t, ppm) and per (t, kg, g, lb, oz, grade) of the metal");
    answer_.ground.grades.push_back(grade);
    factors_.push_back(factor.factor);
  }

  void setMiningCost() {
    const geology::Lattice& lattice = model_.lattice;
    const double top = inputs_.mining.referenceLevel.value_or(lattice.bounds().max.z);
    for (std::int64_t k = 0; k < lattice.count[2]; ++k) {
      const double z = lattice.world(.5, .5, static_cast<double>(k) + .5).z;
      const double depth = std::max(0.0, top - z) * question_.metresPerUnit;
      answer_.ground.miningCost.push_back(inputs_.mining.perTonne + depth * inputs_.mining.perTonneAndMetre);
    }
  }

  /// The part of a block that lies below the terrain; 1 where the terrain has no height.
  double partBelow(std::size_t block) const {
    if (question_.terrain == nullptr) return 1;
    const geology::Vec3 centre = model_.blockCenter(block);
    const double height = model_.blockSize(block).z;
    const double ground = question_.terrain->heightAt(centre.x, centre.y);
    if (!std::isfinite(ground)) return 1;
    return std::clamp((ground - (centre.z - height / 2)) / height, 0.0, 1.0);
  }

  double densityOf(std::size_t block) const {
    if (density_ != nullptr) {
      const double density = static_cast<double>(density_->values[block]) * densityScale_;
      if (std::isfinite(density) && density > 0) return density;
    }
    return inputs_.density.value_or(0);
  }

  void setTonnes() {
    const double cube = std::pow(question_.metresPerUnit, 3);
    std::vector<float>& tonnes = answer_.ground.tonnes;
    tonnes.resize(model_.blockCount());
    const geology::Progress progress;
    geology::parallelFor({model_.blockCount(), kGrain}, progress, [&](geology::ParallelRange range) {
      for (std::size_t b = range.begin; b < range.end; ++b)
        tonnes[b] = static_cast<float>(model_.blockVolume(b) * cube * partBelow(b) * densityOf(b));
    });
  }

  bool categoryIsOre(std::size_t block) const {
    if (ore_ == nullptr) return true;
    const std::string_view name = ore_->category(block);
    return std::find(inputs_.ore.names.begin(), inputs_.ore.names.end(), name) != inputs_.ore.names.end();
  }

  void setMoney() {
    PitGround& ground = answer_.ground;
    const std::size_t count = model_.blockCount();
    ground.revenue.assign(count, 0);
    ground.selling.assign(count, 0);
    ground.mayBeOre = geology::BitMask(count);
    for (std::size_t b = 0; b < count; ++b) {
      double revenue = 0, selling = 0;
      bool known = false;
      for (std::size_t m = 0; m < ground.grades.size(); ++m) {
        const auto grade = static_cast<double>(ground.grades[m]->values[b]);
        if (!std::isfinite(grade) || grade < 0) continue;
        known = true;
        revenue += grade * factors_[m].revenue;
        selling += grade * factors_[m].selling;
      }
      if (!known) ++withoutGrade_;
      if (known && categoryIsOre(b)) ground.mayBeOre.set(b);
      ground.revenue[b] = static_cast<float>(revenue);
      ground.selling[b] = static_cast<float>(selling);
    }
  }

  void setGiven() {
    PitGround& ground = answer_.ground;
    ground.given = given_->values;
    ground.mayBeOre = geology::BitMask(ground.given.size(), true);
    for (std::size_t b = 0; b < ground.given.size(); ++b) {
      float& value = ground.given[b];
      if (!std::isfinite(value)) {
        ++withoutGrade_;
        value = 0;
      }
      if (question_.terrain != nullptr && partBelow(b) <= 0) value = 0;
    }
  }

  void sayCounts() {
    std::size_t heavy = 0, air = 0;
    const bool stated = density_ != nullptr || inputs_.density.has_value();
    for (std::size_t b = 0; b < model_.blockCount(); ++b) {
      if (answer_.ground.tonnes[b] > 0) continue;
      if (question_.terrain != nullptr && partBelow(b) <= 0)
        ++air;
      else
        ++heavy;
    }
    if (heavy > 0 && (stated || inputs_.values.empty()))
      error("PL-NO-DENSITY", "blocks have no density, so nobody knows their tonnes",
            "state density, a number in t/m3 or the name of a column; with both the number fills its gaps",
            heavy);
    if (air > 0)
      answer_.diagnostics.push_back(finding(Severity::Note, "PL-AIR",
                                            "blocks lie above the terrain and count as air",
                                            "name another terrain, or \"none\"", air));
    if (withoutGrade_ > 0)
      answer_.diagnostics.push_back(
          finding(Severity::Warning, "PL-NO-GRADE",
                  "blocks have no grade (or no value); they are mined and hauled as waste",
                  "estimate them, or accept that ore may be missed", withoutGrade_));
  }

  PitGroundQuestion question_;
  const PitInputs& inputs_;
  const geology::BlockModel& model_;
  PitGroundAnswer answer_;
  std::vector<MetalFactor> factors_;
  const Column* given_ = nullptr;
  const Column* density_ = nullptr;
  const Column* ore_ = nullptr;
  double densityScale_ = 1;
  std::size_t withoutGrade_ = 0;
};

}  // namespace

MetalFactorAnswer metalFactor(const MetalTerms& terms, const std::string& columnUnit) {
  const MetalFactor asIs{terms.recovery * terms.price, terms.recovery * terms.sellingCost};
  if (terms.per == "grade") return {asIs, ""};
  const auto amounts = amountsInTonne(terms.per);
  if (!amounts) return {{}, "\"" + terms.per + "\" is no amount of metal that is known"};
  const std::string& unit = terms.unit.empty() ? columnUnit : terms.unit;
  const auto share = geology::metalShare(unit);
  if (!share)
    return {{}, unit.empty() ? "nobody states the unit of its grades" : "\"" + unit + "\" is no known grade"};
  return {{asIs.revenue * *share * *amounts, asIs.selling * *share * *amounts}, ""};
}

CutOffs cutOffs(const PitInputs& inputs, const MetalFactor& factor) {
  const double pays = factor.revenue - factor.selling;
  return {inputs.processingCost / pays, (inputs.processingCost + inputs.mining.perTonne) / pays};
}

PitGroundAnswer pitGround(const PitGroundQuestion& question) {
  return GroundMaker(question).make();
}

std::vector<std::int64_t> cellValues(const PitGround& ground, double factor, double scale) {
  const geology::BlockModel& model = *ground.model;
  std::vector<std::int64_t> values(static_cast<std::size_t>(model.lattice.cellCount()));
  const std::size_t blocks = model.blockCount();
  for (std::size_t b = 0; b < blocks;) {
    const std::int64_t cell = model.cellOf(b);
    double sum = 0;
    for (; b < blocks && model.cellOf(b) == cell; ++b) sum += ground.value(b, factor);
    values[static_cast<std::size_t>(cell)] = std::llround(sum * scale);
  }
  return values;
}

double valueScale(const PitGround& ground, double largestFactor) {
  constexpr double kRoom = 1e18;
  double sum = 1;
  for (std::size_t b = 0; b < ground.model->blockCount(); ++b)
    sum += std::abs(ground.value(b, largestFactor)) + std::abs(ground.value(b, 0));
  double scale = 100;
  while (sum * scale > kRoom) scale /= 10;
  return scale;
}

}  // namespace adit::planning
