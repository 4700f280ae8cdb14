#include "geology/project/object_sources.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "geology/formats/import_choice.h"

namespace adit::project {
namespace {

/// The files of each name, by that name as it begins a choice key ("survey.csv/").
using FilesByName = std::map<std::string, std::set<std::string>>;

/// "a/survey.csv" where "b/survey.csv" is there too: with as many folders as tell it from all of its name.
std::string tellingName(const std::string& path, const std::set<std::string>& all) {
  std::size_t begin = path.size();
  while (begin > 0) {
    const std::size_t separator = path.find_last_of('/', begin - 1);
    if (separator == 0 || separator == std::string::npos) return path;
    begin = separator;
    const auto alike = [&](const std::string& other) {
      return other.ends_with(std::string_view(path).substr(begin)) ||
             std::string_view(path).substr(begin + 1) == other;
    };
    if (std::count_if(all.begin(), all.end(), alike) == 1) return path.substr(begin + 1);
  }
  return path;
}

/// A guess about one of several files of one name is told from those about the others. What a person said
/// keeps the key that it was said with.
std::string tellingKey(const geology::ImportChoice& choice, const std::string& path,
                       const FilesByName& files) {
  const std::string name = formats::choiceKey(path, "");
  const auto all = files.find(name);
  const bool shared = all != files.end() && all->second.size() > 1;
  if (choice.byPerson || !shared || !choice.key.starts_with(name)) return choice.key;
  return tellingName(path, all->second) + choice.key.substr(name.size() - 1);
}

}  // namespace

std::vector<ObjectSource> objectSources(const geology::Deposit& deposit) {
  std::vector<ObjectSource> sources;
  const auto addAll = [&](const auto& list) {
    for (const auto& object : list) sources.push_back({&object->name, &object->source});
  };
  addAll(deposit.terrains);
  for (const auto& holes : deposit.drillholes) {
    for (const geology::Provenance& source : holes->sources) sources.push_back({&holes->name, &source});
    for (const geology::IntervalTable& table : holes->tables)
      sources.push_back({&holes->name, &table.source});
  }
  addAll(deposit.blockModels);
  addAll(deposit.meshes);
  addAll(deposit.points);
  addAll(deposit.assets);
  addAll(deposit.images);
  addAll(deposit.plans);
  return sources;
}

std::vector<geology::ImportChoice> madeChoices(const geology::Deposit& deposit) {
  std::vector<geology::ImportChoice> choices;
  std::set<std::string> seen;
  const std::vector<ObjectSource> sources = objectSources(deposit);
  FilesByName files;
  for (const ObjectSource& entry : sources)
    files[formats::choiceKey(entry.source->path, "")].insert(entry.source->path);
  for (const ObjectSource& entry : sources)
    for (geology::ImportChoice choice : entry.source->choices) {
      choice.key = tellingKey(choice, entry.source->path, files);
      if (seen.insert(choice.key).second) choices.push_back(std::move(choice));
    }
  return choices;
}

}  // namespace adit::project
