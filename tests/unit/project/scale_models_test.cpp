// The things for scale that are part of the program are as large as their originals.
#include "geology/project/scale_models.h"

#include <gtest/gtest.h>

namespace adit::project {
namespace {

geology::Vec3 sizeOf(const char* name) {
  const auto model = scaleModel(name);
  EXPECT_NE(model, nullptr) << name;
  if (model == nullptr) return {};
  EXPECT_GT(model->parts.size(), 1U) << "a colour a part";
  const geology::Box3 box = model->bounds();
  EXPECT_NEAR(box.min.z, 0, 0.01) << name << " stands on its origin";
  return box.size();
}

TEST(ScaleModels, AreOfTrueSize) {
  const geology::Vec3 truck = sizeOf("haul truck");
  EXPECT_NEAR(truck.x, 7.3, 0.05);
  EXPECT_NEAR(truck.y, 13.0, 0.3);
  EXPECT_NEAR(truck.z, 6.6, 0.02);
  EXPECT_NEAR(sizeOf("person").z, 1.75, 0.01);
  EXPECT_NEAR(sizeOf("headframe").z, 45, 0.1);
  const geology::Vec3 shovel = sizeOf("shovel");
  EXPECT_NEAR(shovel.x, 8.6, 0.1);
  EXPECT_GT(shovel.z, 10);
}

TEST(ScaleModels, LookAhead) {
  // The bucket of the shovel and the radiator of the truck are ahead, on +Y.
  EXPECT_GT(scaleModel("shovel")->bounds().max.y, 14);
  EXPECT_LT(scaleModel("shovel")->bounds().min.y, -6);
  EXPECT_LT(scaleModel("headframe")->bounds().min.y, -58);
}

TEST(ScaleModels, AnUnknownNameIsNone) {
  EXPECT_EQ(scaleModel("dragline"), nullptr);
  EXPECT_EQ(scaleModels().size(), 4U);
}

}  // namespace
}  // namespace adit::project
