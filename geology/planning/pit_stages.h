// Pits that come as surfaces, one after the other: the ground as they leave it, and the rock that they take.
#pragma once
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geology/analysis/point_in_mesh.h"
#include "geology/model/bit_mask.h"
#include "geology/model/deposit.h"
#include "geology/model/progress.h"
#include "geology/planning/ground_sheet.h"
#include "geology/planning/natural_ground.h"
#include "geology/planning/plan_grid.h"

namespace adit::planning {

/// Over every place the ground is the lowest of the natural ground and of all pits that are dug by then. A
/// pit is dug from the top down: in its period the ground is nowhere lower than a level floor, which sinks
/// with the volume that is taken. Pits that begin in one period are one stage; a stage is done at the latest
/// when the next begins. A part of a pit above the ground is none; where there is no natural ground the pit
/// is ground from the level floor up. Immutable; many threads may ask at the same time. Keeps meshes and
/// terrain.
class PitStages {
 public:
  /// Of `source` of a piece: the natural ground, or kFirstPit + index into pits().
  static constexpr std::uint32_t kNatural = 0, kFirstPit = 1;

  /// Without a pit of the plan in the deposit there are no stages. Of the terrain every `terrainStep`-th node
  /// is taken, or fewer where more than kMostQuads quads would lie over the pits. Throws geology::Cancelled.
  PitStages(const geology::Deposit& deposit, const geology::MinePlan& plan, int terrainStep = 1,
            const geology::Progress& progress = {});
  static constexpr double kMostQuads = 250'000;
  PitStages(const PitStages&) = delete;
  PitStages& operator=(const PitStages&) = delete;

  bool empty() const { return stages_.empty(); }
  const std::vector<std::shared_ptr<const geology::TriangleMesh>>& pits() const { return pits_; }
  /// The source of pieces of a mesh; nothing where it is neither a pit of the plan nor the natural ground.
  std::optional<std::uint32_t> sourceOf(const std::string& mesh) const;

  /// The ground that they are cut into, if there is any.
  const NaturalGround& natural() const { return natural_; }
  /// Of the natural ground only what a pit ever takes something of is among the pieces. Of a terrain: one bit
  /// a quad, by its first node; of a surface in its place: one bit a triangle.
  const geology::BitMask& cutNatural() const { return cutNatural_; }
  /// The nodes of a terrain that are the corners of pieces; empty without one.
  const QuadRange& quads() const { return quads_; }

  using VisitPiece = std::function<void(const analysis::Polygon& outline, std::uint32_t row)>;
  /// The ground at a moment as flat convex pieces, of one source.
  void forEachPiece(double time, std::uint32_t source, const VisitPiece& visit) const;
  /// The level floor of the stage that is being dug, as flat convex pieces.
  void forEachFloor(double time, const std::function<void(const analysis::Polygon&)>& visit) const;
  /// Its height; nothing when none is being dug.
  std::optional<double> floorLevel(double time) const;

  /// Down to where a pit is dug; minus infinity where it is done, nothing where it is not begun.
  std::optional<double> levelOf(std::uint32_t source, double time) const;

  /// Of all pits that are begun, at a place; nothing where there is none. The ground is the lower of this and
  /// the natural ground.
  std::optional<double> pitHeight(double x, double y, double time) const;
  /// The ground at a moment. NaN where there is none.
  double heightAt(double x, double y, double time) const;
  /// The rock that is taken, in cubic units of the deposit: what lay between the ground before and after, at
  /// an even rate within a stage. (The level floor follows it by the mean heights of the pieces.)
  double minedVolume(double time) const;

 private:
  static constexpr std::size_t kStays = std::numeric_limits<std::size_t>::max();
  /// In the ground of stages from <= n < until; before the first there is the natural ground alone.
  struct Piece {
    SheetPiece piece;
    std::size_t from = 0, until = kStays;
    bool opened = false;  ///< of the pit of stage `from`, not what is left of the ground before
  };
  struct Upright {
    analysis::Polygon outline;
    std::uint32_t source = 0, row = 0;
    std::size_t from = 0, until = kStays;
  };
  struct Stage {
    double begin = 0, end = 0;  ///< moments
    std::vector<SheetMesh> meshes;
    double top = 0, bottom = 0;  ///< of the rock, else of the surface
    std::vector<double> taken;   ///< above equal steps of level from the top to the bottom
    std::vector<RockPrism> rock;
    double volume = 0;
  };
  /// How far the plan has come.
  struct Moment {
    std::size_t done = 0;        ///< stages that are whole
    const Stage* dug = nullptr;  ///< the one after those, in part
    double level = 0;
  };

  void findStages(const geology::Deposit& deposit, const geology::MinePlan& plan);
  void findQuads(const PlanBox& reach, int terrainStep);
  void addNatural(int terrainStep, const geology::Progress& progress);
  void dig(std::size_t number, const geology::Progress& progress);
  void leaveOutUncut();
  void addUprights(std::size_t number, const GroundSheet& ground);
  void measure(Stage& stage, const GroundSheet& surface) const;
  Moment momentAt(double time) const;

  std::vector<std::shared_ptr<const geology::TriangleMesh>> pits_;
  std::vector<std::unique_ptr<const analysis::PointInMesh>> heights_;  ///< of `pits_`
  NaturalGround natural_;
  QuadRange quads_;
  geology::BitMask cutNatural_;
  std::vector<Stage> stages_;
  std::vector<Piece> pieces_;
  std::vector<Upright> uprights_;
};

}  // namespace adit::planning
