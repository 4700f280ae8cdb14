// Where one is on foot: a small map of the ground as it stands, and a line of coordinates.
#pragma once
#include <string>
#include <vector>

#include "viewer/geometry/walk_ground.h"
#include "viewer/scene/canvas.h"
#include "viewer/scene/layer.h"

namespace adit::viewer {

struct WalkFacts;

/// Coordinates, level, place and period in one plate in the upper left corner of a view, below its tags.
void drawWalkLine(Canvas& canvas, const Palette& palette, const WalkFacts& facts, Pixel size);

/// Of one view. The heights of the map are kept while one stays on the same piece of ground.
class Minimap {
 public:
  /// In the upper right corner of so many pixels, below one row of tags; the line in the left one.
  void draw(Canvas& canvas, const LayerInput& input, const CameraState& camera, Pixel size);

 private:
  struct Frame {
    Pixel corner;  ///< lower left
    double side = 0;
    double x0 = 0, y0 = 0;  ///< of the map's lower left corner
    double unitsPerPixel = 1;
    Pixel at(double x, double y) const {
      return {corner.x + (x - x0) / unitsPerPixel, corner.y + (y - y0) / unitsPerPixel};
    }
    bool holds(const Pixel& p) const {
      return p.x >= corner.x && p.y >= corner.y && p.x <= corner.x + side && p.y <= corner.y + side;
    }
  };
  void readHeights(const LayerInput& input, const Vec3& feet);
  void drawGround(Canvas& canvas, const LayerInput& input, const Frame& frame) const;
  void drawWays(Canvas& canvas, const LayerInput& input, const Frame& frame) const;
  void drawSelf(Canvas& canvas, const LayerInput& input, const Frame& frame, const Vec3& feet,
                double bearing) const;

  std::vector<double> heights_;
  double cell_ = 0, left_ = 0, bottom_ = 0;
  ChangeKey<
      std::tuple<const geology::Deposit*, double, double, std::shared_ptr<const geology::MinePlan>,
                 std::shared_ptr<const planning::MinedGround>, std::shared_ptr<const planning::PitStages>,
                 std::shared_ptr<const planning::SpoilHeap>, double, std::vector<bool>>>
      key_;
};

}  // namespace adit::viewer
