#include "viewer/publish/stamp.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>

#include "geology/model/plain_text.h"
#include "geology/project/file_hash.h"
#include "geology/project/synthetic_source.h"
#include "viewer/guard/facts.h"
#include "viewer/guard/guarded_view.h"
#include "viewer/state/columns.h"
#include "viewer/state/command.h"
#include "viewer/state/compare.h"
#include "viewer/state/estimate_facts.h"
#include "viewer/state/facts.h"
#include "viewer/state/reveal.h"
#include "viewer/state/shown_economics.h"
#include "viewer/state/shown_estimate.h"

namespace adit::viewer {
namespace {

using geology::Deposit;

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
  return text;
}

std::vector<StampFact> originOf(const Deposit& deposit, const ViewState& state, const std::string& date) {
  std::vector<StampFact> facts{{"", deposit.name}};
  if (deposit.synthetic)
    facts.push_back({"", deposit.syntheticNote.empty() ? "SYNTHETIC" : deposit.syntheticNote, true});
  facts.push_back({"drawn", date});
  facts.push_back({"by", std::string("Adit ") + ADIT_VERSION});
  facts.push_back({"CRS", deposit.crs.empty() ? "not stated" : deposit.crs, deposit.crs.empty()});
  facts.push_back({"unit",
                   std::string(geology::unitSymbol(deposit.unit)) + (deposit.unitStated ? "" : ", assumed"),
                   !deposit.unitStated});
  const double vertical = state.exaggeration;
  facts.push_back({"vertical", commandNumber(vertical) + " x", vertical != 1});
  return facts;
}

std::string rangeText(const std::string& column, const FilterState::Range& range) {
  if (std::isinf(range.lo) && std::isinf(range.hi)) return column + " any";
  if (std::isinf(range.hi)) return column + " >= " + commandNumber(range.lo);
  if (std::isinf(range.lo)) return column + " <= " + commandNumber(range.hi);
  return column + " " + commandNumber(range.lo) + " to " + commandNumber(range.hi);
}

/// Empty when the cut-off says it all.
std::string filterText(const geology::ObjectEntry& object, const FilterState& filter) {
  std::vector<std::string> parts;
  for (const auto& [column, range] : filter.ranges) {
    const bool cutOff =
        object.kind == geology::ObjectKind::BlockModel && std::isfinite(range.lo) && std::isinf(range.hi);
    if (!cutOff) parts.push_back(rangeText(column, range));
  }
  for (const auto& [column, names] : filter.hiddenCategories) {
    const std::vector<std::string> list(names.begin(), names.end());
    parts.push_back(column + " without " + joined(list, ", "));
  }
  if (!filter.expression.empty()) parts.push_back(filter.expression);
  return parts.empty() ? "" : object.name + ": " + joined(parts, "; ");
}

void addEstimates(const Deposit& deposit, const ViewState& state, std::vector<StampFact>& facts) {
  for (const ShownEstimate& estimate : shownEstimates(deposit, state)) {
    std::vector<std::string> cutOffs;
    for (const CutOff& cutOff : estimate.cutOffs) cutOffs.push_back(cutOffText(cutOff));
    if (!estimate.columns.empty())
      facts.push_back(
          {"cut-off", cutOffs.empty() ? "none for " + estimate.columns.front() : joined(cutOffs, ", ")});
    const bool none = estimate.classes.empty();
    std::vector<std::string> classes;
    for (const reporting::ResourceClassName& name : reporting::kResourceClassNames)
      if (estimate.classes.contains(name.value)) classes.emplace_back(name.title);
    facts.push_back({"category",
                     none ? "not stated for " + estimate.model
                          : estimate.categoryColumn + " of " + estimate.model + ": " + joined(classes, ", "),
                     none});
  }
}

void addFilters(const Deposit& deposit, const ViewState& state, std::vector<StampFact>& facts) {
  for (const geology::ObjectEntry& object : geology::objects(deposit)) {
    if (!layerOf(state, object.name).visible) continue;
    const std::string text = filterText(object, filterOf(state, object.name));
    if (!text.empty()) facts.push_back({"filter", text});
  }
}

std::string sectionText(const SectionState& section, const std::string& unit) {
  std::string text =
      "section strike " + commandNumber(section.strike) + ", dip " + commandNumber(section.dip);
  if (section.thickness > 0) text += ", slab " + commandNumber(section.thickness) + " " + unit;
  if (section.image) text += ", all blocks on it";
  return text;
}

void addCuts(const Deposit& deposit, const ViewState& state, std::vector<StampFact>& facts) {
  std::vector<std::string> cuts;
  for (const SectionState& section : state.sections)
    if (section.on) cuts.push_back(sectionText(section, geology::unitSymbol(deposit.unit)));
  if (state.box.on) cuts.emplace_back("box");
  if (!state.region.insideSolid.empty()) cuts.push_back("inside " + state.region.insideSolid);
  if (!state.region.aboveSurface.empty()) cuts.push_back("above " + state.region.aboveSurface);
  if (!state.region.belowSurface.empty()) cuts.push_back("below " + state.region.belowSurface);
  if (!cuts.empty()) facts.push_back({"cut by", joined(cuts, "; ")});
  for (const SectionState& section : state.sections)
    if (section.image && !section.on)
      facts.push_back({"painted", sectionText(section, geology::unitSymbol(deposit.unit))});
}

/// A picture that shows what is hidden, or what was known at a date, must not be taken for the whole.
void addNarrowing(const ViewState& state, std::vector<StampFact>& facts) {
  if (state.reveal) facts.push_back({"", revealText(state), true});
  if (!state.asOf.empty()) facts.push_back({"", "as known by " + state.asOf, true});
}

/// A model that was estimated from the holes of a date is not one of all holes, whatever the view shows of
/// them.
void addEstimateDates(const Deposit& deposit, const ViewState& state, std::vector<StampFact>& facts) {
  for (const auto& model : deposit.blockModels) {
    if (!layerOf(state, model->name).visible) continue;
    for (const geology::ImportChoice& choice : model->source.choices)
      if (choice.key == kEstimateAsOf)
        facts.push_back({"", model->name + " estimated from holes drilled by " + choice.value, true});
  }
}

void addEconomics(const Deposit& deposit, const ViewState& state, std::vector<StampFact>& facts) {
  for (const ShownEconomics& one : shownEconomics(deposit, state))
    facts.push_back({"", one.what + (one.restsOnInferred() ? ", ore partly inferred or without a class" : ""),
                     one.restsOnInferred()});
}

/// What the other half of the picture shows.
void addCompared(const Deposit& deposit, const ViewState& state, std::vector<StampFact>& facts) {
  const std::optional<ViewState> other = comparedView(state);
  if (!other) return;
  facts.push_back({"right", compareTitles(deposit, state, *other).b});
  if (state.compare.difference) facts.push_back({"", "right: difference B - A"});
  addNarrowing(*other, facts);
  std::vector<StampFact> own;
  addEstimates(deposit, *other, own);
  addEstimateDates(deposit, *other, own);
  addEconomics(deposit, *other, own);
  for (StampFact& fact : own)
    facts.push_back({fact.label.empty() ? "B" : "B " + fact.label, fact.value, fact.caution});
}

/// What a person states, and what the guard would still have.
std::vector<StampFact> statedOf(const Deposit& deposit, const ViewState& state) {
  std::vector<StampFact> facts;
  const Statements stated = statementsOf(state.disclosure);
  const auto add = [&](const char* label, const std::string& text) {
    if (!text.empty()) facts.push_back({label, text});
  };
  add("", kindText(stated.kind));
  add("", studyText(stated.study));
  add("effective", stated.effectiveDate);
  add("person", stated.person);
  add("code", stated.code);
  add("basis", stated.basis);
  const std::size_t open = openPoints(guardView(deposit, state));
  if (open > 0) facts.push_back({"disclosure", geology::counted(open, "open point"), true});
  if (!stated.caution.empty()) facts.push_back({"", stated.caution, true});
  return facts;
}

std::vector<StampFact> filesOf(const std::vector<project::SourceReport>& sources) {
  std::vector<StampFact> files;
  for (const project::SourceReport& source : sources) {
    if (source.role == project::SourceRole::Prose || source.role == project::SourceRole::Unknown) continue;
    if (project::isSyntheticName(source.path)) {
      files.push_back({"", source.path});
      continue;
    }
    const std::string name = std::filesystem::path(source.path).filename().string();
    if (source.role == project::SourceRole::Missing)
      files.push_back({name, "missing", true});
    else if (source.changedSinceRead)
      files.push_back({name, "changed since it was read", true});
    else
      files.push_back({name, project::shortHash(source.sha256)});
  }
  return files;
}

}  // namespace

