// Any bytes as Surpac strings: a sound mesh or a ReadError, never anything else.
#include "geology/formats/surpac_reader.h"
#include "tests/fuzz/fuzz_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  adit::tests::fuzzReader(adit::formats::readSurpac, {data, size});
  return 0;
}
