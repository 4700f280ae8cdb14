#include "geology/formats/column_fill.h"

#include <algorithm>

#include "geology/formats/room.h"
#include "geology/model/parallel_for.h"

namespace adit::formats {
namespace {

using geology::kNoCategory;
using Stretches = std::vector<ColumnStretch>;

/// What the rows of a stretch have that keeps no array of its own is what their values imply.
void joinStates(geology::Column& column, const Stretches& stretches) {
  const auto any = [&](auto&& has) { return std::any_of(stretches.begin(), stretches.end(), has); };
  const bool states = any([](const ColumnStretch& s) { return !s.states().states.empty(); });
  const bool limits = any([](const ColumnStretch& s) { return !s.states().limits.empty(); });
  if (states) column.states.reserve(column.values.size());
  if (limits) column.limits.reserve(column.values.size());
  std::size_t row = 0;
  for (const ColumnStretch& stretch : stretches) {
    const RowStates& own = stretch.states();
    if (states && !own.states.empty())
      column.states.insert(column.states.end(), own.states.begin(), own.states.end());
    else if (states)
      for (std::size_t i = 0; i < stretch.rows(); ++i)
        column.states.push_back(impliedState(column.values[row + i]));
    if (limits && !own.limits.empty())
      column.limits.insert(column.limits.end(), own.limits.begin(), own.limits.end());
    else if (limits)
      column.limits.insert(column.limits.end(), stretch.rows(), geology::kMissing);
    row += stretch.rows();
  }
}

/// Code in the whole column for each code of a stretch, by code + 1.
std::vector<std::int32_t> recoding(const CategoryCodes& own, CategoryCodes& all, const ColumnPlan& plan) {
  std::vector<std::int32_t> codes{kNoCategory};
  for (const std::string& text : own.texts()) codes.push_back(all.codeOf(text, plan));
  return codes;
}

/// The rows of the stretches, one after the other.
template <typename Element>
std::vector<Element> joinedCodes(const Stretches& stretches,
                                 const std::vector<std::vector<std::int32_t>>& recodings) {
  std::vector<std::size_t> firstRow{0};
  for (const ColumnStretch& stretch : stretches) firstRow.push_back(firstRow.back() + stretch.codes().size());
  std::vector<Element> joined;
  makeRoom(joined, firstRow.back());
  geology::parallelForEach(stretches.size(), {}, [&](std::size_t i) {
    std::vector<Element> elementOf(recodings[i].begin(), recodings[i].end());
    stretches[i].codes().visit([&](auto codes) {
      std::transform(codes.begin(), codes.end(), joined.begin() + static_cast<std::ptrdiff_t>(firstRow[i]),
                     [&](auto code) { return elementOf[geology::slotOfElement(code)]; });
    });
  });
  return joined;
}

void joinCategories(geology::Column& column, const ColumnPlan& plan, const Stretches& stretches) {
  CategoryCodes all;
  std::vector<std::vector<std::int32_t>> recodings;
  for (const ColumnStretch& stretch : stretches)
    recodings.push_back(recoding(stretch.categories(), all, plan));
  column.names = all.texts();
  geology::CodeArray width;
  width.makeWideEnough(static_cast<std::int32_t>(column.names.size()) - 1);
  column.codes = width.visit([&](auto elements) {
    using Element = typename decltype(elements)::value_type;
    return geology::CodeArray(joinedCodes<Element>(stretches, recodings));
  });
}

}  // namespace

ColumnRoom columnRoom(ColumnPlan plan, std::size_t rows) {
  ColumnRoom room;
  if (plan.kind == geology::ColumnKind::Numeric) makeRoom(room.values, rows);
  room.plan = std::move(plan);
  return room;
}

ColumnStretch::ColumnStretch(ColumnRoom& room, std::size_t firstRow) : plan_(&room.plan) {
  if (!room.values.empty()) values_ = room.values.data() + firstRow;
}

geology::Column joinStretches(ColumnRoom room, const Stretches& stretches, const TableChunks& chunks,
                              const Dialect& dialect) {
  geology::Column column = emptyColumn(room.plan);
  const auto rowsOf = [&](std::size_t chunk) { return stretches[chunk].rows(); };
  closeGaps(room.values, chunks.list, rowsOf);
  column.values = std::move(room.values);
  joinStates(column, stretches);
  joinCategories(column, room.plan, stretches);
  for (std::string& name : column.names) name = toUtf8(name, dialect);
  return column;
}

}  // namespace adit::formats
