// Draws pages of charts: into pictures in an OpenGL context, and as SVG or PDF.
#pragma once
#include <memory>
#include <string>

#include "viewer/charts/page_painter.h"
#include "viewer/scene/scene.h"

namespace adit::viewer {

class ChartCanvas {
 public:
  /// Of a window, or without one; it outlives the canvas.
  explicit ChartCanvas(GlHost host);
  ~ChartCanvas();
  ChartCanvas(const ChartCanvas&) = delete;
  ChartCanvas& operator=(const ChartCanvas&) = delete;

  Image draw(const ChartPage& page, const PageLook& look);
  /// Where the body of the page lies that was drawn last, in pixels from its lower left.
  PageRect room() const;
  /// By the ending of the path, .svg or .pdf; what went wrong, or empty.
  std::string writeVector(const ChartPage& page, PageLook look, const std::string& path);
  /// Errors that VTK or the driver logged since the last call.
  std::vector<std::string> takeErrors();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace adit::viewer
