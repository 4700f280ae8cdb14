// Real drillhole databases, joined: the counts that are known of them, and how long it takes.
#include <gtest/gtest.h>

#include <chrono>

#include "tests/support/join_tables.h"
#include "tests/support/real_data.h"

using adit::geology::Diagnostic;
using adit::geology::DrillHole;
using adit::geology::DrillHoles;
using adit::geology::TraceBasis;
using adit::project::JoinResult;
using adit::tests::choiceOf;
using adit::tests::count;
using adit::tests::join;
using adit::tests::NamedTexts;

namespace {

JoinResult joinReal(const std::string& folder, const std::vector<std::string>& names) {
  NamedTexts files;
  for (const std::string& name : names) {
    const std::string path = adit::tests::realData(folder) + "/" + name;
    files.emplace_back(path, adit::tests::readFile(path));
  }
  return join(files);
}

}  // namespace

TEST(JoinRealDrillholes, CopperCreek) {
  ADIT_NEEDS_REAL_DATA("dh_copper_creek");
  const JoinResult result =
      joinReal("dh_copper_creek", {"assay.csv", "collar.csv", "lithology.csv", "survey.csv"});
  ASSERT_EQ(result.drillholes.size(), 1U);
  const DrillHoles& holes = result.drillholes[0];
  EXPECT_EQ(holes.holes.size(), 545U);
  std::size_t stations = 0;
  std::size_t single = 0;
  for (const DrillHole& hole : holes.holes) {
    stations += hole.surveys.size();
    single += hole.basis == TraceBasis::SingleSurvey;
    EXPECT_FALSE(hole.lengthStated);
    EXPECT_FALSE(hole.trace.empty());
    for (const auto& station : hole.trace.stations()) ASSERT_TRUE(isFinite(station.position)) << hole.id;
  }
  EXPECT_EQ(stations, 5822U);
  EXPECT_EQ(single, 121U);
  EXPECT_EQ(holes.table("assay")->size(), 67'321U);
  EXPECT_EQ(holes.table("lithology")->size(), 7'150U);
  EXPECT_EQ(count(result, "DH-FIRST-STATION"), 101U);
  EXPECT_EQ(count(result, "DH-MIXED-DIP"), 29U);
  EXPECT_EQ(choiceOf(holes.sources[1], "survey.csv/dip-sign"), "negative-down");
  const auto countIn = [&](std::string_view file, std::string_view code) {
    for (const Diagnostic& d : result.diagnostics)
      if (d.file.ends_with(file) && d.code == code) return d.count;
    return std::size_t{0};
  };
  EXPECT_EQ(countIn("assay.csv", "DH-OVERLAP"), 164U);
  EXPECT_EQ(countIn("assay.csv", "DH-GAP"), 585U);
  EXPECT_EQ(countIn("lithology.csv", "DH-OVERLAP"), 7U);
  EXPECT_EQ(countIn("assay.csv", "DH-NO-INTERVALS"), 57U);
}

TEST(JoinRealDrillholes, Babbitt) {
  ADIT_NEEDS_REAL_DATA("dh_babbitt");
  const JoinResult result =
      joinReal("dh_babbitt", {"assay_BABBITT.csv", "collar_BABBITT.csv", "survey_BABBITT.csv"});
  ASSERT_EQ(result.drillholes.size(), 1U);
  const DrillHoles& holes = result.drillholes[0];
  EXPECT_EQ(holes.holes.size(), 399U);
  std::size_t stations = 0;
  for (const DrillHole& hole : holes.holes) {
    stations += hole.surveys.size();
    if (hole.surveys.empty()) continue;
    EXPECT_GE(hole.surveys.front().dip, 32);
    EXPECT_LT(hole.trace.positionAt(hole.length).z, hole.collar.z) << hole.id;
  }
  EXPECT_EQ(stations + count(result, "DH-DUPLICATE-STATION"), 2628U);
  EXPECT_EQ(choiceOf(holes.sources[1], "survey_BABBITT.csv/dip-sign"), "positive-down");
  EXPECT_EQ(holes.tables.at(0).size(), 35'616U);
  // 90,000 ft stands for "to the end" in this database; the deepest assay is at 3,574 ft.
  EXPECT_GT(count(result, "DH-PLACEHOLDER-STATION"), 0U);
  EXPECT_GT(holes.bounds().min.z, -5000);
}

TEST(JoinRealDrillholes, WesternAustraliaWithoutSurveys) {
  ADIT_NEEDS_REAL_DATA("dh_gswa");
  const JoinResult result = joinReal("dh_gswa", {"gswa_sample_collars.csv", "gswa_sample_geology.csv"});
  ASSERT_EQ(result.drillholes.size(), 1U);
  const DrillHoles& holes = result.drillholes[0];
  EXPECT_EQ(holes.holes.size(), 4685U);
  EXPECT_EQ(holes.tables.at(0).size(), 5831U);
  EXPECT_EQ(count(result, "DH-NO-INTERVALS"), 4585U) << "100 holes have intervals";
  EXPECT_EQ(count(result, "DH-NO-SURVEY"), 4685U);
  std::size_t stated = 0;
  for (const DrillHole& hole : holes.holes) {
    EXPECT_EQ(hole.basis, TraceBasis::AssumedVertical);
    stated += hole.lengthStated;
  }
  EXPECT_EQ(stated + 286 + count(result, "DH-BAD-LENGTH"), 4685U) << "286 holes state no length";
}

TEST(JoinRealDrillholes, ByCollarIdWhenChosen) {
  ADIT_NEEDS_REAL_DATA("dh_gswa");
  NamedTexts files;
  for (const char* name : {"gswa_sample_collars.csv", "gswa_sample_geology.csv"})
    files.emplace_back(name, adit::tests::readFile(adit::tests::realData("dh_gswa") + "/" + name));
  const JoinResult result = join(files, {{"gswa_sample_collars.csv/column-hole-id", "CollarID"},
                                         {"gswa_sample_geology.csv/column-hole-id", "CollarId"}});
  EXPECT_EQ(result.drillholes.at(0).tables.at(0).size(), 5831U);
}
