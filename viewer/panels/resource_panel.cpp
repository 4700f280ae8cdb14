// The resource table of what is shown: classes as the model's author gave them, cut-offs, rounded figures.
#include <algorithm>
#include <cmath>

#include "geology/reporting/category_names.h"
#include "viewer/panels/actions.h"
#include "viewer/panels/fonts.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/panels.h"
#include "viewer/panels/widget_parts.h"

namespace adit::viewer {
namespace {

using reporting::CategoryCode;
using reporting::ResourceClass;

constexpr float kLabelColumn = 84;
constexpr float kClassWidth = 150;
constexpr const char* kNobodySaid = "nobody said";

struct Resources {
  const PanelInput& input;
  PanelMemory& memory;
  PanelOutput& output;
  std::string model;
  NamedColumn grade;

  const CategoryState* category() const {
    const auto found = input.state.categories.find(model);
    return found == input.state.categories.end() ? nullptr : &found->second;
  }
};

/// Columns that can hold classes: every column of categories, and numbers that are named like a class.
std::vector<std::string> classColumns(const Resources& r) {
  std::vector<std::string> names{"none read"};
  for (const NamedColumn& c : columnsOf(r.input.deposit, r.model))
    if (!c.column->isNumeric() || reporting::namesACategory(c.name)) names.push_back(c.name);
  return names;
}

void drawClassColumn(const Resources& r) {
  rowLabel("Classes", kLabelColumn);
  const std::vector<std::string> options = classColumns(r);
  const CategoryState* category = r.category();
  const auto chosen =
      choice({"##classcolumn",
              category != nullptr ? category->column : options[0],
              options,
              roomLeft(),
              {"The column in which the model's author wrote how well each block is known. Adit itself "
               "classifies nothing.",
               ""}});
  if (chosen) issue(r.output, command("resource class", r.model, *chosen == 0 ? "none" : options[*chosen]));
}

void drawCode(const Resources& r, const CategoryCode& code) {
  ImGui::PushID(code.code.c_str());
  const float left = ImGui::GetCursorPosX();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string text = code.code + "  (" + withThousands(code.blocks) + ")";
  clippedText({at.x, at.y + px(4)}, at.x + roomLeft() - px(kClassWidth) - px(8), text, ink(Role::Text));
  ImGui::SetCursorPosX(left + roomLeft() - px(kClassWidth));
  const auto& classes = r.category()->classes;
  const auto mapped = classes.find(code.code);
  std::vector<std::string> options{kNobodySaid};
  for (const reporting::ResourceClassName& name : reporting::kResourceClassNames)
    options.emplace_back(name.word);
  const auto chosen = choice({"##class",
                              mapped == classes.end() ? options[0] : std::string(wordOf(mapped->second)),
                              options,
                              px(kClassWidth),
                              {"What this code means. Without a meaning its blocks are unclassified.", ""}});
  if (chosen)
    issue(r.output,
          command("resource map", r.model, code.code + "=" + (*chosen == 0 ? "none" : options[*chosen])));
  ImGui::PopID();
}

/// The suggestion is a question: nothing is taken until the button is pressed.
void drawSuggestion(const Resources& r, const reporting::CategoryCodes& codes) {
  std::string text;
  for (const auto& [code, meaning] : reporting::suggestedMapping(codes))
    if (!r.category()->classes.contains(code))
      text += (text.empty() ? "" : ", ") + code + " = " + std::string(wordOf(meaning));
  if (text.empty()) return;
  paragraph("Usually: " + text + ". Is it so here?", Role::Caution);
  if (textButton("Yes, so it is##suggested", {"Takes the usual meaning of the codes that have one.", ""}))
    issue(r.output, command("resource suggested", r.model));
}

void drawClasses(const Resources& r) {
  drawClassColumn(r);
  const CategoryState* category = r.category();
  const geology::Column* column =
      category != nullptr ? columnOf(r.input.deposit, r.model, category->column) : nullptr;
  if (column == nullptr) return;
  const reporting::CategoryCodes& codes = r.memory.columns.codes(*column);
  for (const CategoryCode& code : codes.codes) drawCode(r, code);
  drawSuggestion(r, codes);
}

std::string joined(const std::vector<double>& values) {
  std::string text;
  for (const double value : values) text += (text.empty() ? "" : ", ") + commandNumber(value);
  return text;
}

/// Numbers between blanks and commas; what is none goes to the command, which says so.
Command cutoffsCommand(const std::string& column, const std::string& typed) {
  Command cutoffs = command("resource cutoffs", column);
  std::string word;
  for (const char c : typed + " ") {
    if (c != ' ' && c != ',' && c != ';') {
      word += c;
    } else if (!word.empty()) {
      cutoffs.arguments.push_back(std::exchange(word, {}));
    }
  }
  if (cutoffs.arguments.size() == 1) cutoffs.arguments.emplace_back("none");
  return cutoffs;
}

void drawCutoffs(const Resources& r) {
  rowLabel("Cut-offs", kLabelColumn);
  const auto& all = r.input.state.cutoffs;
  const auto stated = all.find(r.grade.column->name);
  const auto typed =
      textField({"##cutoffs",
                 stated == all.end() ? "" : joined(stated->second),
                 "none: e.g. 0.2, 0.3, 0.5",
                 roomLeft(),
                 {"Grades at or above which blocks are counted, on " + r.grade.name + ".", ""}},
                r.memory.edit);
  if (typed) issue(r.output, cutoffsCommand(r.grade.column->name, *typed));
}

/// Class, tonnes, grade, metal: shares of the width of the panel.
constexpr std::array<float, 4> kColumnEnds{0.455F, 0.62F, 0.79F, 1.0F};

void drawCells(const std::array<std::string, 4>& cells, Role role) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = roomLeft();
  clippedText(at, at.x + width * kColumnEnds[0], cells[0], ink(role));
  for (std::size_t c = 1; c < cells.size(); ++c) {
    const float right = at.x + width * kColumnEnds[c];
    const float text = std::min(ImGui::CalcTextSize(cells[c].c_str()).x, width * 0.3F);
    clippedText({right - text, at.y}, right + 1, cells[c], ink(role));
  }
  ImGui::Dummy({0, ImGui::GetFontSize() + px(2)});
}

void drawExactRow(const reporting::CellRow& row) {
  factRow(row.title, row.tonnes, row.doubtful ? Role::Caution : Role::Text);
  factRow("", "at " + row.grade.front(), Role::Quiet);
  factRow("", row.metal.front() + " of metal", Role::Quiet);
}

void drawTable(const Resources& r, const ResourceFacts& facts) {
  const bool exact = r.input.state.chart.exactNumbers && r.input.state.mode == ReportMode::Technical;
  const auto digits = exact ? reporting::Digits::Exact : reporting::Digits::Rounded;
  const FaceScope small(Face::Small);
  if (digits == reporting::Digits::Rounded)
    drawCells({"", "tonnes", reporting::nameWithUnit(facts.grades.front()), "metal"}, Role::Quiet);
  std::string cutoff;
  for (const reporting::CellRow& row : reporting::cellsOf(facts.table, facts.grades, digits)) {
    if (row.cutoff != cutoff) drawCells({"cut-off " + row.cutoff, "", "", ""}, Role::Evidence);
    cutoff = row.cutoff;
    if (digits == reporting::Digits::Exact)
      drawExactRow(row);
    else
      drawCells({row.title, row.tonnes, row.grade.front(), row.metal.front()}, row.doubtful ? Role::Caution
                                                                               : row.total  ? Role::Accent
                                                                                            : Role::Text);
  }
}

}  // namespace

void drawResources(const PanelInput& input, PanelMemory& memory, PanelOutput& output) {
  const auto target = thresholdTarget(input.deposit, input.state, memory);
  const auto object = target ? findObject(input.deposit, target->layer) : std::nullopt;
  if (!object || object->kind != geology::ObjectKind::BlockModel) return;
  if (!sectionHeader(
          "RESOURCES", memory.folded,
          {"Tonnes, grade and metal by class and cut-off, rounded as far as each class is known.", ""}))
    return;
  const Resources resources{input, memory, output, target->layer, target->column};
  drawClasses(resources);
  drawCutoffs(resources);
  const ResourceFacts& facts = input.resources;
  if (facts.object != target->layer || facts.grades.empty() ||
      facts.grades.front().name != target->column.name)
    return;
  if (facts.densityStated) drawTable(resources, facts);
  for (const std::string& caution : facts.cautions) paragraph(caution, Role::Caution);
  if (facts.densityStated && input.state.mode == ReportMode::Technical &&
      checkRow("Exact numbers", input.state.chart.exactNumbers,
               {"Every digit, for checks. No estimate is that exact: never for the public.", ""}))
    issue(output, command("chart exact", !input.state.chart.exactNumbers));
}

}  // namespace adit::viewer
