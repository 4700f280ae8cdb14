// Any bytes as a block table: no crash, no hang, no object whose columns differ in length.
#include <cstdint>
#include <cstdlib>

#include "geology/formats/block_table_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace adit;
  const formats::Source source{"fuzz.csv", {reinterpret_cast<const char*>(data), size}};
  geology::Progress progress;
  formats::recogniseBlockTable(source);
  try {
    const auto result = formats::readBlockTable(source, {}, progress);
    for (const auto& object : result.objects)
      if (const auto* model = std::get_if<geology::BlockModel>(&object))
        for (const auto& column : model->columns)
          if (column.size() != model->blockCount()) std::abort();
  } catch (const formats::ReadError&) {
    // A refusal with a reason is a good answer.
  }
  return 0;
}
