#include "geology/reporting/resource_class.h"

namespace adit::reporting {
namespace {

const ResourceClassName& nameOf(ResourceClass value) {
  for (const ResourceClassName& name : kResourceClassNames)
    if (name.value == value) return name;
  return kResourceClassNames[6];
}

}  // namespace

std::string_view wordOf(ResourceClass value) {
  return nameOf(value).word;
}

std::string_view titleOf(ResourceClass value) {
  return nameOf(value).title;
}

std::optional<ResourceClass> classFromWord(std::string_view word) {
  for (const ResourceClassName& name : kResourceClassNames)
    if (name.word == word) return name.value;
  return std::nullopt;
}

}  // namespace adit::reporting
