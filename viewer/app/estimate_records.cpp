#include "viewer/app/estimate_records.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "geology/estimation/plan_json.h"
#include "viewer/state/estimate_facts.h"

namespace adit::viewer {
namespace {

constexpr std::uintmax_t kMostBytes = 4U << 20U;

struct Record {
  std::string plan;
  std::string asOf;  ///< empty: of all holes
};

/// What the record beside a model says; nothing when there is none.
std::optional<Record> recordBeside(const std::string& model) {
  std::error_code fault;
  const std::string path = model + ".estimate.json";
  if (model.empty() || !std::filesystem::is_regular_file(path, fault)) return std::nullopt;
  if (std::filesystem::file_size(path, fault) > kMostBytes || fault) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const auto record = nlohmann::json::parse(text, nullptr, false);
  if (!record.is_object() || !record.contains("plan")) return std::nullopt;
  const auto plan = estimation::planFromJson(record["plan"].dump()).plan;
  if (!plan) return std::nullopt;
  const auto asOf = record.find("asKnownBy");
  return Record{estimation::planToJson(*plan),
                asOf != record.end() && asOf->is_string() ? asOf->get<std::string>() : std::string()};
}

}  // namespace

void adoptEstimateRecords(project::OpenResult& opened) {
  std::shared_ptr<geology::Deposit> learned;
  for (std::size_t i = 0; i < opened.deposit->blockModels.size(); ++i) {
    const geology::BlockModel& model = *opened.deposit->blockModels[i];
    const auto record = recordBeside(model.source.path);
    if (!record) continue;
    if (!learned) learned = std::make_shared<geology::Deposit>(*opened.deposit);
    auto known = std::make_shared<geology::BlockModel>(model);
    const std::string from = "read from " + model.source.path + ".estimate.json";
    known->source.choices.push_back({"estimate/plan", record->plan, from, false});
    if (!record->asOf.empty())
      known->source.choices.push_back({std::string(kEstimateAsOf), record->asOf, from, false});
    learned->blockModels[i] = std::move(known);
  }
  if (learned) opened.deposit = std::move(learned);
}

}  // namespace adit::viewer
