#include "geology/synthetic/drill_rig.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "geology/analysis/desurvey.h"
#include "geology/model/parallel_for.h"
#include "geology/synthetic/hole_survey.h"
#include "geology/synthetic/laboratory.h"
#include "geology/synthetic/random.h"

namespace adit::synthetic {
namespace {

using geology::Column;
using geology::DrillHole;
using geology::DrillHoles;
using geology::IntervalTable;
using geology::ValueState;

constexpr std::size_t kLinesAbove =
    2;  // of the first row in a file: the note that it is synthetic, the header
constexpr double kSampleLength = 2;
constexpr std::size_t kDensityEvery = 5;  // samples: one measurement in 10 m of core
constexpr std::array<Analyte, 3> kAnalytes{Analyte::Copper, Analyte::Gold, Analyte::Molybdenum};

struct Run {
  double from = 0, to = 0;
  Rock rock;
};

struct Sample {
  double from = 0, to = 0;
  std::array<Reported, kAnalytes.size()> assays;
  Reported density, recovery;
};

struct DrilledHole {
  DrillHole hole;
  std::vector<Run> runs;  // a new one where lithology, alteration or oxidation zone changes
  std::vector<Sample> samples;
};

class Rig {
 public:
  Rig(const PorphyryTruth& truth, const PlannedHole& plan, std::uint64_t seed)
      : truth_(truth), plan_(plan), random_(seed) {}

  DrilledHole drill() {
    DrillHole& hole = drilled_.hole;
    hole.collar = {plan_.x, plan_.y, std::round(truth_.groundAt(plan_.x, plan_.y).height * 100) / 100};
    hole.length = plan_.length;
    hole.lengthStated = true;
    hole.surveys = surveyHole(plan_, random_);
    hole.trace = analysis::desurvey(hole.collar, hole.surveys, hole.length);
    for (double from = 0; from < plan_.length; from += kSampleLength)
      advance(from, std::min(from + kSampleLength, plan_.length));
    return std::move(drilled_);
  }

 private:
  Rock rockAt(double depth) const {
    // The first centimetres of a hole may leave a hollow of the ground: they are logged as cover.
    return truth_.rockAt(drilled_.hole.trace.positionAt(depth))
        .value_or(Rock{.lithology = Lithology::Alluvium, .zone = OxidationZone::Leached});
  }

  void advance(double from, double to) {
    const Rock rock = rockAt((from + to) / 2);
    log(from, to, rock);
    if (rock.lithology != Lithology::Alluvium && rock.alteration != Alteration::Unaltered)
      drilled_.samples.push_back(sample(from, to, rock));
  }

  void log(double from, double to, const Rock& rock) {
    std::vector<Run>& runs = drilled_.runs;
    if (!runs.empty() && runs.back().rock.sameLog(rock)) {
      runs.back().to = to;
      return;
    }
    if (!runs.empty()) from = runs.back().to = contact(runs.back(), from, to);
    runs.push_back({from, to, rock});
  }

  // Where the rock of `above` ends, to 0.1 m: between the middle of its last step and that of the next one.
  double contact(const Run& above, double from, double to) const {
    double inside = from - kSampleLength / 2;
    double outside = (from + to) / 2;
    while (outside - inside > 0.1) {
      const double middle = (inside + outside) / 2;
      (rockAt(middle).sameLog(above.rock) ? inside : outside) = middle;
    }
    return std::round(outside * 10) / 10;
  }

  Sample sample(double from, double to, const Rock& rock) {
    Sample sample{.from = from, .to = to, .assays = {}, .density = {}, .recovery = {}};
    if (unsampled_ == 0 && random_.chance(0.0015)) unsampled_ = static_cast<int>(random_.uniform(2, 7));
    if (unsampled_ > 0) {
      --unsampled_;  // nobody cut this piece of core
      return sample;
    }
    const bool weak = rock.zone == OxidationZone::Leached;
    if (!plan_.reverseCirculation && random_.chance(weak ? 0.012 : 0.003)) {
      for (Reported& value : sample.assays) value.state = ValueState::NotRepresentable;  // core lost
      sample.recovery = {static_cast<float>(std::round(random_.uniform(0, 15))), ValueState::Measured};
      return sample;
    }
    measure(sample, rock, weak);
    return sample;
  }

  void measure(Sample& sample, const Rock& rock, bool weak) {
    const double length = sample.to - sample.from;
    const Grades upper = gradesAt(sample.from + length / 4, rock);
    const Grades lower = gradesAt(sample.to - length / 4, rock);
    sample.assays = {assay(Analyte::Copper, (upper.copper + lower.copper) / 2, random_),
                     assay(Analyte::Gold, (upper.gold + lower.gold) / 2, random_),
                     assay(Analyte::Molybdenum, (upper.molybdenum + lower.molybdenum) / 2, random_)};
    if (plan_.reverseCirculation) return;  // chips have neither a volume nor a recovery
    if (drilled_.samples.size() % kDensityEvery == 0)
      sample.density = {static_cast<float>(std::round(upper.density * 100) / 100), ValueState::Measured};
    const double recovery = weak ? 88 + 7 * random_.normal() : 98 + 2 * random_.normal();
    sample.recovery = {static_cast<float>(std::round(std::clamp(recovery, 40.0, 100.0))),
                       ValueState::Measured};
  }

