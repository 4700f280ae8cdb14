// The picture in the window: it shows the scene's texture and turns the mouse over it into commands.
#pragma once
#include <optional>
#include <string>

#include "viewer/app/walking.h"
#include "viewer/panels/panel.h"
#include "viewer/panels/workspace.h"
#include "viewer/scene/scene.h"

namespace adit::viewer {

class ViewPane {
 public:
  struct Input {
    ScreenRect rect;          ///< screen units
    float pixelsPerUnit = 1;  ///< framebuffer pixels in a screen unit
    Scene& scene;
    const geology::Deposit& deposit;
    const ViewState& state;
    std::string asset;            ///< that the placing tool moves
    bool pictureChanged = false;  ///< since the last frame: the place under the pointer has to be asked anew
  };
  /// Draws the picture and appends the commands of the mouse and of the walking keys.
  void draw(const Input& input, PanelOutput& output);
  /// Deposit coordinates under the pointer.
  const std::optional<Vec3>& pointer() const { return pointer_; }
  /// What the evidence lens looks at while it is on and nothing is picked: what the pointer rests on.
  const std::optional<PickState>& lensAt() const { return lensAt_; }
  /// A drag or a walk goes on, so the next frame should not wait.
  bool moving() const { return moving_; }

 private:
  struct Pixel {
    double x, y;
    friend bool operator==(const Pixel&, const Pixel&) = default;
  };
  void followPointer(const Input& input, const Pixel& at, bool hovered);
  void followLens(const Input& input, const Pixel& at, bool hovered);
  void wheel(const Input& input, const Pixel& at, PanelOutput& output);
  void press(const Input& input, const Pixel& at, PanelOutput& output);
  void go(const Input& input, const Pixel& at, PanelOutput& output);
  void drag(const Input& input, PanelOutput& output);
  void dragFlat(const Input& input, PanelOutput& output);
  void dragSection(const Input& input, PanelOutput& output);
  void walk(const Input& input, PanelOutput& output);
  void drawWalkHint(const ScreenRect& rect) const;
  std::string label(const char* what) const { return std::string(what) + "@" + std::to_string(serial_); }

  std::optional<Vec3> pointer_;
  Walking walking_;
  std::optional<PickState> lensAt_;
  std::optional<Pixel> lensAsked_;  ///< the pixel that lensAt_ answers
  double pointerMoved_ = 0;         ///< seconds; when it last did
  double lensDone_ = 0;             ///< seconds; when the last answer was there
  double lensCost_ = 0;             ///< seconds that it took
  unsigned serial_ = 0;             ///< of the drag, part of its merge label
  double lastWheel_ = -10;          ///< seconds; notches that follow each other are one step of undo
  bool pressed_ = false;            ///< a button went down over the picture
  bool flat_ = false;               ///< ... over the flat section view
  bool moving_ = false;
};

}  // namespace adit::viewer
