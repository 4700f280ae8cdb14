#include "viewer/geometry/selection.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <sstream>

#include "geology/analysis/bit_words.h"
#include "geology/model/hole_dates.h"
#include "viewer/geometry/block_places.h"
#include "viewer/geometry/claim_conditions.h"
#include "viewer/geometry/plan_conditions.h"
#include "viewer/geometry/row_masks.h"
#include "viewer/geometry/selection_cache.h"
#include "viewer/geometry/selection_conditions.h"
#include "viewer/state/reveal.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::Deposit;
using geology::Vec3;

/// The rows of one object, ready to be asked.
struct Rows {
  std::string object{};
  std::string key{};   ///< which rows: a change of it forgets what was remembered
  std::string what{};  ///< "blocks"
  std::size_t size = 0;
  std::function<BitMask()> present{};     ///< rows that exist; empty: all
  std::function<std::size_t()> absent{};  ///< empty: the rows that are not present
  std::shared_ptr<const RowColumns> columns{};
  std::shared_ptr<const RowPlaces> places{};
  std::function<void(Conditions&)> more{};  ///< conditions of its kind alone
  std::function<BitMask()> unsurveyed{};    ///< of holes whose way is an assumption; empty: none
};

std::string wholeKey(const Conditions& conditions, bool visible, const std::string* reason) {
  std::string key = visible ? "on" : "off";
  if (reason != nullptr) key += "\treveal " + *reason;
  for (const Condition& condition : conditions.list) key += "\n" + condition.reason + "\t" + condition.key;
  for (const std::string& text : conditions.notApplied) key += "\n" + text;
  return key;
}

/// A condition with the rows that it hides, and what is counted of them while they are taken out.
struct Applied {
  const Condition* condition;
  const BitMask* hides;
  std::size_t taken = 0;        ///< rows that no earlier condition had hidden
  std::optional<BitMask> rows;  ///< those rows, for conditions with several reasons
};

/// Takes the rows of all conditions out of `shown`, in their order, in one pass over the words on all cores.
void takeOut(std::vector<Applied>& applied, BitMask& shown) {
  std::mutex mutex;
  const geology::Progress neverCancelled;
  const auto body = [&](geology::ParallelRange words) {
    for (Applied& one : applied) {
      const std::uint64_t* hides = one.hides->words().data();
      std::uint64_t* left = shown.words().data();
      std::uint64_t* rows = one.rows ? one.rows->words().data() : nullptr;
      std::size_t taken = 0;
      for (std::size_t w = words.begin; w < words.end; ++w) {
        const std::uint64_t now = left[w] & hides[w];
        if (rows != nullptr) rows[w] = now;
        taken += geology::bitCount(now);
        left[w] &= ~hides[w];
      }
      const std::scoped_lock lock(mutex);
      one.taken += taken;
    }
  };
  constexpr std::size_t kWordsAtOnce = 4096;  // of a few masks they stay in the nearest caches
  geology::parallelFor({.count = shown.words().size(), .grain = kWordsAtOnce}, neverCancelled, body);
}

/// One entry a reason, also where two columns have a category of the same name.
void addCount(LayerCount& count, HiddenCount hidden) {
  const auto same = std::find_if(count.hidden.begin(), count.hidden.end(),
                                 [&](const HiddenCount& known) { return known.reason == hidden.reason; });
  if (same == count.hidden.end())
    count.hidden.push_back(std::move(hidden));
  else
    same->count += hidden.count;
}

/// Applies the conditions in their order and counts what each hides, and what is left. Returns the rows that
/// are hidden for `reason`, where there is one.
BitMask applyConditions(const Conditions& conditions, SelectionCache& cache, BitMask& shown,
                        LayerCount& count, const std::string* reason) {
  std::vector<Applied> applied;
  for (const Condition& condition : conditions.list) {
    const BitMask* hides = cache.mask(condition.reason, condition.key, condition.hides);
    if (hides == nullptr) continue;
    applied.push_back({&condition, hides, 0, {}});
    const bool asked = reason != nullptr && condition.reason == *reason;
    if (condition.split || asked) applied.back().rows.emplace(shown.size());
  }
  takeOut(applied, shown);
  count.shown = count.total;
  for (const Applied& one : applied) {
    if (one.taken == 0) continue;
    count.shown -= one.taken;
    if (one.condition->split)
      for (HiddenCount& hidden : one.condition->split(*one.rows)) addCount(count, std::move(hidden));
    else
      addCount(count, {one.condition->reason, one.taken});
  }
  if (reason == nullptr) return {};
  BitMask revealed(shown.size());
  for (const Applied& one : applied) {
    if (!one.rows) continue;
    revealed |= one.condition->split ? one.condition->rowsOf(*one.rows, *reason) : *one.rows;
  }
  return revealed;
}

