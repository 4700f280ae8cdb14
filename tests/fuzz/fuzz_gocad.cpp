// Any bytes as GOCAD objects: a sound mesh or a ReadError, never anything else.
#include "geology/formats/gocad_reader.h"
#include "tests/fuzz/fuzz_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  adit::tests::fuzzReader(adit::formats::readGocad, {data, size});
  return 0;
}
