// Reading a texture of the scene as opaque.
#pragma once

namespace adit::viewer {

/// Where something translucent was drawn, VTK leaves an alpha below 1 in the picture, and the window would be
/// mixed in. From now on the texture's alpha reads as 1; the colours are right as they are. 0 is no texture.
void ignoreTextureAlpha(unsigned int texture);

}  // namespace adit::viewer
