// Painted planes: all blocks of a plane as one picture, whichever way it is drawn, and what lies under a
// pixel of it.
#include <gtest/gtest.h>

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkNew.h>
#include <vtkRenderer.h>

#include <algorithm>
#include <functional>

#include "tests/support/block_models.h"
#include "tests/support/picture_compare.h"
#include "tests/support/scene_pictures.h"
#include "viewer/publish/picture.h"
#include "viewer/scene/gl_window.h"
#include "viewer/scene/headless_context.h"
#include "viewer/scene/scene.h"
#include "viewer/scene/slice_mapper.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using geology::BlockModel;
using geology::Vec3;
using reporting::ResourceClass;
using tests::kSampleCenter;

SectionState paintedSection(double strike, double dip) {
  SectionState section;
  section.point = kSampleCenter + Vec3{3, 4, 5};
  section.strike = strike;
  section.dip = dip;
  section.image = true;
  return section;
}

/// The sample's blocks in four classes around its core.
std::shared_ptr<BlockModel> classifiedModel() {
  auto model = tests::sampleBlocks();
  std::vector<std::string> classes;
  for (std::size_t b = 0; b < model->blockCount(); ++b) {
    const double r = geology::length(model->blockCenter(b) - kSampleCenter);
    classes.emplace_back(r < 90 ? "measured" : r < 150 ? "indicated" : r < 230 ? "inferred" : "");
  }
  model->columns.push_back(geology::categoryColumn("class", classes));
  return model;
}

void askHonestly(ViewState& state) {
  state.honest.on = true;
  state.categories["blocks"] = {"class",
                                {{"measured", ResourceClass::Measured},
                                 {"indicated", ResourceClass::Indicated},
                                 {"inferred", ResourceClass::Inferred}}};
}

/// Share of the pixels that no pixel around them has in the other picture: what differs by more than the side
/// of a texel.
double strayShare(const Image& a, const Image& b) {
  const auto same = [&](int ax, int ay, int bx, int by) {
    for (int c = 0; c < 3; ++c) {
      const std::uint8_t one = a.rgb[static_cast<std::size_t>((ay * a.width + ax) * 3 + c)];
      const std::uint8_t other = b.rgb[static_cast<std::size_t>((by * b.width + bx) * 3 + c)];
      if (std::abs(one - other) > 16) return false;
    }
    return true;
  };
  int stray = 0;
  for (int y = 1; y < a.height - 1; ++y)
    for (int x = 1; x < a.width - 1; ++x) {
      bool found = false;
      for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) found = found || same(x, y, x + dx, y + dy);
      stray += found ? 0 : 1;
    }
  return static_cast<double>(stray) / (a.width * a.height);
}

struct Case {
  const char* name;
  std::function<std::shared_ptr<BlockModel>()> model = tests::sampleBlocks;
  std::function<void(ViewState&)> ask = [](ViewState&) {};
  double mostStray = 5e-4;
};

/// A plane through everything, in a model of which the filter leaves the core alone.
ViewState stateOf(const geology::Deposit& deposit, const Case& each) {
  ViewState state = initialState(deposit);
  state.filters["blocks"].ranges["cu_pct"] = {0.8, 9};
  state.sections = {paintedSection(70, 65)};
  each.ask(state);
  return state;
}

Image drawn(const Case& each, DrawMode mode, bool smooth = true) {
  const auto deposit = tests::depositOf(each.model());
  return tests::drawnOnce(deposit, stateOf(*deposit, each), mode, !smooth);
}

class Slices : public ::testing::TestWithParam<Case> {};

// Where the machine cannot draw slices, the faces of all blocks in the plane stand in their place.
TEST_P(Slices, LookLikeTheFacesOfTheirBlocks) {
  const Image slice = drawn(GetParam(), DrawMode::Shaders);
  const Image mesh = drawn(GetParam(), DrawMode::Meshes);
  const double share = strayShare(slice, mesh);
  EXPECT_LE(share, GetParam().mostStray);
  if (share <= GetParam().mostStray) return;
  writePng(slice, std::string(GetParam().name) + ".slice.png", {});
  writePng(mesh, std::string(GetParam().name) + ".mesh.png", {});
}

