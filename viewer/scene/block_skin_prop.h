// The skin of a block model in a renderer, drawn in one of two ways that look the same.
#pragma once
#include <memory>

#include "viewer/geometry/block_skin.h"
#include "viewer/scene/honest_look.h"
#include "viewer/scene/layer.h"

namespace adit::viewer {

/// Everything about the skin that is not its faces.
struct SkinLook {
  SceneFrame frame;
  CutPlanes planes;
  double share = 1;  ///< of its side that a block keeps
  double opacity = 1;
  double edgeWidth = 0;  ///< pixels; 0: none
  Color edgeColor{};
  Color plainColor{};  ///< where there is no column
  HonestLook honest;
  bool visible = true;
  bool pickable = true;
  bool refused = false;  ///< DrawMode::Refused
  friend bool operator==(const SkinLook&, const SkinLook&) = default;
};

class BlockSkinProp {
 public:
  virtual ~BlockSkinProp() = default;
  /// The skin outlives its being shown. `level`: of detail, 0 = all blocks (coarse_skin.h).
  virtual void setSkin(const BlockSkin& skin, int level) = 0;
  /// nullptr: the plain colour. Both outlive their being shown; to be called again when the legend changes.
  virtual void setColumn(const geology::Column* column, const ResolvedLegend* legend) = 0;
  virtual void setLook(const SkinLook& look) = 0;
  /// After a frame: the driver could not draw it.
  virtual bool failed() const { return false; }
  /// The block of a cell that the hardware selector found, or nothing when the prop is not this one.
  virtual std::optional<std::size_t> blockOf(const vtkProp* prop, std::int64_t cell) const = 0;
};

/// By vertex pulling where the machine can, else through vtkPolyData.
std::unique_ptr<BlockSkinProp> makeBlockSkinProp(std::shared_ptr<const geology::BlockModel> model,
                                                 vtkRenderer& renderer, const DrawingMeans& means);

}  // namespace adit::viewer
