// What a mapper that draws the blocks of a lattice by shaders of its own has to be among VTK's mappers.
#pragma once
#include <vtkOpenGLPolyDataMapper.h>

#include <optional>

#include "geology/model/lattice.h"
#include "viewer/geometry/scene_frame.h"
#include "viewer/scene/lattice_matrices.h"

class vtkHardwareSelector;
class vtkOpenGLRenderWindow;
class vtkShaderProgram;

namespace adit::viewer {

class GlStateGuard;
class TextureBinder;

/// Its actor's opacity and light count, it shares depth, ambient occlusion, depth peeling and the hardware
/// selector with all other actors. It has no input; what it draws is set by those who inherit.
class LatticeMapper : public vtkOpenGLPolyDataMapper {
 public:
  vtkTypeMacro(LatticeMapper, vtkOpenGLPolyDataMapper) LatticeMapper(const LatticeMapper&) = delete;
  LatticeMapper& operator=(const LatticeMapper&) = delete;

  /// After a frame: the driver refused the shaders.
  bool failed() const { return failed_; }

  void RenderPiece(vtkRenderer* renderer, vtkActor* actor) override;
  double* GetBounds() override;
  void GetBounds(double bounds[6]) override { vtkAbstractMapper3D::GetBounds(bounds); }
  bool GetSupportsSelection() override { return true; }
  /// What the selector reads are numbers of blocks already.
  void ProcessSelectorPixelBuffers(vtkHardwareSelector*, std::vector<unsigned int>&, vtkProp*) override {}

 protected:
  LatticeMapper();
  ~LatticeMapper() override;

  /// One drawing: into which picture, through which camera, for whom.
  struct Pass {
    vtkRenderer& renderer;
    vtkActor& actor;
    vtkOpenGLRenderWindow& window;
    vtkHardwareSelector* selector;  ///< nullptr: for the eye
    LatticeMatrices matrices;

    bool opaque() const;
  };
  /// Where the lattice lies. The lattice lives as long as the mapper uses it.
  struct Place {
    const geology::Lattice& lattice;
    const SceneFrame& frame;
  };

  /// In scene coordinates; empty where nothing is drawn.
  virtual geology::Box3 sceneBounds() const = 0;
  /// Brings to the GPU what is to be drawn; nothing where that is nothing.
  virtual std::optional<Place> prepare(vtkRenderer& renderer) = 0;
  /// nullptr: refused.
  virtual vtkShaderProgram* program(const Pass& pass) = 0;
  /// With that program ready; the state of OpenGL goes back with the guard.
  virtual void draw(const Pass& pass, GlStateGuard& guard, TextureBinder& binder) = 0;

 private:
  bool failed_ = false;
};

}  // namespace adit::viewer
