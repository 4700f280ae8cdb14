// Measured structures from files, through the readers, to the stereonet.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "geology/project/open.h"
#include "tests/support/temporary_folder.h"
#include "viewer/charts/chart_question.h"
#include "viewer/state/initial_state.h"

namespace adit::viewer {
namespace {

using testing::Contains;
using testing::HasSubstr;

/// Two holes with planes of known poles, as a logging geologist types them.
std::shared_ptr<const geology::Deposit> openStructures(const std::string& structures) {
  const tests::TemporaryFolder folder;
  folder.write("collar.csv", "hole_id,x,y,z,depth\nA1,500010,4000020,1200,100\nA2,500110,4000020,1210,80\n");
  folder.write("survey.csv", "hole_id,depth,azimuth,dip\nA1,0,90,-60\nA2,0,0,-90\n");
  folder.write("assay.csv", "hole_id,from,to,cu_pct\nA1,0,10,0.5\nA1,10,20,0.3\nA2,0,5,1.25\n");
  folder.write("structure.csv", structures);
  geology::Progress progress;
  return project::open({.paths = {folder.path().string()}, .choices = {}, .targetCrs = {}}, progress).deposit;
}

ChartPage stereonet(const std::shared_ptr<const geology::Deposit>& deposit) {
  const auto question = chartQuestion(deposit, initialState(*deposit), deposit->drillholes.front()->name,
                                      "cu_pct", {.kind = ChartKind::Stereonet});
  EXPECT_TRUE(question);
  SelectionCache cache;
  return chartOf(*question, cache, {});
}

std::vector<std::array<double, 2>> polesOf(const ChartPage& page) {
  std::vector<std::array<double, 2>> poles;
  for (const NetBody::Set& set : std::get<NetBody>(page.body).sets)
    poles.insert(poles.end(), set.poles.begin(), set.poles.end());
  return poles;
}

testing::Matcher<std::array<double, 2>> near(double x, double y) {
  return testing::ElementsAre(testing::DoubleNear(x, 1e-6), testing::DoubleNear(y, 1e-6));
}

TEST(Structures, DipAndDirectionOfAFileAreItsPoles) {
  const auto deposit = openStructures(
      "hole_id,from,to,dip,dip_direction,kind\nA1,5,6,45,90,vein\nA1,15,16,0,10,joint\nA2,1,2,90,180,vein\n"
      "A2,3,4,120,10,joint\n");
  const ChartPage page = stereonet(deposit);
  ASSERT_TRUE(page.drawn()) << std::get<NoBody>(page.body).reason;
  // A plane that dips 45 to the east has a pole that plunges 45 to the west: sqrt(2) sin(22.5 degrees) out.
  const double out = std::sqrt(2.0) * std::sin(M_PI / 8);
  const auto poles = polesOf(page);
  EXPECT_EQ(poles.size(), 3U);
  EXPECT_THAT(poles, Contains(near(-out, 0)));
  EXPECT_THAT(poles, Contains(near(0, 0))) << "a flat plane";
  EXPECT_THAT(poles, Contains(near(0, 1))) << "an upright plane that faces south";
  std::string footer;
  for (const std::string& line : page.footer) footer += line + "\n";
  EXPECT_THAT(footer, HasSubstr("1")) << "the dip of 120 is counted";
}

TEST(Structures, AStrikeIsRightHanded) {
  const auto deposit = openStructures("hole_id,from,to,dip,strike\nA1,5,6,45,0\nA1,7,8,30,270\n");
  const ChartPage page = stereonet(deposit);
  ASSERT_TRUE(page.drawn()) << std::get<NoBody>(page.body).reason;
  const auto poles = polesOf(page);
  EXPECT_THAT(poles, Contains(near(-std::sqrt(2.0) * std::sin(M_PI / 8), 0))) << "strike 0 dips east";
  EXPECT_THAT(poles, Contains(near(0, -std::sqrt(2.0) * std::sin(M_PI / 12)))) << "strike 270 dips north";
}

TEST(Structures, OrientedCoreIsTurnedByItsHole) {
  // A1 plunges 60 to the east: square to its core is a plane that dips 30 to the west, whose pole lies 30
  // east.
  const auto deposit = openStructures("hole_id,from,to,alpha,beta\nA1,5,6,90,0\nA2,1,2,45,10\n");
  const ChartPage page = stereonet(deposit);
  ASSERT_TRUE(page.drawn()) << std::get<NoBody>(page.body).reason;
  const auto poles = polesOf(page);
  ASSERT_EQ(poles.size(), 1U) << "A2 is upright: there is no bottom line";
  EXPECT_THAT(poles, Contains(near(std::sqrt(2.0) * std::sin(M_PI / 12), 0)));
  EXPECT_THAT(page.footer, Contains(HasSubstr("bottom line")));
}

}  // namespace
}  // namespace adit::viewer