/// Turns a selection round: only `rows` are shown, and what would else be shown is hidden.
void reveal(const std::string& reason, BitMask rows, BitMask& shown, LayerCount& count) {
  std::erase_if(count.hidden, [&](const HiddenCount& hidden) { return hidden.reason == reason; });
  const std::size_t otherwise = count.shown;
  count.shown = rows.count();
  const std::size_t both = countBoth(rows, shown);
  if (otherwise > both) count.hidden.push_back({kNotHidden, otherwise - both});
  shown = std::move(rows);
}

Selection select(const Rows& rows, const ViewState& state, const Deposit& deposit, SelectionCache* given) {
  SelectionCache local;
  SelectionCache& cache = given != nullptr ? *given : local;
  cache.begin(rows.key);
  Conditions conditions;
  if (rows.columns != nullptr)
    addFilterConditions(filterOf(state, rows.object), rows.columns, rows.size, conditions);
  if (rows.more) rows.more(conditions);
  addGroundConditions(state, deposit, rows.object, rows.places, conditions);
  const std::string* reason = reveals(state, rows.object) ? &state.reveal->reason : nullptr;
  // What is revealed is seen though its layer is off.
  const bool visible = layerOf(state, rows.object).visible || (reason != nullptr && *reason != kLayerOff);
  const std::string key = wholeKey(conditions, visible, reason);
  if (const Selection* last = cache.remembered(key)) return *last;

  BitMask shown = rows.present ? rows.present() : BitMask(rows.size, true);
  LayerCount count;
  count.object = rows.object;
  count.what = rows.what;
  count.total = rows.present ? shown.count() : rows.size;
  count.absent = rows.absent ? cache.absent(rows.absent) : rows.size - count.total;
  count.notApplied = conditions.notApplied;
  BitMask revealed = applyConditions(conditions, cache, shown, count, reason);
  if (reason != nullptr && (*reason == kNotHidden || (*reason == kLayerOff && !visible))) revealed = shown;
  if (reason != nullptr && *reason == kNoSurvey && rows.unsurveyed) revealed = rows.unsurveyed() &= shown;
  if (!visible) {
    if (count.shown > 0) count.hidden.push_back({kLayerOff, count.shown});
    count.shown = 0;
    shown = BitMask(rows.size);
  }
  if (reason != nullptr) reveal(*reason, std::move(revealed), shown, count);
  return cache.remember(key, std::move(shown), std::move(count));
}

/// Rows of which all points lie beyond one of the planes; pointAt(row, n) for n < pointsARow.
template <typename PointAt>
BitMask rowsBeyond(const CutPlanes& planes, std::size_t rows, std::size_t pointsARow,
                   const PointAt& pointAt) {
  return maskByWords(rows, [&](std::size_t first, std::size_t count) {
    return analysis::wordOf(count, [&](std::size_t i) {
      return std::any_of(planes.begin(), planes.end(), [&](const HalfSpace& plane) {
        for (std::size_t n = 0; n < pointsARow; ++n)
          if (!(plane.distance(pointAt(first + i, n)) > 0)) return false;
        return true;
      });
    });
  });
}

template <typename MiddleOf>
BitMask rowsWhere(const std::function<bool(const Vec3&)>& question, std::size_t rows,
                  const MiddleOf& middleOf) {
  return maskByWords(rows, [&](std::size_t first, std::size_t count) {
    return analysis::wordOf(count, [&](std::size_t i) { return question(middleOf(first + i)); });
  });
}

