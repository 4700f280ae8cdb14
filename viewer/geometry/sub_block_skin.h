// The skin of sub-blocked models, whose blocks differ in size.
#pragma once
#include "viewer/geometry/block_skin.h"

namespace adit::viewer {

/// A face is left out where shown blocks on its other side cover it wholly. A face that is covered in part is
/// drawn whole.
void subBlockSkinOf(const BlockIndex& index, const geology::BitMask& shown, BlockSkin& skin);

}  // namespace adit::viewer
