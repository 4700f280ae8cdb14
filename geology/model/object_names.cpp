#include "geology/model/object_names.h"

#include <algorithm>

namespace adit::geology {

std::string freeObjectName(const Deposit& deposit, const std::string& wanted) {
  const std::vector<ObjectEntry> entries = objects(deposit);
  std::string name = wanted;
  const auto isTaken = [&](const ObjectEntry& entry) { return entry.name == name; };
  for (int number = 2; std::any_of(entries.begin(), entries.end(), isTaken); ++number)
    name = wanted + " " + std::to_string(number);
  return name;
}

}  // namespace adit::geology
