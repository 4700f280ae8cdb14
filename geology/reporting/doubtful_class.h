// Which classes are no better known than inferred.
#pragma once
#include "geology/reporting/resource_class.h"

namespace adit::reporting {

/// Inferred, or known even less: no ground for a reserve, and none for a value without its caution.
constexpr bool isDoubtful(ResourceClass one) {
  return one == ResourceClass::Unclassified || one == ResourceClass::Exploration ||
         one == ResourceClass::Inferred;
}

}  // namespace adit::reporting
