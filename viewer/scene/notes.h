// Notes in the picture: texts beside pins at the places that they are tied to.
#pragma once
#include <string>
#include <vector>

#include "viewer/scene/canvas.h"
#include "viewer/scene/projector.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Pixels of the view, origin at its lower left.
struct PixelBox {
  double x = 0, y = 0, width = 0, height = 0;
  bool meets(const PixelBox& o) const {
    return x < o.x + o.width && o.x < x + width && y < o.y + o.height && o.y < y + height;
  }
};

struct NoteRoom {
  double width = 0, height = 0;  ///< of the view
  double scale = 1;
  std::vector<PixelBox> taken;  ///< by legends, north arrow, tags
};

/// Where the plate of a note of that size stands: beside its pin, else as near to it as there is room; where
/// there is none, beside it nevertheless, since no note is dropped. Always whole in a view that is large
/// enough.
PixelBox placeOfNote(Pixel pin, double width, double height, const NoteRoom& room);

/// Notes whose pins are in the view, nearest first. Gives the places of their plates, which other labels keep
/// clear of: texts lie on top of everything.
std::vector<PixelBox> drawNotes(Canvas& canvas, const Projector& projector, const ViewState& state,
                                NoteRoom room);

}  // namespace adit::viewer
