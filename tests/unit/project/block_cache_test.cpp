// A model from the cache is the model from the source, or there is none from the cache.
#include "geology/project/block_cache.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <random>

#include "geology/project/content_hash.h"
#include "geology/project/deposit_checks.h"
#include "geology/project/mapped_file.h"
#include "geology/project/write_caches.h"
#include "tests/support/forge_cache.h"
#include "tests/support/mutate.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/project/open_support.h"

namespace adit::project {
namespace {

namespace fs = std::filesystem;
using geology::BlockModel;
using tests::TemporaryFolder;

/// Sparse, with every state of a value, categories, a line that is missing.
std::string table(int layers) {
  std::string text = "X,Y,Z,au,rock\n";
  for (int z = 0; z < layers; ++z)
    for (int y = 0; y < 60; ++y)
      for (int x = 0; x < 60; ++x) {
        if ((x * 7 + y * 3 + z) % 50 == 0) continue;
        text += std::to_string(10 * x + 5) + "," + std::to_string(10 * y + 5) + "," +
                std::to_string(5 * z + 2.5) + ",";
        text += x % 13 == 0 ? "<0.05" : x % 17 == 0 ? "" : std::to_string(x * y % 31) + ".25";
        text += y % 2 == 0 ? ",granite\n" : ",schist\n";
      }
  return text + "\n5,5,9002.5,1,late\n";
}

OpenRequest cachedRequest(const std::string& path, formats::ImportChoices choices = {}) {
  return {.paths = {path}, .choices = std::move(choices), .targetCrs = {}, .useCaches = true};
}

template <typename T>
void expectSameBits(const std::vector<T>& a, const std::vector<T>& b) {
  ASSERT_EQ(a.size(), b.size());
  ASSERT_EQ(a.empty() ? 0 : std::memcmp(a.data(), b.data(), a.size() * sizeof(T)), 0);
}

void expectSame(const BlockModel& a, const BlockModel& b) {
  ASSERT_EQ(a.name, b.name);
  ASSERT_EQ(a.lattice, b.lattice);
  ASSERT_EQ(a.cellOfBlock, b.cellOfBlock);
  ASSERT_EQ(a.boxes, b.boxes);
  ASSERT_EQ(a.line, b.line);
  ASSERT_EQ(a.source, b.source);
  ASSERT_EQ(a.columns.size(), b.columns.size());
  for (std::size_t c = 0; c < a.columns.size(); ++c) {
    ASSERT_EQ(a.columns[c].name, b.columns[c].name);
    ASSERT_EQ(a.columns[c].unit, b.columns[c].unit);
    ASSERT_EQ(a.columns[c].names, b.columns[c].names);
    ASSERT_EQ(a.columns[c].codes, b.columns[c].codes);
    ASSERT_EQ(a.columns[c].states, b.columns[c].states);
    expectSameBits(a.columns[c].values, b.columns[c].values);
    expectSameBits(a.columns[c].limits, b.columns[c].limits);
  }
}

/// A folder with a table that is worth a cache, and a person without caches.
class BlockCache : public testing::Test {
 protected:
  void SetUp() override {
    ::setenv("XDG_CACHE_HOME", folder_.at("home").c_str(), 1);
    path_ = folder_.write("mine/model.csv", table(60));
  }
  OpenResult openAndWrite() {
    OpenResult result = tests::opened(cachedRequest(path_));
    geology::Progress progress;
    EXPECT_EQ(writeCaches(result, progress), 1U);
    return result;
  }
  std::string cache() const { return path_ + ".adit-cache"; }