/// Places of rows with a fixed number of points each.
template <typename PointAt, typename MiddleOf>
std::shared_ptr<const RowPlaces> placesOf(std::size_t rows, std::size_t pointsARow, PointAt pointAt,
                                          MiddleOf middleOf) {
  return std::make_shared<RowPlaces>(RowPlaces{
      [=](const CutPlanes& planes) { return rowsBeyond(planes, rows, pointsARow, pointAt); },
      [=](const std::function<bool(const Vec3&)>& question) { return rowsWhere(question, rows, middleOf); }});
}

/// Begin, middle and end of every interval.
std::vector<Vec3> intervalPoints(const geology::DrillHoles& holes, const geology::IntervalTable& table) {
  std::vector<Vec3> points;
  points.reserve(3 * table.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    const geology::HoleTrace& trace = holes.holes[table.hole[i]].trace;
    for (const double depth : {table.from[i], (table.from[i] + table.to[i]) / 2, table.to[i]})
      points.push_back(trace.positionAt(depth));
  }
  return points;
}

/// The drill time machine: intervals of holes that were not there yet, or of which nobody knows.
void addDateConditions(const ViewState& state, const geology::DrillHoles& holes,
                       const geology::IntervalTable& table, Conditions& conditions) {
  const auto until = geology::dateOf(state.asOf);
  if (!until) return;
  const auto rowsOf = [&table](const BitMask& hidden) {
    return maskByWords(table.size(), [&](std::size_t first, std::size_t count) {
      return analysis::wordOf(count, [&](std::size_t i) { return hidden.test(table.hole[first + i]); });
    });
  };
  conditions.list.push_back({"no date of drilling",
                             {},
                             [&holes, rowsOf] {
                               const geology::HoleDates dates = geology::holeDates(holes);
                               BitMask undated(holes.holes.size());
                               for (std::size_t h = 0; h < undated.size(); ++h)
                                 if (!dates.date[h]) undated.set(h);
                               return rowsOf(undated);
                             },
                             {}});
  conditions.list.push_back({"drilled after " + state.asOf,
                             {},
                             [&holes, rowsOf, until] {
                               BitMask later(holes.holes.size(), true);
                               later.subtract(geology::holesDrilledBy(holes, *until));
                               return rowsOf(later);
                             },
                             {}});
}

/// A new deposit or another table is other rows, even under the same name.
std::string rowsKey(const void* rows, const Deposit& deposit, std::size_t size) {
  std::ostringstream key;
  key << rows << ' ' << &deposit << ' ' << size;
  return key.str();
}

std::size_t absentCells(const geology::BlockModel& model) {
  std::size_t present = model.blockCount();
  if (model.subBlocked()) {
    const auto& cells = model.cellOfBlock;
    for (std::size_t b = 1; b < cells.size(); ++b)
      if (cells[b] == cells[b - 1]) --present;
  }
  return static_cast<std::size_t>(model.lattice.cellCount()) - present;
}

}  // namespace

Selection selectBlocks(const geology::BlockModel& model, const ViewState& state, const Deposit& deposit,
                       SelectionCache* cache) {
  Rows rows{.object = model.name, .what = "blocks", .size = model.blockCount()};
  rows.key = rowsKey(&model, deposit, rows.size);
  rows.absent = [&model] { return absentCells(model); };
  RowColumns columns = ownColumns(blockColumns(deposit, model));
  // Finding the bounds takes as long as one mask: it pays from the second one on.
  if (cache != nullptr)
    columns.boundsOf = [list = columns.known, cache](std::size_t index) {
      return &cache->bounds(*list[index].column);
    };
  rows.columns = std::make_shared<RowColumns>(std::move(columns));
  rows.more = [&](Conditions& conditions) {
    addClaimCondition(state, model, conditions);
    const auto boundsOf = [cache](const geology::Column& column) {
      return cache != nullptr ? &cache->bounds(column) : nullptr;
    };
    addPlanCondition(state, deposit, model, boundsOf, conditions);
  };
  rows.places = std::make_shared<RowPlaces>(
      RowPlaces{[&model](const CutPlanes& planes) { return blocksBeyond(model, planes); },
                [&model](const auto& question) { return blocksWhere(model, question); },
                [&model](const HeightRule& rule) { return blocksByHeight(model, rule); },
                [&model](const analysis::PointInMesh& solid) { return blocksOutside(model, solid); }});
  return select(rows, state, deposit, cache);
}

