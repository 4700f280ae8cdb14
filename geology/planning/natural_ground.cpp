#include "geology/planning/natural_ground.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string>

#include "geology/planning/plan_grid.h"

namespace adit::planning {
namespace {

/// "topo" is the beginning of a word in every language; the others are words.
bool isTopographyWord(std::string_view word) {
  constexpr std::array<std::string_view, 10> kWords{"terrain", "ground", "natural", "original", "dem",
                                                    "dtm",     "dgm",    "lidar",   "survey",   "relief"};
  return word.starts_with("topo") || std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

PlanBox boxOfPits(const geology::Deposit& deposit, const geology::MinePlan& plan) {
  PlanBox box;
  for (const geology::PlanSolid& solid : plan.solids)
    if (const auto pit = pitSurface(deposit, solid)) box.include(boxOf(*pit));
  return box;
}

bool isOfPlan(const geology::MinePlan& plan, const std::string& mesh) {
  return std::any_of(plan.solids.begin(), plan.solids.end(),
                     [&](const geology::PlanSolid& solid) { return solid.mesh == mesh; });
}

}  // namespace

bool namesTopography(std::string_view meshName) {
  std::string word;
  for (const char c : meshName) {
    if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
      word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      continue;
    }
    if (isTopographyWord(word)) return true;
    word.clear();
  }
  return isTopographyWord(word);
}

double NaturalGround::heightAt(double x, double y) const {
  if (terrain != nullptr) return terrain->heightAt(x, y);
  if (heights == nullptr) return std::nan("");
  const auto here = heights->heightsAt(x, y);
  return here ? here->highest : std::nan("");
}

std::shared_ptr<const geology::TriangleMesh> pitSurface(const geology::Deposit& deposit,
                                                        const geology::PlanSolid& solid) {
  const auto found = std::find_if(deposit.meshes.begin(), deposit.meshes.end(), [&](const auto& mesh) {
    return mesh->name == solid.mesh && !mesh->triangles.empty();
  });
  return solid.activity == geology::PlanActivity::Pit && found != deposit.meshes.end() ? *found : nullptr;
}

NaturalGround groundOverPits(const geology::Deposit& deposit, const geology::MinePlan& plan) {
  const PlanBox box = boxOfPits(deposit, plan);
  const double x = (box.x0 + box.x1) / 2, y = (box.y0 + box.y1) / 2;
  for (const auto& terrain : deposit.terrains)
    if (terrain->columns > 1 && terrain->rows > 1 && !std::isnan(terrain->heightAt(x, y)))
      return {terrain, nullptr, nullptr};
  for (const auto& mesh : deposit.meshes) {
    if (mesh->closed || mesh->triangles.empty() || !namesTopography(mesh->name)) continue;
    if (isOfPlan(plan, mesh->name)) continue;
    auto heights = std::make_shared<const analysis::PointInMesh>(*mesh);
    if (heights->heightsAt(x, y)) return {nullptr, mesh, std::move(heights)};
  }
  return {};
}

}  // namespace adit::planning
