// Written drillholes are read back with the readers and the join that opened them.
#include "geology/formats/write_drillholes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <sstream>

#include "geology/project/join_drillholes.h"
#include "tests/support/read_table.h"
#include "tests/support/real_data.h"

using adit::formats::DrillTable;
using adit::geology::Column;
using adit::geology::DrillHoles;
using adit::geology::IntervalTable;
using adit::project::JoinResult;
using adit::tests::readTable;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

using NamedTexts = std::vector<std::pair<std::string, std::string>>;

DrillHoles join(const NamedTexts& files) {
  std::vector<DrillTable> tables;
  for (const auto& [name, text] : files) tables.push_back(readTable(name, text).table);
  return std::move(adit::project::joinDrillholes(std::move(tables), {}).drillholes.at(0));
}

NamedTexts written(const DrillHoles& holes) {
  NamedTexts files;
  std::ostringstream collars, surveys;
  adit::formats::writeCollars(holes, collars);
  adit::formats::writeSurveys(holes, surveys);
  files.emplace_back("collar.csv", collars.str());
  files.emplace_back("survey.csv", surveys.str());
  for (const IntervalTable& table : holes.tables) {
    std::ostringstream out;
    adit::formats::writeIntervals(holes, table, out);
    files.emplace_back(table.name + ".csv", out.str());
  }
  return files;
}

void expectSame(const Column& a, const Column& b) {
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(a.unit, b.unit);
  ASSERT_EQ(a.kind, b.kind) << a.name;
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t row = 0; row < a.size(); ++row) {
    ASSERT_EQ(a.state(row), b.state(row)) << a.name << " row " << row;
    if (!a.isNumeric()) {
      ASSERT_EQ(a.category(row), b.category(row)) << a.name << " row " << row;
    } else if (a.hasValue(row)) {
      ASSERT_EQ(a.values[row], b.values[row]) << a.name << " row " << row;
    }
  }
}

void expectSame(const DrillHoles& a, const DrillHoles& b) {
  ASSERT_EQ(a.holes.size(), b.holes.size());
  for (std::size_t h = 0; h < a.holes.size(); ++h) {
    ASSERT_EQ(a.holes[h].id, b.holes[h].id);
    ASSERT_EQ(a.holes[h].collar, b.holes[h].collar);
    ASSERT_EQ(a.holes[h].surveys, b.holes[h].surveys) << a.holes[h].id;
    ASSERT_EQ(a.holes[h].basis, b.holes[h].basis) << a.holes[h].id;
    ASSERT_EQ(a.holes[h].length, b.holes[h].length) << a.holes[h].id;
    ASSERT_EQ(a.holes[h].lengthStated, b.holes[h].lengthStated) << a.holes[h].id;
  }
  ASSERT_EQ(a.collarColumns.size(), b.collarColumns.size());
  for (std::size_t c = 0; c < a.collarColumns.size(); ++c) expectSame(a.collarColumns[c], b.collarColumns[c]);
  ASSERT_EQ(a.tables.size(), b.tables.size());
  for (std::size_t t = 0; t < a.tables.size(); ++t) {
    EXPECT_EQ(a.tables[t].name, b.tables[t].name);
    EXPECT_EQ(a.tables[t].hole, b.tables[t].hole);
    EXPECT_EQ(a.tables[t].from, b.tables[t].from);
    EXPECT_EQ(a.tables[t].to, b.tables[t].to);
    ASSERT_EQ(a.tables[t].columns.size(), b.tables[t].columns.size());
    for (std::size_t c = 0; c < a.tables[t].columns.size(); ++c)
      expectSame(a.tables[t].columns[c], b.tables[t].columns[c]);
  }
}

const NamedTexts kSmall{
    {"collar.csv",
     "hole,x,y,z,depth,az,dip,kind\n\"A, "
     "1\",550082.15,3623730.41,1350.57,100,0,0,RC\nB,1,2,3,,45,30,\n\"C\"\"\",0,0,0,,,,DD\n"},
    {"survey.csv",
     "hole,depth,az,dip\n\"A, 1\",0,10.1,30\n\"A, 1\",50,11,-40\n\"C\"\"\",0,0,0\n\"A, 1\",70,11,-41\n"},
    {"assay.csv",
     "hole,from,to,Au (g/t),rock\n\"A, 1\",0,1.5,<0.01,\"skarn, massive\"\n\"A, 1\",1.5,3,0.1,\n\"A, "
     "1\",3,4,,x\nB,0,7,LOST,"
     "y\nB,7,8,1e-9,y\nB,8,9,3,y\nB,9,10,2,y\n"}};

}  // namespace