Selection selectIntervals(const geology::DrillHoles& holes, const geology::IntervalTable& table,
                          const ViewState& state, const Deposit& deposit, SelectionCache* given) {
  SelectionCache local;
  SelectionCache& cache = given != nullptr ? *given : local;
  Rows rows{.object = holes.name, .what = "intervals", .size = table.size()};
  rows.key = rowsKey(&table, deposit, rows.size);
  rows.columns =
      std::make_shared<RowColumns>(intervalColumnsAt(holes, table, columnsOf(deposit, holes.name)));
  rows.more = [&](Conditions& conditions) { addDateConditions(state, holes, table, conditions); };
  rows.unsurveyed = [&] {
    return maskByWords(table.size(), [&](std::size_t first, std::size_t count) {
      return analysis::wordOf(count, [&](std::size_t i) {
        return holes.holes[table.hole[first + i]].basis != geology::TraceBasis::Surveyed;
      });
    });
  };
  const auto points = [&]() -> const std::vector<Vec3>& {
    return cache.places([&] { return intervalPoints(holes, table); });
  };
  rows.places = std::make_shared<RowPlaces>(RowPlaces{
      [&](const CutPlanes& planes) {
        return rowsBeyond(planes, table.size(), 3,
                          [&all = points()](std::size_t row, std::size_t n) { return all[3 * row + n]; });
      },
      [&](const std::function<bool(const Vec3&)>& question) {
        return rowsWhere(question, table.size(),
                         [&all = points()](std::size_t row) { return all[3 * row + 1]; });
      }});
  return select(rows, state, deposit, &cache);
}

Selection selectTriangles(const geology::TriangleMesh& mesh, const ViewState& state, const Deposit& deposit,
                          SelectionCache* cache) {
  Rows rows{.object = mesh.name, .what = "triangles", .size = mesh.triangles.size()};
  rows.key = rowsKey(&mesh, deposit, rows.size);
  rows.columns = std::make_shared<RowColumns>(triangleColumns(mesh, columnsOf(deposit, mesh.name)));
  const auto corner = [&mesh](std::size_t row, std::size_t n) {
    return mesh.vertices[mesh.triangles[row][n]];
  };
  rows.places = placesOf(rows.size, 3, corner, [corner](std::size_t row) {
    return (corner(row, 0) + corner(row, 1) + corner(row, 2)) * (1.0 / 3);
  });
  return select(rows, state, deposit, cache);
}

Selection selectPoints(const geology::PointSet& points, const ViewState& state, const Deposit& deposit,
                       SelectionCache* cache) {
  Rows rows{.object = points.name, .what = "points", .size = points.points.size()};
  rows.key = rowsKey(&points, deposit, rows.size);
  rows.columns = std::make_shared<RowColumns>(ownColumns(namedColumns(points.columns)));
  rows.places = placesOf(
      rows.size, 1, [&points](std::size_t row, std::size_t) { return points.points[row]; },
      [&points](std::size_t row) { return points.points[row]; });
  return select(rows, state, deposit, cache);
}

Selection selectNodes(const geology::Terrain& terrain, const ViewState& state, const Deposit& deposit,
                      SelectionCache* cache) {
  Rows rows{.object = terrain.name, .what = "nodes", .size = terrain.heights.size()};
  rows.key = rowsKey(&terrain, deposit, rows.size);
  rows.present = [&terrain] {
    return maskByWords(terrain.heights.size(), [&terrain](std::size_t first, std::size_t count) {
      return analysis::wordOf(count, [&](std::size_t i) { return !std::isnan(terrain.heights[first + i]); });
    });
  };
  const auto node = [&terrain](std::size_t row) {
    const auto columns = static_cast<std::size_t>(terrain.columns);
    return terrain.node(static_cast<std::int32_t>(row % columns), static_cast<std::int32_t>(row / columns));
  };
  rows.places = placesOf(
      rows.size, 1, [node](std::size_t row, std::size_t) { return node(row); }, node);
  return select(rows, state, deposit, cache);
}

}  // namespace adit::viewer
