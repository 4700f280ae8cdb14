#include "tests/support/picture_compare.h"

#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPNGReader.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "viewer/publish/picture.h"

namespace adit::tests {
namespace {

constexpr int kVisible = 8;          // of 255: less is rounding of the rasteriser
constexpr double kMostShare = 5e-4;  // a 12 pt label that appears changes 0.086 % of 400 x 300

bool differs(const viewer::Image& a, const viewer::Image& b, std::size_t pixel) {
  for (std::size_t c = pixel * 3; c < pixel * 3 + 3; ++c)
    if (std::abs(static_cast<int>(a.rgb[c]) - static_cast<int>(b.rgb[c])) > kVisible) return true;
  return false;
}

viewer::Image readPng(const std::string& path) {
  vtkNew<vtkPNGReader> reader;
  reader->SetFileName(path.c_str());
  reader->Update();
  vtkImageData* pixels = reader->GetOutput();
  viewer::Image image{pixels->GetDimensions()[0], pixels->GetDimensions()[1], {}};
  const auto stride = static_cast<std::size_t>(image.width) * 3;
  image.rgb.resize(stride * static_cast<std::size_t>(image.height));
  const auto* source = static_cast<const std::uint8_t*>(pixels->GetScalarPointer());
  for (std::size_t r = 0; r < static_cast<std::size_t>(image.height); ++r)
    std::copy_n(source + (static_cast<std::size_t>(image.height) - 1 - r) * stride, stride,
                &image.rgb[r * stride]);
  return image;
}

viewer::Image differencePicture(const viewer::Image& a, const viewer::Image& b) {
  viewer::Image difference = a;
  for (std::size_t p = 0; p < difference.rgb.size() / 3; ++p)
    if (differs(a, b, p)) difference.rgb[p * 3] = 255;
  return difference;
}

}  // namespace

double differingShare(const viewer::Image& a, const viewer::Image& b) {
  if (a.width != b.width || a.height != b.height) return 1;
  std::size_t count = 0;
  for (std::size_t p = 0; p < a.rgb.size() / 3; ++p) count += differs(a, b, p) ? 1 : 0;
  return static_cast<double>(count) / static_cast<double>(a.rgb.size() / 3);
}

void expectPicture(const viewer::Image& image, const std::string& name) {
  const std::string baseline = std::string(ADIT_SOURCE_DIR) + "/tests/baselines/" + name + ".png";
  if (std::getenv("ADIT_UPDATE_BASELINES") != nullptr) {
    EXPECT_EQ(viewer::writePng(image, baseline, {}), "");
    return;
  }
  ASSERT_TRUE(std::filesystem::exists(baseline)) << "no baseline " << baseline;
  const viewer::Image expected = readPng(baseline);
  const double share = differingShare(image, expected);
  if (share <= kMostShare) return;
  viewer::writePng(image, name + ".actual.png", {});
  if (image.rgb.size() == expected.rgb.size())
    viewer::writePng(differencePicture(image, expected), name + ".difference.png", {});
  ADD_FAILURE() << name << ": " << share * 100 << " % of the pixels differ; see " << name << ".actual.png in "
                << std::filesystem::current_path();
}

}  // namespace adit::tests
