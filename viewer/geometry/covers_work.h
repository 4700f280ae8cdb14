// Finds what covers the faces of sub-blocks without a frame waiting for it.
#pragma once
#include <functional>
#include <future>

#include "geology/model/progress.h"
#include "viewer/geometry/block_index.h"

namespace adit::viewer {

class CoversWork {
 public:
  CoversWork() = default;
  ~CoversWork();  ///< cancels and waits
  CoversWork(const CoversWork&) = delete;
  CoversWork& operator=(const CoversWork&) = delete;

  /// Whether they are known; begins to find them where they are not. Never waits. `whenDone` is called on the
  /// working thread. It is one index that is asked about, which outlives this.
  bool known(const BlockIndex& index, const std::function<void()>& whenDone);

 private:
  geology::Progress progress_;
  std::future<void> work_;
};

}  // namespace adit::viewer
