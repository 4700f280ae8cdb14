#include "viewer/geometry/covers_work.h"

#include <exception>

namespace adit::viewer {

CoversWork::~CoversWork() {
  progress_.cancel();
  if (work_.valid()) work_.wait();
}

bool CoversWork::known(const BlockIndex& index, const std::function<void()>& whenDone) {
  if (index.coversKnown()) return true;
  if (work_.valid()) return false;
  work_ = std::async(std::launch::async, [this, &index, whenDone] {
    try {
      index.findCovers(progress_);
    } catch (const geology::Cancelled&) {
      return;
    }
    if (whenDone) whenDone();
  });
  return false;
}

}  // namespace adit::viewer
