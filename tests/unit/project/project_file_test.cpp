#include "geology/project/project_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/mutate.h"

namespace adit::project {
namespace {

using testing::HasSubstr;

ProjectFile example() {
  ProjectFile project;
  project.name = "El Cañon";
  project.crs = "EPSG:32612";
  project.unit = "ft";
  project.sources = {{"data/collar.csv", 20112, std::string(64, 'a')}, {"synthetic:porphyry?seed=7", 0, ""}};
  project.choices = {{"survey.csv/dip-sign", "positive-down", "all dips are positive", false},
                     {"unit", "ft", "", true}};
  project.viewJson = R"({"exaggeration":2.5,"savedViews":{"pit":"{}"}})";
  return project;
}

ProjectFile parsed(const std::string& text) {
  auto result = parseProject(text, "p.adit");
  if (const auto* fault = std::get_if<geology::Diagnostic>(&result)) {
    ADD_FAILURE() << geology::formatDiagnostic(*fault);
    return {};
  }
  return std::get<ProjectFile>(result);
}

geology::Diagnostic faultOf(const std::string& text) {
  const auto result = parseProject(text, "p.adit");
  if (const auto* fault = std::get_if<geology::Diagnostic>(&result)) return *fault;
  ADD_FAILURE() << "was accepted: " << text.substr(0, 80);
  return {};
}

TEST(ProjectFile, ComesBackAsItWasWritten) {
  EXPECT_EQ(parsed(formatProject(example())), example());
}

TEST(ProjectFile, IsRecognisedByContent) {
  EXPECT_TRUE(isProject(formatProject(example())));
  EXPECT_FALSE(isProject("{\"a\":1}"));
  EXPECT_FALSE(isProject("hole,x,y,z\n"));
}

TEST(ProjectFile, KeepsTheViewExactly) {
  ProjectFile project = example();
  project.viewJson = R"({"x":0.1,"y":478123.4567890123})";
  EXPECT_EQ(parsed(formatProject(project)).viewJson, project.viewJson);
}

TEST(ProjectFile, NamesThePlaceOfBrokenJson) {
  const geology::Diagnostic fault =
      faultOf("{\"format\": \"adit-project\",\n \"version\": 1,\n \"name\": oops}\n");
  EXPECT_EQ(fault.code, "PRJ-BAD-FILE");
  EXPECT_EQ(fault.line, 3U);
  EXPECT_EQ(fault.column, 10U);
}

TEST(ProjectFile, RefusesALaterVersionByItsNumber) {
  const geology::Diagnostic fault = faultOf(R"({"format":"adit-project","version":2})");
  EXPECT_EQ(fault.code, "PRJ-VERSION");
  EXPECT_THAT(fault.message, HasSubstr("version 2"));
}

TEST(ProjectFile, RefusesMembersOfAnotherKind) {
  const std::string head = R"({"format":"adit-project","version":1,)";
  for (const char* rest : {R"("name":5})", R"("sources":{}})", R"("sources":[5]})", R"("sources":[{}]})",
                           R"("sources":[{"path":"a","bytes":-1}]})",
                           R"("choices":[{"key":"a","byPerson":3}]})", R"("unit":"mile"})", R"("view":[]})"})
    EXPECT_EQ(faultOf(head + rest).code, "PRJ-BAD-FILE") << rest;
}

TEST(ProjectFile, RefusesNestingThatNoProjectHas) {
  const std::string deep = R"({"format":"adit-project","version":1,"view":)" + std::string(100000, '[') + "1";
  EXPECT_THAT(faultOf(deep).message, HasSubstr("nested"));
}

TEST(ProjectFile, SurvivesDamage) {
  tests::readDamagedSeeds("project", 400, [](std::string_view bytes) {
    const auto result = parseProject(bytes, "damaged.adit");
    if (const auto* project = std::get_if<ProjectFile>(&result))
      EXPECT_EQ(parsed(formatProject(*project)), *project);
    else
      EXPECT_FALSE(std::get<geology::Diagnostic>(result).message.empty());
  });
}

}  // namespace
}  // namespace adit::project
