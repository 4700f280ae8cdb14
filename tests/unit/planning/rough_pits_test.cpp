// Pits of which nothing is level: the ground against brute force, volumes against sums of heights.
#include <gtest/gtest.h>

#include <random>

#include "tests/support/pit_surfaces.h"
#include "tests/unit/planning/pit_pieces.h"

namespace adit::planning {
namespace {

using geology::TriangleMesh;

/// Heights over a grid of nodes as a mesh, with a little disorder in plan.
std::shared_ptr<TriangleMesh> roughSurface(const std::string& name, std::mt19937& random, double low,
                                           double high) {
  std::uniform_real_distribution<double> z(low, high), off(-4, 4);
  auto mesh = std::make_shared<TriangleMesh>();
  mesh->name = name;
  constexpr std::uint32_t kNodes = 9;
  for (std::uint32_t r = 0; r < kNodes; ++r)
    for (std::uint32_t c = 0; c < kNodes; ++c)
      mesh->vertices.push_back({40 + 15. * c + off(random), 40 + 15. * r + off(random), z(random)});
  for (std::uint32_t r = 0; r + 1 < kNodes; ++r)
    for (std::uint32_t c = 0; c + 1 < kNodes; ++c) {
      const std::uint32_t n = c + kNodes * r;
      mesh->triangles.push_back({n, n + 1, n + kNodes + 1});
      mesh->triangles.push_back({n, n + kNodes + 1, n + kNodes});
    }
  return mesh;
}

/// By brute force: the lowest of the facets of the terrain and of the surfaces that are begun, those of the
/// one being dug not below its floor.
double plainHeight(const PitStages& stages, double time, double x, double y) {
  double height = std::nan("");
  for (const SheetPiece& facet : terrainSheet(*stages.natural().terrain, stages.quads(), 0))
    if (isInside(facet.outline, x, y)) height = heightOn(facet.outline, x, y);
  for (std::size_t n = 0; n < stages.pits().size(); ++n) {
    if (!(time > static_cast<double>(n))) continue;
    const TriangleMesh& mesh = *stages.pits()[n];
    for (const auto& [i, j, k] : mesh.triangles) {
      const Polygon triangle{mesh.vertices[i], mesh.vertices[j], mesh.vertices[k]};
      if (!isInside(triangle, x, y)) continue;
      double own = heightOn(triangle, x, y);
      if (time < static_cast<double>(n) + 1) own = std::max(own, *stages.floorLevel(time));
      height = std::min(height, own);
    }
  }
  return height;
}

TEST(RoughPits, RoughSurfacesGiveTheLowestOfAllOverEveryPlaceOnce) {
  for (unsigned seed = 0; seed < 12; ++seed) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> bump(80, 110), place(30, 170);
    PitMine mine;
    mine.deposit.terrains.push_back(tests::smallTerrain([&](double, double) { return bump(random); }));
    for (const char* name : {"a", "b", "c"}) mine.addPit(roughSurface(name, random, 60, 115));
    const PitStages stages = mine.stages();
    for (const double time : {0., 0.3, 1., 1.6, 2., 2.5, 3.}) {
      const auto ground = groundAt(stages, time);
      EXPECT_NEAR(areaOf(ground), areaOfQuads(stages), 0.02) << seed << " at " << time;
      const auto isCut = [&](double x, double y) {
        return stages.cutNatural().test(static_cast<std::size_t>(x / 10) +
                                        21 * static_cast<std::size_t>(y / 10));
      };
      for (int n = 0; n < 60; ++n) {
        const double x = place(random), y = place(random);
        if (isCut(x, y)) {
          EXPECT_NEAR(onlyHeight(ground, x, y), plainHeight(stages, time, x, y), 0.0101)
              << seed << " at " << time << ": " << x << ' ' << y;
        }
      }
    }
  }
}

// The volume of all prisms, against heights at many places.
TEST(RoughPits, TheVolumeOfRoughSurfacesIsTheirDifference) {
  std::mt19937 random(3);
  std::uniform_real_distribution<double> bump(80, 110);
  PitMine mine;
  mine.deposit.terrains.push_back(tests::smallTerrain([&](double, double) { return bump(random); }));
  mine.addPit(roughSurface("a", random, 60, 115));
  const PitStages stages = mine.stages();
  double sum = 0;
  constexpr double kStep = 0.25;
  for (double x = 20 + kStep / 2; x < 180; x += kStep)
    for (double y = 20 + kStep / 2; y < 180; y += kStep) {
      const auto pit = stages.pitHeight(x, y, 1);
      if (!pit) continue;
      // facets, not the bilinear height
      const double c = std::floor(x / 10), r = std::floor(y / 10), u = x / 10 - c, v = y / 10 - r;
      const auto node = [&](double i, double j) {
        return stages.natural().terrain->node(static_cast<std::int32_t>(i), static_cast<std::int32_t>(j)).z;
      };
      const double a = node(c, r), b = node(c + 1, r), e = node(c + 1, r + 1), d = node(c, r + 1);
      const double natural = v <= u ? a + u * (b - a) + v * (e - b) : a + v * (d - a) + u * (e - d);
      sum += std::max(0., natural - *pit) * kStep * kStep;
    }
  EXPECT_NEAR(stages.minedVolume(1) / sum, 1, 1e-3);
}

}  // namespace
}  // namespace adit::planning
