#include "viewer/geometry/moving_detail.h"

#include <algorithm>
#include <cmath>

namespace adit::viewer {
namespace {

// Between the two nothing changes: detail that comes and goes disturbs more than a few pictures fewer.
constexpr double kQuickPicture = 1.0 / 25;  // seconds: more detail is taken only as far as this stays
constexpr double kSlowPicture = 1.0 / 20;   // seconds: slower ones do not follow the hand

// However busy the machine was for a moment, and however quick it is.
constexpr double kFewest = 20'000, kMost = 20'000'000;

constexpr double kStep = 8;          // one level finer has about so many more faces; further nothing is known
constexpr double kOtherLevel = 1.5;  // times the faces: fewer are a moved slider, not another level
constexpr int kForgotten = 300;      // pictures, some ten seconds: the machine may only have been busy then

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
  const bool slow = seconds > kSlowPicture;
  const bool alone = slow && !slowBefore_;
  slowBefore_ = slow;
  if (alone) return;
  remember({static_cast<double>(faces), seconds});
  const auto most = static_cast<double>(most_);
  const double wanted = slow ? std::min(most, facesIn(kSlowPicture)) : std::max(most, facesIn(kQuickPicture));
  most_ = static_cast<std::size_t>(std::clamp(wanted, kFewest, kMost));
}

void FaceBudget::remember(const Picture& picture) {
  const auto isOtherLevel = [&](const Picture& known) {
    return std::max(known.faces, picture.faces) > kOtherLevel * std::min(known.faces, picture.faces);
  };
  if (latest_ && isOtherLevel(*latest_)) {
    other_ = latest_;
    otherAge_ = 0;
  }
  latest_ = picture;
  if (other_ && (++otherAge_ > kForgotten || !isOtherLevel(*other_))) other_.reset();
}

/// The faces of a picture that takes so long.
double FaceBudget::facesIn(double seconds) const {
  const double proven = latest_->faces * std::min(kStep, seconds / latest_->seconds);
  if (!other_) return proven;
  const double each = (latest_->seconds - other_->seconds) / (latest_->faces - other_->faces);
  if (!(each > 0)) return proven;  // a busy moment: more faces never take less time
  const double found = latest_->faces + (seconds - latest_->seconds) / each;
  return std::min(found, kStep * std::max(latest_->faces, other_->faces));
}

}  // namespace adit::viewer
