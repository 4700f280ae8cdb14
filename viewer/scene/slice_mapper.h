// Draws the blocks on a plane as one picture: the number of a block for each texel, coloured by the shader.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "viewer/geometry/block_index.h"
#include "viewer/geometry/cut_faces.h"
#include "viewer/geometry/slice_fit.h"
#include "viewer/scene/gl_buffer_texture.h"
#include "viewer/scene/honest_look.h"
#include "viewer/scene/lattice_mapper.h"
#include "viewer/state/colormap.h"

class vtkOpenGLVertexArrayObject;

namespace adit::viewer {

/// What a slice shows, and how.
struct SliceAppearance {
  HalfSpace plane;   ///< true coordinates
  CutPlanes planes;  ///< that cut the picture
  SceneFrame frame;
  std::shared_ptr<const geology::BitMask> painted;  ///< blocks that are not are left out
  std::uint64_t revision = 0;                       ///< of `painted`
  std::size_t mostTexels = kMostSliceTexels;
  double edgeWidth = 0;  ///< pixels; 0: none
  Color edgeColor{};
  Color plainColor{};  ///< where there is no column
  bool lit = true;     ///< false: the colours of the legend and nothing else
  HonestLook honest;
  bool refused = false;  ///< DrawMode::Refused
  friend bool operator==(const SliceAppearance&, const SliceAppearance&) = default;
};

/// Which blocks lie in its texels is found anew while drawing,
/// when the camera sees another part of the plane, or sees it finer; another column or legend only colours
/// them anew. Memory is that of the texels, however many blocks there are.
class SliceMapper : public LatticeMapper {
 public:
  static SliceMapper* New();
  vtkTypeMacro(SliceMapper, LatticeMapper) SliceMapper(const SliceMapper&) = delete;
  SliceMapper& operator=(const SliceMapper&) = delete;

  /// It outlives this, as does its model.
  void setIndex(const BlockIndex& index) { index_ = &index; }
  void setAppearance(const SliceAppearance& look);
  /// Neither is copied: both live as long as this uses them. nullptr: the plain colour of the appearance. To
  /// be called again when the legend changes.
  void setColumn(const geology::Column* column, const ResolvedLegend* legend);
  /// The side of a texel along the strike, in deposit units; 0 before the first frame.
  double texel() const { return filled_ ? geology::length(filled_->u) : 0; }
  /// How often the texels were filled: tests see that nothing is done twice.
  std::size_t fillings() const { return fillings_; }

  void ReleaseGraphicsResources(vtkWindow* window) override;

 protected:
  SliceMapper();
  ~SliceMapper() override;

 private:
  geology::Box3 sceneBounds() const override;
  std::optional<Place> prepare(vtkRenderer& renderer) override;
  vtkShaderProgram* program(const Pass& pass) override;
  void draw(const Pass& pass, GlStateGuard& guard, TextureBinder& binder) override;
  void fill(const SliceFrame& frame);
  void uploadColors();
  void uploadCodes();
  void upload();
  void setUniforms(const Pass& pass, vtkShaderProgram& program) const;
  void setCorners(const Pass& pass, vtkShaderProgram& program) const;

  const BlockIndex* index_ = nullptr;
  SliceAppearance look_;
  const geology::Column* column_ = nullptr;
  const ResolvedLegend* legend_ = nullptr;
  std::optional<SliceFrame> filled_;  ///< that blocks_ are of
  std::vector<std::uint32_t> blocks_;
  GlBufferTexture texels_, colors_, codes_;  ///< one a texel each
  bool texelsSent_ = false;
  bool colorsSent_ = false;
  bool codesSent_ = false;
  std::size_t fillings_ = 0;
  vtkNew<vtkOpenGLVertexArrayObject>
      corners_;  ///< without any attribute, but OpenGL's core profile wants one
};

}  // namespace adit::viewer
