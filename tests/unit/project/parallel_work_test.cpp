#include "geology/project/parallel_work.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

namespace adit::project {
namespace {

TEST(ParallelWork, RunsEveryPieceOnce) {
  std::vector<std::atomic<int>> runs(200);
  std::vector<Piece> pieces;
  for (auto& count : runs) pieces.push_back({"p", 1, [&count](geology::Progress&) { ++count; }});
  geology::Progress progress;
  runPieces(pieces, progress);
  for (const auto& count : runs) EXPECT_EQ(count, 1);
}

TEST(ParallelWork, CancelsPiecesThatAreUnderWayAndThrowsCancelled) {
  geology::Progress progress;
  std::atomic<bool> stopped{false};
  const std::vector<Piece> pieces{{"endless", 1, [&](geology::Progress& own) {
                                     progress.cancel();
                                     while (!own.cancelled())
                                       std::this_thread::sleep_for(std::chrono::milliseconds(1));
                                     stopped = true;
                                     own.throwIfCancelled();
                                   }}};
  EXPECT_THROW(runPieces(pieces, progress), geology::Cancelled);
  EXPECT_TRUE(stopped);
}

TEST(ParallelWork, PassesAFailureOn) {
  geology::Progress progress;
  const std::vector<Piece> pieces{{"bad", 1, [](geology::Progress&) { throw std::runtime_error("no"); }},
                                  {"good", 1, [](geology::Progress&) {}}};
  EXPECT_THROW(runPieces(pieces, progress), std::runtime_error);
}

TEST(ParallelWork, ReportsTheWeightedSumOfThePieces) {
  geology::Progress progress;
  std::atomic<double> seen{-1};
  const std::vector<Piece> pieces{{"half done", 100, [&](geology::Progress& own) {
                                     own.report(0.5, "half done");
                                     for (int i = 0; i < 200 && progress.fraction() == 0; ++i)
                                       std::this_thread::sleep_for(std::chrono::milliseconds(5));
                                     seen = progress.fraction();
                                   }}};
  runPieces(pieces, progress);
  EXPECT_DOUBLE_EQ(seen, 0.5);
}

}  // namespace
}  // namespace adit::project
