#include "viewer/scene/block_face_mapper.h"

#include <vtk_glew.h>

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkHardwareSelector.h>
#include <vtkObjectFactory.h>
#include <vtkOpenGLBufferObject.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkOpenGLState.h>
#include <vtkOpenGLVertexArrayObject.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkShaderProgram.h>

#include <algorithm>

#include "viewer/scene/face_light.h"
#include "viewer/scene/gl_program.h"
#include "viewer/scene/gl_state_guard.h"
#include "viewer/scene/gl_uniforms.h"
#include "viewer/scene/lattice_matrices.h"
#include "viewer/scene/texture_binder.h"

namespace adit::viewer {
namespace {

using geology::Vec3;

// Quads are drawn from one short list of indices, stretch by stretch: a vertex that two triangles share is
// computed once.
constexpr std::size_t kQuadsAStretch = 16'384;  // all of whose vertices a 16-bit index reaches

std::vector<std::uint16_t> quadIndices() {
  std::vector<std::uint16_t> indices;
  indices.reserve(kQuadsAStretch * 6);
  for (std::size_t quad = 0; quad < kQuadsAStretch; ++quad)
    for (const std::size_t corner : {0, 1, 2, 0, 2, 3})
      indices.push_back(static_cast<std::uint16_t>(quad * 4 + corner));
  return indices;
}

void drawQuads(std::size_t count) {
  for (std::size_t first = 0; first < count; first += kQuadsAStretch) {
    const std::size_t quads = std::min(kQuadsAStretch, count - first);
    glDrawElementsBaseVertex(GL_TRIANGLES, static_cast<GLsizei>(quads * 6), GL_UNSIGNED_SHORT, nullptr,
                             static_cast<GLint>(first * 4));
  }
}

/// The face of the unit cell in a direction, counter-clockwise from outside.
struct UnitFace {
  std::array<float, 3> corner, u, v;
};
constexpr std::array<UnitFace, kFaceDirections> kUnitFaces{{{{0, 0, 0}, {0, 0, 1}, {0, 1, 0}},
                                                            {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
                                                            {{0, 0, 0}, {1, 0, 0}, {0, 0, 1}},
                                                            {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}},
                                                            {{0, 0, 0}, {0, 1, 0}, {1, 0, 0}},
                                                            {{0, 0, 1}, {1, 0, 0}, {0, 1, 0}}}};

}  // namespace

vtkStandardNewMacro(BlockFaceMapper)

