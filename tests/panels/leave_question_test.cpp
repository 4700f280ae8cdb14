// What would be gone is asked about.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/panels/panel_rig.h"

namespace adit::viewer {
namespace {

using tests::PanelRig;
using Kind = AppRequest::Kind;

class LeaveQuestion : public testing::Test {
 protected:
  LeaveQuestion() {
    rig.unsaved = {"estimate"};
    rig.memory.leaveAsked = true;
    rig.driver.frames(2);
  }
  std::vector<Kind> asked() const {
    std::vector<Kind> kinds;
    for (const AppRequest& request : rig.requests) kinds.push_back(request.kind);
    return kinds;
  }
  PanelRig rig{drawLeaveQuestion, 460};
};

TEST_F(LeaveQuestion, HasThreeAnswers) {
  rig.click({"Save, then go on"});
  rig.click({"Go on without"});
  EXPECT_THAT(asked(), testing::ElementsAre(Kind::SaveAndLeave, Kind::LeaveUnsaved));
  EXPECT_TRUE(rig.memory.leaveAsked) << "until the program has done so";
  rig.click({"Stay"});
  EXPECT_FALSE(rig.memory.leaveAsked);
  EXPECT_EQ(asked().size(), 2U);
}

TEST_F(LeaveQuestion, GoesAwayWhenEverythingIsSaved) {
  rig.unsaved.clear();
  rig.driver.frames(2);
  EXPECT_FALSE(rig.memory.leaveAsked);
}

}  // namespace
}  // namespace adit::viewer
