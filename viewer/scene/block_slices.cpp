#include "viewer/scene/block_slices.h"

#include <vtkProperty.h>

#include <algorithm>

#include "viewer/geometry/block_plane.h"
#include "viewer/scene/block_shading.h"
#include "viewer/scene/palette.h"

namespace adit::viewer {

void BlockSlices::clear() {
  for (const auto& slice : slices_) renderer_.RemoveActor(slice->actor);
  slices_.clear();
}

void BlockSlices::sync(const std::vector<CutFace>& faces, const SlicesInput& input) {
  std::vector<const CutFace*> painted;
  for (const CutFace& face : faces)
    if (face.painted) painted.push_back(&face);
  while (slices_.size() > painted.size()) {
    renderer_.RemoveActor(slices_.back()->actor);
    slices_.pop_back();
  }
  const std::size_t before = slices_.size();
  while (slices_.size() < painted.size()) {
    slices_.push_back(std::make_unique<Slice>());
    Slice& slice = *slices_.back();
    slice.mapper->setIndex(index_);
    slice.actor->SetMapper(slice.mapper);
    shadeAsBlocks(*slice.actor->GetProperty());
    renderer_.AddActor(slice.actor);
  }
  const geology::Column* column = input.column.column();
  for (std::size_t i = 0; i < slices_.size(); ++i) {
    if (input.recolor || i >= before)
      slices_[i]->mapper->setColumn(column, column != nullptr ? &input.column.legend() : nullptr);
    show(*slices_[i], *painted[i], input);
  }
}

void BlockSlices::show(Slice& slice, const CutFace& face, const SlicesInput& input) const {
  const LayerInput& from = input.layerInput;
  const Palette& palette = paletteOf(from.state.theme);
  SliceAppearance look;
  look.plane = offTheFaces(face.plane(), index_.model().lattice);
  look.planes = face.planes;
  look.planes.erase(look.planes.begin() + static_cast<std::ptrdiff_t>(face.which));
  look.frame = from.frame;
  look.painted = input.painted.shown;
  look.revision = input.painted.revision;
  look.mostTexels = std::min(kMostSliceTexels, from.means.bufferTexels);
  look.edgeWidth = input.edgeWidth;
  look.edgeColor = palette.edge;
  look.lit = !from.section;
  look.honest = input.honest;
  look.refused = from.means.mode == DrawMode::Refused;
  look.plainColor = input.layer.color.value_or(palette.plainBlock);
  slice.mapper->setAppearance(look);
  slice.actor->GetProperty()->SetOpacity(input.layer.opacity);
  slice.actor->SetPickable(input.layer.locked ? 0 : 1);
}

bool BlockSlices::failed() const {
  return std::any_of(slices_.begin(), slices_.end(), [](const auto& s) { return s->mapper->failed(); });
}

std::optional<std::size_t> BlockSlices::blockOf(const vtkProp* prop, std::int64_t cell) const {
  const bool mine = std::any_of(slices_.begin(), slices_.end(),
                                [&](const auto& s) { return prop == s->actor.GetPointer(); });
  if (!mine || cell < 0) return std::nullopt;
  return static_cast<std::size_t>(cell);
}

double BlockSlices::texel() const {
  double largest = 0;
  for (const auto& slice : slices_) largest = std::max(largest, slice->mapper->texel());
  return largest;
}

}  // namespace adit::viewer
