// A picture that does not wait: joined blocks while the covers of sub-blocks are being found, then the whole.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "tests/support/block_models.h"
#include "tests/support/scene_pictures.h"
#include "viewer/scene/headless_context.h"
#include "viewer/scene/scene.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

Image drawn(const std::shared_ptr<geology::Deposit>& deposit, const ViewState& state) {
  return tests::ScenePictures(deposit).of(state);
}

class Impatient : public ::testing::Test {
 protected:
  Impatient()
      : scene_(context_.host()),
        deposit_(tests::depositOf(tests::halvedBlocks())),
        state_(initialState(*deposit_)) {
    state_.filters["blocks"].ranges["cu_pct"] = {0.2, 9};
    scene_.setSize(400, 300, 1);
    scene_.setDeposit(deposit_);
  }
  HeadlessContext context_;
  std::atomic<bool> ready_{false};
  Scene scene_;
  std::shared_ptr<geology::Deposit> deposit_;
  ViewState state_;
};

TEST_F(Impatient, TheFirstFrameIsJoinedBlocksAndTheNextIsWhole) {
  scene_.setImpatient([this] { ready_ = true; });
  scene_.sync(state_);
  EXPECT_TRUE(scene_.unfinished());
  scene_.render();
  while (!ready_) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  scene_.sync(state_);
  EXPECT_FALSE(scene_.unfinished());
  EXPECT_EQ(scene_.capture().rgb, drawn(deposit_, state_).rgb);
  EXPECT_TRUE(scene_.takeErrors().empty());
}

TEST_F(Impatient, ACapturedPictureIsWhole) {
  scene_.setImpatient({});
  scene_.sync(state_);
  EXPECT_TRUE(scene_.unfinished());
  EXPECT_EQ(scene_.capture().rgb, drawn(deposit_, state_).rgb);
  EXPECT_FALSE(scene_.unfinished());
}

TEST_F(Impatient, PatienceIsTheRule) {
  scene_.sync(state_);
  EXPECT_FALSE(scene_.unfinished());
}

}  // namespace
}  // namespace adit::viewer