  TemporaryFolder folder_;
  std::string path_;
};

TEST_F(BlockCache, GivesTheModelOfTheSource) {
  const OpenResult first = openAndWrite();
  ASSERT_EQ(first.unwritten.size(), 1U);
  const OpenResult second = tests::opened(cachedRequest(path_));
  EXPECT_TRUE(second.unwritten.empty()) << "it came from the cache";
  ASSERT_EQ(second.deposit->blockModels.size(), 1U);
  ASSERT_NO_FATAL_FAILURE(expectSame(*second.deposit->blockModels[0], *first.deposit->blockModels[0]));
  EXPECT_EQ(second.deposit->diagnostics, first.deposit->diagnostics);
  EXPECT_EQ(second.sources[0].format, first.sources[0].format);
  EXPECT_FALSE(second.deposit->blockModels[0]->columns[0].limits.empty());
}

/// 216,000 blocks with so many categories.
std::string tableOfCategories(int categories) {
  std::string text = "X,Y,Z,rock\n";
  int row = 0;
  for (int z = 0; z < 60; ++z)
    for (int y = 0; y < 60; ++y)
      for (int x = 0; x < 60; ++x)
        text += std::to_string(10 * x) + "," + std::to_string(10 * y) + "," + std::to_string(10 * z) + ",r" +
                std::to_string(row++ % categories) + "\n";
  return text;
}

TEST_F(BlockCache, KeepsCodesInTheirWidth) {
  for (const auto& [categories, bytes] : {std::pair(20, 1U), std::pair(255, 1U), std::pair(256, 2U)}) {
    path_ = folder_.write("mine/of" + std::to_string(categories) + ".csv", tableOfCategories(categories));
    const OpenResult first = openAndWrite();
    const OpenResult second = tests::opened(cachedRequest(path_));
    ASSERT_TRUE(second.unwritten.empty()) << "it came from the cache";
    const BlockModel& model = *second.deposit->blockModels[0];
    ASSERT_NO_FATAL_FAILURE(expectSame(model, *first.deposit->blockModels[0]));
    EXPECT_EQ(model.columns[0].names.size(), static_cast<std::size_t>(categories));
    EXPECT_EQ(model.columns[0].codes.bytesOfElement(), bytes);
    EXPECT_EQ(model.columns[0].codes.bytes(), bytes * 216'000U);
  }
}

TEST_F(BlockCache, RefusesCodesOfAnotherWidthThanTheirs) {
  openAndWrite();
  const std::string file = tests::contentOf(cache());
  const std::string json = tests::cacheJson(file);
  const std::size_t at = json.find("\"code_bytes\":1", json.find("\"name\":\"rock\""));
  ASSERT_NE(at, std::string::npos);
  geology::Progress progress;
  for (const char width : {'2', '3', '4', '0'}) {
    std::string forged = json;
    forged[at + 13] = width;
    const std::string bytes = tests::forgedCache(forged, tests::cacheArrays(file));
    BlockCacheReader reader(bytes, false);
    EXPECT_FALSE(reader.fault().empty() ? reader.readModels(progress) : std::nullopt) << width;
  }
}

TEST_F(BlockCache, IsNeitherReadNorWrittenUnlessAsked) {
  const OpenResult plain = tests::opened(path_);
  EXPECT_TRUE(plain.unwritten.empty());
  openAndWrite();
  fs::resize_file(cache(), 10);
  EXPECT_EQ(tests::finding(*tests::opened(path_).deposit, "PRJ-CACHE-IGNORED"), nullptr);
}

TEST_F(BlockCache, IsOutOfDateWhenTheSourceIsAnother) {
  openAndWrite();
  std::string text = tests::contentOf(path_);
  text[text.find("granite")] = 'G';  // as long as before
  folder_.write("mine/model.csv", text);
  const OpenResult again = tests::opened(cachedRequest(path_));
  EXPECT_EQ(again.unwritten.size(), 1U) << "read from the source";
  EXPECT_EQ(again.deposit->blockModels[0]->columns[1].names[0], "Granite");
  EXPECT_EQ(tests::finding(*again.deposit, "PRJ-CACHE-IGNORED"), nullptr) << "that is no news";
}

TEST_F(BlockCache, HoldsWhenTheSameContentIsWrittenAgain) {
  openAndWrite();
  folder_.write("mine/model.csv", tests::contentOf(path_));
  EXPECT_TRUE(tests::opened(cachedRequest(path_)).unwritten.empty()) << "the hash is the same";
}

TEST_F(BlockCache, IsOfOneSetOfChoices) {
  openAndWrite();
  EXPECT_EQ(tests::opened(cachedRequest(path_, {{"model.csv/position", "corner"}})).unwritten.size(), 1U);
}

TEST_F(BlockCache, FollowsAFolderThatMoves) {
  openAndWrite();
  fs::rename(folder_.at("mine"), folder_.at("moved"));
  const OpenResult moved = tests::opened(cachedRequest(folder_.at("moved/model.csv")));
  EXPECT_TRUE(moved.unwritten.empty());
  EXPECT_EQ(moved.deposit->blockModels[0]->source.path, folder_.at("moved/model.csv"));
  for (const auto& diagnostic : moved.deposit->diagnostics)
    EXPECT_EQ(diagnostic.file.find("/mine/"), std::string::npos);
}

TEST_F(BlockCache, GoesToThePersonsFolderWhereItCannotStandBesideTheSource) {
  fs::create_directory(cache());  // nothing can be written under that name
  openAndWrite();
  EXPECT_FALSE(fs::is_empty(folder_.at("home/adit")));
  EXPECT_TRUE(tests::opened(cachedRequest(path_)).unwritten.empty());
}

TEST_F(BlockCache, IsNoSourceOfAFolder) {
  openAndWrite();
  const OpenResult result = tests::opened(cachedRequest(folder_.at("mine")));
  EXPECT_EQ(result.sources.size(), 1U);
}

TEST_F(BlockCache, SmallModelsHaveNone) {
  const std::string small = folder_.write("small.csv", table(3));
  EXPECT_TRUE(tests::opened(cachedRequest(small)).unwritten.empty());
}

TEST_F(BlockCache, CutOffOrAlteredItIsIgnoredWithANote) {
  const OpenResult first = openAndWrite();
  const std::string whole = tests::contentOf(cache());
  const std::size_t arrays = whole.size() - tests::cacheArrays(whole).size();
  std::mt19937 random(3);
  for (int i = 0; i < 12; ++i) {
    std::string damaged = whole;
    // A piece missing, a bit of the description, a bit of an array; the padding between arrays may be
    // anything.
    if (i % 3 == 0)
      damaged.resize(random() % whole.size());
    else
      damaged[i % 3 == 1 ? random() % 2000 : arrays + random() % 100'000] ^= 4;
    folder_.write("mine/model.csv.adit-cache", damaged);
    const OpenResult again = tests::opened(cachedRequest(path_));
    ASSERT_NE(tests::finding(*again.deposit, "PRJ-CACHE-IGNORED"), nullptr) << i;
    ASSERT_EQ(again.unwritten.size(), 1U);
    ASSERT_NO_FATAL_FAILURE(expectSame(*again.deposit->blockModels[0], *first.deposit->blockModels[0]));
  }
}

TEST_F(BlockCache, AForgedDescriptionIsRefusedOrHoldsTogether) {
  openAndWrite();
  const std::string file = tests::contentOf(cache());
  const std::string json = tests::cacheJson(file);
  std::size_t accepted = 0, refused = 0;
  geology::Progress progress;
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    const std::string forged = tests::forgedCache(tests::mutated(json, seed), tests::cacheArrays(file));
    BlockCacheReader reader(forged, false);
    const auto models = reader.fault().empty() ? reader.readModels(progress) : std::nullopt;
    ++(models ? accepted : refused);
    if (!models) continue;
    for (const formats::Object& object : *models) ASSERT_FALSE(faultOf(std::get<BlockModel>(object))) << seed;
  }
  EXPECT_GT(refused, 300U);
  EXPECT_GT(accepted, 5U) << "a changed name is no fault of the arrays";
}

TEST(SourceIdentity, IsTrustedOnlyWhereALaterWriteWouldShow) {
  const SourceIdentity settled{100, 5, 6, 7};
  EXPECT_TRUE(settled.sameFile(settled));
  EXPECT_FALSE(settled.sameFile({100, 5, 8, 7})) << "times of files can be set back, except for this one";
  EXPECT_FALSE(settled.sameFile({101, 5, 6, 7}));
  const SourceIdentity fresh{100, 5, 0, 7};
  EXPECT_FALSE(fresh.sameFile(fresh));
}

TEST_F(BlockCache, CancelLeavesNoHalfOfIt) {
  OpenResult result = tests::opened(cachedRequest(path_));
  geology::Progress progress;
  progress.cancel();
  EXPECT_THROW(writeCaches(result, progress), geology::Cancelled);
  EXPECT_FALSE(fs::exists(cache()));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.at("mine")), {}), 1);
}

