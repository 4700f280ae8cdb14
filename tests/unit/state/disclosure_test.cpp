// What a person states: commands, limits, JSON.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "viewer/state/command.h"
#include "viewer/state/state_json.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;

ViewState after(const std::string& script) {
  const auto state = applyScript({}, script, {});
  if (const auto* fault = std::get_if<CommandError>(&state)) throw std::runtime_error(fault->message);
  return std::get<ViewState>(state);
}

std::string faultOf(const std::string& script) {
  const auto state = applyScript({}, script, {});
  const auto* fault = std::get_if<CommandError>(&state);
  return fault == nullptr ? "" : fault->message;
}

TEST(Disclosure, CommandsStateAndTakeBack) {
  const ViewState stated = after(
      "mode public\ndisclosure date 2024-02-29\ndisclosure person 'A. B., P.Geo.'\ndisclosure code 'JORC "
      "2012'\n"
      "disclosure basis 50 %\ndisclosure kind historical\ndisclosure caution standard");
  EXPECT_EQ(stated.mode, ReportMode::Public);
  EXPECT_EQ(stated.disclosure,
            (DisclosureState{"2024-02-29", "A. B., P.Geo.", "JORC 2012", 50, EstimateKind::Historical,
                             standardCaution(EstimateKind::Historical)}));
  const ViewState back = std::get<ViewState>(stateFromJson(toJson(stated)));
  EXPECT_EQ(back, stated);
  EXPECT_EQ(
      after("disclosure date 2024-02-29\ndisclosure date none\ndisclosure basis 50\ndisclosure basis none\n"
            "disclosure person x\ndisclosure person none\ndisclosure kind study\ndisclosure kind none\n"
            "disclosure caution x\ndisclosure caution none"),
      ViewState{});
}

TEST(Disclosure, WhatMakesNoSenseIsRefused) {
  EXPECT_THAT(faultOf("disclosure date 2023-02-29"), HasSubstr("no day"));
  EXPECT_THAT(faultOf("disclosure date 31.1.2026"), HasSubstr("no day"));
  EXPECT_NE(faultOf("disclosure basis 0"), "");
  EXPECT_NE(faultOf("disclosure basis 101"), "");
  EXPECT_THAT(faultOf("disclosure kind ore"), HasSubstr("no kind"));
  EXPECT_THAT(faultOf("disclosure kind resource\ndisclosure caution standard"),
              HasSubstr("no standard caution"));
  EXPECT_THAT(faultOf("disclosure person " + std::string(601, 'x')), HasSubstr("longer than 600"));
  EXPECT_THAT(faultOf("mode secret"), HasSubstr("no mode"));
}

TEST(Disclosure, AViewOfAFileIsCheckedToo) {
  for (const char* json :
       {R"({"disclosure":{"effectiveDate":"2026-13-01"}})", R"({"disclosure":{"basis":-1}})",
        R"({"disclosure":{"kind":"ore"}})", R"({"mode":"open"})"})
    EXPECT_TRUE(std::holds_alternative<CommandError>(stateFromJson(json))) << json;
}

TEST(Disclosure, DatesAreThoseOfTheCalendar) {
  for (const char* text : {"2026-01-31", "2000-02-29", "1999-12-31"}) EXPECT_TRUE(isDate(text)) << text;
  for (const char* text :
       {"", "2026-1-31", "2026-02-30", "1900-02-29", "2026-01-31x", "20260131xx", "-026-01-31"})
    EXPECT_FALSE(isDate(text)) << text;
}

TEST(Disclosure, EveryKindThatNeedsACautionHasOne) {
  for (const EstimateKind kind :
       {EstimateKind::Unstated, EstimateKind::Results, EstimateKind::Resource, EstimateKind::Reserve,
        EstimateKind::Historical, EstimateKind::Target, EstimateKind::Study})
    EXPECT_EQ(needsCaution(kind), kind == EstimateKind::Historical || kind == EstimateKind::Target ||
                                      kind == EstimateKind::Study);
}

TEST(Disclosure, APreliminaryStudyNeedsACautionWhateverTheEstimateIs) {
  EXPECT_FALSE(needsCaution(EstimateKind::Resource, StudyLevel::Feasibility));
  EXPECT_TRUE(needsCaution(EstimateKind::Resource, StudyLevel::Scoping));
  EXPECT_EQ(levelOf(EstimateKind::Study, StudyLevel::Unstated), StudyLevel::Scoping);
  EXPECT_EQ(levelOf(EstimateKind::Study, StudyLevel::Feasibility), StudyLevel::Feasibility) << "as stated";
  EXPECT_EQ(levelOf(EstimateKind::Reserve, StudyLevel::Unstated), StudyLevel::Unstated);
  const std::string both = standardCaution(EstimateKind::Target, StudyLevel::Scoping);
  EXPECT_TRUE(both.starts_with(standardCaution(EstimateKind::Target)));
  EXPECT_TRUE(both.ends_with(standardCaution(EstimateKind::Resource, StudyLevel::Scoping)));
}

}  // namespace
}  // namespace adit::viewer
