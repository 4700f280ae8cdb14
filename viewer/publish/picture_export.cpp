#include "viewer/publish/picture_export.h"

#include <filesystem>

#include "geology/project/picture_project.h"
#include "geology/project/save_project.h"
#include "viewer/publish/refusal.h"
#include "viewer/publish/stamp_footer.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

constexpr double kLargestFooter = 1.0 / 3;  ///< of the picture's height

std::string folderOf(const std::string& path) {
  return std::filesystem::path(path).parent_path().string();
}

/// The project that the picture opens as, the stamp for those who read texts of pictures, and the program:
/// keywords of the PNG standard where it has one.
std::vector<formats::PngText> textsOf(const PictureExport& job, const Stamp& stamp,
                                      geology::Progress& progress) {
  project::ProjectFile project = project::describeProject(job.opened, folderOf(job.path), progress);
  project.viewJson = toJson(job.state);
  return {{project::kPictureKeyword, project::formatProject(project)},
          {"Description", stampText(stamp)},
          {"Software", std::string("Adit ") + ADIT_VERSION}};
}

Stamp hashedStamp(PictureExport& job, geology::Progress& progress) {
  project::hashSources(job.opened.sources, progress);
  return stampOf(job.opened, job.state, pictureDate());
}

Image footerOf(const Stamp& stamp, const PictureRequest& of, Theme theme) {
  return drawFooter(stamp, {of.width, static_cast<int>(of.height * kLargestFooter), of.scale, theme});
}

}  // namespace

std::string exportPicture(PictureExport job, const PictureRequest& request, geology::Progress& progress) {
  if (std::string refused = refusal(*job.opened.deposit, job.state, "picture"); !refused.empty())
    return refused;
  const Stamp stamp = hashedStamp(job, progress);
  const Image footer = footerOf(stamp, request, job.state.theme);
  const PictureRequest view{request.width, request.height - footer.height, request.scale};
  Image image = renderPicture(job.opened.deposit, job.state, view);
  return writePng(stacked(std::move(image), footer), job.path, textsOf(job, stamp, progress));
}

std::string exportImage(PictureExport job, Image image, double scale, geology::Progress& progress) {
  if (std::string refused = refusal(*job.opened.deposit, job.state, "picture"); !refused.empty())
    return refused;
  const Stamp stamp = hashedStamp(job, progress);
  const Image footer = footerOf(stamp, {image.width, image.height, scale}, job.state.theme);
  return writePng(stacked(std::move(image), footer), job.path, textsOf(job, stamp, progress));
}

}  // namespace adit::viewer
