#include "geology/model/block_memory.h"

namespace adit::geology {
namespace {

template <typename T>
std::size_t bytesOf(const std::vector<T>& values) {
  return values.capacity() * sizeof(T);
}

}  // namespace

BlockMemory memoryOf(const BlockModel& model) {
  BlockMemory memory;
  for (const Column& column : model.columns) {
    memory.columns += bytesOf(column.values) + column.codes.bytes();
    memory.states += bytesOf(column.states) + bytesOf(column.limits);
  }
  memory.cells = bytesOf(model.cellOfBlock);
  memory.boxes = bytesOf(model.boxes);
  memory.lines = model.line.bytes();
  return memory;
}

}  // namespace adit::geology
