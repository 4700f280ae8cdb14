#include "viewer/state/claim.h"

namespace adit::viewer {

using reporting::ResourceClass;

bool keeps(ClaimLevel level, ResourceClass category) {
  const bool reserve = category == ResourceClass::Proved || category == ResourceClass::Probable;
  switch (level) {
    case ClaimLevel::Everything:
      return true;
    case ClaimLevel::Inferred:
      return reserve || category == ResourceClass::Measured || category == ResourceClass::Indicated ||
             category == ResourceClass::Inferred;
    case ClaimLevel::Indicated:
      return reserve || category == ResourceClass::Measured || category == ResourceClass::Indicated;
    case ClaimLevel::Measured:
      // A probable reserve comes from what is indicated.
      return category == ResourceClass::Proved || category == ResourceClass::Measured;
    case ClaimLevel::Reserve:
      return reserve;
  }
  return true;
}

}  // namespace adit::viewer
