// A surface with the blocks behind it: their colours and dots on it, and a click finds the block.
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "tests/support/picture_compare.h"
#include "tests/support/scene_pictures.h"
#include "viewer/publish/picture.h"
#include "viewer/state/command.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using geology::Vec3;

constexpr Vec3 kMiddle{500'000, 7'000'000, 900};

/// The wall and the floor of a round pit: 45 degrees, 100 deep, 60 wide at its floor.
std::shared_ptr<geology::TriangleMesh> pit() {
  constexpr std::uint32_t kSides = 48;
  auto mesh = std::make_shared<geology::TriangleMesh>();
  mesh->name = "pit";
  mesh->vertices = {kMiddle + Vec3{0, 0, -50}};
  for (std::uint32_t n = 0; n < kSides; ++n) {
    const double turn = 2 * std::numbers::pi * n / kSides;
    const Vec3 out{std::cos(turn), std::sin(turn), 0};
    mesh->vertices.push_back(kMiddle + out * 60 + Vec3{0, 0, -50});
    mesh->vertices.push_back(kMiddle + out * 160 + Vec3{0, 0, 50});
    const std::uint32_t toe = 1 + 2 * n, next = 1 + 2 * ((n + 1) % kSides);
    mesh->triangles.push_back({0, toe, next});
    mesh->triangles.push_back({toe, toe + 1, next + 1});
    mesh->triangles.push_back({toe, next, next + 1});  // the other way round, as files have it
  }
  return mesh;
}

std::shared_ptr<geology::Deposit> deposit() {
  auto all = std::make_shared<geology::Deposit>();
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "blocks";
  model->lattice = {
      kMiddle - Vec3{200, 200, 100}, {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}, {10, 10, 10}, {40, 40, 20}};
  std::vector<float> grade;
  std::vector<std::string> classes;
  for (std::size_t row = 0; row < model->blockCount(); ++row) {
    const Vec3 p = model->blockCenter(row) - kMiddle;
    grade.push_back(static_cast<float>(std::exp(-std::hypot(p.x - 40, p.y, p.z) / 90)));
    classes.emplace_back(p.x > 0 ? "measured" : "inferred");
  }
  model->columns = {geology::numericColumn("cu", std::move(grade), "%"),
                    geology::categoryColumn("class", classes)};
  all->blockModels = {model};
  all->meshes = {pit()};
  return all;
}

ViewState draped(const geology::Deposit& deposit) {
  ViewState state = initialState(deposit);
  state.layers["blocks"].visible = false;
  state.layers["blocks"].colorBy = "cu";
  state.layers["pit"].drape = "blocks";
  state.layers["pit"].edges = false;
  state.legendShown = state.scaleBar = false;  // they would cover the west
  state.categories["blocks"] = {
      "class",
      {{"measured", reporting::ResourceClass::Measured}, {"inferred", reporting::ResourceClass::Inferred}}};
  state.camera = {true, kMiddle, 0, 50, 520, false, 30};
  return state;
}

/// Share of the pixels around (x, y) that differ from the one there.
double unrest(const Image& image, int x, int y) {
  constexpr int kReach = 12;
  const auto at = [&](int px, int py, int channel) {
    return static_cast<int>(image.rgb[static_cast<std::size_t>(3 * (py * image.width + px) + channel)]);
  };
  int differing = 0, all = 0;
  for (int py = y - kReach; py <= y + kReach; ++py)
    for (int px = x - kReach; px <= x + kReach; ++px, ++all)
      if (std::abs(at(px, py, 0) - at(x, y, 0)) > 40) ++differing;
  return static_cast<double>(differing) / all;
}

TEST(DrapePicture, APitShowsTheGradeInItsWalls) {
  const auto all = deposit();
  tests::ScenePictures pictures(all);
  ViewState state = draped(*all);
  const Image image = pictures.of(state);
  tests::expectPicture(image, "drape_pit");
  state.layers["pit"].drape.clear();
  EXPECT_GT(tests::differingShare(image, pictures.of(state)), 0.1) << "else it is a plain surface";
  state.layers["pit"].drape = "blocks";
  EXPECT_EQ(pictures.of(state).rgb, image.rgb);
}

TEST(DrapePicture, HonestViewDotsWhatIsInferred) {
  const auto all = deposit();
  tests::ScenePictures pictures(all);
  ViewState state = draped(*all);
  state.honest.on = true;
  state.camera.focus.x -= 60;  // beside the legend
  const Image image = pictures.of(state);
  tests::expectPicture(image, "drape_honest");
  EXPECT_GT(unrest(image, 230, 60), unrest(image, 340, 60) + 0.1) << "west is inferred, east measured";
}

TEST(DrapePicture, AClickFindsTheBlockBehind) {
  const auto all = deposit();
  tests::ScenePictures pictures(all);
  pictures.of(draped(*all));
  const auto pick = pictures.scene().pick(230, 150);
  ASSERT_TRUE(pick);
  EXPECT_EQ(pick->object, "blocks");
  const Vec3 center = all->blockModels[0]->blockCenter(pick->row);
  EXPECT_LT(geology::length(center - pick->position), 10);
  EXPECT_LT(center.z, pick->position.z + 5) << "behind, not before";
}

TEST(DrapePicture, WhatAFilterHidesIsRock) {
  const auto all = deposit();
  tests::ScenePictures pictures(all);
  ViewState state = draped(*all);
  state.filters["blocks"].ranges["cu"] = {99, 1e9};
  const Image rock = pictures.of(state);
  EXPECT_LT(unrest(rock, 200, 150), 0.05);
}

}  // namespace
}  // namespace adit::viewer
