// Which planes have a face, which of them are painted, and which blocks a painted one shows.
#include "viewer/geometry/cut_faces.h"

#include <gtest/gtest.h>

#include "viewer/geometry/selection_cache.h"

namespace adit::viewer {
namespace {

using geology::Vec3;

SectionState sectionAt(double x, bool image) {
  SectionState section;
  section.point = {x, 0, 0};
  section.image = image;
  return section;
}

std::vector<CutFace> facesOf(const ViewState& state) {
  return cutFacesOf(state, cutPlanesOf(state), std::nullopt);
}

TEST(CutFaces, EveryPlaneHasOneAndASectionPaintsItsOwn) {
  ViewState state;
  state.sections = {sectionAt(1, false), sectionAt(2, true), sectionAt(3, false)};
  const auto faces = facesOf(state);
  ASSERT_EQ(faces.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(faces[i].plane().point.x, static_cast<double>(i + 1));
    EXPECT_EQ(faces[i].painted, i == 1) << i;
  }
}

TEST(CutFaces, ASlabIsPaintedInItsMiddle) {
  ViewState state;
  state.sections = {sectionAt(1, false), sectionAt(10, true), sectionAt(30, true)};
  state.sections[1].thickness = 4;
  const auto faces = facesOf(state);
  ASSERT_EQ(faces.size(), 5U) << "one side, two of the slab, one side, and the middle";
  EXPECT_FALSE(faces[1].painted);
  EXPECT_FALSE(faces[2].painted);
  EXPECT_EQ(faces[1].plane().point.x, 12);
  EXPECT_EQ(faces[2].plane().point.x, 8);
  // The painted ones stand where their sections do in the list of sections.
  EXPECT_TRUE(faces[3].painted);
  EXPECT_TRUE(faces[4].painted);
  EXPECT_EQ(faces[3].plane().point.x + faces[4].plane().point.x, 40);
  for (const CutFace& face : faces) {
    if (!face.painted) continue;
    // Every other plane cuts it, also those of its own slab, between which it lies.
    EXPECT_EQ(face.planes.size(), face.plane().point.x == 10 ? 5U : 4U);
  }
}

TEST(CutFaces, ASectionThatIsOffIsPaintedWithoutCutting) {
  ViewState state;
  state.sections = {sectionAt(7, true)};
  state.sections[0].on = false;
  state.sections[0].flipped = true;
  const auto faces = facesOf(state);
  ASSERT_EQ(faces.size(), 1U);
  EXPECT_TRUE(faces[0].painted);
  EXPECT_EQ(faces[0].plane(), (HalfSpace{{7, 0, 0}, {-1, 0, 0}}));
  EXPECT_TRUE(cutPlanesOf(state).empty());
}

TEST(CutFaces, TheFlatViewHasThatOfItsSectionAndNoCorridor) {
  ViewState state;
  state.sections = {sectionAt(7, true), sectionAt(9, false)};
  state.activeSection = 0;
  const HalfSpace flat{{7, 0, 0}, {1, 0, 0}};
  CutPlanes planes = corridorOf(state.sections[0], 50);
  planes.push_back({{9, 0, 0}, {1, 0, 0}});
  auto faces = cutFacesOf(state, planes, flat);
  ASSERT_EQ(faces.size(), 1U);
  EXPECT_TRUE(faces[0].painted);
  EXPECT_EQ(faces[0].plane(), flat);
  EXPECT_EQ(faces[0].planes.size(), 2U);
  state.activeSection = 1;
  EXPECT_FALSE(cutFacesOf(state, planes, flat)[0].painted);
  state.sections.clear();
  EXPECT_FALSE(cutFacesOf(state, planes, flat)[0].painted);
}

TEST(PaintedBlocks, AreThoseThatOnlyFiltersAndPlanesHide) {
  geology::Deposit deposit;
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "blocks";
  model->lattice.count = {4, 1, 1};
  model->columns = {geology::numericColumn("g", {1, 2, 3, geology::kMissing})};
  deposit.blockModels = {model};
  ViewState state;
  state.filters["blocks"].ranges["g"] = {2.5, 9};
  state.sections = {sectionAt(2, true)};
  state.box = {true, {0, 0, 0}, {1, 1, 1}};
  state.reveal = RevealState{"blocks", "below"};
  SelectionCache cache;
  EXPECT_EQ(selectPainted(*model, state, deposit, &cache).count.shown, 4U);
  const std::uint64_t before = selectPainted(*model, state, deposit, &cache).revision;
  state.filters["blocks"].ranges["g"] = {0, 1};
  EXPECT_EQ(selectPainted(*model, state, deposit, &cache).revision, before)
      << "another filter paints nothing anew";
  state.layers["blocks"].visible = false;
  EXPECT_EQ(selectPainted(*model, state, deposit, &cache).count.shown, 0U);
}

TEST(MeetingWithPaint, IsOnTheNearestPlaneThatShowsTheBlock) {
  geology::BlockModel model;
  model.lattice.size = {10, 10, 10};
  model.lattice.count = {5, 5, 5};
  ViewState state;
  state.sections = {sectionAt(12, true), sectionAt(33, true)};
  for (SectionState& section : state.sections) section.on = false;
  const auto faces = facesOf(state);
  const Ray ray{{100, 25, 25}, {-2, 0, 0}};
  const auto blockAt = [&](double x) { return *model.blockAt({x, 25, 25}); };
  EXPECT_NEAR(meetingWithPaint(faces, model, blockAt(33), ray, 0).value(), 67, 1e-3);
  EXPECT_NEAR(meetingWithPaint(faces, model, blockAt(12), ray, 0).value(), 88, 1e-3);
  EXPECT_FALSE(meetingWithPaint(faces, model, blockAt(25), ray, 0)) << "no plane passes through it";
  EXPECT_NEAR(meetingWithPaint(faces, model, blockAt(25), ray, 4).value(), 67, 1e-3) << "a texel beside it";
  EXPECT_FALSE(meetingWithPaint(faces, model, blockAt(33), {{100, 25, 25}, {2, 0, 0}}, 0)) << "behind";
  state.box = {true, {0, 0, 0}, {30, 50, 50}};
  EXPECT_FALSE(meetingWithPaint(facesOf(state), model, blockAt(33), ray, 0)) << "the box cuts it";
  state.sections[0].image = state.sections[1].image = false;
  EXPECT_FALSE(meetingWithPaint(facesOf(state), model, blockAt(12), ray, 0));
}

}  // namespace
}  // namespace adit::viewer
