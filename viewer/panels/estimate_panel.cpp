// From holes to blocks: the plan of an estimate, changed member by member and carried out.
#include <algorithm>
#include <cmath>

#include "geology/estimation/plan_edit.h"
#include "geology/estimation/plan_review.h"
#include "viewer/panels/actions.h"
#include "viewer/panels/estimate_rows.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/widget_parts.h"

namespace adit::viewer {
namespace {

using estimation::EstimationPlan;

constexpr float kLabelColumn = 84;
constexpr const char* kNewModel = "a new model";
constexpr const char* kEverywhere = "everywhere";
constexpr const char* kOneDomain = "one domain";
constexpr std::array kMethods{"nearest", "inverse-distance", "ordinary-kriging", "simple-kriging"};

struct ListRow {
  const char* label;
  std::string current;
  std::vector<std::string> options;
  const char* hint;
};
std::optional<std::string> listRow(const ListRow& row) {
  rowLabel(row.label, kLabelColumn);
  const std::string id = std::string("##") + row.label;
  const auto chosen = choice({id.c_str(), row.current, row.options, roomLeft(), {row.hint, ""}});
  return chosen ? std::optional(row.options[*chosen]) : std::nullopt;
}

/// A text as JSON, so that a column that is called 12 stays a name.
std::string jsonText(const std::string& text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + '"';
}

const geology::DrillHoles* holesOf(const PlanEditor& editor) {
  const auto& all = editor.input.deposit.drillholes;
  for (const auto& holes : all)
    if (holes->name == editor.plan.holes) return holes.get();
  return all.size() == 1 ? all.front().get() : nullptr;
}

/// Columns of the interval tables, as a plan names them.
std::vector<std::string> holeColumns(const geology::DrillHoles& holes, bool numeric) {
  std::vector<std::string> names;
  for (const geology::IntervalTable& table : holes.tables)
    for (const geology::Column& column : table.columns) {
      if (column.isNumeric() != numeric) continue;
      const bool own = geology::findIntervalColumn(holes, column.name).table == &table;
      names.push_back(own ? column.name : table.name + "." + column.name);
    }
  return names;
}

/// A fault of the expression stands where its effect would, in the review of the samples.
void drawSampleFilter(const PlanEditor& editor) {
  rowLabel("Samples", kLabelColumn);
  const auto typed =
      textField({"##samplefilter",
                 editor.plan.filter,
                 "all",
                 roomLeft(),
                 {"Only samples that fulfil an expression over their own columns, those of the collars and "
                  "'hole': drill_type == \"DD\" and year >= 2005. Empty: all.",
                  ""}},
                editor.memory.edit);
  if (typed) editor.set("filter", typed->empty() ? "none" : jsonText(*typed));
}

void drawSource(const PlanEditor& editor) {
  const auto& sets = editor.input.deposit.drillholes;
  if (sets.size() > 1) {
    std::vector<std::string> names;
    for (const auto& holes : sets) names.push_back(holes->name);
    if (const auto chosen = listRow({"Holes", editor.plan.holes, names, "The drillholes to estimate from."}))
      editor.set("holes", jsonText(*chosen));
  }
  const geology::DrillHoles* holes = holesOf(editor);
  if (holes == nullptr) return;
  if (const auto chosen =
          listRow({"Grade", editor.plan.column, holeColumns(*holes, true), "What is estimated."}))
    editor.set("column", jsonText(*chosen));
  drawSampleFilter(editor);
  std::vector<std::string> domains{kOneDomain};
  for (std::string& name : holeColumns(*holes, false)) domains.push_back(std::move(name));
  const std::string& domain = editor.plan.domain.column;
  if (const auto chosen = listRow({"Domains", domain.empty() ? kOneDomain : domain, domains,
                                   "Composites never cross a boundary of this category."})) {
    if (*chosen == kOneDomain)
      editor.set("domain", "none");
    else
      editor.set("domain", "{\"column\":" + jsonText(*chosen) + "}");
  }
}

void drawComposites(const PlanEditor& editor) {
  const std::string unit = geology::unitSymbol(editor.input.deposit.unit);
  drawPlanNumber(editor, {"Composites", "composites.length", editor.plan.composites.length, unit, 2,
                          "Samples are averaged down the hole to pieces of this length."});
  rowLabel("Top cut", kLabelColumn);
  const bool cut = editor.plan.topCut.has_value();
  const auto typed = textField({"##topcut",
                                cut ? commandNumber(*editor.plan.topCut) : std::string(),
                                "none",
                                roomLeft(),
                                {"Composites above it count as it. Empty: nothing is cut.", ""}},
                               editor.memory.edit);
  if (!typed) return;
  const auto number = typedNumber(*typed);
  editor.set("topCut", number ? commandNumber(*number) : typed->empty() ? "none" : *typed);
}

void drawLeftOut(const estimation::PlanReview& review) {
  if (review.filtered > 0)
    factRow("", counted(review.filtered, "sample", "samples") + " left out by the filter", Role::Quiet);
  if (review.tooLittle > 0)
    factRow("", withThousands(review.tooLittle) + " left out: assayed too little", Role::Quiet);
  if (review.otherDomain > 0)
    factRow("", withThousands(review.otherDomain) + " left out: other domains", Role::Quiet);
}

/// What the samples say, and what the top cut costs.
void drawReview(const PlanEditor& editor) {
  const EstimateFacts& facts = editor.input.estimate;
  const estimation::PlanReview& review = facts.review;
  if (!facts.fault.empty()) paragraph(facts.fault, Role::Error);
  if (!facts.fault.empty()) return drawLeftOut(review);
  if (!facts.known) return;
  const std::string unit = review.unit.empty() ? "" : " " + review.unit;
  if (!facts.holes.asOf.empty())
    factRow("Holes",
            withThousands(facts.holes.known) + " of " + withThousands(facts.holes.holes) + " by " +
                facts.holes.asOf,
            Role::Caution);
  factRow("Composites", withThousands(review.samples), Role::Evidence);
  drawLeftOut(review);
  factRow("Mean, most", shortNumber(review.mean, 3) + ", " + shortNumber(review.highest, 3) + unit,
          Role::Evidence);
  factRow("Hole spacing",
          shortNumber(review.spacing, 3) + " " + geology::unitSymbol(editor.input.deposit.unit),
          Role::Evidence);
  if (!review.topCut) return;
  factRow("Cut", counted(review.topCut->samplesCut, "composite"), Role::Caution);
  factRow("Metal lost", shortNumber(100 * review.topCut->metalLost(), 3) + " %", Role::Caution);
  factRow("Variation",
          shortNumber(review.topCut->cvBefore, 3) + " before, " + shortNumber(review.topCut->cvAfter, 3) +
              " after",
          Role::Quiet);
}

std::string methodOf(const EstimationPlan& plan) {
  return kMethods[std::array<std::size_t, 4>{0, 1, 3, 2}[plan.estimator.index()]];
}

/// Another method, with the variogram that there is, else the fitted one.
void takeMethod(const PlanEditor& editor, const std::string& method) {
  using namespace estimation;
  const PlanReview& review = editor.input.estimate.review;
  const Variogram* known = variogramOf(editor.plan.estimator);
  Variogram variogram = known != nullptr ? *known : review.fitted.value_or(Variogram{});
  if (!(variogram.sill() > 0))
    variogram = {0, {{VariogramModel::Spherical, std::max(review.variance, 1e-9), editor.plan.search}}};
  Estimator estimator = OrdinaryKriging{variogram};
  if (method == "nearest") estimator = NearestNeighbour{};
  if (method == "inverse-distance") estimator = InverseDistance{};
  if (method == "simple-kriging") estimator = SimpleKriging{variogram, review.mean};
  editor.set("estimator", estimatorToLine(estimator));
}

void drawMethod(const PlanEditor& editor) {
  if (const auto chosen = listRow({"Method",
                                   methodOf(editor.plan),
                                   {kMethods.begin(), kMethods.end()},
                                   "How the samples around a block make its value."}))
    takeMethod(editor, *chosen);
  if (const auto* idw = std::get_if<estimation::InverseDistance>(&editor.plan.estimator))
    drawPlanNumber(editor, {"Power", "estimator.power", idw->power, "", 2, "Weights fall with it."});
  if (const auto* simple = std::get_if<estimation::SimpleKriging>(&editor.plan.estimator))
    drawPlanNumber(editor, {"Known mean", "estimator.mean", simple->mean, editor.input.estimate.review.unit,
                            4, "What blocks far from every sample tend to."});
  drawPlanVariogram(editor);
}

/// A new model over the ground of the target.
void takeTarget(const PlanEditor& editor, const std::string& name) {
  const auto& models = editor.input.deposit.blockModels;
  if (name != kNewModel) return editor.set("target", "{\"model\":" + jsonText(name) + "}");
  const auto model = std::find_if(models.begin(), models.end(),
                                  [&](const auto& m) { return m->name == editor.plan.target.model; });
  if (model == models.end()) return;
  EstimationPlan plan = editor.plan;
  plan.target.model.clear();
  plan.target.lattice = (*model)->lattice;
  issue(editor.output, command("estimate plan", estimation::planToLine(plan)));
}

/// Another side of the blocks; the model keeps its corner and covers what it did.
void resizeBlocks(const PlanEditor& editor, std::size_t axis, double size) {
  if (!(size > 0)) return editor.set("target.size[" + std::to_string(axis) + "]", commandNumber(size));
  EstimationPlan plan = editor.plan;
  geology::Lattice& lattice = plan.target.lattice;
  const double extent = lattice.size[axis] * static_cast<double>(lattice.count[axis]);
  lattice.size[axis] = size;
  lattice.count[axis] = std::max<std::int64_t>(1, static_cast<std::int64_t>(std::ceil(extent / size - 1e-9)));
  issue(editor.output, command("estimate plan", estimation::planToLine(plan)));
}

void drawLattice(const PlanEditor& editor) {
  const geology::Lattice& lattice = editor.plan.target.lattice;
  rowLabel("Blocks", kLabelColumn);
  const float gap = px(4), width = std::floor((roomLeft() - 2 * gap) / 3);
  for (std::size_t a = 0; a < 3; ++a) {
    if (a > 0) ImGui::SameLine(0, gap);
    const std::string id = "##size" + std::to_string(a);
    const auto typed = numberField(
        {id.c_str(), lattice.size[a], "", 1, width, {"Sides of a block, east, north and up.", ""}},
        editor.memory.edit);
    if (typed) resizeBlocks(editor, a, *typed);
  }
  factRow("", withThousands(static_cast<std::size_t>(lattice.cellCount())) + " cells", Role::Quiet);
}

void drawTarget(const PlanEditor& editor) {
  std::vector<std::string> models{kNewModel}, terrains{kEverywhere};
  for (const auto& model : editor.input.deposit.blockModels) models.push_back(model->name);
  for (const auto& terrain : editor.input.deposit.terrains) terrains.push_back(terrain->name);
  const estimation::TargetPlan& target = editor.plan.target;
  if (const auto chosen = listRow({"Into", target.model.empty() ? kNewModel : target.model, models,
                                   "A new model, or new columns of one that there is."}))
    takeTarget(editor, *chosen);
  if (target.model.empty()) drawLattice(editor);
  if (terrains.size() > 1)
    if (const auto chosen = listRow({"Below", target.below.empty() ? kEverywhere : target.below, terrains,
                                     "Blocks above this ground stay without a value."}))
      editor.set("target.below", *chosen == kEverywhere ? "none" : jsonText(*chosen));
  const auto& count = editor.plan.points.count;
  drawPlanTriple(
      editor, {"Points",
               {"points[0]", "points[1]", "points[2]"},
               {static_cast<double>(count[0]), static_cast<double>(count[1]), static_cast<double>(count[2])},
               0,
               "Points that stand for a block; 1, 1, 1 estimates its middle."});
}

void ask(PanelOutput& output, AppRequest::Kind kind, std::string text = {}) {
  request(output, kind, std::move(text));
}

void drawBeginning(PanelOutput& output) {
  paragraph("From holes to blocks: composites, variogram, kriging or inverse distance.");
  if (textButton("Propose a plan", {"A first plan, found from the data; every choice is said.", ""},
                 {.active = true}))
    ask(output, AppRequest::Kind::ProposePlan);
  besideIfRoom(textButtonWidth("Import ..."));
  if (textButton("Import ...##plan", {"A plan from a file", ""}))
    ask(output, AppRequest::Kind::PlanDialog, "import");
}

void drawEnding(const PlanEditor& editor) {
  PanelOutput& output = editor.output;
  const bool idle = editor.input.workText.empty();
  const std::string& asOf = editor.input.state.asOf;
  if (!asOf.empty())
    paragraph("The time machine is on: the model will be as known by " + asOf + ", and its name will say so.",
              Role::Caution);
  if (textButton("Run",
                 {"Estimates in the background; Esc cancels. The model stays open, and is saved with the "
                  "project; its provenance has the plan.",
                  ""},
                 {.active = true, .enabled = idle}))
    ask(output, AppRequest::Kind::RunPlan);
  besideIfRoom(textButtonWidth("Export ..."));
  if (textButton("Export ...##plan", {"The plan as a file for adit estimate --plan", ""}))
    ask(output, AppRequest::Kind::PlanDialog, "export");
  besideIfRoom(textButtonWidth("Import ..."));
  if (textButton("Import ...##plan", {"A plan from a file in place of this one", ""}))
    ask(output, AppRequest::Kind::PlanDialog, "import");
  besideIfRoom(textButtonWidth("Propose"));
  if (textButton("Propose", {"A plan found from the data, for these holes and this grade", ""},
                 {.enabled = idle}))
    ask(output, AppRequest::Kind::ProposePlan);
  besideIfRoom(textButtonWidth("Drop"));
  if (textButton("Drop##plan", {"No plan any more; Ctrl+Z brings it back", ""}))
    issue(output, command("estimate plan", "none"));
  paragraph("An estimate is no classification.", Role::Caution);
  for (const geology::Diagnostic& choice : editor.input.estimate.choices) {
    const FaceScope small(Face::Small);
    paragraph(choice.message);
  }
}

}  // namespace

void drawEstimate(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  if (input.deposit.drillholes.empty()) return;
  if (!sectionHeader(kEstimateTitle, memory.folded,
                     {"Estimates a block model from the drillholes, by a plan.", ""}))
    return;
  if (input.state.estimate.plan.empty()) return drawBeginning(output);
  const estimation::PlanReading reading = estimation::planFromJson(input.state.estimate.plan);
  if (!reading.plan) return paragraph(reading.fault, Role::Error);
  const PlanEditor editor{input, memory, output, *reading.plan};
  drawSource(editor);
  drawComposites(editor);
  drawReview(editor);
  drawMethod(editor);
  drawPlanSearch(editor);
  drawTarget(editor);
  drawEnding(editor);
}

}  // namespace adit::viewer