const std::vector<Case> kCases{
    {"sparse"},
    {"full", tests::fullBlocks},
    {"rotated", tests::turnedBlocks},
    {"sub_blocked", tests::halvedBlocks},
    {"rock", tests::sampleBlocks, [](ViewState& s) { s.layers["blocks"].colorBy = "rock"; }},
    {"plain", tests::sampleBlocks, [](ViewState& s) { s.layers["blocks"].colorBy.clear(); }},
    {"flat", tests::turnedBlocks, [](ViewState& s) { s.sectionView.on = true; }},
    {"exaggerated", tests::turnedBlocks, [](ViewState& s) { s.exaggeration = 2.5; }},
    {"exaggerated_flat", tests::sampleBlocks,
     [](ViewState& s) {
       s.exaggeration = 2.5;
       s.sectionView.on = true;
     }},
    {"flipped", tests::sampleBlocks, [](ViewState& s) { s.sections[0].flipped = true; }},
    {"not_cutting", tests::sampleBlocks, [](ViewState& s) { s.sections[0].on = false; }},
    {"slab", tests::sampleBlocks, [](ViewState& s) { s.sections[0].thickness = 60; }},
    {"on_the_faces_of_blocks", tests::sampleBlocks,
     [](ViewState& s) {
       s.sections = {paintedSection(90, 90)};
       s.sections[0].point = kSampleCenter;
     }},
    {"two_and_a_box", tests::sampleBlocks,
     [](ViewState& s) {
       s.sections.push_back(paintedSection(0, 90));
       s.box = {true, kSampleCenter - Vec3{200, 200, 120}, kSampleCenter + Vec3{200, 200, 90}};
     }},
    {"beside_a_shell", tests::sampleBlocks, [](ViewState& s) { s.layers["blocks"].shells = {0.8}; }},
    {"translucent", tests::sampleBlocks, [](ViewState& s) { s.layers["blocks"].opacity = 0.4; }},
    {"honest", classifiedModel, askHonestly, 0.02},  // outlines are found by pixels here, by geometry there
    // Lines of meshes are VTK's, smoothed in another way.
    {"edged", tests::sampleBlocks, [](ViewState& s) { s.layers["blocks"].blockStyle = BlockStyle::Edged; },
     0.15},
};
INSTANTIATE_TEST_SUITE_P(Cases, Slices, ::testing::ValuesIn(kCases),
                         [](const auto& each) { return std::string(each.param.name); });

TEST(SlicePictures, InSpace) {
  tests::expectPicture(drawn({"space"}, DrawMode::Shaders), "slice_space");
}

TEST(SlicePictures, BesideTheFlatSection) {
  const Case flat{"flat", tests::halvedBlocks, [](ViewState& s) {
                    s.sections = {paintedSection(90, 90)};
                    s.sectionView.on = true;
                    s.layers["blocks"].blockStyle = BlockStyle::Edged;
                  }};
  tests::expectPicture(drawn(flat, DrawMode::Shaders), "slice_flat");
}

TEST(SlicePictures, Honest) {
  tests::expectPicture(drawn({"honest", classifiedModel, askHonestly}, DrawMode::Shaders), "slice_honest");
}

/// A scene with the flat view over the right half, which shows `model` on a dipping plane.
class SlicePicks : public ::testing::Test {
 protected:
  SlicePicks() : scene_(context_.host()) { scene_.setSize(600, 400, 1); }
  ~SlicePicks() override {
    for (const std::string& error : scene_.takeErrors()) ADD_FAILURE() << error;
  }
  void show(std::shared_ptr<BlockModel> model, const std::function<void(ViewState&)>& ask) {
    model_ = model;
    deposit_ = tests::depositOf(std::move(model));
    state_ = stateOf(*deposit_, {"", {}, ask});
    scene_.setDeposit(deposit_);
    scene_.sync(state_);
    scene_.render();
  }
  bool shown(std::size_t row) const {
    const float grade = geology::findColumn(model_->columns, "cu_pct")->values[row];
    return grade >= 0.8F;
  }

  HeadlessContext context_;
  Scene scene_;
  std::shared_ptr<BlockModel> model_;
  std::shared_ptr<geology::Deposit> deposit_;
  ViewState state_;
};

