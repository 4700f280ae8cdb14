// Texts painted into pixels, measured and painted without OpenGL.
#pragma once
#include <vtkNew.h>

#include <string>

#include "viewer/scene/palette.h"
#include "viewer/scene/scene.h"

class vtkTextProperty;

namespace adit::viewer {

Image plainImage(int width, int height, const Color& color);
/// Rows first .. first + count - 1.
void fillRows(Image& image, int first, int count, const Color& color);

/// As large as the picture's own text, and on wide pictures as large as it would be on one of 1280 pixels: it
/// stays readable when the picture is shown smaller.
double readableScale(int width, double scale);

struct PenInk {
  TextSize size = TextSize::Small;
  Color color{1, 1, 1};
};

class TextPen {
 public:
  explicit TextPen(double scale);
  ~TextPen();

  double width(const std::string& text, TextSize size) const;
  /// Where a text begins, and the row of the image on which it is centred.
  struct At {
    int left = 0, middle = 0;
  };
  void paint(Image& image, const At& at, const std::string& text, const PenInk& ink) const;

 private:
  vtkTextProperty* style(const PenInk& ink) const;

  double scale_;
  vtkNew<vtkTextProperty> property_;
};

}  // namespace adit::viewer
