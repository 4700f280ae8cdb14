// The painted planes of one block model in one view (SectionState::image).
#pragma once
#include <vtkActor.h>
#include <vtkNew.h>

#include <memory>
#include <optional>
#include <vector>

#include "viewer/scene/layer.h"
#include "viewer/scene/slice_mapper.h"

namespace adit::viewer {

/// Everything about the slices that they share.
struct SlicesInput {
  const LayerInput& layerInput;
  const LayerState& layer;
  const ColumnLook& column;
  const HonestLook& honest;
  const Selection& painted;
  double edgeWidth = 0;  ///< pixels; 0: none
  bool recolor = false;  ///< the column or its legend is another one
};

class BlockSlices {
 public:
  BlockSlices(const BlockIndex& index, vtkRenderer& renderer) : index_(index), renderer_(renderer) {}
  ~BlockSlices() { clear(); }
  BlockSlices(const BlockSlices&) = delete;
  BlockSlices& operator=(const BlockSlices&) = delete;

  /// One slice a painted face; the others are not for it.
  void sync(const std::vector<CutFace>& faces, const SlicesInput& input);
  void clear();
  bool failed() const;
  std::optional<std::size_t> blockOf(const vtkProp* prop, std::int64_t cell) const;
  /// The side of the largest texel in deposit units; 0 before the first frame.
  double texel() const;

 private:
  struct Slice {
    vtkNew<vtkActor> actor;
    vtkNew<SliceMapper> mapper;
  };
  void show(Slice& slice, const CutFace& face, const SlicesInput& input) const;

  const BlockIndex& index_;
  vtkRenderer& renderer_;
  std::vector<std::unique_ptr<Slice>> slices_;
};

}  // namespace adit::viewer
