// What is said about a picture, in a strip of its own below it: it is always readable and hides nothing.
#pragma once
#include <string>

#include "viewer/publish/stamp_footer.h"

namespace adit::viewer {

struct Caption {
  std::string title, text;
  bool empty() const { return title.empty() && text.empty(); }
  friend bool operator==(const Caption&, const Caption&) = default;
};

/// The height that a caption takes in that room; 0 for an empty one.
int captionHeight(const Caption& caption, const FooterRoom& room);
/// A strip of that height: the title, and below it the text in as many lines as have room.
Image drawCaption(const Caption& caption, const FooterRoom& room, int height);

}  // namespace adit::viewer
