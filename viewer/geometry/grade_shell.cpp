#include "viewer/geometry/grade_shell.h"

#include "viewer/geometry/shell_surface.h"
#include "viewer/geometry/sub_block_steps.h"

namespace adit::viewer {
vtkSmartPointer<vtkPolyData> gradeShell(const ShellQuestion& question, const SceneFrame& frame,
                                        vtkPolyData* old) {
  const geology::BlockModel& model = question.model;
  const auto steps = subBlockSteps(model);
  if (!question.column.isNumeric() || !steps || model.blockCount() == 0)
    return vtkSmartPointer<vtkPolyData>::New();
  double samples = 1;
  for (const std::int64_t n : refined(model.lattice, *steps).count) samples *= static_cast<double>(n + 2);
  if (samples > kMostShellSamples) return vtkSmartPointer<vtkPolyData>::New();
  return shellSurface(ShellSamples(question, *steps), frame, old);
}

}  // namespace adit::viewer
