// Any bytes as a VTK grid: no crash, no hang, no object whose columns differ in length.
#include <cstdint>
#include <cstdlib>

#include "geology/formats/vtk_blocks_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace adit::formats;
  const Source source{"fuzz.vtk", {reinterpret_cast<const char*>(data), size}};
  adit::geology::Progress progress;
  if (recogniseVtkBlocks(source) == 0) return 0;
  try {
    const ImportResult result = readVtkBlocks(source, {}, progress);
    for (const Object& object : result.objects)
      if (const auto* model = std::get_if<adit::geology::BlockModel>(&object))
        for (const auto& column : model->columns)
          if (column.size() != model->blockCount()) std::abort();
  } catch (const ReadError&) {
    // A refusal with a reason is a good answer.
  }
  return 0;
}
