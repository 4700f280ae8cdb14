// Pictures without a window, and their pixels as a file. What leaves the program goes through
// picture_export.h.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "geology/formats/png_text.h"
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

/// Writes the pixels and the texts. Returns an error text, or an empty string; a file that could not be
/// written whole is removed.
std::string writePng(const Image& image, const std::string& path, const std::vector<formats::PngText>& texts);

}  // namespace adit::viewer
