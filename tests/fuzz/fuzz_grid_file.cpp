// Any bytes as a GSLIB file, a list of values and a UBC-GIF mesh: no crash, no hang, columns of one length.
#include <cstdint>
#include <cstdlib>

#include "geology/formats/gslib_reader.h"
#include "geology/formats/ubc_reader.h"
#include "geology/formats/value_list_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace adit::formats;
  const Source source{"fuzz.dat", {reinterpret_cast<const char*>(data), size}};
  adit::geology::Progress progress;
  for (const auto read : {readGslib, readValueList, readUbc}) {
    try {
      const ImportResult result = read(source, {{"fuzz.dat/lattice", "2x2x1"}}, progress);
      for (const Object& object : result.objects)
        if (const auto* model = std::get_if<adit::geology::BlockModel>(&object))
          for (const auto& column : model->columns)
            if (column.size() != model->blockCount()) std::abort();
    } catch (const ReadError&) {
      // A refusal with a reason is a good answer.
    }
  }
  return 0;
}
