// Every stage on the way from rows to blocks hears that it is cancelled, and not only the first of them.
#include <gtest/gtest.h>

#include "geology/formats/block_assembly.h"
#include "geology/formats/frame_rows.h"
#include "geology/formats/lattice_axes.h"
#include "geology/formats/lattice_cells.h"
#include "geology/formats/lattice_refine.h"
#include "geology/formats/row_loop.h"

namespace adit::formats {
namespace {

using geology::Cancelled;
using geology::Vec3;

constexpr CellAxis kAxis{0, 10, 8, false, false};

class LatticeCancel : public testing::Test {
 protected:
  LatticeCancel() {
    cancelled_.cancel();
    for (int i = 0; i < 512; ++i)
      points_.push_back({10.0 * (i % 8) + 5, 10.0 * (i / 8 % 8) + 5, 10.0 * (i / 64) + 5});
  }
  LatticeQuery query() const { return {.points = points_, .progress = &cancelled_}; }
  /// The same positions as numbers of planes.
  PlaneRows planes() const {
    PlaneRows rows;
    for (std::size_t a = 0; a < 3; ++a) {
      for (int p = 0; p < 8; ++p) rows.axes[a].planes.push_back(10.0 * p + 5);
      rows.axes[a].rows.assign(8, 64);
      for (const Vec3& p : points_)
        rows.axes[a].code.push_back(static_cast<std::uint16_t>(component(p, a) / 10));
    }
    return rows;
  }
  CollectedRows collected() const {
    CollectedRows rows;
    rows.points = points_;
    rows.columns = {geology::numericColumn("g", std::vector<float>(points_.size(), 1))};
    return rows;
  }
  /// Rows against the order of the cells.
  LatticeFit unordered(bool boxes) const {
    LatticeFit fit;
    fit.lattice.count = {8, 8, 8};
    for (std::uint32_t cell = 512; cell-- > 0;) fit.cell.push_back(cell);
    if (boxes) fit.boxes.resize(512);
    return fit;
  }

  geology::Progress cancelled_, free_;
  std::vector<Vec3> points_;
};

TEST_F(LatticeCancel, TheSearch) {
  EXPECT_THROW(findLattice(query()), Cancelled);
  PlaneRows rows = planes();
  LatticeQuery ofPlanes{.planes = &rows, .progress = &cancelled_};
  EXPECT_THROW(findLattice(ofPlanes), Cancelled);
  ofPlanes.progress = &free_;
  EXPECT_TRUE(findLattice(ofPlanes).fit);
  EXPECT_TRUE(findLattice({.points = points_}).fit) << "nobody cancels";
}

TEST_F(LatticeCancel, ThePlanesOfRows) {
  EXPECT_THROW(FrameRows(query(), Frame{}).planes(0, 0), Cancelled);
}

TEST_F(LatticeCancel, TheCellsOfRows) {
  EXPECT_THROW(assign(FrameRows(query(), Frame{}), {kAxis, kAxis, kAxis}, Position::Centroid), Cancelled);
  const PlaneRows rows = planes();
  const LatticeQuery ofPlanes{.planes = &rows, .progress = &cancelled_};
  EXPECT_THROW(assign(FrameRows(ofPlanes, Frame{}), {kAxis, kAxis, kAxis}, Position::Centroid), Cancelled);
}

TEST_F(LatticeCancel, TheAxesOfRotatedRows) {
  NeighbourRows rows{points_, Vec3{10, 10, 10}, 1, &cancelled_};
  EXPECT_THROW(findPlanAxes(rows), Cancelled);
  EXPECT_THROW(findAxes(rows), Cancelled);
  const Steps steps{Vec3{10, 0, 0}, Vec3{0, 10, 0}, Vec3{0, 0, 10}};
  EXPECT_THROW(refinedAxes(points_, {points_[0], steps, 3, &cancelled_}), Cancelled);
  rows.progress = nullptr;
  EXPECT_TRUE(findPlanAxes(rows));
}

TEST_F(LatticeCancel, TheOrderOfBlocks) {
  Findings findings("a.csv");
  const AssemblyWork work{findings, cancelled_};
  EXPECT_THROW(assembleBlocks(collected(), unordered(false), work), Cancelled) << "a place for every cell";
  EXPECT_THROW(assembleBlocks(collected(), unordered(true), work), Cancelled) << "by sorting";
  LatticeFit sparse = unordered(false);
  sparse.lattice.count = {800, 8, 8};
  EXPECT_THROW(assembleBlocks(collected(), sparse, work), Cancelled) << "by sorting";
  const auto model = assembleBlocks(collected(), unordered(true), {findings, free_});
  EXPECT_EQ(model.blockCount(), 512U);
  EXPECT_NE(free_.what().find("sorting"), std::string::npos);
}

TEST_F(LatticeCancel, TheDecision) {
  Findings findings("a.csv");
  geology::Provenance source;
  geology::Diagnostics diagnostics;
  const ImportChoices choices;
  const Decision decision{choices, source, diagnostics};
  EXPECT_THROW(decideLattice(collected(), {}, decision, {findings, cancelled_}), Cancelled);
  EXPECT_TRUE(decideLattice(collected(), {}, decision, {findings, free_}).fit);
  EXPECT_NE(free_.what().find("lattice"), std::string::npos);
}

TEST_F(LatticeCancel, LoopsOverRowsLookAgainAndAgain) {
  std::size_t seen = 0;
  geology::Progress progress;
  const auto body = [&](std::size_t) {
    if (++seen == kRowsBetweenLooks + 5) progress.cancel();
  };
  EXPECT_THROW(forEachRow(10 * kRowsBetweenLooks, &progress, body), Cancelled);
  EXPECT_EQ(seen, 2 * kRowsBetweenLooks);
}

}  // namespace
}  // namespace adit::formats
