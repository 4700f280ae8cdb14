#include "geology/project/object_sources.h"

#include <set>

namespace adit::project {

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
  return sources;
}

std::vector<geology::ImportChoice> madeChoices(const geology::Deposit& deposit) {
  std::vector<geology::ImportChoice> choices;
  std::set<std::string> seen;
  for (const ObjectSource& entry : objectSources(deposit))
    for (const geology::ImportChoice& choice : entry.source->choices)
      if (seen.insert(choice.key).second) choices.push_back(choice);
  return choices;
}

}  // namespace adit::project
