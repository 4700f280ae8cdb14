// The covers of sub-blocks are found beside the frames, once, and the search ends when nobody wants it.
#include "viewer/geometry/covers_work.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

#include "viewer/geometry/block_skin.h"

namespace adit::viewer {
namespace {

/// Each cell in eight parts.
geology::BlockModel eighths(std::int64_t side) {
  geology::BlockModel model;
  model.lattice.count = {side, side, side};
  for (std::uint32_t cell = 0; cell < model.lattice.cellCount(); ++cell)
    for (unsigned part = 0; part < 8; ++part) {
      const auto lo = [&](unsigned a) { return part >> a & 1U ? 0.5F : 0.0F; };
      model.cellOfBlock.push_back(cell);
      model.boxes.push_back({{lo(0), lo(1), lo(2)}, {lo(0) + 0.5F, lo(1) + 0.5F, lo(2) + 0.5F}});
    }
  return model;
}

TEST(CoversWork, TheFirstQuestionBeginsAndTheAnswerIsThatOfWaiting) {
  const geology::BlockModel model = eighths(12);
  const BlockIndex index(model);
  std::atomic<bool> done{false};
  CoversWork work;
  EXPECT_FALSE(index.coversKnown());
  EXPECT_FALSE(work.known(index, [&] { done = true; }));
  while (!done) {
    work.known(index, [] { FAIL() << "one search is enough"; });
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  EXPECT_TRUE(work.known(index, {}));
  const geology::BitMask all(model.blockCount(), true);
  BlockSkin found, waited;
  skinOf(index, all, found);
  const BlockIndex other(model);
  skinOf(other, all, waited);
  EXPECT_EQ(found.faceCount(), 6U * 24 * 24);
  for (std::size_t d = 0; d < kFaceDirections; ++d)
    EXPECT_TRUE(std::equal(found.blocks[d].begin(), found.blocks[d].end(), waited.blocks[d].begin(),
                           waited.blocks[d].end()));
}

TEST(CoversWork, WhoNeedsThemMeanwhileWaitsForTheSameSearch) {
  const geology::BlockModel model = eighths(12);
  const BlockIndex index(model);
  CoversWork work;
  work.known(index, {});
  BlockSkin skin;
  skinOf(index, geology::BitMask(model.blockCount(), true), skin);
  EXPECT_TRUE(index.coversKnown());
  EXPECT_EQ(skin.faceCount(), 6U * 24 * 24);
}

TEST(CoversWork, CancelledTheyAreStillToBeFound) {
  const geology::BlockModel model = eighths(12);
  const BlockIndex index(model);
  geology::Progress progress;
  progress.cancel();
  EXPECT_THROW(index.findCovers(progress), geology::Cancelled);
  EXPECT_FALSE(index.coversKnown());
  index.findCovers({});
  EXPECT_TRUE(index.coversKnown());
}

TEST(CoversWork, ItsEndDoesNotWaitForTheWholeSearch) {
  const geology::BlockModel model = eighths(40);  // 512,000
  const BlockIndex index(model);
  std::atomic<bool> done{false};
  {
    CoversWork work;
    work.known(index, [&] { done = true; });
  }
  EXPECT_EQ(index.coversKnown(), done.load()) << "either whole, or as if nobody had asked";
}

TEST(CoversWork, ModelsWithoutSubBlocksHaveNothingToFind) {
  geology::BlockModel model;
  model.lattice.count = {3, 3, 3};
  const BlockIndex index(model);
  CoversWork work;
  EXPECT_TRUE(work.known(index, [] { FAIL(); }));
}

}  // namespace
}  // namespace adit::viewer
