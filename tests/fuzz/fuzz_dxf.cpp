// Any bytes as a DXF file: a sound mesh or a ReadError, never anything else.
#include "geology/formats/dxf_reader.h"
#include "tests/fuzz/fuzz_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  adit::tests::fuzzReader(adit::formats::readDxf, {data, size});
  return 0;
}
