#include "geology/project/depth_unit.h"

#include <cmath>
#include <initializer_list>
#include <string>

namespace adit::project {
namespace {

using geology::Severity;

constexpr double kMetresInFoot = 0.3048;
/// Feet of 12 inches and of the US survey differ by 2 parts in a million.
constexpr double kSameUnit = 1e-5;

bool near(double factor, double expected) {
  return std::abs(factor / expected - 1) < kSameUnit;
}

}  // namespace

double depthFactor(const formats::DrillTable& table, double factor) {
  const bool toMetres = near(factor, kMetresInFoot);
  if (!toMetres && !near(factor, 1 / kMetresInFoot)) return 1;
  return table.unit == (toMetres ? "m" : "ft") ? 1 : factor;
}

void bringDepths(formats::DrillTable& table, double factor, geology::Diagnostics& diagnostics) {
  const double own = depthFactor(table, factor);
  if (own == 1) return;
  for (std::vector<double>* depths : {&table.depth, &table.from, &table.to})
    for (double& depth : *depths) depth *= own;
  const bool toMetres = own < 1;
  const std::string unit = toMetres ? "metres" : "feet";
  diagnostics.push_back({.severity = Severity::Note,
                         .code = "PRJ-UNIT-DEPTHS",
                         .file = table.source.path,
                         .message = "depths are brought from " + std::string(toMetres ? "feet" : "metres") +
                                    " into " + unit + ", as the heights of the collars are",
                         .remedy = "if they are in " + unit +
                                   " already, say so with the choice <file>/unit=" + (toMetres ? "m" : "ft"),
                         .count = table.holeId.size()});
}

}  // namespace adit::project
