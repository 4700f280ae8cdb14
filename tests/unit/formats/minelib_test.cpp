#include "geology/formats/minelib.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "geology/formats/minelib_reader.h"
#include "geology/formats/plan_table_reader.h"
#include "tests/support/mutate.h"
#include "tests/support/reading.h"

namespace adit::formats {
namespace {

using testing::ElementsAre;
using tests::codesOf;
using tests::countOf;
using tests::readBytes;

struct Read {
  Findings findings{"x"};
  geology::Progress progress;
  std::vector<std::string> codes() const {
    geology::Diagnostics list;
    findings.appendTo(list);
    std::vector<std::string> codes;
    for (const auto& d : list) codes.push_back(d.code);
    return codes;
  }
};

TEST(Minelib, IsKnownByItsContent) {
  EXPECT_EQ(minelibKind({"a.txt", "NAME: x\nTYPE: UPIT\nNBLOCKS: 1\n"}), MinelibKind::Problem);
  EXPECT_EQ(minelibKind({"a.prec", "% arcs\n0 0\n1 2 0 3\n"}), MinelibKind::Precedence);
  EXPECT_EQ(minelibKind({"a.prec", "0 3 1\n"}), MinelibKind::None);
  EXPECT_EQ(minelibKind({"a.blocks", "0 0 0 0 12.5\n"}), MinelibKind::Blocks);
  EXPECT_EQ(minelibKind({"a.blocks", "id,x,y,z\n"}), MinelibKind::None);
  EXPECT_EQ(minelibKind({"a.upit", "0 -3.5\n1 7\n"}), MinelibKind::Problem);
  EXPECT_EQ(minelibKind({"a.sol", "0 1\n1 0\n"}), MinelibKind::Solution);
  EXPECT_EQ(minelibKind({"a.csv", "0 1\n1 0\n"}), MinelibKind::None);
}

TEST(Minelib, Precedence) {
  Read read;
  const auto p = readMinelibPrecedence({"a.prec", "% x\n0 2 2 1\n1 0\n2 1 1 % of one\n"}, 3, read.findings,
                                       read.progress);
  EXPECT_THAT(p.first, ElementsAre(0, 2, 2, 3));
  EXPECT_THAT(p.predecessor, ElementsAre(2, 1, 1));
  EXPECT_TRUE(read.codes().empty());
}

TEST(Minelib, PrecedenceWithFaults) {
  Read unknown;
  const auto p =
      readMinelibPrecedence({"a.prec", "0 1 9\n7 1 0\n1 1 0\nx\n"}, 3, unknown.findings, unknown.progress);
  EXPECT_THAT(unknown.codes(), ElementsAre("PL-UNKNOWN-BLOCK", "PL-BAD-LINE"));
  EXPECT_EQ(unknown.findings.count("PL-UNKNOWN-BLOCK"), 2U);
  EXPECT_THAT(p.predecessor, ElementsAre(0));
  Read circle;
  readMinelibPrecedence({"a.prec", "0 1 1\n1 1 2\n2 1 1\n"}, 3, circle.findings, circle.progress);
  EXPECT_THAT(circle.codes(), ElementsAre("PL-CYCLE"));
  // Block 0 is only waited for; 1 and 2 go in a circle.
  Read later;
  readMinelibPrecedence({"a.prec", "0 0\n1 2 0 2\n2 1 1\n3 1 2\n"}, 4, later.findings, later.progress);
  geology::Diagnostics said;
  later.findings.appendTo(said);
  ASSERT_EQ(said.size(), 1U);
  EXPECT_THAT(said[0].message, testing::HasSubstr("block 1"));
  EXPECT_EQ(said[0].line, 2U);
}

TEST(Minelib, Problems) {
  Read read;
  const auto upit = readMinelibProblem(
      {"a.upit", "NAME: Newman1 % one\nTYPE: UPIT\nNBLOCKS: 3\nOBJECTIVE_FUNCTION:\n0 -1.5\n2 7\nEOF\n"},
      read.findings, read.progress);
  EXPECT_EQ(upit.name, "Newman1");
  EXPECT_EQ(upit.blocks, 3U);
  ASSERT_EQ(upit.columns.size(), 1U);
  EXPECT_EQ(upit.columns[0].values[0], -1.5F);
  EXPECT_TRUE(std::isnan(upit.columns[0].values[1]));
  const auto bare = readMinelibProblem({"a.upit", "0 1\n1 2\n"}, read.findings, read.progress);
  EXPECT_EQ(bare.type, "UPIT");
  EXPECT_EQ(bare.blocks, 2U);
  const auto pcpsp = readMinelibProblem(
      {"a.pcpsp",
       "TYPE: PCPSP\nNBLOCKS: 2\nNPERIODS: 6\nNDESTINATIONS: 2\nDISCOUNT_RATE: 0.08\nOBJECTIVE_FUNCTION:\n"
       "0 -1 4\n1 -2 8\nRESOURCE_CONSTRAINT_COEFFICIENTS:\n0 1 0 55\nRESOURCE_CONSTRAINT_LIMITS:\n0 0 I 1 "
       "2\n"},
      read.findings, read.progress);
  EXPECT_EQ(pcpsp.periods, 6U);
  EXPECT_TRUE(pcpsp.discounted);
  ASSERT_EQ(pcpsp.limits.size(), 1U);
  EXPECT_EQ(pcpsp.limits[0].least, 1);
  EXPECT_EQ(pcpsp.limits[0].most, 2);
  ASSERT_EQ(pcpsp.columns.size(), 3U);
  EXPECT_EQ(pcpsp.columns[1].name, "value 1");
  EXPECT_EQ(pcpsp.columns[1].values[1], 8);
  EXPECT_EQ(pcpsp.columns[2].name, "resource 0 to 1");
  EXPECT_EQ(pcpsp.columns[2].values[0], 55);
  EXPECT_TRUE(read.codes().empty());
}

TEST(Minelib, Solutions) {
  Read read;
  const auto plain = readMinelibSolution({"a.sol", "0 2\n1 0\n"}, read.findings, read.progress);
  EXPECT_THAT(plain.period, ElementsAre(2, 0));
  EXPECT_EQ(plain.periods, 3U);
  const auto parts = readMinelibSolution({"a.sol", "0 1 2 0.25\n0 1 3 0.75\n"}, read.findings, read.progress);
  EXPECT_THAT(parts.period, ElementsAre(2, 3));
  EXPECT_THAT(parts.fraction, ElementsAre(.25F, .75F));
  EXPECT_TRUE(read.codes().empty());
  readMinelibSolution({"a.sol", "0 1\n0\n-1 2\n"}, read.findings, read.progress);
  EXPECT_EQ(read.findings.count("PL-BAD-LINE"), 2U);
}

TEST(Minelib, ASolutionOfBlocksAloneIsALimit) {
  Read read;
  const auto limit = readMinelibSolution({"a.sol", "4\n0\n"}, read.findings, read.progress);
  EXPECT_TRUE(limit.isLimit);
  EXPECT_THAT(limit.block, ElementsAre(4, 0));
  EXPECT_EQ(limit.periods, 1U);
  const auto stated = readMinelibSolution({"a.sol", "OBJECTIVE: 12.5\n0 0\n"}, read.findings, read.progress);
  EXPECT_FALSE(stated.isLimit);
  EXPECT_EQ(stated.statedObjective, 12.5);
  EXPECT_TRUE(read.codes().empty());
}

constexpr const char* kCpit =
    "TYPE: CPIT\nNBLOCKS: 3\nNPERIODS: 4\nDISCOUNT_RATE: 0.1\nOBJECTIVE_FUNCTION:\n0 -1\n1 10\n2 4\n"
    "RESOURCE_CONSTRAINT_COEFFICIENTS:\n0 0 5\n1 0 6\n2 0 8\n2 1 3\n"
    "RESOURCE_CONSTRAINT_LIMITS:\n0 0 L 5\n0 1 L 10\n0 2 I 4 9\n1 2 G 2\nEOF\n";

/// Period 1: 10 of block 1 and a half of 4; period 2: the other half.
TEST(Minelib, CashFlowIsValueTimesFractionByPeriod) {
  Read read;
  const auto cpit = readMinelibProblem({"a.cpit", kCpit}, read.findings, read.progress);
  const auto solution = readMinelibSolution({"a.sol", "0 0 0 1\n1 0 1 1\n2 0 1 0.5\n2 0 2 0.5\n"},
                                            read.findings, read.progress);
  EXPECT_THAT(minelibCashFlow(cpit, solution), ElementsAre(-1, 12, 2, 0));
  const auto stranger = readMinelibSolution({"a.sol", "0 1 0 1\n"}, read.findings, read.progress);
  EXPECT_TRUE(minelibCashFlow(cpit, stranger).empty()) << "CPIT has no second destination";
}

TEST(Minelib, CashFlowTakesTheValueOfTheDestination) {
  Read read;
  const auto pcpsp = readMinelibProblem(
      {"a.pcpsp",
       "TYPE: PCPSP\nNBLOCKS: 2\nNPERIODS: 2\nNDESTINATIONS: 2\nOBJECTIVE_FUNCTION:\n0 -1 4\n1 -2 "
       "8\n"},
      read.findings, read.progress);
  const auto solution =
      readMinelibSolution({"a.sol", "0 0 0 1\n1 1 1 0.75\n1 0 1 0.25\n"}, read.findings, read.progress);
  EXPECT_THAT(minelibCashFlow(pcpsp, solution), ElementsAre(-1, .75 * 8 - .25 * 2));
}

/// Resource 0: 5, 6 + 4, 4; resource 1 in period 2: 1.5, and at least 2 are wanted.
TEST(Minelib, LimitsThatASolutionDoesNotKeep) {
  Read read;
  const auto cpit = readMinelibProblem({"a.cpit", kCpit}, read.findings, read.progress);
  const auto half = readMinelibSolution({"a.sol", "0 0 0 1\n1 0 1 1\n2 0 1 0.5\n2 0 2 0.5\n"}, read.findings,
                                        read.progress);
  const auto broken = brokenLimits(cpit, half);
  ASSERT_EQ(broken.size(), 1U);
  EXPECT_EQ(broken[0].resource, 1U);
  const auto whole =
      readMinelibSolution({"a.sol", "0 0 0 1\n1 0 1 1\n2 0 2 1\n"}, read.findings, read.progress);
  EXPECT_TRUE(brokenLimits(cpit, whole).empty());
  const auto early =
      readMinelibSolution({"a.sol", "1 0 0 1\n0 0 2 1\n2 0 2 1\n"}, read.findings, read.progress);
  EXPECT_EQ(brokenLimits(cpit, early).size(), 2U) << "6 of 5 in period 0, 13 of 9 in period 2";
  EXPECT_TRUE(read.codes().empty());
}

TEST(Minelib, BlocksAreAModelAndTheRestAloneIsRefused) {
  const ImportResult result =
      readBytes(readMinelib, "0 0 0 0 5\n1 1 0 0 6\n2 0 1 0 7\n3 1 1 0 8\nbad\n", "nowhere/a.blocks");
  const auto model = tests::onlyObject<geology::BlockModel>(result);
  EXPECT_EQ(model.blockCount(), 4U);
  ASSERT_EQ(model.columns.size(), 2U);
  EXPECT_THAT(model.columns[1].values, ElementsAre(5, 6, 7, 8));
  EXPECT_EQ(countOf(result, "PL-BAD-LINE"), 1U);
  EXPECT_THAT(codesOf(readBytes(readMinelib, "0 1\n1 0\n", "nowhere/a.sol")), ElementsAre("PL-NEEDS-BLOCKS"));
}

TEST(PlanTable, IsToldFromTablesOfPlaces) {
  EXPECT_GT(recognisePlanTable({"a.csv", "Period;Activity;Tonnes\n1;ore;5\n"}), 90);
  EXPECT_EQ(recognisePlanTable({"a.csv", "x,y,z,period,material,tonnes\n"}), 0);
  EXPECT_EQ(recognisePlanTable({"a.csv", "hole_id,period,type,mass\n"}), 0);
  EXPECT_EQ(recognisePlanTable({"a.csv", "period,tonnes\n"}), 0);
}

TEST(PlanTable, KeepsWhatIsGoodAndCountsTheRest) {
  const ImportResult result =
      readBytes(readPlanTable,
                "period,activity,tonnes,Cu_pct,Au_ppm\n"
                "month 2,mill,10,0.5,1\nmonth 10,mill,20,0.4,x\nmonth 1,waste,-4,,\n,mill,1,,\n"
                "month 1,waste,7,,\n",
                "plan.csv");
  const auto plan = tests::onlyObject<geology::MinePlan>(result);
  ASSERT_EQ(plan.periods.size(), 3U);
  EXPECT_EQ(plan.periods[0].label, "month 1");
  EXPECT_EQ(plan.periods[2].label, "month 10");  // by number, not by letter
  ASSERT_EQ(plan.figures.size(), 4U);
  EXPECT_EQ(plan.figures[0].activity, "waste");
  EXPECT_EQ(plan.figures[1].grade, "Cu_pct");
  EXPECT_EQ(plan.figures[2].grade, "Au_ppm");
  EXPECT_EQ(countOf(result, "PL-BAD-FIGURE"), 1U);
  EXPECT_EQ(countOf(result, "PL-NO-PERIOD"), 1U);
  EXPECT_EQ(countOf(result, "PL-BAD-GRADE"), 1U);
}

TEST(Minelib, StandsDamagedFiles) {
  const auto readAll = [](std::string_view bytes) {
    for (const char* name : {"a.blocks", "a.prec", "a.upit", "a.sol"}) {
      Read read;
      const Source source{name, bytes};
      readMinelibPrecedence(source, 0, read.findings, read.progress);
      readMinelibPrecedence(source, 5, read.findings, read.progress);
      readMinelibProblem(source, read.findings, read.progress);
      readMinelibSolution(source, read.findings, read.progress);
    }
    try {
      readBytes(readMinelib, bytes, "nowhere/a.blocks");
      readBytes(readPlanTable, bytes, "nowhere/a.csv");
    } catch (const ReadError& error) {
      EXPECT_FALSE(error.diagnostic.message.empty());
    }
  };
  tests::readDamagedSeeds("minelib", 300, readAll);
}

}  // namespace
}  // namespace adit::formats
