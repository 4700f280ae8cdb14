#include "geology/planning/pit_blocks.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "geology/analysis/point_in_mesh.h"
#include "geology/model/parallel_for.h"
#include "geology/planning/mine_order.h"
#include "geology/planning/mined_ground.h"
#include "geology/planning/natural_ground.h"

namespace adit::planning {
namespace {

using geology::BlockModel;
using geology::PeriodIndex;
using geology::Vec3;

/// From this height on the ground over one place is mined in this period.
struct Depth {
  double height;
  PeriodIndex period;
};

class PitOrder {
 public:
  PitOrder(const geology::MinePlan& plan, const geology::Deposit& deposit)
      : natural_(groundOverPits(deposit, plan)) {
    for (const geology::PlanSolid& solid : plan.solids)
      if (const auto mesh = pitSurface(deposit, solid))
        pits_.push_back({solid.last, std::make_unique<const analysis::PointInMesh>(*mesh)});
    std::stable_sort(pits_.begin(), pits_.end(),
                     [](const Pit& a, const Pit& b) { return a.period < b.period; });
  }

  bool empty() const { return pits_.empty(); }

  /// Fills `period` and `minedAt` for every block.
  void orderBlocks(const BlockModel& model, geology::PlanBlocks& blocks) const {
    const auto count = static_cast<std::size_t>(model.lattice.count[0] * model.lattice.count[1]);
    const bool upright = MinedGround::fits(model.lattice) && !model.subBlocked();
    const std::vector<Column> columns = upright ? columnsOf(model.lattice, count) : std::vector<Column>();
    blocks.period.assign(model.blockCount(), geology::kNeverMined);
    std::vector<std::uint8_t> isAir(blocks.period.size());
    geology::parallelFor({blocks.period.size(), 4096}, {}, [&](geology::ParallelRange range) {
      for (std::size_t b = range.begin; b < range.end; ++b) {
        const Vec3 centre = model.blockCenter(b);
        const Column own = upright ? Column() : columnAt(centre.x, centre.y);
        const Column& column = upright ? columns[static_cast<std::size_t>(model.cellOf(b)) % count] : own;
        blocks.period[b] = periodAt(column, centre.z);
        isAir[b] = centre.z > column.ground ? 1 : 0;
      }
    });
    std::vector<PeriodIndex> cleared(blocks.period.size(), geology::kNeverMined);
    for (std::size_t b = 0; b < isAir.size(); ++b)
      if (isAir[b] != 0) std::swap(cleared[b], blocks.period[b]);
    std::vector<float> moments = mineOrder(model, blocks.period);
    for (std::size_t b = 0; b < cleared.size(); ++b)
      if (cleared[b] != geology::kNeverMined)
        moments[b] = std::nextafter(static_cast<float>(cleared[b]), static_cast<float>(cleared[b]) + 1);
    blocks.minedAt = geology::numericColumn(std::string(geology::kMinedAt), std::move(moments), "period");
  }

 private:
  struct Pit {
    PeriodIndex period;
    std::unique_ptr<const analysis::PointInMesh> surface;
  };
  struct Column {
    double ground = std::numeric_limits<double>::infinity();
    std::vector<Depth> depths;  ///< by period, each deeper than the one before
  };

  Column columnAt(double x, double y) const {
    Column column;
    if (const double ground = natural_.heightAt(x, y); !std::isnan(ground)) column.ground = ground;
    double lowest = column.ground;
    for (const Pit& pit : pits_)
      if (const auto heights = pit.surface->heightsAt(x, y); heights && heights->lowest < lowest) {
        lowest = heights->lowest;
        column.depths.push_back({lowest, pit.period});
      }
    return column;
  }

  static PeriodIndex periodAt(const Column& column, double z) {
    for (const Depth& depth : column.depths)
      if (z > depth.height) return depth.period;
    return geology::kNeverMined;
  }

  /// All blocks of an upright column stand over one place.
  std::vector<Column> columnsOf(const geology::Lattice& lattice, std::size_t count) const {
    std::vector<Column> columns(count);
    geology::parallelFor({count, 64}, {}, [&](geology::ParallelRange range) {
      for (std::size_t c = range.begin; c < range.end; ++c) {
        const Vec3 centre = lattice.center(static_cast<std::int64_t>(c));
        columns[c] = columnAt(centre.x, centre.y);
      }
    });
    return columns;
  }

  NaturalGround natural_;
  std::vector<Pit> pits_;  ///< by period
};

geology::Diagnostic note(const geology::MinePlan& plan, const BlockModel& model, std::size_t mined) {
  return {.severity = geology::Severity::Note,
          .code = "PL-PIT-BLOCKS",
          .file = plan.source.path,
          .message = std::to_string(mined) + " of " + std::to_string(model.blockCount()) + " blocks of " +
                     model.name + " have their centre in the rock that the pits of \"" + plan.name +
                     "\" take: tonnes and grades of its periods are those of whole blocks",
          .remedy = "compare their volume with that between the surfaces (adit plan)"};
}

}  // namespace

void orderByPits(geology::MinePlan& plan, const geology::Deposit& deposit,
                 geology::Diagnostics& diagnostics) {
  if (!plan.blocks.empty()) return;
  const PitOrder order(plan, deposit);
  if (order.empty()) return;
  for (const auto& model : deposit.blockModels) {
    geology::PlanBlocks blocks;
    order.orderBlocks(*model, blocks);
    const auto stays = std::count(blocks.period.begin(), blocks.period.end(), geology::kNeverMined);
    const std::size_t mined = blocks.period.size() - static_cast<std::size_t>(stays);
    if (mined == 0) continue;
    blocks.model = model->name;
    blocks.bySurfaces = true;
    plan.blocks.push_back(std::move(blocks));
    diagnostics.push_back(note(plan, *model, mined));
  }
}

}  // namespace adit::planning
