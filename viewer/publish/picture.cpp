#include "viewer/publish/picture.h"

#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPNGWriter.h>
#include <vtkUnsignedCharArray.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "viewer/scene/headless_context.h"

namespace adit::viewer {

Image renderPicture(std::shared_ptr<const geology::Deposit> deposit, const ViewState& state,
                    const PictureRequest& request) {
  HeadlessContext context;
  Scene scene(context.host());
  scene.setSize(request.width, request.height, request.scale);
  scene.setDeposit(std::move(deposit));
  scene.sync(state);
  return scene.capture();
}

std::string writePng(const Image& image, const std::string& path,
                     const std::vector<formats::PngText>& texts) {
  vtkNew<vtkImageData> pixels;
  pixels->SetDimensions(image.width, image.height, 1);
  pixels->AllocateScalars(VTK_UNSIGNED_CHAR, 3);
  const auto stride = static_cast<std::size_t>(image.width) * 3;
  auto* target = static_cast<std::uint8_t*>(pixels->GetScalarPointer());
  for (std::size_t r = 0; r < static_cast<std::size_t>(image.height); ++r)
    std::memcpy(target + (static_cast<std::size_t>(image.height) - 1 - r) * stride, &image.rgb[r * stride],
                stride);
  vtkNew<vtkPNGWriter> writer;
  writer->WriteToMemoryOn();
  writer->SetInputData(pixels);
  writer->Write();
  vtkUnsignedCharArray* png = writer->GetResult();
  if (png == nullptr) return "the picture cannot be packed as PNG";
  const std::string_view bytes(reinterpret_cast<const char*>(png->GetPointer(0)),
                               static_cast<std::size_t>(png->GetNumberOfValues()));
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  if (!out) return "cannot write " + path;
  out << formats::withPngTexts(bytes, texts);
  out.close();
  if (out) return {};
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  return "cannot write " + path + ": is the disk full?";
}

}  // namespace adit::viewer
