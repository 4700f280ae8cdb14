#include "viewer/geometry/moving_detail.h"

#include <algorithm>
#include <cmath>

namespace adit::viewer {
namespace {

// Between the two nothing changes: detail that comes and goes disturbs more than a few pictures fewer.
constexpr double kQuickPicture = 1.0 / 60;  // seconds: more detail is taken only as far as this stays
constexpr double kSlowPicture = 1.0 / 20;   // seconds: slower ones do not follow the hand

// However busy the machine was for a moment, and however quick it is.
constexpr double kFewest = 20'000, kMost = 20'000'000;

}  // namespace

void DetailLevel::begin(std::size_t mostFaces, std::optional<std::size_t> wholeFaces) {
  tooMany_.reset();
  if (wholeFaces && *wholeFaces <= mostFaces) {
    level_ = 0;
    return;
  }
  // A surface with a quarter more or fewer faces is another one.
  if (std::abs(faces_ - learntAt_) > learntAt_ / 4) finer_ = kSmooth;
  const int finest = wholeFaces ? 1 : 0;
  if (level_ > finest && faces_ * finer_ <= static_cast<double>(mostFaces)) --level_;
}

bool DetailLevel::fits(std::size_t faces, std::size_t mostFaces) {
  faces_ = static_cast<double>(faces);
  if (tooMany_ && faces > 0) {
    finer_ = std::max(1.0, *tooMany_ / faces_);
    learntAt_ = faces_;
  }
  if (faces <= mostFaces || level_ == kCoarsest) return true;
  tooMany_ = faces_;
  ++level_;
  return false;
}

void FaceBudget::measured(std::size_t faces, double seconds) {
  if (faces == 0 || !(seconds > 0)) return;
  const auto drawn = static_cast<double>(faces);
  auto most = static_cast<double>(most_);
  if (seconds > kSlowPicture)
    most = std::min(most, drawn * kSlowPicture / seconds);
  else
    most = std::max(most, drawn * kQuickPicture / seconds);
  most_ = static_cast<std::size_t>(std::clamp(most, kFewest, kMost));
}

}  // namespace adit::viewer
