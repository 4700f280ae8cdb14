// A picture that does not wait: joined blocks while the covers of sub-blocks are being found, then the whole.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "tests/support/sample_deposit.h"
#include "viewer/scene/headless_context.h"
#include "viewer/scene/scene.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

Image drawn(const std::shared_ptr<geology::Deposit>& deposit, const ViewState& state) {
  HeadlessContext context;
  Scene scene(context.host());
  scene.setSize(400, 300, 1);
  scene.setDeposit(deposit);
  scene.sync(state);
  return scene.capture();
}

/// The sample's blocks, each in two halves.
std::shared_ptr<geology::Deposit> halves() {
  const auto whole = tests::sampleBlocks();
  auto model = std::make_shared<geology::BlockModel>(*whole);
  model->cellOfBlock.clear();
  std::vector<float> grade;
  for (std::size_t block = 0; block < whole->blockCount(); ++block)
    for (const float z : {0.0F, 0.5F}) {
      model->cellOfBlock.push_back(whole->cellOfBlock[block]);
      model->boxes.push_back({{0, 0, z}, {1, 1, z + 0.5F}});
      grade.push_back(whole->columns[0].values[block]);
    }
  model->columns = {geology::numericColumn("cu_pct", grade, "%")};
  auto deposit = std::make_shared<geology::Deposit>();
  deposit->blockModels = {model};
  return deposit;
}

class Impatient : public ::testing::Test {
 protected:
  Impatient() : scene_(context_.host()), deposit_(halves()), state_(initialState(*deposit_)) {
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
