#include "viewer/geometry/cell_mask.h"

#include "geology/model/parallel_for.h"
#include "viewer/geometry/cell_rows.h"

namespace adit::viewer {

CellMask::CellMask(const std::array<std::int64_t, 3>& count)
    : count_(count),
      wordsPerRow_(static_cast<std::size_t>((count[0] + 63) / 64)),
      rowCount_(static_cast<std::size_t>(count[1] * count[2])),
      words_(wordsPerRow_ * rowCount_) {}

CellMask cellMaskOf(const std::array<std::int64_t, 3>& count, const geology::BitMask& cells) {
  CellMask mask(count);
  const auto width = static_cast<std::size_t>(count[0]);
  forRows(mask, [&](geology::ParallelRange rows) {
    for (std::size_t row = rows.begin; row < rows.end; ++row)
      for (std::size_t w = 0; w < mask.wordsPerRow(); ++w)
        mask.row(row)[w] = bitsAt(cells, row * width + w * 64, std::min<std::size_t>(64, width - w * 64));
  });
  return mask;
}

}  // namespace adit::viewer