    BlockFaceMapper::BlockFaceMapper()
    : faces_{GlBufferTexture(GL_R32UI), GlBufferTexture(GL_R32UI), GlBufferTexture(GL_R32UI),
             GlBufferTexture(GL_R32UI), GlBufferTexture(GL_R32UI), GlBufferTexture(GL_R32UI)},
      cells_(GL_R32UI),
      boxes_(GL_RGBA32F),
      honest_(GL_R8UI) {}
BlockFaceMapper::~BlockFaceMapper() = default;

std::size_t BlockFaceMapper::texelsFor(const geology::BlockModel& model) {
  return model.blockCount() * (model.subBlocked() ? 2 : 1);
}

void BlockFaceMapper::setModel(std::shared_ptr<const geology::BlockModel> model) {
  model_ = std::move(model);
  modelSent_ = false;
}

void BlockFaceMapper::setSkin(const BlockSkin& skin, int level) {
  skin_ = &skin;
  level_ = level;
  facesSent_ = false;
}

void BlockFaceMapper::setLook(const SkinLook& look) {
  const bool wereWhole = wholeBlocks();
  if (look.honest.codes != look_.honest.codes) honestSent_ = false;
  look_ = look;
  coloring_.setPlain(look.plainColor);
  if (wholeBlocks() != wereWhole) facesSent_ = false;
}

geology::Box3 BlockFaceMapper::sceneBounds() const {
  geology::Box3 box;
  if (model_ == nullptr) return box;
  const auto& n = model_->lattice.count;
  for (unsigned corner = 0; corner < 8; ++corner) {
    const auto end = [&](std::size_t a) { return corner >> a & 1U ? static_cast<double>(n[a]) : 0.0; };
    box.include(look_.frame.toScene(model_->lattice.world(end(0), end(1), end(2))));
  }
  return box;
}

void BlockFaceMapper::upload() {
  if (!facesSent_) uploadFaces();
  if (!modelSent_) uploadModel();
  if (!honestSent_ && look_.honest.on()) honest_.upload(std::span<const std::uint8_t>(*look_.honest.codes));
  facesSent_ = modelSent_ = honestSent_ = true;
  coloring_.upload();
}

// Blocks that are drawn whole have all six faces: one list of blocks serves all directions.
void BlockFaceMapper::uploadFaces() {
  if (wholeBlocks()) {
    const std::vector<std::uint32_t> blocks = blocksOfSkin(*skin_, model_->blockCount());
    faces_[0].upload(std::span<const std::uint32_t>(blocks));
    faceCount_.fill(blocks.size());
    return;
  }
  for (std::size_t d = 0; d < kFaceDirections; ++d) {
    const FaceArray& blocks = skin_->blocks[d];
    faces_[d].upload(std::span<const std::uint32_t>(blocks.data(), blocks.size()));
    faceCount_[d] = blocks.size();
  }
}

void BlockFaceMapper::uploadModel() {
  if (!model_->full()) cells_.upload(std::span<const std::uint32_t>(model_->cellOfBlock));
  if (!model_->subBlocked()) return;
  std::vector<float> corners;
  corners.reserve(model_->boxes.size() * 8);
  for (const geology::SubBox& box : model_->boxes)
    for (const auto& corner : {box.min, box.max}) {
      corners.insert(corners.end(), corner.begin(), corner.end());
      corners.push_back(0);  // arrays of three floats a texel are newer than OpenGL 3.2
    }
  boxes_.upload(std::span<const float>(corners));
}

vtkShaderProgram* BlockFaceMapper::program(const Pass& pass) {
  constexpr std::int64_t kExactQuotient = std::int64_t{1} << 22;  // as in block_faces.vert
  const auto& n = model_->lattice.count;
  std::string variant = coloring_.variant();
  const auto define = [&](bool wanted, const char* name) {
    if (wanted) variant.append("#define ").append(name).append("\n");
  };
  define(!model_->full(), "ADIT_SPARSE");
  define(model_->subBlocked(), "ADIT_BOXES");
  define(n[1] * n[2] >= kExactQuotient, "ADIT_MANY_ROWS");
  define(!look_.planes.empty() || isDrawnByPasses(pass.actor), "ADIT_PLACE");
  if (look_.refused) variant += kRefusedVariant;
  const bool picking = pass.selector != nullptr;
  define(look_.edgeWidth > 0 && !picking, "ADIT_EDGES");
  define(look_.honest.on() && !picking, "ADIT_HONEST");
  define((look_.edgeWidth > 0 || look_.honest.on()) && !picking, "ADIT_PLACE_IN_FACE");
  define(picking, "ADIT_PICKING");  // what is dotted is picked whole
  return readyProgram(pass.window, pass.actor, {"block_faces.vert", "block_faces.frag", variant}, this);
}

void BlockFaceMapper::setUniforms(const Pass& pass, vtkShaderProgram& program) const {
  const auto& n = model_->lattice.count;
  glUniform3i(program.FindUniform("cellCount"), static_cast<int>(n[0]), static_cast<int>(n[1]),
              static_cast<int>(n[2]));
  program.SetUniformi("level", level_);
  program.SetUniformf("share", static_cast<float>(look_.share));
  program.SetUniformMatrix("latticeToClip", pass.matrices.toClip);
  program.SetUniformMatrix("latticeToView", pass.matrices.toView);
  program.SetUniformf("opacity", static_cast<float>(pass.actor.GetProperty()->GetOpacity()));
  program.SetUniform3f("edgeColor", look_.edgeColor.data());
  program.SetUniformf("edgeWidth", static_cast<float>(look_.edgeWidth));
  if (look_.honest.on() && pass.selector == nullptr) {
    setHonestUniforms(program, look_.honest, true);
    program.SetUniform3fv("solidity", static_cast<int>(kHonestCodes), solidityTable().front().data());
    program.SetUniformf("outlineWidth", static_cast<float>(look_.honest.outlineWidth));
  }
  setPlaneUniforms(program, pass.renderer, look_.planes, look_.frame, {});
  if (pass.selector != nullptr)
    setPickingUniforms(program, pass.renderer, static_cast<std::int64_t>(model_->blockCount()));
}

// Faces that look away from the eye are not even fetched. In perspective a direction is skipped only when the
// eye stands beyond the whole model on the other side.
bool BlockFaceMapper::facesCamera(const Pass& pass, std::size_t direction) const {
  if (!pass.opaque() || wholeBlocks()) return true;
  const std::size_t axis = direction / 2;
  const bool positive = direction % 2 == 1;
  if (const auto along = pass.matrices.sightAlong) {
    const double component = (*along)[axis];
    return positive ? component < 0 : component > 0;
  }
  const double eye = pass.matrices.eye[axis];
  return positive ? eye > 0 : eye < static_cast<double>(model_->lattice.count[axis]);
}

void BlockFaceMapper::drawDirections(const Pass& pass, TextureBinder& binder) {
  for (std::size_t d = 0; d < kFaceDirections; ++d)
    if (faceCount_[d] > 0 && facesCamera(pass, d)) drawFaces(pass, d, binder);
}

void BlockFaceMapper::drawFaces(const Pass& pass, std::size_t direction, TextureBinder& binder) {
  vtkShaderProgram& program = binder.program();
  const UnitFace& face = kUnitFaces[direction];
  const Vec3 outward = model_->lattice.axis[direction / 2] * (direction % 2 == 1 ? 1.0 : -1.0);
  const Vec3 normal = pass.matrices.normalInView(look_.frame.normalToScene(outward));
  const std::array<double, 3> inView{normal.x, normal.y, normal.z};
  program.SetUniform3f("faceCorner", face.corner.data());
  program.SetUniform3f("faceU", face.u.data());
  program.SetUniform3f("faceV", face.v.data());
  program.SetUniform3f("normalInView", inView.data());
  program.SetUniform3f("light", lightOnFace(pass.renderer, *pass.actor.GetProperty(), normal).data());
  binder.bind(faces_[wholeBlocks() ? 0 : direction], "faceBlocks");
  drawQuads(faceCount_[direction]);
}

std::optional<LatticeMapper::Place> BlockFaceMapper::prepare(vtkRenderer&) {
  if (model_ == nullptr || skin_ == nullptr) return std::nullopt;
  upload();
  if (std::all_of(faceCount_.begin(), faceCount_.end(), [](std::size_t n) { return n == 0; }))
    return std::nullopt;
  return Place{model_->lattice, look_.frame};
}

void BlockFaceMapper::draw(const Pass& pass, GlStateGuard& guard, TextureBinder& binder) {
  if (!model_->full()) binder.bind(cells_, "cellOfBlock");
  if (model_->subBlocked()) binder.bind(boxes_, "boxes");
  if (look_.honest.on() && pass.selector == nullptr) binder.bind(honest_, "honestCodes");
  coloring_.bind(binder);
  setUniforms(pass, binder.program());
  // Where planes open single blocks, one looks at their far walls from inside. Through the dots of Honest
  // View one looks at what is behind, not at far walls.
  const bool closed = pass.opaque() && (!wholeBlocks() || look_.planes.empty());
  if (closed) {
    guard.state().vtkglEnable(GL_CULL_FACE);
    guard.state().vtkglCullFace(GL_BACK);
  } else {
    guard.state().vtkglDisable(GL_CULL_FACE);
  }
  quads_->Bind();
  if (!quadIndices_->IsReady())
    quadIndices_->Upload(quadIndices(), vtkOpenGLBufferObject::ElementArrayBuffer);
  quadIndices_->Bind();
  drawDirections(pass, binder);
}

void BlockFaceMapper::ReleaseGraphicsResources(vtkWindow* window) {
  for (GlBufferTexture& buffer : faces_) buffer.release();
  cells_.release();
  boxes_.release();
  honest_.release();
  coloring_.release();
  quads_->ReleaseGraphicsResources();
  quadIndices_->ReleaseGraphicsResources();
  modelSent_ = facesSent_ = honestSent_ = false;
  vtkOpenGLPolyDataMapper::ReleaseGraphicsResources(window);
}

}  // namespace adit::viewer
