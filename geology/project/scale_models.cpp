#include "geology/project/scale_models.h"

#include <string>

#include "geology/formats/reader.h"

namespace adit::project {

std::shared_ptr<geology::PlacedAsset> scaleModel(std::string_view name) {
  for (const ScaleModel& model : scaleModels()) {
    if (model.name != name) continue;
    geology::Progress progress;
    formats::ImportResult read =
        formats::readSource({std::string(name) + ".gltf", model.gltf, false}, {}, progress);
    for (formats::Object& object : read.objects)
      if (auto* asset = std::get_if<geology::PlacedAsset>(&object)) {
        asset->name = name;
        asset->source.note = "made for Adit, true size";
        return std::make_shared<geology::PlacedAsset>(std::move(*asset));
      }
  }
  return nullptr;
}

}  // namespace adit::project
