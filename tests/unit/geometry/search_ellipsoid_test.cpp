#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "geology/estimation/plan_edit.h"
#include "tests/support/sample_deposit.h"
#include "viewer/geometry/search_ellipsoid.h"

namespace adit::viewer {
namespace {

using estimation::Anisotropy;
using estimation::axesOf;
using estimation::PlaneAngles;

const SceneFrame kFrame{{318000, 3218000, 1000}, 1};

SearchEllipsoid tilted() {
  return {{318100, 3218050, 980}, {axesOf(PlaneAngles{60, 120, 30}), {120, 60, 25}}, true, ""};
}

double determinant(const Vec3& a, const Vec3& b, const Vec3& c) {
  return dot(a, cross(b, c));
}

Vec3 pointOf(const MeshBuffer& mesh, std::int64_t i, const SceneFrame& frame) {
  const auto& p = mesh.points[static_cast<std::size_t>(i)];
  return frame.toWorld({static_cast<double>(p[0]), static_cast<double>(p[1]), static_cast<double>(p[2])});
}

TEST(SearchEllipsoid, EveryPointOfTheSkinIsAtDistanceOne) {
  const SearchEllipsoid e = tilted();
  for (const double exaggeration : {1.0, 3.0}) {
    const SceneFrame frame{kFrame.origin, exaggeration};
    const MeshBuffer skin = ellipsoidSkin(e, frame);
    ASSERT_GT(skin.points.size(), 500U);
    for (std::size_t i = 0; i < skin.points.size(); ++i) {
      const Vec3 unit = e.shape.scaled(pointOf(skin, static_cast<std::int64_t>(i), frame) - e.centre);
      EXPECT_NEAR(length(unit), 1, 1e-5);
    }
  }
}

TEST(SearchEllipsoid, ReachesAsFarAsItsRangesAlongItsAxes) {
  const SearchEllipsoid e = tilted();
  const MeshBuffer skin = ellipsoidSkin(e, kFrame);
  for (std::size_t a = 0; a < 3; ++a) {
    double most = 0;
    for (std::size_t i = 0; i < skin.points.size(); ++i)
      most = std::max(most,
                      dot(pointOf(skin, static_cast<std::int64_t>(i), kFrame) - e.centre, e.shape.axis[a]));
    EXPECT_NEAR(most, e.shape.range[a], 1e-3) << "the skin has a point on each axis";
  }
  // The long axis lies in the plane: dip azimuth 120, so strike 30, pitch 30 from it down dip.
  const Vec3 strike{std::sin(30 * M_PI / 180), std::cos(30 * M_PI / 180), 0};
  EXPECT_NEAR(std::abs(dot(e.shape.axis[0], strike)), std::cos(30 * M_PI / 180), 1e-9);
}

TEST(SearchEllipsoid, TheSkinIsClosedAndHoldsItsVolume) {
  const SearchEllipsoid e = tilted();
  const MeshBuffer skin = ellipsoidSkin(e, kFrame);
  double volume = 0;
  for (std::size_t t = 0; t < skin.polygonCount(); ++t) {
    const std::int64_t* corner = &skin.corners[static_cast<std::size_t>(skin.offsets[t])];
    const Vec3 a = pointOf(skin, corner[0], kFrame) - e.centre;
    const Vec3 b = pointOf(skin, corner[1], kFrame) - e.centre;
    const Vec3 c = pointOf(skin, corner[2], kFrame) - e.centre;
    const double part = determinant(a, b, c) / 6;
    EXPECT_GT(part, 0) << "every triangle looks outward";
    volume += part;
  }
  const double exact = 4.0 / 3 * M_PI * 120 * 60 * 25;
  EXPECT_NEAR(volume, exact, 0.01 * exact) << "facets cut a little off";
  EXPECT_LT(volume, exact);
}

TEST(SearchEllipsoid, NormalsAreSquareToTheSurface) {
  const MeshBuffer skin = ellipsoidSkin(tilted(), kFrame);
  ASSERT_EQ(skin.normals.size(), skin.points.size());
  for (std::size_t t = 0; t < skin.polygonCount(); ++t) {
    const std::int64_t* corner = &skin.corners[static_cast<std::size_t>(skin.offsets[t])];
    const Vec3 a = pointOf(skin, corner[0], kFrame), b = pointOf(skin, corner[1], kFrame);
    const auto& n = skin.normals[static_cast<std::size_t>(corner[0])];
    const Vec3 normal{static_cast<double>(n[0]), static_cast<double>(n[1]), static_cast<double>(n[2])};
    EXPECT_NEAR(length(normal), 1, 1e-5);
    EXPECT_LT(std::abs(dot(normalized(b - a), normal)), 0.25) << "an edge is as good as a tangent";
  }
}

TEST(SearchEllipsoid, OctantsArePartedByThreeEllipses) {
  SearchEllipsoid e = tilted();
  const MeshBuffer lines = ellipsoidLines(e, kFrame);
  ASSERT_EQ(lines.polygonCount(), 6U);
  for (std::size_t a = 0; a < 3; ++a) {
    const auto from = static_cast<std::size_t>(lines.offsets[3 + a]);
    const auto to = static_cast<std::size_t>(lines.offsets[4 + a]);
    for (std::size_t i = from; i < to; ++i) {
      const Vec3 unit = e.shape.scaled(pointOf(lines, lines.corners[i], kFrame) - e.centre);
      EXPECT_NEAR(length(unit), 1, 1e-5);
      EXPECT_NEAR((a == 0 ? unit.x : a == 1 ? unit.y : unit.z), 0, 1e-5) << "in a plane of symmetry";
    }
  }
  e.octants = false;
  EXPECT_EQ(ellipsoidLines(e, kFrame).polygonCount(), 3U);
}

/// The sample deposit with a model that was estimated by a plan: pass 2 everywhere but in block 0.
struct Estimated {
  std::shared_ptr<geology::Deposit> deposit = tests::sampleDeposit();
  estimation::EstimationPlan plan;
  ViewState state;

