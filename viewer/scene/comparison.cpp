#include "viewer/scene/comparison.h"

#include <utility>

#include "viewer/state/compare.h"

namespace adit::viewer {

void Comparison::choose(const std::shared_ptr<const geology::Deposit>& deposit, const ViewState& state,
                        const PlanPatience& patience) {
  asked_ = comparedView(state);
  if (!asked_) return forget();
  if (view_ == nullptr) view_ = std::make_unique<SpatialView>();
  if (deposit_ == nullptr) view_->setDeposit(*deposit);
  before_ = {std::exchange(deposit_, deposit), difference_.deposit};
  const CompareTitles titles = compareTitles(*deposit, state, *asked_);
  titleA_ = titles.a;
  std::vector<std::string> lines{titles.b};
  if (state.asOf != asked_->asOf && asked_->honest.on)
    lines.emplace_back("Distances to samples are those of A");
  differs_ = state.compare.difference;
  if (differs_) {
    DifferenceQuestion question = differenceQuestion(deposit, state, *asked_);
    if (question_ != question) {
      difference_ = blockDifference(question);
      question_ = std::move(question);
    }
    lines.push_back(difference_.text());
    differs_ = difference_.fault.empty();
  } else {
    question_.reset();
    difference_ = {};
  }
  drawn_ = differs_ ? difference_.view : *asked_;
  drawn_.camera = state.camera;
  drawn_.pick = state.pick;
  drawn_.measure = state.measure;
  drawn_.lens = state.lens;
  shownPlan_ = plans_.at(deposit, drawn_, patience);
  view_->setTitle(std::move(lines), true);
}

void Comparison::forget() {
  view_.reset();
  deposit_.reset();
  asked_.reset();
  question_.reset();
  difference_ = {};
  plans_.forget();
  shownPlan_ = nullptr;
  before_.clear();
}

LayerInput Comparison::input(const LayerInput& first) const {
  return {differs_ ? *difference_.deposit : first.deposit,
          drawn_,
          first.frame,
          cutPlanesOf(drawn_),
          std::nullopt,
          first.scale,
          first.means,
          first.lens,
          shownPlan_,
          first.moving};
}

void Comparison::sync(const LayerInput& first, const CameraState& camera) {
  view_->sync(input(first), camera);
  before_.clear();
}

void Comparison::prepareFrame(const LayerInput& first, const CameraState& camera) {
  view_->prepareFrame(input(first), camera);
}

}  // namespace adit::viewer
