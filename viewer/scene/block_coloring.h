// The colour of blocks on the GPU: one value a block and a table of colours. Another legend sends the table
// anew, another column the values; no face is built again.
#pragma once
#include <string>

#include "geology/model/column.h"
#include "viewer/scene/gl_buffer_texture.h"
#include "viewer/state/colormap.h"

namespace adit::viewer {

class TextureBinder;

class BlockColoring {
 public:
  BlockColoring();
  /// Neither is copied: both live as long as this uses them. nullptr: the plain colour.
  void setColumn(const geology::Column* column, const ResolvedLegend* legend);
  void setPlain(const Color& color) { plain_ = color; }

  /// Lines for the top of a shader: which of its ways to a colour it takes.
  std::string variant() const;
  /// Sends what has changed. Before anything is bound: making a texture takes the active unit.
  void upload();
  /// Gives the program what its variant asks for.
  void bind(TextureBinder& binder);
  void release();

 private:
  void uploadColors();
  void uploadCodes();

  const geology::Column* column_ = nullptr;
  const ResolvedLegend* legend_ = nullptr;
  Color plain_{0.5F, 0.5F, 0.5F};
  bool valuesChanged_ = false;
  bool colorsChanged_ = false;
  int colorCount_ = 0;
  GlBufferTexture numbers_;
  GlBufferTexture codes_;
  GlBufferTexture colors_;
  GlBufferTexture classes_;
};

}  // namespace adit::viewer
