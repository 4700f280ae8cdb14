// Pictures that leave the program.
#pragma once
#include <memory>
#include <string>

#include "geology/model/deposit.h"
#include "viewer/scene/scene.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct PictureRequest {
  int width = 1600, height = 1000;
  double scale = 1;
};

/// Renders without a window. Throws std::runtime_error when the machine has no usable OpenGL.
Image renderPicture(std::shared_ptr<const geology::Deposit> deposit, const ViewState& state,
                    const PictureRequest& request);

/// Returns an error text, or an empty string. The ViewState goes into the PNG as text chunk "adit:view".
std::string writePng(const Image& image, const std::string& path, const ViewState& state);

}  // namespace adit::viewer
