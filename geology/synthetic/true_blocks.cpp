#include "geology/synthetic/true_blocks.h"

#include <limits>

#include "geology/model/parallel_for.h"

namespace adit::synthetic {
namespace {

using geology::Vec3;

constexpr std::size_t kBlocksARange = 1024;

}  // namespace

double gradeOf(const Grades& grades, Analyte analyte) {
  switch (analyte) {
    case Analyte::Copper:
      return grades.copper;
    case Analyte::Gold:
      return grades.gold;
    case Analyte::Molybdenum:
      return grades.molybdenum;
  }
  return 0;
}

TrueBlocks trueBlocks(const PorphyryTruth& truth, const geology::BlockModel& model,
                      const TrueBlocksOrder& order, const geology::Progress& progress) {
  TrueBlocks result;
  result.grade.assign(model.blockCount(), std::numeric_limits<double>::quiet_NaN());
  result.tonnes.assign(model.blockCount(), 0);
  const auto& axis = model.lattice.axis;
  const auto& n = order.points;
  const double points = static_cast<double>(n[0]) * n[1] * n[2];
  geology::parallelFor({model.blockCount(), kBlocksARange, 0}, progress, [&](geology::ParallelRange range) {
    for (std::size_t b = range.begin; b < range.end; ++b) {
      const Vec3 centre = model.blockCenter(b), size = model.blockSize(b);
      double mass = 0, metal = 0;
      for (int k = 0; k < n[2]; ++k)
        for (int j = 0; j < n[1]; ++j)
          for (int i = 0; i < n[0]; ++i) {
            const Vec3 at = centre + axis[0] * (((i + 0.5) / n[0] - 0.5) * size.x) +
                            axis[1] * (((j + 0.5) / n[1] - 0.5) * size.y) +
                            axis[2] * (((k + 0.5) / n[2] - 0.5) * size.z);
            const auto rock = truth.rockAt(at);
            if (!rock) continue;
            const Grades grades = truth.gradesAt(at, *rock);
            mass += grades.density;
            metal += grades.density * gradeOf(grades, order.analyte);
          }
      if (mass <= 0) continue;
      result.grade[b] = metal / mass;
      result.tonnes[b] = mass * model.blockVolume(b) / points;
    }
  });
  return result;
}

}  // namespace adit::synthetic