  Estimated() {
    plan.column = "Cu_pct";
    plan.search = tilted().shape;
    plan.passes = {{{1, 16, 4, 0}, 4, 2}, {{2.5, 16, 4, 4}, 1, 1}};
    plan.target.lattice.count = {2, 2, 2};
    plan.target.lattice.size = {10, 10, 10};
    auto model = std::make_shared<geology::BlockModel>(*deposit->blockModels.front());
    std::vector<float> pass(model->blockCount(), 2);
    pass[0] = geology::kMissing;
    model->columns.push_back(geology::numericColumn("pass", pass));
    model->source.choices.push_back({"estimate/plan", estimation::planToJson(plan), "", true});
    deposit->blockModels = {model};
    state.estimate.ellipsoid = true;
  }
  const geology::BlockModel& model() const { return *deposit->blockModels.front(); }
  void pick(std::size_t block) {
    state.pick = PickState{model().name, "", block, model().blockCenter(block) + Vec3{3, 0, 0}};
  }
};

TEST(SearchEllipsoid, APickedBlockShowsThePassThatReachedIt) {
  Estimated e;
  EXPECT_FALSE(searchEllipsoid(*e.deposit, e.state)) << "nothing is picked, and nothing planned";
  e.pick(7);
  const auto shown = searchEllipsoid(*e.deposit, e.state);
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->centre, e.model().blockCenter(7)) << "of the block, not of the click";
  EXPECT_NEAR(shown->shape.range[0], 300, 1e-9);
  EXPECT_NEAR(shown->shape.range[2], 62.5, 1e-9);
  EXPECT_TRUE(shown->octants);
  EXPECT_EQ(shown->title, "search 300 x 150 x 62.5 m, pass 2, octants");
  e.pick(0);
  EXPECT_FALSE(searchEllipsoid(*e.deposit, e.state)) << "no pass reached it";
  e.pick(7);
  e.state.estimate.ellipsoid = false;
  EXPECT_FALSE(searchEllipsoid(*e.deposit, e.state));
}

TEST(SearchEllipsoid, ThePlanThatIsMadeGoesFirst) {
  Estimated e;
  e.pick(7);
  e.plan.search = estimation::sphere(50);
  e.state.estimate.plan = estimation::planToLine(e.plan);
  auto shown = searchEllipsoid(*e.deposit, e.state);
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->title, "search 50 m, pass 1");
  EXPECT_EQ(shown->centre, e.model().blockCenter(7));
  e.state.pick.reset();
  shown = searchEllipsoid(*e.deposit, e.state);
  ASSERT_TRUE(shown);
  EXPECT_TRUE(e.deposit->bounds().contains(shown->centre));
}

}  // namespace
}  // namespace adit::viewer
