#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/app/run_adit.h"

namespace adit::tests {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// Eight blocks of 1000 m3: codes 1, 2, 3 and 9, two of each, of 1 % and 0.2 % copper; 2.5 t/m3.
class Report : public testing::Test {
 protected:
  Report() {
    std::string blocks = "xc,yc,zc,xinc,yinc,zinc,cu_pct,sg,CLASS,zone\n";
    const char* codes[] = {"1", "2", "3", "9"};
    for (int i = 0; i < 8; ++i)
      blocks += std::to_string(5 + 10 * i) + ",5,5,10,10,10," + (i % 2 == 0 ? "1" : "0.2") + ",2.5," +
                codes[i / 2] + "," + (i < 4 ? "north" : "south") + "\n";
    mine_.write("model.csv", blocks);
  }
  AditRun with(std::vector<std::string> more) const {
    std::vector<std::string> arguments{"report", mine_.path().string(), "--grade",
                                       "cu_pct", "--density",           "sg"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return runAdit(arguments);
  }
  json parsed(std::vector<std::string> more) const {
    more.insert(more.end(), {"--format", "json"});
    const AditRun run = with(more);
    EXPECT_EQ(run.exitCode, 0) << run.err;
    return run.exitCode == 0 ? json::parse(run.out) : json();
  }

  TemporaryFolder mine_;
};

json lineOf(const json& report, const std::string& kind, const json& resourceClass) {
  for (const json& line : report["lines"])
    if (line["kind"] == kind && line["class"] == resourceClass) return line;
  return {};
}

TEST_F(Report, ClassesAreReadAndInferredIsInNoTotal) {
  const json report =
      parsed({"--category", "CLASS", "--classes", "suggested", "--cutoffs", "0.1,0.5", "--exact"});
  EXPECT_NEAR(lineOf(report, "class", "measured")["tonnes"].get<double>(), 5000, 1e-6);
  EXPECT_NEAR(lineOf(report, "class", "inferred")["tonnes"].get<double>(), 5000, 1e-6);
  const json total = lineOf(report, "measured+indicated", nullptr);
  EXPECT_NEAR(total["tonnes"].get<double>(), 10000, 1e-6);
  EXPECT_NEAR(total["grades"][0]["mean"].get<double>(), 0.6, 1e-7);
  EXPECT_NEAR(total["grades"][0]["metalTonnes"].get<double>(), 60, 1e-5);
  EXPECT_EQ(report["sources"][0]["sha256"].get<std::string>().size(), 64U);
  const std::string cautions = report["cautions"].dump();
  EXPECT_THAT(cautions, HasSubstr("the code '9'"));
  EXPECT_THAT(cautions, HasSubstr("Inferred:"));
  EXPECT_THAT(cautions, Not(HasSubstr("no resource statement")));
}

TEST_F(Report, NothingIsClassifiedUntilSomebodySaysWhatTheCodesMean) {
  const AditRun run = with({"--category", "CLASS"});
  EXPECT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.err, HasSubstr("1=measured,2=indicated,3=inferred"));
  EXPECT_THAT(run.out, HasSubstr("Unclassified"));
  EXPECT_THAT(run.out, Not(HasSubstr("Measured ")));
}

TEST_F(Report, WithoutClassesItIsNoResourceStatement) {
  const AditRun run = with({"--cutoffs", "0.5"});
  EXPECT_THAT(run.out, HasSubstr("All categories in one sum: no resource statement."));
  EXPECT_THAT(run.out, HasSubstr("10 kt"));
  EXPECT_THAT(run.out, HasSubstr("effective date"));
  EXPECT_THAT(run.out, HasSubstr("not stated"));
}

TEST_F(Report, GroupsAndFiltersLikeAView) {
  const json grouped = parsed({"--group", "zone", "--exact"});
  ASSERT_EQ(grouped["lines"].size(), 2U);
  EXPECT_EQ(grouped["lines"][0]["group"], "north");
  EXPECT_NEAR(grouped["lines"][1]["tonnes"].get<double>(), 10000, 1e-6);
  const json filtered = parsed({"--filter", "zone == \"north\"", "-c", "range * cu_pct 0.5 *", "--exact"});
  ASSERT_EQ(filtered["lines"].size(), 1U);
  EXPECT_EQ(filtered["lines"][0]["blocks"], 2);
  EXPECT_THAT(filtered["filter"].get<std::string>(), HasSubstr("cu_pct >= 0.5"));
}

TEST_F(Report, CsvHasItsCautionsAndRoundedNumbers) {
  const AditRun run = with(
      {"--format", "csv", "--category", "CLASS", "--classes", "1=measured,2=inferred,3=inferred,9=mined"});
  ASSERT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("# note: Inferred:"));
  EXPECT_THAT(run.out, HasSubstr("\n,,Measured,2,5000,0.6,30\n"));
  EXPECT_THAT(run.out, HasSubstr("\n,,Inferred,4,10000,0.6,60\n"));
}

TEST_F(Report, WrongUsageIsSaid) {
  EXPECT_EQ(with({"--grade", "gold"}).exitCode, 2);
  EXPECT_THAT(with({"--group", "zones"}).err, HasSubstr("no column 'zones'"));
  EXPECT_THAT(with({"--category", "CLASS", "--classes", "1=sure"}).err, HasSubstr("'sure' is no class"));
  EXPECT_EQ(with({"--format", "xml"}).exitCode, 2);
  EXPECT_THAT(with({"--proportion", "zone"}).err, HasSubstr("category"));
}

TEST_F(Report, MadeUpDataSaysSo) {
  const AditRun run =
      runAdit({"report", "synthetic:porphyry?seed=7", "--grade", "cu_pct", "--density", "density"});
  EXPECT_EQ(run.exitCode, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("SYNTHETIC"));
}

}  // namespace
}  // namespace adit::tests
