#include "viewer/publish/picture.h"

#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPNGWriter.h>

#include <cstring>

#include "viewer/scene/headless_context.h"
#include "viewer/state/state_json.h"

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

std::string writePng(const Image& image, const std::string& path, const ViewState& state) {
  vtkNew<vtkImageData> pixels;
  pixels->SetDimensions(image.width, image.height, 1);
  pixels->AllocateScalars(VTK_UNSIGNED_CHAR, 3);
  const auto stride = static_cast<std::size_t>(image.width) * 3;
  auto* target = static_cast<std::uint8_t*>(pixels->GetScalarPointer());
  for (std::size_t r = 0; r < static_cast<std::size_t>(image.height); ++r)
    std::memcpy(target + (static_cast<std::size_t>(image.height) - 1 - r) * stride, &image.rgb[r * stride],
                stride);
  vtkNew<vtkPNGWriter> writer;
  writer->SetFileName(path.c_str());
  writer->SetInputData(pixels);
  writer->AddText("adit:view", toJson(state).c_str());
  writer->Write();
  return writer->GetErrorCode() == 0 ? std::string() : "cannot write " + path;
}

}  // namespace adit::viewer
