// A small scene of one deposit, and its pictures, for tests of what one sees.
#pragma once
#include <gtest/gtest.h>

#include <memory>
#include <utility>

#include "viewer/scene/headless_context.h"
#include "viewer/scene/scene.h"

namespace adit::tests {

/// 400 x 300 pixels without a window; a picture with an error of OpenGL or VTK fails its test.
class ScenePictures {
 public:
  explicit ScenePictures(std::shared_ptr<geology::Deposit> deposit) : scene_(context_.host()) {
    scene_.setDeposit(std::move(deposit));
    scene_.setSize(400, 300, 1);
  }
  viewer::Image of(const viewer::ViewState& state) {
    scene_.sync(state);
    viewer::Image image = scene_.capture();
    EXPECT_TRUE(scene_.takeErrors().empty());
    return image;
  }
  viewer::Scene& scene() { return scene_; }

 private:
  viewer::HeadlessContext context_;
  viewer::Scene scene_;
};

/// One picture of 600 x 400 pixels, as ScenePictures draws them.
inline viewer::Image drawnOnce(std::shared_ptr<geology::Deposit> deposit, const viewer::ViewState& state,
                               viewer::DrawMode mode, bool moving = false) {
  ScenePictures pictures(std::move(deposit));
  pictures.scene().setDrawMode(mode);
  pictures.scene().setSize(600, 400, 1);
  pictures.scene().setMoving(moving);
  return pictures.of(state);
}

}  // namespace adit::tests
