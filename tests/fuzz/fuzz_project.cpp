// Project files: whatever is accepted has to survive being written and read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "geology/project/project_file.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace adit::project;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto result = parseProject(bytes, "fuzz.adit");
  if (const auto* project = std::get_if<ProjectFile>(&result)) {
    const auto again = parseProject(formatProject(*project), "again.adit");
    if (!std::holds_alternative<ProjectFile>(again) || std::get<ProjectFile>(again) != *project) std::abort();
  }
  return 0;
}
