// The sums and the resource table of the shown blocks, and what is claimed, kept up with the view.
#pragma once
#include <functional>

#include "viewer/geometry/claimed_classes.h"
#include "viewer/geometry/followed_work.h"
#include "viewer/geometry/plan_figures.h"
#include "viewer/geometry/shown_resources.h"
#include "viewer/geometry/shown_tonnage.h"

namespace adit::viewer {

class TonnageWork : public FollowedWork<TonnageQuestion, TonnageFacts> {
 public:
  explicit TonnageWork(std::function<void()> whenDone);
};

class ResourceWork : public FollowedWork<ResourceQuestion, ResourceFacts> {
 public:
  explicit ResourceWork(std::function<void()> whenDone);
};

class ClaimWork : public FollowedWork<ClaimQuestion, ClaimFacts> {
 public:
  explicit ClaimWork(std::function<void()> whenDone);
};

class PlanWork : public FollowedWork<PlanFiguresQuestion, PlanFacts> {
 public:
  explicit PlanWork(std::function<void()> whenDone);
};

}  // namespace adit::viewer
