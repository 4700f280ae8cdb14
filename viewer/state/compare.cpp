#include "viewer/state/compare.h"

#include <algorithm>
#include <limits>

#include "viewer/state/command.h"
#include "viewer/state/draped.h"
#include "viewer/state/enum_names.h"
#include "viewer/state/filter_text.h"
#include "viewer/state/reveal.h"
#include "viewer/state/shown_estimate.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

using geology::Deposit;

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : between) + part;
  return text;
}

std::string modelsText(const Deposit& deposit, const ViewState& state) {
  std::vector<std::string> names;
  for (const auto& model : deposit.blockModels)
    if (showsBlocks(deposit, state, *model)) names.push_back(model->name);
  if (names.empty()) return "no block model";
  return (names.size() == 1 ? "model " : "models ") + joined(names, ", ");
}

/// Of every model that is shown; with its name where there are several models.
std::string cutOffsText(const Deposit& deposit, const ViewState& state) {
  std::vector<std::string> texts;
  for (const ShownEstimate& estimate : shownEstimates(deposit, state))
    for (const CutOff& cutOff : estimate.cutOffs)
      texts.push_back((deposit.blockModels.size() > 1 ? estimate.model + " " : "") + cutOffText(cutOff));
  return texts.empty() ? "no cut-off" : "cut-off " + joined(texts, ", ");
}

std::string colorsText(const Deposit& deposit, const ViewState& state) {
  std::vector<std::string> texts;
  for (const auto& model : deposit.blockModels) {
    const LayerState& layer = layerOf(state, model->name);
    if (showsBlocks(deposit, state, *model) && !layer.colorBy.empty()) texts.push_back(layer.colorBy);
  }
  return texts.empty() ? "plain colour" : "coloured by " + joined(texts, ", ");
}

std::string dateText(const ViewState& state) {
  return state.asOf.empty() ? "as known by all holes" : "as known by " + state.asOf;
}

std::string planText(const ViewState& state) {
  return state.plan.on ? "mined by " + commandNumber(state.plan.time) : "before mining";
}

std::string claimText(const ViewState& state) {
  if (state.claim == ClaimLevel::Everything) return "all that is claimed";
  return enumName(state.claim) + (state.claim == ClaimLevel::Reserve ? " only" : " or better");
}

std::string classesText(const Deposit& deposit, const ViewState& state) {
  std::vector<std::string> texts;
  for (const auto& model : deposit.blockModels)
    if (const auto found = state.categories.find(model->name);
        found != state.categories.end() && showsBlocks(deposit, state, *model)) {
      texts.push_back(found->second.column);
      for (const auto& [code, meaning] : found->second.classes)
        texts.back() += " " + code + "=" + std::string(reporting::wordOf(meaning));
    }
  return texts.empty() ? "no classes" : "classes " + joined(texts, ", ");
}

/// Without the lower ends of ranges, which are cut-offs, and without the cuts of the ground.
std::string filtersText(const Deposit& deposit, const ViewState& state) {
  std::vector<std::string> texts;
  for (const geology::ObjectEntry& object : geology::objects(deposit)) {
    if (!layerOf(state, object.name).visible) continue;
    ViewState own;
    FilterState& filter = own.filters[object.name];
    filter = filterOf(state, object.name);
    for (auto& [column, range] : filter.ranges)
      if (object.kind == geology::ObjectKind::BlockModel) range.lo = -std::numeric_limits<double>::infinity();
    std::erase_if(filter.ranges, [](const auto& range) {
      return range.second.lo == -std::numeric_limits<double>::infinity() &&
             range.second.hi == std::numeric_limits<double>::infinity();
    });
    if (const std::string text = filterText(own, object.name); !text.empty())
      texts.push_back(object.name + ": " + text);
  }
  return texts.empty() ? "no filter" : "filter " + joined(texts, "; ");
}

std::string cutsText(const Deposit&, const ViewState& state) {
  ViewState own;
  own.sections = state.sections;
  own.box = state.box;
  own.region = state.region;
  const std::string text = filterText(own, "");
  return text.empty() ? "not cut" : "cut by " + text;
}

std::string otherLayersText(const Deposit& deposit, const ViewState& state) {
  std::vector<std::string> names;
  for (const geology::ObjectEntry& object : geology::objects(deposit))
    if (object.kind != geology::ObjectKind::BlockModel && object.kind != geology::ObjectKind::Image &&
        layerOf(state, object.name).visible)
      names.push_back(object.name);
  return names.empty() ? "no other layer" : "with " + joined(names, ", ");
}

}  // namespace

std::optional<ViewState> comparedView(const ViewState& state) {
  if (!state.compare.on) return std::nullopt;
  const auto saved = state.savedViews.find(state.compare.view);
  if (saved == state.savedViews.end()) return std::nullopt;
  OrError<ViewState> read = stateFromJson(saved->second);
  if (!std::holds_alternative<ViewState>(read)) return std::nullopt;
  ViewState other = std::get<ViewState>(std::move(read));
  other.camera = state.camera;
  other.exaggeration = state.exaggeration;
  other.theme = state.theme;
  other.tool = state.tool;
  other.pick = state.pick;
  other.measure = state.measure;
  other.lens = state.lens;
  other.mode = state.mode;
  other.disclosure = state.disclosure;
  other.compare = {};
  other.chart = {};  // there is one chart, that of this view
  other.sectionView.on = false;
  other.savedViews.clear();
  return other;
}

ViewWords differingWords(const Deposit& deposit, const ViewState& a, const ViewState& b) {
  ViewWords words;
  const auto add = [&](const std::string& ofA, const std::string& ofB) {
    if (ofA == ofB) return;
    words.a.push_back(ofA);
    words.b.push_back(ofB);
  };
  for (const auto text :
       {modelsText, cutOffsText, colorsText, filtersText, cutsText, classesText, otherLayersText})
    add(text(deposit, a), text(deposit, b));
  add(dateText(a), dateText(b));
  add(planText(a), planText(b));
  add(claimText(a), claimText(b));
  add(a.honest.on ? "Honest View" : "not Honest View", b.honest.on ? "Honest View" : "not Honest View");
  add(a.reveal ? revealText(a) : "nothing revealed", b.reveal ? revealText(b) : "nothing revealed");
  return words;
}

CompareTitles compareTitles(const Deposit& deposit, const ViewState& a, const ViewState& b) {
  const ViewWords words = differingWords(deposit, a, b);
  const std::string nameB = "B (" + a.compare.view + "): ";
  if (words.a.empty()) return {"A (this view)", nameB + "asks the same"};
  return {"A (this view): " + joined(words.a, "; "), nameB + joined(words.b, "; ")};
}

}  // namespace adit::viewer
