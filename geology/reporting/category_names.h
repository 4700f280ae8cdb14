// What columns of classes are usually called.
#pragma once
#include <string_view>

namespace adit::reporting {

/// "CLASS", "res_cat", "Categoria": a name to be offered first, not a proof.
bool namesACategory(std::string_view column);

}  // namespace adit::reporting
