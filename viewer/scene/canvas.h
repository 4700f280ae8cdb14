// Drawing in pixels on top of a view: lines, areas and text. Drawn anew for each frame; text textures are
// reused.
#pragma once
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>

#include <map>
#include <string>
#include <vector>

#include "viewer/geometry/mesh_buffer.h"
#include "viewer/scene/palette.h"

class vtkActor2D;
class vtkPolyData;
class vtkTextActor;

namespace adit::viewer {

/// Pixels of the view, origin at its lower left.
struct Pixel {
  double x = 0, y = 0;
};
enum class Align { Left, Center, Right };

struct TextLook {
  TextSize size = TextSize::Normal;
  Color color{1, 1, 1};
  Align align = Align::Left;  ///< of the text at its point; vertically the point is the middle
  double background = 0;      ///< opacity of the plate behind the text
};

class Canvas {
 public:
  Canvas(vtkRenderer& renderer);
  ~Canvas();

  void begin(double scale, const Palette& palette);
  void line(Pixel a, Pixel b, const Color& color, double width, double opacity = 1);
  void area(const std::vector<Pixel>& convex, const Color& color, double opacity = 1);
  void rectangle(Pixel lowerLeft, double width, double height, const Color& color, double opacity = 1);
  void text(Pixel at, const std::string& text, const TextLook& look);
  /// Width in pixels of a text at the current scale.
  double textWidth(const std::string& text, TextSize size);
  void end();
  double scale() const { return scale_; }
  double viewWidth() const;  ///< pixels

 private:
  vtkTextActor& textActor(const std::string& text, const TextLook& look);

  vtkRenderer& renderer_;
  double scale_ = 1;
  const Palette* palette_ = nullptr;
  MeshBuffer areas_;
  std::vector<Rgba> colors_;
  vtkSmartPointer<vtkPolyData> mesh_;
  vtkSmartPointer<vtkActor2D> shapes_;
  /// Actors by what they show; those that the frame did not use are hidden, and dropped when there are many.
  struct Entry {
    vtkSmartPointer<vtkTextActor> actor;
    bool used = false;
  };
  std::multimap<std::string, Entry> texts_;
  std::map<std::string, double> widths_;  ///< by size, scale and text
};

}  // namespace adit::viewer
