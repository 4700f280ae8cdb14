// The rules as a file: well formed, each with its check, and the same in the documentation.
#include "viewer/guard/rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/temporary_folder.h"
#include "viewer/guard/checks.h"

namespace adit::viewer {
namespace {

using testing::HasSubstr;

std::string faultOfRules(const std::string& json) {
  const auto read = parseRules(json);
  const auto* fault = std::get_if<CommandError>(&read);
  return fault == nullptr ? "" : fault->message;
}

std::string rulesWith(const std::string& rule) {
  return R"({"format":"adit-disclosure-rules","version":1,"rules":[)" + rule + "]}";
}
constexpr const char* kRule =
    R"({"id":"a","severity":"required","since":1,"title":"t","checks":"c","why":"w","source":"s"})";

TEST(Rules, AreThoseOfTheAsset) {
  EXPECT_EQ(ruleText(), tests::contentOf(std::string(ADIT_SOURCE_DIR) + "/assets/rules/disclosure.json"));
  EXPECT_GE(ruleBook().rules.size(), 18U);
  EXPECT_GE(ruleBook().version, 2);
}

TEST(Rules, EachHasItsCheckAndNoneIsNewerThanTheFile) {
  for (const Rule& rule : ruleBook().rules) {
    EXPECT_NE(checkOf(rule.id), nullptr) << rule.id;
    EXPECT_LE(rule.since, ruleBook().version) << rule.id;
  }
}

TEST(Rules, TheDocumentationListsThemAll) {
  const std::string page = tests::contentOf(std::string(ADIT_SOURCE_DIR) + "/docs/publishing.md");
  std::size_t rows = 0;
  for (const Rule& rule : ruleBook().rules)
    EXPECT_THAT(page, HasSubstr("| `" + rule.id + "` | " + (rule.required ? "required" : "advised") + " | " +
                                rule.checks + " | " + rule.why + " | " + rule.source + " |\n"));
  for (std::size_t at = page.find("| required |"); at != std::string::npos;
       at = page.find("| required |", at + 1))
    ++rows;
  for (std::size_t at = page.find("| advised |"); at != std::string::npos;
       at = page.find("| advised |", at + 1))
    ++rows;
  EXPECT_EQ(rows, ruleBook().rules.size()) << "a rule of the page is in no file";
}

TEST(Rules, AFileWithAFaultIsNone) {
  EXPECT_EQ(faultOfRules(rulesWith(kRule)), "");
  EXPECT_NE(faultOfRules("{"), "");
  EXPECT_NE(faultOfRules("[]"), "");
  EXPECT_NE(faultOfRules(R"({"format":"adit-disclosure-rules","version":"x","rules":[]})"), "");
  EXPECT_THAT(faultOfRules(rulesWith(std::string(kRule) + "," + kRule)), HasSubstr("two rules"));
  std::string grave = kRule;
  grave.replace(grave.find("required"), 8, "grave");
  EXPECT_THAT(faultOfRules(rulesWith(grave)), HasSubstr("severity"));
  EXPECT_THAT(faultOfRules(rulesWith(R"({"id":"a","severity":"advised","since":1})")), HasSubstr("title"));
}

}  // namespace
}  // namespace adit::viewer
