// Walls and floors that show the blocks behind them: in the colours of their model's layer, what a filter
// hides as bare rock, dotted in Honest View.
#pragma once
#include <optional>
#include <tuple>

#include "viewer/geometry/honest_codes.h"
#include "viewer/scene/honest_look.h"
#include "viewer/scene/layer.h"
#include "viewer/scene/mesh_prop.h"

namespace adit::viewer {

/// Freshly broken rock, in the theme of the view.
Color rockColor(const LayerInput& input);

/// Of one model, which outlives this.
class BlockPaint {
 public:
  explicit BlockPaint(const geology::BlockModel& model) : model_(model) {}

  const geology::BlockModel& model() const { return model_; }
  /// `shown`: the blocks that are not bare rock. True when what was painted has to be painted anew.
  bool sync(const LayerInput& input, const Selection& shown);
  /// A mesh whose rows are blocks and whose cells share no points. Blocks in `tinted`, which may be empty,
  /// lean to the accent colour.
  void paint(MeshProp& walls, const geology::BitMask& tinted) const;
  /// The column that the model is coloured by, with its legend.
  const ColumnLook& look() const { return look_; }

 private:
  void dot(MeshProp& walls) const;
  bool isShown(std::uint32_t block) const { return shown_->size() > 0 && shown_->test(block); }

  const geology::BlockModel& model_;
  ColumnLook look_;
  std::shared_ptr<const geology::BitMask> shown_;
  SceneFrame frame_;
  Color plain_{}, rock_{}, accent_{};
  ChangeKey<std::tuple<const geology::Column*, std::uint64_t, Theme, Legend, std::optional<Color>>> key_;
  std::optional<HonestBasis> honestBasis_;
  HonestLook honest_;
};

}  // namespace adit::viewer
