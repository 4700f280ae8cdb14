#include "geology/synthetic/mining_schedule.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace adit::synthetic {
namespace {

using geology::BlockModel;
using geology::Vec3;

/// The height of the pit's surface at the middle of every column of blocks, NaN beside the pit.
std::vector<double> pitHeights(const BlockModel& model, const geology::TriangleMesh& pit) {
  const geology::Lattice& lattice = model.lattice;
  std::vector<double> heights(static_cast<std::size_t>(lattice.count[0] * lattice.count[1]), std::nan(""));
  for (const auto& triangle : pit.triangles) {
    std::array<Vec3, 3> p;
    for (std::size_t c = 0; c < 3; ++c) {
      const Vec3 local = lattice.local(pit.vertices[triangle[c]]);
      p[c] = {local.x - .5, local.y - .5, pit.vertices[triangle[c]].z};  // middles are at whole numbers
    }
    const double area = (p[1].x - p[0].x) * (p[2].y - p[0].y) - (p[2].x - p[0].x) * (p[1].y - p[0].y);
    if (area == 0) continue;
    const auto [x0, x1] = std::minmax({p[0].x, p[1].x, p[2].x});
    const auto [y0, y1] = std::minmax({p[0].y, p[1].y, p[2].y});
    const auto within = [](double v, std::int64_t count) {
      return std::clamp<std::int64_t>(static_cast<std::int64_t>(v), 0, count - 1);
    };
    for (std::int64_t j = within(std::ceil(y0), lattice.count[1]);
         j <= within(std::floor(y1), lattice.count[1]); ++j)
      for (std::int64_t i = within(std::ceil(x0), lattice.count[0]);
           i <= within(std::floor(x1), lattice.count[0]); ++i) {
        const auto x = static_cast<double>(i), y = static_cast<double>(j);
        const double b = ((x - p[0].x) * (p[2].y - p[0].y) - (p[2].x - p[0].x) * (y - p[0].y)) / area;
        const double c = ((p[1].x - p[0].x) * (y - p[0].y) - (x - p[0].x) * (p[1].y - p[0].y)) / area;
        if (b < 0 || c < 0 || b + c > 1) continue;
        heights[static_cast<std::size_t>(i + lattice.count[0] * j)] =
            p[0].z + b * (p[1].z - p[0].z) + c * (p[2].z - p[0].z);
      }
  }
  return heights;
}

struct Turn {
  std::int64_t key;  ///< when its bench is worked
  std::size_t pushback;
  std::uint32_t row;
};

std::vector<Turn> turns(const BlockModel& model, const geology::TriangleMesh& pit,
                        const ScheduleOrder& order) {
  const std::vector<double> heights = pitHeights(model, pit);
  const std::int64_t columns = model.lattice.count[0] * model.lattice.count[1];
  std::vector<Turn> list;
  for (std::size_t row = 0; row < model.blockCount(); ++row) {
    const std::int64_t cell = model.cellOf(row);
    const double above = model.blockCenter(row).z - heights[static_cast<std::size_t>(cell % columns)];
    if (!(above > 0)) continue;
    const auto inside =
        std::find_if(order.pushback.begin(), order.pushback.end(), [&](double lift) { return above > lift; });
    const auto pushback = static_cast<std::size_t>(inside - order.pushback.begin());
    const std::int64_t bench = model.lattice.count[2] - 1 - cell / columns;
    list.push_back(
        {bench + order.lag * static_cast<std::int64_t>(pushback), pushback, static_cast<std::uint32_t>(row)});
  }
  std::sort(list.begin(), list.end(), [](const Turn& a, const Turn& b) {
    return std::tie(a.key, a.pushback, a.row) < std::tie(b.key, b.pushback, b.row);
  });
  return list;
}

}  // namespace

geology::Column mineYears(const BlockModel& model, const geology::TriangleMesh& pit,
                          const ScheduleOrder& order) {
  std::vector<float> years(model.blockCount(), geology::kMissing);
  const std::vector<Turn> list = turns(model, pit, order);
  for (std::size_t n = 0; n < list.size(); ++n)
    years[list[n].row] = static_cast<float>(
        order.firstYear + static_cast<int>(n * static_cast<std::size_t>(order.years) / list.size()));
  return geology::numericColumn("mine_year", std::move(years));
}

}  // namespace adit::synthetic