TEST_F(BlockCache, ReadingOneSaysHowFarItIsAndCanBeCancelled) {
  openAndWrite();
  const std::string file = tests::contentOf(cache());
  BlockCacheReader reader(file, false);
  ASSERT_TRUE(reader.fault().empty());
  geology::Progress watched;
  watched.report(0, "reading the cache");
  ASSERT_TRUE(reader.readModels(watched));
  EXPECT_EQ(watched.fraction(), 1);
  EXPECT_EQ(watched.what(), "reading the cache");
  geology::Progress cancelled;
  cancelled.cancel();
  EXPECT_THROW(reader.readModels(cancelled), geology::Cancelled);
  EXPECT_THROW(contentHashOfPieces(file, false, cancelled), geology::Cancelled);
  EXPECT_EQ(contentHashOfPieces(file, false, watched).size(), 32U);

  const MappedFile mapped(path_);
  const formats::Source source{path_, mapped.bytes(), true};
  const formats::ImportChoices choices;
  geology::Diagnostics notes;
  const auto identity = identifySource(path_);
  ASSERT_TRUE(identity);
  ASSERT_TRUE(readBlockCache({source, *identity, choices}, notes, watched)) << "there is one to be read";
  EXPECT_EQ(watched.what(), "reading the cache of " + path_);
  EXPECT_THROW(readBlockCache({source, *identity, choices}, notes, cancelled), geology::Cancelled);
  // Of a file that was touched the content is hashed first.
  EXPECT_THROW(readBlockCache({source, SourceIdentity{identity->bytes, 1, 2, 3}, choices}, notes, cancelled),
               geology::Cancelled);
  EXPECT_TRUE(notes.empty());
}

}  // namespace
}  // namespace adit::project