TEST_F(SlicePicks, EveryPixelOfTheFlatViewIsTheBlockThere) {
  for (const auto& model : {tests::sampleBlocks(), tests::turnedBlocks(), tests::halvedBlocks()}) {
    show(model, [](ViewState& s) { s.sectionView.on = true; });
    const HalfSpace plane{state_.sections[0].point, sectionFrame(state_.sections[0]).normal};
    std::size_t found = 0, hidden = 0;
    for (int x = 310; x < 600; x += 13)
      for (int y = 100; y < 320; y += 11) {
        const auto pick = scene_.pick(x, y);
        if (!pick) continue;
        ++found;
        EXPECT_NEAR(plane.distance(pick->position), 0, 1e-3);
        const auto wanted = model_->blockAt(pick->position);
        // A texel is at most as large as a pixel: at the rim of a block its neighbour may have it.
        const double reach = scene_.sectionUnitsPerPixel() * 1.5;
        bool nearby = wanted == pick->row;
        const SectionFrame frame = sectionFrame(state_.sections[0]);
        for (const double along : {-reach, 0.0, reach})
          for (const double down : {-reach, 0.0, reach}) {
            const Vec3 p = pick->position + frame.along * along + frame.down * down;
            nearby = nearby || model_->blockAt(p) == pick->row;
          }
        EXPECT_TRUE(nearby) << x << ", " << y;
        hidden += shown(pick->row) ? 0 : 1;
      }
    EXPECT_GT(found, 60U);
    EXPECT_GT(hidden, found / 2) << "filters hide nothing of what is painted";
  }
}

TEST_F(SlicePicks, InSpaceTheyLieOnThePlaneOrOnTheBlockBeforeIt) {
  show(tests::sampleBlocks(), [](ViewState& s) { s.sections[0].on = false; });
  const HalfSpace plane{state_.sections[0].point, sectionFrame(state_.sections[0]).normal};
  std::size_t onPlane = 0, before = 0;
  for (int x = 60; x < 560; x += 23)
    for (int y = 60; y < 360; y += 21) {
      const auto pick = scene_.pick(x, y);
      if (!pick) continue;
      ASSERT_EQ(pick->object, "blocks");
      const bool on = std::abs(plane.distance(pick->position)) < 0.01;
      (on ? onPlane : before) += 1;
      EXPECT_TRUE(on || shown(pick->row)) << x << ", " << y;
      const Vec3 d = pick->position - model_->blockCenter(pick->row);
      EXPECT_LE(std::abs(d.x), 12.5 + 1.5);
      EXPECT_LE(std::abs(d.y), 12.5 + 1.5);
      EXPECT_LE(std::abs(d.z), 10 + 1.5);
    }
  EXPECT_GT(onPlane, 40U);
  EXPECT_GT(before, 3U);
}

TEST_F(SlicePicks, ALockedLayerIsNotPicked) {
  show(tests::sampleBlocks(), [](ViewState& s) { s.layers["blocks"].locked = true; });
  EXPECT_FALSE(scene_.pick(300, 215));
}

TEST(SliceMappers, FindTheirBlocksOnlyWhenTheCameraSeesSomethingElse) {
  HeadlessContext context;
  GlWindow window(context.host());
  window.vtk().SetSize(300, 200);
  vtkNew<vtkRenderer> renderer;
  window.vtk().AddRenderer(renderer);
  const auto model = tests::sampleBlocks();
  const BlockIndex index(*model);
  const ResolvedLegend legend = resolveLegend({}, model->columns[0]);
  vtkNew<SliceMapper> mapper;
  vtkNew<vtkActor> actor;
  actor->SetMapper(mapper);
  renderer->AddActor(actor);
  mapper->setIndex(index);
  mapper->setColumn(&model->columns[0], &legend);
  SliceAppearance look;
  look.plane = {kSampleCenter, {0, 0, 1}};
  look.frame = {kSampleCenter, 1};
  look.painted = std::make_shared<geology::BitMask>(model->blockCount(), true);
  look.revision = 1;
  mapper->setAppearance(look);
  renderer->ResetCamera();
  const auto render = [&] {
    window.vtk().Render();
    return mapper->fillings();
  };
  EXPECT_EQ(render(), 1U);
  EXPECT_EQ(render(), 1U);
  mapper->setColumn(&model->columns[1], &legend);
  mapper->setColumn(&model->columns[0], &legend);
  look.edgeWidth = 2;
  look.lit = false;
  mapper->setAppearance(look);
  renderer->GetActiveCamera()->Azimuth(0.01);
  EXPECT_EQ(render(), 1U) << "neither colours nor edges nor a hair of another sight ask for it";
  renderer->GetActiveCamera()->Zoom(4);
  EXPECT_EQ(render(), 2U);
  look.plane.point.z += 30;
  mapper->setAppearance(look);
  EXPECT_EQ(render(), 3U);
  look.revision = 2;
  mapper->setAppearance(look);
  EXPECT_EQ(render(), 4U);
  for (const std::string& error : window.takeErrors()) ADD_FAILURE() << error;
}

}  // namespace
}  // namespace adit::viewer
