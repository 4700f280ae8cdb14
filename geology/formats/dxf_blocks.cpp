// Source: Autodesk, "DXF Reference", R12 to 2018: BLOCK, INSERT, MINSERT.
#include "geology/formats/dxf_blocks.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "geology/formats/dxf_polyline.h"

namespace adit::formats {

using geology::Vec3;

void DxfBlocks::take(const DxfEntity& entity, Findings& findings) {
  if (entity.type == "BLOCK") {
    open_ = &blocks_[entity.text(2)];
    const Vec3 base = dxfPlace(entity, 10, findings);
    *open_ = {entity.find(10) == nullptr ? Vec3{} : base, {}};
  } else if (entity.type == "ENDBLK") {
    open_ = nullptr;
  } else if (open_ != nullptr) {
    open_->entities.push_back(entity);
  }
}

const DxfBlock* DxfBlocks::find(std::string_view name) const {
  const auto found = blocks_.find(name);
  return found == blocks_.end() ? nullptr : &found->second;
}

std::vector<AffineMap> insertionsOf(const DxfEntity& insert, const Vec3& base, std::size_t most,
                                    Findings& findings) {
  const Vec3 place = dxfPlace(insert, 10, findings);
  const double angle = dxfNumber(insert, 50, 0, findings) * std::numbers::pi / 180;
  const Vec3 scale{dxfNumber(insert, 41, 1, findings), dxfNumber(insert, 42, 1, findings),
                   dxfNumber(insert, 43, 1, findings)};
  const Vec3 along{std::cos(angle), std::sin(angle), 0}, across{-along.y, along.x, 0};
  const EntityPlane plane = planeOf(insert, findings);
  const auto inSpace = [&](const Vec3& v) { return plane.toSpace(v); };
  const auto columns = static_cast<std::size_t>(std::max(insert.integer(70, 1), 1));
  const auto rows = static_cast<std::size_t>(std::max(insert.integer(71, 1), 1));
  const double columnStep = dxfNumber(insert, 44, 0, findings), rowStep = dxfNumber(insert, 45, 0, findings);
  std::vector<AffineMap> maps;
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns && maps.size() < most; ++column) {
      AffineMap map{inSpace(along) * scale.x, inSpace(across) * scale.y, inSpace({0, 0, 1}) * scale.z, {}};
      const Vec3 cell =
          along * (columnStep * static_cast<double>(column)) + across * (rowStep * static_cast<double>(row));
      map.origin = inSpace(place + cell) - map(base);
      maps.push_back(map);
    }
  return maps;
}

}  // namespace adit::formats
