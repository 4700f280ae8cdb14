// Blocks of DXF: groups of entities that are drawn where INSERT entities put them. For the DXF reader only.
#pragma once
#include <map>
#include <string_view>
#include <vector>

#include "geology/formats/dxf_groups.h"
#include "geology/formats/mesh_builder.h"

namespace adit::formats {

struct DxfBlock {
  geology::Vec3 base;  ///< lies at the place of the insertion
  std::vector<DxfEntity> entities;
};

/// The section BLOCKS, entity by entity.
class DxfBlocks {
 public:
  void take(const DxfEntity& entity, Findings& findings);
  /// nullptr when the file has no such block.
  const DxfBlock* find(std::string_view name) const;

 private:
  std::map<std::string_view, DxfBlock> blocks_;
  DxfBlock* open_ = nullptr;
};

/// Where the copies of an INSERT lie (one, or a grid of rows and columns): from coordinates of the block to
/// those around the INSERT. At most `most` of them.
std::vector<AffineMap> insertionsOf(const DxfEntity& insert, const geology::Vec3& base, std::size_t most,
                                    Findings& findings);

}  // namespace adit::formats
