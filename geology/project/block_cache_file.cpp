#include "geology/project/block_cache_file.h"

#include <algorithm>
#include <atomic>
#include <cstring>

#include "geology/formats/text_pages.h"
#include "geology/model/parallel_for.h"
#include "geology/project/block_cache_json.h"
#include "geology/project/content_hash.h"
#include "geology/project/deposit_checks.h"

namespace adit::project {

namespace {

using geology::BlockModel;
using Json = CacheJson;

constexpr std::string_view kMagic = "ADITBLKS";
constexpr std::uint32_t kByteOrder = 0x01020304;  // another machine writes the bytes of numbers otherwise
constexpr std::size_t kHashDigits = 32;
constexpr std::size_t kHeadBytes = 64;
constexpr std::size_t kPage = 4096;
constexpr std::size_t kMostJson = std::size_t{256} << 20;

std::uint64_t onPage(std::uint64_t offset) {
  return (offset + kPage - 1) / kPage * kPage;
}

/// The beginning of the file; numbers in the byte order of the machine.
struct FileHead {
  std::uint32_t version = kBlockCacheVersion;
  std::uint32_t byteOrder = kByteOrder;
  std::uint64_t jsonBytes = 0;
  std::uint64_t fileBytes = 0;
};

template <typename T>
void put(std::string& out, const T& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename T>
T take(std::string_view& bytes) {
  T value;
  std::memcpy(&value, bytes.data(), sizeof value);
  bytes.remove_prefix(sizeof value);
  return value;
}

/// One array of the file, and the hashes of its pieces.
struct ArrayEntry {
  std::uint64_t bytes = 0;
  std::vector<std::string> hashes;
};

std::vector<std::string> hashesOf(std::string_view bytes, const geology::Progress& progress) {
  std::vector<std::string> hashes((bytes.size() + kHashedPiece - 1) / kHashedPiece);
  geology::parallelForEach(hashes.size(), progress, [&](std::size_t i) {
    hashes[i] = contentHash(bytes.substr(i * kHashedPiece, kHashedPiece));
  });
  return hashes;
}

/// States and boxes that a model cannot have; what else has to hold is what holds for every model.
bool impossible(const BlockModel& model) {
  const auto badState = [](geology::ValueState state) {
    return state > geology::ValueState::NotRepresentable;
  };
  if (!model.line.empty() && model.line.size() != model.blockCount()) return true;
  for (const geology::Column& column : model.columns)
    if (std::any_of(column.states.begin(), column.states.end(), badState)) return true;
  return std::any_of(model.boxes.begin(), model.boxes.end(), [](const geology::SubBox& box) {
    for (std::size_t a = 0; a < 3; ++a)
      if (!(box.min[a] >= 0 && box.min[a] <= box.max[a] && box.max[a] <= 1)) return true;
    return false;
  });
}

}  // namespace

CacheBytes formatBlockCache(const CachedImport& head, const SharedBlocks& models,
                            const std::vector<std::string>& names, const geology::Progress& progress) {
  CacheBytes out;
  Json json = importJson(head);
  json["models"] = Json::array();
  json["arrays"] = Json::array();
  std::uint64_t end = 0;  // of the arrays, from where they begin
  const auto place = [&](std::string_view bytes) {
    json["arrays"].push_back({{"bytes", bytes.size()}, {"hashes", hashesOf(bytes, progress)}});
    out.arrays.push_back({bytes, end});
    end = onPage(end + bytes.size());
    return out.arrays.size() - 1;
  };
  for (std::size_t m = 0; m < models.size(); ++m) {
    Json model = modelJson(*models[m], place);
    model["name"] = names.at(m);
    json["models"].push_back(std::move(model));
  }
  const std::string text = json.dump();
  const std::uint64_t first = onPage(kHeadBytes + text.size());
  for (CacheBytes::Array& array : out.arrays) array.offset += first;
  const std::uint64_t fileBytes =
      out.arrays.empty() ? first : out.arrays.back().offset + out.arrays.back().bytes.size();
  out.head = kMagic;
  put(out.head, FileHead{}.version);
  put(out.head, FileHead{}.byteOrder);
  put(out.head, static_cast<std::uint64_t>(text.size()));
  put(out.head, fileBytes);
  out.head += contentHash(text);
  out.head += text;
  return out;
}

/// An array on its way from the file into a model.
struct BlockCacheReader::ArrayCopy {
  std::size_t index = 0;
  std::function<char*(std::size_t)> room;
  char* to = nullptr;
};

struct BlockCacheReader::Content {
  Json json;
  std::uint64_t firstArray = 0;
  std::vector<ArrayEntry> arrays;
  std::vector<std::uint64_t> offsets;
};

BlockCacheReader::BlockCacheReader(std::string_view bytes, bool mapped)
    : bytes_(bytes), mapped_(mapped), content_(std::make_unique<Content>()) {
  try {
    readHead();
  } catch (const Json::exception&) {
    fault_ = "its description is not as Adit writes it";
  } catch (const BadCache& bad) {
    fault_ = bad.message;
  }
}

BlockCacheReader::~BlockCacheReader() = default;

void BlockCacheReader::readHead() {
  if (bytes_.size() < kHeadBytes || !bytes_.starts_with(kMagic)) throw BadCache{"it is no cache of Adit"};
  std::string_view head = bytes_.substr(kMagic.size(), kHeadBytes - kMagic.size());
  if (take<std::uint32_t>(head) != kBlockCacheVersion) throw BadCache{"it is of another version of Adit"};
  if (take<std::uint32_t>(head) != kByteOrder) throw BadCache{"it is of another kind of machine"};
  const auto jsonBytes = take<std::uint64_t>(head);
  const auto fileBytes = take<std::uint64_t>(head);
  if (fileBytes != bytes_.size()) throw BadCache{"it is not as long as it was written"};
  if (jsonBytes > kMostJson || jsonBytes > bytes_.size() - kHeadBytes)
    throw BadCache{"its description is not as Adit writes it"};
  const std::string_view text = bytes_.substr(kHeadBytes, jsonBytes);
  if (contentHash(text) != head.substr(0, kHashDigits)) throw BadCache{"its description is damaged"};
  content_->json = Json::parse(text);
  head_ = importFromJson(content_->json);
  std::uint64_t at = onPage(kHeadBytes + jsonBytes);
  for (const Json& entry : content_->json.at("arrays")) {
    ArrayEntry array{entry.at("bytes").get<std::uint64_t>(),
                     entry.at("hashes").get<std::vector<std::string>>()};
    const bool inside = at <= bytes_.size() && array.bytes <= bytes_.size() - at;
    if (!inside || array.hashes.size() != (array.bytes + kHashedPiece - 1) / kHashedPiece)
      throw BadCache{"an array lies outside of it"};
    content_->offsets.push_back(at);
    at = onPage(at + array.bytes);
    content_->arrays.push_back(std::move(array));
  }
}

bool BlockCacheReader::fillArrays(const std::vector<ArrayCopy>& copies, geology::Progress& progress) const {
  std::vector<std::pair<const ArrayCopy*, std::size_t>> pieces;
  for (const ArrayCopy& copy : copies)
    for (std::size_t p = 0; p < content_->arrays[copy.index].hashes.size(); ++p)
      pieces.emplace_back(&copy, p);
  std::atomic<bool> whole{true};
  std::atomic<std::size_t> done{0};
  const std::string what = progress.what();
  geology::parallelForEach(pieces.size(), progress, [&](std::size_t i) {
    const auto& [copy, p] = pieces[i];
    const ArrayEntry& array = content_->arrays[copy->index];
    const std::size_t begin = p * kHashedPiece;
    const std::size_t size = std::min<std::size_t>(kHashedPiece, array.bytes - begin);
    const std::size_t from = content_->offsets[copy->index] + begin;
    const formats::TextPages pages(mapped_ ? bytes_ : std::string_view(), from, size);
    std::memcpy(copy->to + begin, bytes_.data() + from, size);
    // Of what has arrived: nobody can change that any more.
    if (contentHash({copy->to + begin, size}) != array.hashes[p]) whole = false;
    progress.report(static_cast<double>(++done) / static_cast<double>(pieces.size()), what);
  });
  return whole;
}

std::optional<std::vector<formats::Object>> BlockCacheReader::readModels(geology::Progress& progress) {
  std::vector<UnfilledModel> models;
  std::vector<ArrayCopy> copies;
  const auto want = [&](std::size_t index, std::function<char*(std::size_t)> room) {
    if (index >= content_->arrays.size()) throw BadCache{"an array is not in it"};
    copies.push_back({index, std::move(room), nullptr});
  };
  try {
    const Json& list = content_->json.at("models");
    models.resize(list.size());
    for (std::size_t m = 0; m < models.size(); ++m) modelFromJson(list.at(m), want, models[m]);
    geology::parallelForEach(copies.size(), progress, [&](std::size_t i) {
      copies[i].to = copies[i].room(content_->arrays[copies[i].index].bytes);
    });
  } catch (const Json::exception&) {
    return std::nullopt;
  } catch (const BadCache&) {
    return std::nullopt;
  }
  if (!fillArrays(copies, progress)) return std::nullopt;
  std::vector<formats::Object> objects;
  for (auto& [model, codes, lines] : models) {
    for (std::size_t c = 0; c < codes.size(); ++c)
      model.columns[c].codes = geology::CodeArray(std::move(codes[c]));
    if (!lines.empty()) model.line = geology::LineNumbers(std::move(lines));
    if (faultOf(model) || impossible(model)) return std::nullopt;
    objects.emplace_back(std::move(model));
  }
  return objects;
}

}  // namespace adit::project
