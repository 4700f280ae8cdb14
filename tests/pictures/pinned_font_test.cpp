// The font of a text does not depend on what was written before it.
#include "viewer/scene/pinned_font.h"

#include <gtest/gtest.h>

#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkStdString.h>
#include <vtkTextProperty.h>
#include <vtkTextRenderer.h>

#include <vector>

#include "viewer/scene/palette.h"

namespace adit::viewer {
namespace {

std::vector<unsigned char> pixelsOf(vtkTextProperty& property, const char* text) {
  vtkNew<vtkImageData> glyphs;
  std::array<int, 2> size{};
  constexpr int kDpi = 72;
  EXPECT_TRUE(vtkTextRenderer::GetInstance()->RenderString(&property, vtkStdString(text), glyphs, size.data(),
                                                           kDpi, vtkTextRenderer::FreeType));
  const auto* first = static_cast<const unsigned char*>(glyphs->GetScalarPointer());
  return {first, first + glyphs->GetNumberOfPoints() * glyphs->GetNumberOfScalarComponents()};
}

/// VTK keeps some thirty fonts open; turned ones count as others.
void crowdOutOfTheCache(vtkTextProperty& font) {
  for (int turn = 1; turn < 60; ++turn) {
    vtkNew<vtkTextProperty> turned;
    turned->ShallowCopy(&font);
    turned->SetOrientation(turn);
    pixelsOf(*turned, "x");
  }
}

TEST(PinnedFont, IsTheOneAskedForAfterAnotherTextHasChangedItsOwn) {
  vtkNew<vtkTextProperty> chart;
  styleText(*chart, TextSize::Small, {1, 1, 1}, 1);
  if (chart->GetFontFamily() != VTK_FONT_FILE) GTEST_SKIP() << "the font of the house is not installed";
  // The same file by another name is another font to VTK, and nobody has touched it.
  vtkNew<vtkTextProperty> untouched;
  untouched->ShallowCopy(chart);
  untouched->SetFontFile(("/usr/.." + std::string(chart->GetFontFile())).c_str());
  pixelsOf(*chart, "x");
  chart->SetFontFamilyToArial();
  crowdOutOfTheCache(*untouched);
  vtkNew<vtkTextProperty> stamp;
  styleText(*stamp, TextSize::Small, {1, 1, 1}, 1);
  EXPECT_EQ(pixelsOf(*stamp, "Quartz 17 gy"), pixelsOf(*untouched, "Quartz 17 gy"));
}

}  // namespace
}  // namespace adit::viewer
