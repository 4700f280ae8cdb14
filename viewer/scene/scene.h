// The picture: a function of (Deposit, ViewState, size). The window and the headless run use this same class.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/scene/draw_mode.h"
#include "viewer/state/facts.h"
#include "viewer/state/lens_facts.h"
#include "viewer/state/view_state.h"

class vtkRenderer;

namespace adit::viewer {

class WalkGround;

/// The OpenGL context that the scene draws with. It must outlive the scene.
struct GlHost {
  std::function<void()> makeCurrent;
  std::function<bool()> isCurrent;
};

/// RGB, 3 bytes a pixel, rows from the top.
struct Image {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;
};

class Scene {
 public:
  explicit Scene(GlHost host);
  ~Scene();
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;

  void setDeposit(std::shared_ptr<const geology::Deposit> deposit);
  /// The same objects, of which more is known now: their data support. Nothing is built again.
  void learn(std::shared_ptr<const geology::Deposit> deposit);
  /// Framebuffer pixels; `scale` is that of the monitor (text and lines grow with it). Sizes below 8x8 are
  /// kept at 8x8.
  void setSize(int width, int height, double scale);
  /// As the environment says, until it is set here, or until the driver refuses the shaders. From the next
  /// sync.
  void setDrawMode(DrawMode mode);
  DrawMode drawMode() const;
  /// Brings every layer up to the state. Cheap when nothing changed.
  void sync(const ViewState& state);
  /// While something is under the hand, what takes too long for it is drawn more simply: blocks joined to
  /// larger ones, and no ambient occlusion on a machine without a GPU. The sync after setMoving(false) brings
  /// the full picture back.
  void setMoving(bool moving);
  /// What the evidence lens looks at while nothing is picked: what lies under the pointer. From the next
  /// sync.
  void setHover(std::optional<PickState> hover);
  /// From now on a frame does not wait for what takes long to find out. It is drawn more simply first; when
  /// the rest is known `whenReady` is called, on another thread, and the next sync brings the full picture.
  /// Captured pictures wait.
  void setImpatient(std::function<void()> whenReady);
  /// The last sync did not bring the full picture yet.
  bool unfinished() const;
  /// No GPU: every triangle costs.
  bool slow() const;
  void render();
  /// The colour texture of the last frame, for ImGui (uv (0,1)-(1,0)). 0 before the first frame.
  unsigned int textureId() const;
  Image capture();

  /// What lies under a pixel (origin top left); nothing on the background. In the flat view too.
  std::optional<PickState> pick(double x, double y);
  /// The surface point that is drawn at the pixel, whether it can be picked or not; nothing on the background.
  std::optional<Vec3> surfaceUnder(double x, double y);
  /// The surface point under the pixel, else the point on the horizontal plane through the focus.
  std::optional<Vec3> positionUnder(double x, double y);
  /// True when the pixel is in the flat section view.
  bool inSectionView(double x, double y) const;
  /// Deposit units along the section in one pixel of the flat view.
  double sectionUnitsPerPixel() const;
  /// The camera that the last sync used, with focus and distance decided: what mouse moves start from.
  const CameraState& resolvedCamera() const;
  const SceneFacts& facts() const;
  /// What one can stand on in the last sync's view; nullptr where nobody is on foot. Until the next sync.
  const WalkGround* walkGround() const;
  /// What the evidence lens tells of the picked thing, else of what it hovers over; where it is on.
  const std::optional<LensFacts>& lens() const;
  /// For exports: the actors of the view in space, in coordinates relative to sceneOrigin().
  vtkRenderer& spatialRenderer();
  Vec3 sceneOrigin() const;
  /// Errors that VTK or the driver logged since the last call, and last what was done about them; tests fail
  /// on them.
  std::vector<std::string> takeErrors();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace adit::viewer