Stamp stampOf(const project::OpenResult& opened, const ViewState& state, const std::string& date) {
  const Deposit& deposit = *opened.deposit;
  Stamp stamp{originOf(deposit, state, date), {}, statedOf(deposit, state), filesOf(opened.sources)};
  addNarrowing(state, stamp.claim);
  addEstimates(deposit, state, stamp.claim);
  addEstimateDates(deposit, state, stamp.claim);
  addEconomics(deposit, state, stamp.claim);
  addFilters(deposit, state, stamp.claim);
  addCuts(deposit, state, stamp.claim);
  addCompared(deposit, state, stamp.claim);
  return stamp;
}

std::string stampText(const Stamp& stamp) {
  std::string text;
  for (const auto* group : {&stamp.origin, &stamp.claim, &stamp.stated, &stamp.files}) {
    std::vector<std::string> parts;
    for (const StampFact& fact : *group)
      parts.push_back(fact.label.empty() ? fact.value : fact.label + " " + fact.value);
    if (!parts.empty()) text += joined(parts, " | ") + "\n";
  }
  return text;
}

std::string pictureDate() {
  std::time_t seconds = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  if (const char* wanted = std::getenv("SOURCE_DATE_EPOCH")) {
    const std::string_view text(wanted);
    std::from_chars(text.data(), text.data() + text.size(), seconds);
  }
  std::tm day{};
  if (::gmtime_r(&seconds, &day) == nullptr) return "date unknown";
  std::array<char, 32> buffer{};
  return {buffer.data(), std::strftime(buffer.data(), buffer.size(), "%Y-%m-%d", &day)};
}

}  // namespace adit::viewer
