// Draws the skin of a block model from the numbers of its blocks: four bytes a face, no vertices.
#pragma once
#include <array>
#include <memory>

#include "viewer/scene/block_coloring.h"
#include "viewer/scene/block_skin_prop.h"
#include "viewer/scene/gl_buffer_texture.h"
#include "viewer/scene/lattice_mapper.h"

class vtkOpenGLBufferObject;
class vtkOpenGLVertexArrayObject;

namespace adit::viewer {

class BlockFaceMapper : public LatticeMapper {
 public:
  static BlockFaceMapper* New();
  vtkTypeMacro(BlockFaceMapper, LatticeMapper) BlockFaceMapper(const BlockFaceMapper&) = delete;
  BlockFaceMapper& operator=(const BlockFaceMapper&) = delete;

  void setModel(std::shared_ptr<const geology::BlockModel> model);
  /// The skin has to live as long as it is shown: a lost context asks for it again.
  void setSkin(const BlockSkin& skin, int level);
  void setLook(const SkinLook& look);
  BlockColoring& coloring() { return coloring_; }

  /// Elements that the longest of the model's arrays on the GPU has.
  static std::size_t texelsFor(const geology::BlockModel& model);

  void ReleaseGraphicsResources(vtkWindow* window) override;

 protected:
  BlockFaceMapper();
  ~BlockFaceMapper() override;

 private:
  geology::Box3 sceneBounds() const override;
  std::optional<Place> prepare(vtkRenderer& renderer) override;
  vtkShaderProgram* program(const Pass& pass) override;
  void draw(const Pass& pass, GlStateGuard& guard, TextureBinder& binder) override;
  bool wholeBlocks() const { return look_.share < 1; }
  void upload();
  void uploadFaces();
  void uploadModel();
  void setUniforms(const Pass& pass, vtkShaderProgram& program) const;
  void drawDirections(const Pass& pass, TextureBinder& binder);
  void drawFaces(const Pass& pass, std::size_t direction, TextureBinder& binder);
  bool facesCamera(const Pass& pass, std::size_t direction) const;

  std::shared_ptr<const geology::BlockModel> model_;
  const BlockSkin* skin_ = nullptr;
  int level_ = 0;
  SkinLook look_;
  BlockColoring coloring_;
  std::array<GlBufferTexture, kFaceDirections> faces_;
  GlBufferTexture cells_;
  GlBufferTexture boxes_;
  GlBufferTexture honest_;
  std::array<std::size_t, kFaceDirections> faceCount_{};
  bool modelSent_ = false;
  bool facesSent_ = false;
  bool honestSent_ = false;
  vtkNew<vtkOpenGLVertexArrayObject> quads_;  ///< without any attribute, but OpenGL's core profile wants one
  vtkNew<vtkOpenGLBufferObject> quadIndices_;
};

}  // namespace adit::viewer
