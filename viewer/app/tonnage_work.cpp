#include "viewer/app/tonnage_work.h"

namespace adit::viewer {

TonnageWork::TonnageWork(std::function<void()> whenDone)
    : FollowedWork({unansweredTonnage, shownTonnage,
                    [](TonnageFacts& facts, const std::string& fault) { facts.doubt = fault; }},
                   std::move(whenDone)) {}

ResourceWork::ResourceWork(std::function<void()> whenDone)
    : FollowedWork({unansweredResources, shownResources,
                    [](ResourceFacts& facts, const std::string& fault) { facts.cautions = {fault}; }},
                   std::move(whenDone)) {}

ClaimWork::ClaimWork(std::function<void()> whenDone)
    : FollowedWork({unansweredClaim, claimedClasses,
                    [](ClaimFacts& facts, const std::string& fault) { facts.fault = fault; }},
                   std::move(whenDone)) {}

PlanWork::PlanWork(std::function<void()> whenDone)
    : FollowedWork({unansweredPlanFigures, planFigures,
                    [](PlanFacts& facts, const std::string& fault) { facts.doubts = {fault}; }},
                   std::move(whenDone)) {}

}  // namespace adit::viewer
