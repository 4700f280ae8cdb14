// The one door by which a picture leaves: stamped, with its view and the hashes of its sources inside. In
// public mode it is shut for a view that breaks a required rule of disclosure.
#pragma once
#include <string>

#include "geology/model/progress.h"
#include "geology/project/open.h"
#include "viewer/publish/picture.h"

namespace adit::viewer {

struct PictureExport {
  project::OpenResult opened;  ///< sources that have no hash yet are hashed
  ViewState state;
  std::string path;  ///< of the PNG
};

/// Why public mode keeps a view in; empty when nothing speaks against it.
std::string disclosureRefusal(const geology::Deposit& deposit, const ViewState& state);

/// Renders without a window; the picture and its footer together have the size asked for. Returns an error
/// text, or an empty string. Throws geology::Cancelled, and std::runtime_error when the machine has no usable
/// OpenGL.
std::string exportPicture(PictureExport job, const PictureRequest& request, geology::Progress& progress);

/// What a window has drawn already, with the footer below it. `scale` is that of its text.
std::string exportImage(PictureExport job, Image image, double scale, geology::Progress& progress);

}  // namespace adit::viewer
