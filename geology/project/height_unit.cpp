#include "geology/project/height_unit.h"

#include <cmath>

#include "geology/formats/import_choice.h"
#include "geology/formats/lattice_text.h"

namespace adit::project {

void bringHeights(Draft& draft) {
  // Feet of 12 inches and of the US survey differ by 2 parts in a million: a deposit is in "feet".
  constexpr double kSameUnit = 1e-5;
  constexpr double kMetresInFoot = 0.3048;
  const double ofDeposit = draft.unit == geology::LengthUnit::Foot ? kMetresInFoot : 1;
  const double coordinates = draft.crsUnitInMetres > 0 ? draft.crsUnitInMetres : ofDeposit;
  for (Found<geology::Terrain>& found : draft.terrains) {
    if (!(found.heightUnit > 0)) continue;
    const double factor = found.heightUnit / coordinates;
    found.heightUnit = 0;
    if (std::abs(factor - 1) < kSameUnit) continue;
    for (float& height : found.object.heights)
      height = static_cast<float>(static_cast<double>(height) * factor);
    const std::string& file = found.object.source.path;
    draft.diagnostics.push_back(
        {.severity = geology::Severity::Note,
         .code = "DEM-UNIT-CONVERTED",
         .file = file,
         .message = "heights were multiplied by " + formats::formatNumber(factor) +
                    " to be in the unit of the coordinates",
         .remedy = "if they are in another unit, set the choice " + formats::choiceKey(file, "height-unit")});
  }
}

}  // namespace adit::project
