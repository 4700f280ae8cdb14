// Grade shells against closed forms, against VTK's flying edges, and against each other: full, sparse and
// sub-blocked models of the same ground have the same shell.
#include "viewer/geometry/grade_shell.h"

#include <gtest/gtest.h>

#include <vtkCellArray.h>
#include <vtkDataArray.h>
#include <vtkFloatArray.h>
#include <vtkFlyingEdges3D.h>
#include <vtkIdList.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPointData.h>

#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <numbers>
#include <random>

#include "viewer/geometry/sub_block_steps.h"

namespace adit::viewer {
namespace {

using geology::BitMask;
using geology::BlockModel;
using geology::Column;
using geology::Vec3;

constexpr float kNaN = geology::kMissing;

Vec3 pointOf(vtkPolyData& mesh, vtkIdType i) {
  std::array<double, 3> p{};
  mesh.GetPoint(i, p.data());
  return {p[0], p[1], p[2]};
}

std::vector<std::array<vtkIdType, 3>> trianglesOf(vtkPolyData& mesh) {
  std::vector<std::array<vtkIdType, 3>> triangles;
  vtkNew<vtkIdList> corners;
  for (vtkIdType cell = 0; cell < mesh.GetNumberOfPolys(); ++cell) {
    mesh.GetPolys()->GetCellAtId(cell, corners);
    triangles.push_back({corners->GetId(0), corners->GetId(1), corners->GetId(2)});
  }
  return triangles;
}

struct Measure {
  double volume = 0, area = 0;
};
Measure measureOf(vtkPolyData& mesh) {
  Measure sum;
  for (const auto& [a, b, c] : trianglesOf(mesh)) {
    const Vec3 p = pointOf(mesh, a);
    const Vec3 q = pointOf(mesh, b);
    const Vec3 r = pointOf(mesh, c);
    sum.volume += dot(p, cross(q, r)) / 6;
    sum.area += length(cross(q - p, r - p)) / 2;
  }
  return sum;
}

/// Every edge belongs to two triangles, which run along it in opposite directions.
void expectClosed(vtkPolyData& mesh) {
  std::map<std::pair<vtkIdType, vtkIdType>, int> uses;
  for (const auto& t : trianglesOf(mesh))
    for (std::size_t c = 0; c < 3; ++c) ++uses[{t[c], t[(c + 1) % 3]}];
  std::size_t open = 0;
  for (const auto& [edge, count] : uses) {
    const auto back = uses.find({edge.second, edge.first});
    if (count != 1 || back == uses.end() || back->second != 1) ++open;
  }
  EXPECT_EQ(open, 0U) << "of " << uses.size() << " edges";
}

BlockModel modelOf(const std::array<std::int64_t, 3>& count,
                   const std::function<double(const Vec3&)>& grade) {
  BlockModel model;
  model.lattice.count = count;
  std::vector<float> values;
  for (std::int64_t cell = 0; cell < model.lattice.cellCount(); ++cell)
    values.push_back(static_cast<float>(grade(model.lattice.center(cell))));
  model.columns = {geology::numericColumn("grade", std::move(values))};
  return model;
}

vtkSmartPointer<vtkPolyData> shellOf(const BlockModel& model, double value, const SceneFrame& frame = {}) {
  return gradeShell({model, model.columns[0], BitMask(model.blockCount(), true), value}, frame);
}

/// Noise over a slope, with missing values.
BlockModel noisyModel(const std::array<std::int64_t, 3>& count, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> noise(0, 1);
  return modelOf(count, [&](const Vec3& p) {
    return noise(random) < 0.1 ? std::numeric_limits<double>::quiet_NaN() : noise(random) + 0.02 * p.x;
  });
}

BitMask randomMask(std::size_t size, double share, unsigned seed) {
  std::mt19937 random(seed);
  std::bernoulli_distribution coin(share);
  BitMask mask(size);
  for (std::size_t i = 0; i < size; ++i)
    if (coin(random)) mask.set(i);
  return mask;
}

TEST(GradeShell, SphereHasItsVolumeAndArea) {
  double lastError = 1;
  for (const std::int64_t n : {20, 40, 80}) {
    const double radius = 0.37 * static_cast<double>(n);
    const Vec3 center = Vec3{0.51, 0.47, 0.5} * static_cast<double>(n);
    const BlockModel model = modelOf({n, n, n}, [&](const Vec3& p) { return radius - length(p - center); });
    const auto shell = shellOf(model, 0);
    expectClosed(*shell);
    const Measure measure = measureOf(*shell);
    const double volume = 4 * std::numbers::pi / 3 * std::pow(radius, 3);
    const double error = std::abs(measure.volume / volume - 1);
    EXPECT_LT(error, 2.0 / std::pow(radius, 2)) << n << " blocks a side";
    EXPECT_NEAR(measure.area, 4 * std::numbers::pi * radius * radius, 0.01 * measure.area);
    EXPECT_LT(error, lastError / 3) << "the error falls with the square of the block size";
    lastError = error;
  }
}

TEST(GradeShell, NormalsOfASpherePointOutward) {
  const Vec3 center{15.2, 14.9, 15};
  const auto shell =
      shellOf(modelOf({30, 30, 30}, [&](const Vec3& p) { return 10 - length(p - center); }), 0);
  vtkDataArray* normals = shell->GetPointData()->GetNormals();
  ASSERT_EQ(normals->GetNumberOfTuples(), shell->GetNumberOfPoints());
  for (vtkIdType i = 0; i < shell->GetNumberOfPoints(); ++i) {
    std::array<double, 3> n{};
    normals->GetTuple(i, n.data());
    const Vec3 outward = geology::normalized(pointOf(*shell, i) - center);
    EXPECT_GT(dot(outward, {n[0], n[1], n[2]}), 0.97);
    EXPECT_NEAR(length(Vec3{n[0], n[1], n[2]}), 1, 1e-5);
  }
}

TEST(GradeShell, PlaneIsExact) {
  const BlockModel model = modelOf({12, 9, 10}, [](const Vec3& p) { return 7.3 - p.z; });
  const auto shell = shellOf(model, 0);
  expectClosed(*shell);
  std::size_t onPlane = 0;
  for (vtkIdType i = 0; i < shell->GetNumberOfPoints(); ++i) {
    const Vec3 p = pointOf(*shell, i);
    const bool inside = p.x > 0.5 - 1e-6 && p.x < 11.5 + 1e-6 && p.y > 0.5 - 1e-6 && p.y < 8.5 + 1e-6;
    if (p.z > 6.5 && inside) {
      EXPECT_NEAR(p.z, 7.3, 1e-5);
      ++onPlane;
    }
  }
  EXPECT_EQ(onPlane, 12U * 9U) << "one point over each column of blocks";
}

/// The image that the meaning of the shell is defined by: one layer of empty ground around, hidden and
/// missing ground as far below the value as the column reaches.
vtkSmartPointer<vtkPolyData> byFlyingEdges(const BlockModel& model, const BitMask& shown, double value) {
  const auto& n = model.lattice.count;
  const Column& column = model.columns[0];
  const auto [lo, hi] = geology::valueRange(column);
  const double reach = std::max(value - static_cast<double>(lo), static_cast<double>(hi) - value);
  vtkNew<vtkImageData> image;
  image->SetDimensions(static_cast<int>(n[0] + 2), static_cast<int>(n[1] + 2), static_cast<int>(n[2] + 2));
  image->SetOrigin(-0.5, -0.5, -0.5);
  image->AllocateScalars(VTK_DOUBLE, 1);
  auto* values = static_cast<double*>(image->GetScalarPointer());
  std::fill_n(values, image->GetNumberOfPoints(), value - reach);
  for (std::size_t block = 0; block < model.blockCount(); ++block) {
    if (!shown.test(block) || std::isnan(column.values[block])) continue;
    const auto c = model.lattice.cellAt(model.cellOf(block));
    values[(c[0] + 1) + (n[0] + 2) * ((c[1] + 1) + (n[1] + 2) * (c[2] + 1))] =
        static_cast<double>(column.values[block]);
  }
  vtkNew<vtkFlyingEdges3D> filter;
  filter->SetInputData(image);
  filter->SetValue(0, value);
  filter->ComputeNormalsOff();
  filter->ComputeScalarsOff();
  filter->Update();
  return filter->GetOutput();
}

/// Triangles by the places of their corners, in thousandths of a block, each from its smallest corner on.
using Place = std::array<long, 3>;
std::map<std::array<Place, 3>, int> triangleSet(vtkPolyData& mesh) {
  std::map<std::array<Place, 3>, int> set;
  for (const auto& t : trianglesOf(mesh)) {
    std::array<Place, 3> corners;
    for (std::size_t c = 0; c < 3; ++c) {
      const Vec3 p = pointOf(mesh, t[c]);
      corners[c] = {std::lround(p.x * 1e3), std::lround(p.y * 1e3), std::lround(p.z * 1e3)};
    }
    std::rotate(corners.begin(), std::min_element(corners.begin(), corners.end()), corners.end());
    ++set[corners];
  }
  return set;
}

TEST(GradeShell, IsTheSurfaceOfFlyingEdges) {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    // Rows shorter than a word, of one word, around its end, and longer.
    const std::array<std::int64_t, 3> count{std::array<std::int64_t, 6>{5, 61, 62, 63, 64, 130}[seed % 6], 7,
                                            6};
    const BlockModel model = noisyModel(count, seed);
    const BitMask shown = randomMask(model.blockCount(), seed % 3 == 0 ? 1.0 : 0.8, seed + 100);
    const double value = 0.5 + 0.01 * static_cast<double>(count[0]);
    const auto shell = gradeShell({model, model.columns[0], shown, value}, {});
    const auto peer = byFlyingEdges(model, shown, value);
    EXPECT_EQ(shell->GetNumberOfPoints(), peer->GetNumberOfPoints());
    ASSERT_EQ(shell->GetNumberOfPolys(), peer->GetNumberOfPolys());
    ASSERT_GT(shell->GetNumberOfPolys(), 50);
    expectClosed(*shell);
    const Measure ours = measureOf(*shell);
    const Measure theirs = measureOf(*peer);
    EXPECT_NEAR(ours.volume, theirs.volume, 1e-3 * std::abs(theirs.volume));
    EXPECT_NEAR(ours.area, theirs.area, 1e-4 * theirs.area);
    // Nearly all triangles have the same corners; a few differ in the last digit.
    const auto a = triangleSet(*shell);
    const auto b = triangleSet(*peer);
    std::size_t same = 0;
    for (const auto& [triangle, n] : a) same += b.contains(triangle) ? 1 : 0;
    EXPECT_GT(same, a.size() * 97 / 100);
  }
}

TEST(GradeShell, NeverReachesIntoGroundWithoutData) {
  const BlockModel model = noisyModel({40, 11, 9}, 77);
  const BitMask shown = randomMask(model.blockCount(), 0.7, 78);
  const auto shell = gradeShell({model, model.columns[0], shown, 0.6}, {});
  ASSERT_GT(shell->GetNumberOfPoints(), 100);
  const auto hasData = [&](const Vec3& p) {
    const auto block = model.blockAt(p);
    return block && shown.test(*block) && !std::isnan(model.columns[0].values[*block]);
  };
  for (vtkIdType i = 0; i < shell->GetNumberOfPoints(); ++i) {
    const Vec3 p = pointOf(*shell, i);
    bool touches = false;  // a point on a face belongs to both of its blocks
    for (const double dx : {-1e-4, 1e-4})
      for (const double dy : {-1e-4, 1e-4})
        for (const double dz : {-1e-4, 1e-4}) touches = touches || hasData(p + Vec3{dx, dy, dz});
    EXPECT_TRUE(touches) << p.x << ' ' << p.y << ' ' << p.z;
  }
}

TEST(GradeShell, InfiniteValuesAreFarAndDoNotBreakIt) {
  BlockModel model = modelOf({6, 6, 6}, [](const Vec3& p) { return p.x; });
  model.columns[0].values[86] = std::numeric_limits<float>::infinity();
  model.columns[0].values[87] = -std::numeric_limits<float>::infinity();
  const auto shell = shellOf(model, 3);
  expectClosed(*shell);
  for (vtkIdType i = 0; i < shell->GetNumberOfPoints(); ++i)
    EXPECT_TRUE(geology::isFinite(pointOf(*shell, i)));
}

TEST(GradeShell, NothingAboveOrNoValuesIsEmpty) {
  EXPECT_EQ(shellOf(modelOf({4, 4, 4}, [](const Vec3&) { return 1; }), 2)->GetNumberOfPolys(), 0);
  EXPECT_EQ(shellOf(modelOf({4, 4, 4}, [](const Vec3&) { return std::nan(""); }), 2)->GetNumberOfPolys(), 0);
  EXPECT_EQ(
      shellOf(BlockModel{{}, {}, {}, {}, {geology::numericColumn("g", {})}, {}, {}}, 2)->GetNumberOfPolys(),
      0);
}

TEST(GradeShell, SparseModelIsTheFullOneWithoutItsGaps) {
  const BlockModel full = noisyModel({70, 8, 7}, 5);
  BlockModel sparse = full;
  sparse.columns[0].values.clear();
  for (std::size_t block = 0; block < full.blockCount(); ++block) {
    if (std::isnan(full.columns[0].values[block])) continue;
    sparse.cellOfBlock.push_back(static_cast<std::uint32_t>(block));
    sparse.columns[0].values.push_back(full.columns[0].values[block]);
  }
  const auto a = shellOf(full, 0.9);
  const auto b = shellOf(sparse, 0.9);
  ASSERT_GT(a->GetNumberOfPolys(), 50);
  EXPECT_EQ(triangleSet(*a), triangleSet(*b));
}

/// Each parent cut into halves, quarters and an eighth-like corner along the axes; one column of values.
BlockModel subBlocked(unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<float> grade(0, 1);
  BlockModel model;
  model.lattice.count = {9, 6, 5};
  Column column = geology::numericColumn("grade", {});
  for (std::int64_t cell = 0; cell < model.lattice.cellCount(); ++cell) {
    if (random() % 7 == 0) continue;  // absent
    const float x = random() % 2 == 0 ? 0.5F : 1.0F / 3;
    const std::vector<geology::SubBox> parts{{{0, 0, 0}, {x, 1, 1}},
                                             {{x, 0, 0}, {1, 0.25F, 1}},
                                             {{x, 0.25F, 0}, {1, 1, 0.5F}}};  // a corner is absent
    for (const geology::SubBox& part : parts) {
      model.cellOfBlock.push_back(static_cast<std::uint32_t>(cell));
      model.boxes.push_back(part);
      column.values.push_back(random() % 9 == 0 ? kNaN : grade(random));
    }
  }
  model.columns = {column};
  return model;
}

TEST(GradeShell, SubBlocksAreSampledInTheCellsTheyDivideInto) {
  const BlockModel model = subBlocked(3);
  const auto steps = subBlockSteps(model);
  ASSERT_EQ(steps, (std::array<std::int64_t, 3>{6, 4, 2}));
  BlockModel fine;
  fine.lattice = refined(model.lattice, *steps);
  std::vector<float> values;
  for (std::int64_t cell = 0; cell < fine.lattice.cellCount(); ++cell) {
    const auto block = model.blockAt(fine.lattice.center(cell));
    values.push_back(block ? model.columns[0].values[*block] : kNaN);
  }
  fine.columns = {geology::numericColumn("grade", values)};
  const auto a = shellOf(model, 0.5);
  const auto b = shellOf(fine, 0.5);
  ASSERT_GT(a->GetNumberOfPolys(), 200);
  expectClosed(*a);
  EXPECT_EQ(triangleSet(*a), triangleSet(*b));
}

TEST(GradeShell, SubBlocksAtFreePlacesHaveNone) {
  BlockModel model = subBlocked(3);
  model.boxes[4].max[0] = 0.317F;
  EXPECT_FALSE(subBlockSteps(model).has_value());
  EXPECT_EQ(shellOf(model, 0.5)->GetNumberOfPolys(), 0);
}

TEST(GradeShell, InTheMemoryOfTheOneBeforeIsTheSame) {
  const BlockModel model = noisyModel({66, 12, 11}, 21);
  const BitMask shown(model.blockCount(), true);
  const auto floatsOf = [](vtkDataArray* array) {
    const auto* values = vtkFloatArray::SafeDownCast(array)->GetPointer(0);
    return std::vector<float>(values, values + array->GetNumberOfValues());
  };
  vtkSmartPointer<vtkPolyData> last;
  for (const double value : {0.9, 1.6, 0.8, 99.0, 1.2, 1.2}) {  // smaller, larger, none, some
    const auto fresh = gradeShell({model, model.columns[0], shown, value}, {});
    const vtkSmartPointer<vtkPolyData> before = last;
    last = gradeShell({model, model.columns[0], shown, value}, {}, last);
    EXPECT_EQ(trianglesOf(*last), trianglesOf(*fresh));
    EXPECT_EQ(floatsOf(last->GetPoints()->GetData()), floatsOf(fresh->GetPoints()->GetData()));
    EXPECT_EQ(floatsOf(last->GetPointData()->GetNormals()), floatsOf(fresh->GetPointData()->GetNormals()));
    if (before == nullptr) continue;
    EXPECT_EQ(last->GetPoints()->GetData(), before->GetPoints()->GetData());
  }
}

TEST(GradeShell, RotatedModelsAndExaggerationMoveItsPoints) {
  const BlockModel model = noisyModel({13, 12, 11}, 9);
  BlockModel placed = model;
  const double turn = 0.4;
  placed.lattice.origin = {318'400.25, 3'218'200.5, 1000};
  placed.lattice.axis = {
      {{std::cos(turn), std::sin(turn), 0}, {-std::sin(turn), std::cos(turn), 0}, {0, 0, 1}}};
  placed.lattice.size = {25, 20, 10};
  const SceneFrame frame{{318'500, 3'218'300, 1010}, 3};
  const auto plain = shellOf(model, 0.7);
  const auto moved = shellOf(placed, 0.7, frame);
  ASSERT_GT(plain->GetNumberOfPoints(), 100);
  ASSERT_EQ(plain->GetNumberOfPoints(), moved->GetNumberOfPoints());
  for (vtkIdType i = 0; i < plain->GetNumberOfPoints(); ++i) {
    const Vec3 p = pointOf(*plain, i);
    const Vec3 expected = frame.toScene(placed.lattice.world(p.x, p.y, p.z));
    EXPECT_LT(length(pointOf(*moved, i) - expected), 1e-3);
  }
}

}  // namespace
}  // namespace adit::viewer
