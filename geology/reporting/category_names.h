// What classes and their columns are usually called.
#pragma once
#include <span>
#include <string_view>

#include "geology/reporting/resource_class.h"

namespace adit::reporting {

/// A word with which the name of a class begins, in lower case, and the class that it means.
struct ClassWord {
  std::string_view word;
  ResourceClass means;
};
/// English and Spanish. None of them is part of another one.
std::span<const ClassWord> classWords();

/// "CLASS", "res_cat", "Categoria": a name to be offered first, not a proof.
bool namesACategory(std::string_view column);

}  // namespace adit::reporting
