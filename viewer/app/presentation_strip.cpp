#include "viewer/app/presentation_strip.h"

#include <GL/glew.h>

#include <algorithm>

namespace adit::viewer {
namespace {

/// Files whose hash is not known are not named: hashing takes longer than a show may wait.
project::OpenResult withoutUnhashed(project::OpenResult opened) {
  std::erase_if(opened.sources, [](const project::SourceReport& source) { return source.sha256.empty(); });
  return opened;
}

}  // namespace

PresentationStrip::~PresentationStrip() {
  if (texture_ != 0) glDeleteTextures(1, &texture_);
}

void PresentationStrip::forget() {
  screen_.reset();
  painted_.reset();
}

const FilmLayout& PresentationStrip::layout(const project::OpenResult& opened, const PlayedTour& tour,
                                            const Screen& screen) {
  if (screen_ == screen) return layout_;
  screen_ = screen;
  painted_.reset();
  request_.width = screen.width;
  request_.height = screen.height;
  request_.scale = screen.scale;
  layout_ = layoutOfFilm(withoutUnhashed(opened), tour, request_, pictureDate());
  return layout_;
}

unsigned int PresentationStrip::texture(const project::OpenResult& opened, const Presentation& show) {
  const Caption caption{show.stopShown().title, show.stopShown().text};
  if (layout_.caption + layout_.stamp <= 0) return 0;
  if (painted_ == show.shown() && caption_ == caption) return texture_;
  painted_ = show.shown();
  caption_ = caption;
  const Stamp stamp = stampOf(withoutUnhashed(opened), show.shown(), pictureDate());
  upload(drawStrip({caption, stamp, show.shown().theme}, request_, layout_));
  return texture_;
}

void PresentationStrip::upload(const Image& image) {
  GLint bound = 0;
  glGetIntegerv(GL_TEXTURE_BINDING_2D, &bound);
  if (texture_ == 0) glGenTextures(1, &texture_);
  glBindTexture(GL_TEXTURE_2D, texture_);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGB8, image.width, image.height, 0, GL_RGB, GL_UNSIGNED_BYTE,
               image.rgb.data());
  glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(bound));
}

}  // namespace adit::viewer
