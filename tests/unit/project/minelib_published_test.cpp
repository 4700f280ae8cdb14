// Published optima of MineLib. Its files may not be shipped: a person who has them names their folder in the
// environment variable ADIT_MINELIB (docs/planning.md).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <ostream>

#include "geology/formats/minelib.h"
#include "geology/planning/closure.h"
#include "geology/planning/plan_totals.h"
#include "geology/planning/present_value.h"
#include "geology/project/open.h"
#include "tests/support/temporary_folder.h"

namespace adit::project {
namespace {

namespace fs = std::filesystem;

struct Published {
  const char* name;
  double limit;              ///< UPIT
  std::size_t blocks, arcs;  ///< of the smallest pit; of the precedence
  double schedule, milled;   ///< the best solutions of CPIT and PCPSP that MineLib holds
};
void PrintTo(const Published& published, std::ostream* out) {
  *out << published.name;
}
constexpr Published kPublished[]{{"newman1", 26'086'899, 1'059, 3'922, 23'483'671, 23'658'230},
                                 {"marvin", 1'415'655'436, 8'516, 650'631, 820'726'048, 885'968'070}};

class MineLib : public testing::TestWithParam<Published> {
 protected:
  void SetUp() override {
    const char* folder = std::getenv("ADIT_MINELIB");
    if (folder == nullptr) GTEST_SKIP() << "ADIT_MINELIB names no folder with MineLib's files";
    for (const auto& entry : fs::recursive_directory_iterator(folder))
      if (entry.path().filename() == std::string(GetParam().name) + ".blocks") blocks = entry.path();
    if (blocks.empty()) GTEST_SKIP() << GetParam().name << ".blocks is not in " << folder;
  }
  std::string bytesOf(const char* ending) const {
    return tests::contentOf(fs::path(blocks).replace_extension(ending).string());
  }

  fs::path blocks;
};

TEST_P(MineLib, ThePitLimitIsThePublishedOne) {
  formats::Findings findings("upit");
  geology::Progress progress;
  const std::string upit = bytesOf(".upit"), prec = bytesOf(".prec");
  const auto problem = formats::readMinelibProblem({"upit", upit}, findings, progress);
  const auto arcs = formats::readMinelibPrecedence({"prec", prec}, problem.blocks, findings, progress);
  EXPECT_EQ(arcs.predecessor.size(), GetParam().arcs);
  std::vector<std::vector<planning::NodeIndex>> predecessors(problem.blocks);
  for (std::size_t b = 0; b < problem.blocks; ++b)
    predecessors[b].assign(arcs.predecessor.begin() + static_cast<std::ptrdiff_t>(arcs.first[b]),
                           arcs.predecessor.begin() + static_cast<std::ptrdiff_t>(arcs.first[b + 1]));
  constexpr double kScale = 1e5;  // the files have up to five decimals
  std::vector<std::int64_t> values;
  for (const double value : problem.columns.at(0).values) values.push_back(std::llround(value * kScale));
  const auto pit = planning::largestClosure(planning::ListPrecedence::of(predecessors), values, progress);
  EXPECT_NEAR(static_cast<double>(pit.value) / kScale, GetParam().limit, 1);
  EXPECT_EQ(pit.nodes.count(), GetParam().blocks);
}

TEST_P(MineLib, SolutionsAreWorthWhatIsPublishedAndNoMoreThanTheLimit) {
  OpenRequest request;
  request.paths = {blocks.string()};
  geology::Progress progress;
  const OpenResult opened = open(request, progress);
  std::size_t compared = 0;
  for (const auto& plan : opened.deposit->plans) {
    const auto& money = plan->economics;
    if (money.cashFlow.empty()) continue;
    const std::vector<double> years(money.cashFlow.size(), 1);
    const double value =
        planning::netPresentValue(money.cashFlow, years, money.discountRate.value_or(0), true);
    const bool cpit = plan->name.find("_cpit") != std::string::npos;
    const double wanted = cpit                                             ? GetParam().schedule
                          : plan->name.find("_pcpsp") != std::string::npos ? GetParam().milled
                                                                           : GetParam().limit;
    EXPECT_NEAR(value, wanted, 1e-6 * wanted) << plan->name;
    EXPECT_TRUE(!cpit || value <= GetParam().limit) << "a schedule is never worth more than the limit";
    ++compared;
  }
  if (compared == 0) GTEST_SKIP() << "no .sol file lies beside " << blocks;
}

INSTANTIATE_TEST_SUITE_P(Published, MineLib, testing::ValuesIn(kPublished),
                         [](const auto& tested) { return std::string(tested.param.name); });

}  // namespace
}  // namespace adit::project