  Grades gradesAt(double depth, const Rock& rock) const {
    return truth_.gradesAt(drilled_.hole.trace.positionAt(depth), rock);
  }

  const PorphyryTruth& truth_;
  const PlannedHole& plan_;
  Random random_;
  DrilledHole drilled_;
  int unsampled_ = 0;  // samples still to be left out
};

void addRow(IntervalTable& table, std::uint32_t hole, double from, double to) {
  table.hole.push_back(hole);
  table.from.push_back(from);
  table.to.push_back(to);
  table.line.push_back(static_cast<std::uint32_t>(table.from.size() + kLinesAbove));
}

IntervalTable assayTable(const std::vector<DrilledHole>& drilled, const geology::Provenance& source) {
  IntervalTable table;
  table.name = "assay";
  table.source = source;
  std::array<std::vector<Reported>, kAnalytes.size()> assays;
  std::vector<Reported> density;
  std::vector<Reported> recovery;
  for (std::size_t h = 0; h < drilled.size(); ++h) {
    for (const Sample& sample : drilled[h].samples) {
      addRow(table, static_cast<std::uint32_t>(h), sample.from, sample.to);
      for (std::size_t a = 0; a < assays.size(); ++a) assays[a].push_back(sample.assays[a]);
      density.push_back(sample.density);
      recovery.push_back(sample.recovery);
    }
  }
  for (std::size_t a = 0; a < assays.size(); ++a)
    table.columns.push_back(reportedColumn(methodOf(kAnalytes[a]), assays[a]));
  table.columns.push_back(reportedColumn({"density", "t/m3", 0, 0.01}, density));
  table.columns.push_back(reportedColumn({"recovery_pct", "%", 0, 1}, recovery));
  return table;
}

/// One column of a log: its name, and what stands in it for a rock.
struct LogColumn {
  const char* name;
  const char* (*text)(const Rock&);
};

// Neighbouring runs with the same texts become one row.
IntervalTable logTable(const char* name, const std::vector<LogColumn>& columns,
                       const std::vector<DrilledHole>& drilled, const geology::Provenance& source) {
  IntervalTable table;
  table.name = name;
  table.source = source;
  std::vector<std::vector<std::string>> texts(columns.size());
  const auto continues = [&](std::size_t h, const Rock& rock) {
    if (table.hole.empty() || table.hole.back() != h) return false;
    for (std::size_t c = 0; c < columns.size(); ++c)
      if (texts[c].back() != columns[c].text(rock)) return false;
    return true;
  };
  for (std::size_t h = 0; h < drilled.size(); ++h) {
    for (const Run& run : drilled[h].runs) {
      if (continues(h, run.rock)) {
        table.to.back() = run.to;
        continue;
      }
      addRow(table, static_cast<std::uint32_t>(h), run.from, run.to);
      for (std::size_t c = 0; c < columns.size(); ++c) texts[c].emplace_back(columns[c].text(run.rock));
    }
  }
  for (std::size_t c = 0; c < columns.size(); ++c)
    table.columns.push_back(geology::categoryColumn(columns[c].name, texts[c]));
  return table;
}

std::vector<Column> collarColumns(const std::vector<PlannedHole>& plan) {
  std::vector<float> years;
  std::vector<std::string> types;
  std::vector<std::string> programmes;
  for (const PlannedHole& hole : plan) {
    years.push_back(static_cast<float>(hole.year));
    types.emplace_back(hole.reverseCirculation ? "RC" : "DDH");
    programmes.push_back(hole.programme);
  }
  return {geology::numericColumn("year", std::move(years)), geology::categoryColumn("hole_type", types),
          geology::categoryColumn("programme", programmes)};
}

}  // namespace

DrillHoles drill(const PorphyryTruth& truth, const std::vector<PlannedHole>& plan, const DrillingOrder& order,
                 const geology::Progress& progress) {
  std::vector<DrilledHole> drilled(plan.size());
  geology::parallelFor({plan.size(), 1, order.threads}, progress, [&](geology::ParallelRange range) {
    for (std::size_t h = range.begin; h < range.end; ++h)
      drilled[h] = Rig(truth, plan[h], subSeed(order.seed, 1000 + h)).drill();
  });
  DrillHoles holes;
  holes.name = "drillholes";
  holes.sources = {order.source, order.source};
  holes.collarColumns = collarColumns(plan);
  holes.tables = {
      assayTable(drilled, order.source),
      logTable("lithology", {{"lithology", [](const Rock& r) { return lithologyCode(r.lithology); }}},
               drilled, order.source),
      logTable("alteration",
               {{"alteration", [](const Rock& r) { return alterationName(r.alteration); }},
                {"oxidation", [](const Rock& r) { return oxidationZoneName(r.zone); }}},
               drilled, order.source)};
  for (std::size_t h = 0; h < drilled.size(); ++h) {
    drilled[h].hole.id = "SY-" + std::to_string(101 + h);
    drilled[h].hole.collarLine = h + 1 + kLinesAbove;
    holes.holes.push_back(std::move(drilled[h].hole));
  }
  return holes;
}

}  // namespace adit::synthetic
