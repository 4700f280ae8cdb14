// Caches of block models: the input is the description in the file, under a hash that is right, so that what
// stands in it is what is tested. Whatever is accepted has to be a model that holds together.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "geology/project/deposit_checks.h"
#include "tests/support/forge_cache.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace adit;
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  const std::string file = tests::forgedCache(json, std::string(3 * tests::kCachePage, '\0'));
  project::BlockCacheReader reader(file, false);
  if (!reader.fault().empty()) return 0;
  adit::geology::Progress progress;
  const auto models = reader.readModels(progress);
  if (!models) return 0;
  for (const formats::Object& object : *models)
    if (project::faultOf(std::get<geology::BlockModel>(object))) std::abort();
  return 0;
}
