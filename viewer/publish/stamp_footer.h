// The stamp drawn: a calm strip that goes below a picture.
#pragma once
#include "viewer/publish/stamp_layout.h"
#include "viewer/scene/scene.h"

namespace adit::viewer {

struct FooterRoom {
  int width = 0;       ///< pixels of the picture
  int mostHeight = 0;  ///< pixels that the strip may take
  double scale = 1;    ///< of the picture's own text
  Theme theme = Theme::Dark;
};

/// The text is as large as the picture's own, and on wide pictures as large as it would be on one of 1280
/// pixels: it stays readable when the picture is shown smaller. An image of no height where not one line has
/// room.
Image drawFooter(const Stamp& stamp, const FooterRoom& room);

/// One image above the other; both have one width.
Image stacked(Image above, const Image& below);

}  // namespace adit::viewer