TEST(WriteDrillholes, ReadsBackTheSame) {
  const DrillHoles holes = join(kSmall);
  expectSame(holes, join(written(holes)));
}

TEST(WriteDrillholes, KeepsHolesThatPointUp) {
  const DrillHoles up = join({{"c.csv", "hole,x,y,z,depth\nA,0,0,0,50\nB,0,0,0,50\n"},
                              {"s.csv", "hole,depth,az,dip_positive_down\nA,0,0,-60\nB,0,0,-45\n"}});
  EXPECT_EQ(up.holes[0].surveys[0].dip, -60);
  expectSame(up, join(written(up)));
}

TEST(WriteDrillholes, WritesStatesAndShortestNumbers) {
  const NamedTexts files = written(join(kSmall));
  EXPECT_THAT(files[0].second, HasSubstr("\n\"A, 1\",550082.15,3623730.41,1350.57,100,RC,,\n"));
  EXPECT_THAT(files[0].second, HasSubstr("\nB,1,2,3,,,45,30\n")) << "drawn along its collar direction";
  EXPECT_THAT(files[1].second, HasSubstr("\n\"A, 1\",0,10.1,-30\n"));
  EXPECT_THAT(files[2].second,
              StartsWith("hole_id,from,to,Au (g/t),rock\n\"A, 1\",0,1.5,<0.01,\"skarn, massive\"\n"));
  EXPECT_THAT(files[2].second, HasSubstr("B,0,7,?,y\n"));
  EXPECT_THAT(files[2].second, HasSubstr("\"A, 1\",3,4,,x\n"));
}

TEST(WriteDrillholes, SyntheticSaysSo) {
  DrillHoles holes = join({kSmall[0]});
  holes.sources[0].synthetic = true;
  holes.sources[0].note = "SYNTHETIC - test";
  std::ostringstream out;
  adit::formats::writeCollars(holes, out);
  EXPECT_THAT(out.str(), StartsWith("# SYNTHETIC - test\nhole_id,"));
  EXPECT_EQ(readTable("c.csv", out.str()).table.holeId.size(), 3U);
}

TEST(WriteDrillholes, UnitOfAMadeColumnIsWrittenInItsHeader) {
  DrillHoles holes = join({kSmall[0], kSmall[2]});
  holes.tables[0].columns[0].name = "Gold";
  std::ostringstream out;
  adit::formats::writeIntervals(holes, holes.tables[0], out);
  EXPECT_THAT(out.str(), StartsWith("hole_id,from,to,Gold (g/t),rock\n"));
}

TEST(WriteDrillholes, DesurveyedIntervalsStandOnTheTrace) {
  const DrillHoles holes = join({{"c.csv", "hole,x,y,z,depth\nA,1000,2000,500,150\n"},
                                 {"s.csv", "hole,depth,az,dip\nA,0,90,60\nA,50,94,58\nA,100,100,55\n"},
                                 {"a.csv", "hole,from,to,Cu\nA,50,100,0.5\n"}});
  std::ostringstream out;
  adit::formats::writeDesurveyedIntervals(holes, holes.tables[0], out);
  const DrillTable table = readTable("d.csv", out.str()).table;
  const std::vector<std::pair<const char*, double>> expected{
      {"x_from", 1025.721090}, {"y_from", 1999.075674}, {"z_from", 457.139198},
      {"x_mid", 1039.170158},  {"y_mid", 1997.759257},  {"z_mid", 436.108018},
      {"x_to", 1053.072209},   {"y_to", 1995.659800},   {"z_to", 415.438084}};
  for (const auto& [name, value] : expected)
    EXPECT_NEAR(static_cast<double>(adit::geology::findColumn(table.columns, name)->values[0]), value, 1e-4)
        << name;
  EXPECT_THAT(out.str(), HasSubstr(",0.5\n"));
}

TEST(WriteDrillholes, CopperCreekReadsBackTheSame) {
  ADIT_NEEDS_REAL_DATA("dh_copper_creek");
  NamedTexts files;
  for (const char* name : {"assay.csv", "collar.csv", "lithology.csv", "survey.csv"})
    files.emplace_back(name, adit::tests::readFile(adit::tests::realData("dh_copper_creek") + "/" + name));
  const DrillHoles holes = join(files);
  expectSame(holes, join(written(holes)));
}
