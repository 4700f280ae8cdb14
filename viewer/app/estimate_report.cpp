#include "viewer/app/estimate_report.h"

#include <nlohmann/json.hpp>
#include <numeric>
#include <sstream>

#include "geology/project/file_hash.h"
#include "viewer/app/cli_text.h"
#include "viewer/state/estimate_facts.h"

namespace adit::viewer {

namespace {

using nlohmann::ordered_json;

double meanOf(const std::vector<float>& values) {
  double sum = 0;
  std::size_t count = 0;
  for (const float v : values) {
    if (std::isnan(v)) continue;
    sum += static_cast<double>(v);
    ++count;
  }
  return count > 0 ? sum / static_cast<double>(count) : 0;
}

void printSamples(const Printer& printer, const estimation::PlanSamples& samples) {
  printer.field("samples", formatCount(samples.size(), "composite") + " of " +
                               formatNumber(static_cast<double>(samples.composites), 0) + "; mean " +
                               formatShort(meanOf(samples.value)) + " " + samples.unit);
  if (samples.filtered > 0) printer.field("filter", formatCount(samples.filtered, "sample") + " left out");
  printer.field("left out",
                formatNumber(static_cast<double>(samples.tooLittle), 0) + " assayed too little, " +
                    formatNumber(static_cast<double>(samples.otherDomain), 0) + " in other domains, " +
                    formatShort(samples.tally.discardedLength) + " of length in short residuals");
  if (samples.topCut)
    printer.field("top cut", formatShort(samples.topCut->cut) + ": " +
                                 formatCount(samples.topCut->samplesCut, "sample") + " cut, " +
                                 formatShort(100 * samples.topCut->metalLost()) +
                                 " % of the metal lost, CV " + formatShort(samples.topCut->cvBefore) +
                                 " -> " + formatShort(samples.topCut->cvAfter));
}

void printBlocks(const Printer& printer, const estimation::PlanOutcome& outcome) {
  const auto number = [](std::size_t n) { return formatNumber(static_cast<double>(n), 0); };
  printer.field("blocks",
                number(outcome.counts.estimated()) + " estimated of " + number(outcome.counts.wanted));
  for (std::size_t p = 0; p < outcome.counts.byPass.size(); ++p)
    printer.field("  pass " + std::to_string(p + 1), number(outcome.counts.byPass[p]));
  printer.field("  negative weights", number(outcome.counts.negativeWeights) + " blocks");
  printer.field("  singular", number(outcome.counts.singular) + " blocks");
  if (const geology::Column* grade = geology::findColumn(outcome.model.columns, outcome.samples.column))
    printer.field("mean of blocks", formatShort(meanOf(grade->values)) + " " + outcome.samples.unit);
}

double gradeQuantile(const estimation::PlanOutcome& outcome, double part) {
  std::vector<double> grades;
  for (const estimation::RealisationTotal& total : outcome.totals) grades.push_back(total.grade());
  return estimation::quantile(std::move(grades), part);
}

}  // namespace

void printEstimate(const estimation::PlanOutcome& outcome) {
  const Printer printer;
  printer.heading("estimate of " + outcome.samples.column);
  if (outcome.model.source.synthetic) printer.field("SYNTHETIC", outcome.model.source.note);
  printSamples(printer, outcome.samples);
  printBlocks(printer, outcome);
  if (outcome.tonnes > 0)
    printer.field("tonnes", formatNumber(outcome.tonnes, 0) + " at " +
                                formatShort(outcome.metal / outcome.tonnes) + " " + outcome.samples.unit);
  if (!outcome.totals.empty())
    printer.field("realisations", formatNumber(static_cast<double>(outcome.totals.size()), 0) +
                                      "; mean grade P10 " + formatShort(gradeQuantile(outcome, 0.1)) +
                                      ", P50 " + formatShort(gradeQuantile(outcome, 0.5)) + ", P90 " +
                                      formatShort(gradeQuantile(outcome, 0.9)));
  printer.field("note", "an estimate is no classification");
}

std::string estimateRecord(const estimation::PlanOutcome& outcome) {
  ordered_json record{{"adit", ADIT_VERSION}, {"synthetic", outcome.model.source.synthetic}};
  if (outcome.model.source.synthetic) record["note"] = outcome.model.source.note;
  record["classification"] = "none: an estimate is no classification";
  record["sources"] = ordered_json::array();
  for (const geology::ImportChoice& choice : outcome.model.source.choices) {
    if (choice.key == "estimate/plan") record["plan"] = ordered_json::parse(choice.value);
    if (choice.key == kEstimateAsOf) record["asKnownBy"] = choice.value;
    if (choice.key != "estimate/source") continue;
    const std::string hash =
        choice.reason.empty() ? project::sha256OfFile(choice.value).value_or("") : choice.reason;
    record["sources"].push_back({{"path", choice.value}, {"sha256", hash}});
  }
  const estimation::PlanSamples& samples = outcome.samples;
  record["samples"] = {{"used", samples.size()},
                       {"filteredOut", samples.filtered},
                       {"composites", samples.composites},
                       {"assayedTooLittle", samples.tooLittle},
                       {"otherDomains", samples.otherDomain},
                       {"duplicates", samples.duplicates},
                       {"lengthWithValue", samples.tally.withValue},
                       {"lengthBelowDetection", samples.tally.belowDetection},
                       {"lengthDiscarded", samples.tally.discardedLength}};
  if (samples.topCut)
    record["topCut"] = {{"cut", samples.topCut->cut},
                        {"samplesCut", samples.topCut->samplesCut},
                        {"metalLost", samples.topCut->metalLost()}};
  record["blocks"] = {{"wanted", outcome.counts.wanted},
                      {"byPass", outcome.counts.byPass},
                      {"withoutValue", outcome.counts.withoutValue},
                      {"negativeWeights", outcome.counts.negativeWeights},
                      {"singular", outcome.counts.singular}};
  if (!outcome.totals.empty()) record["realisations"] = ordered_json::array();
  if (outcome.tonnes > 0)
    record["estimate"] = {{"tonnes", outcome.tonnes}, {"grade", outcome.metal / outcome.tonnes}};
  const bool tonnes = record["plan"].contains("density");
  for (const estimation::RealisationTotal& total : outcome.totals)
    record["realisations"].push_back({{tonnes ? "tonnes" : "volume", total.tonnes},
                                      {"grade", total.grade()},
                                      {tonnes ? "tonnesAbove" : "volumeAbove", total.tonnesAbove},
                                      {"gradeAbove", total.gradeAbove()}});
  return record.dump(2) + "\n";
}

std::string variogramCsv(const std::vector<estimation::ExperimentalVariogram>& variograms,
                         const estimation::EstimationPlan& plan) {
  const auto* kriging = std::get_if<estimation::OrdinaryKriging>(&plan.estimator);
  std::ostringstream out;
  out.precision(9);
  out << "direction,pairs,distance,gamma,correlogram,pairwise_relative,model\n";
  for (const estimation::ExperimentalVariogram& variogram : variograms)
    for (const estimation::ExperimentalLag& lag : variogram.lags) {
      if (lag.pairs == 0) continue;
      out << variogram.direction.name << "," << lag.pairs << "," << lag.distance << "," << lag.gamma << ","
          << lag.correlogram << "," << lag.pairwiseRelative << ",";
      if (kriging != nullptr) out << kriging->variogram.at(plan.search.axis[0] * lag.distance);
      out << "\n";
    }
  return out.str();
}

}  // namespace adit::viewer
