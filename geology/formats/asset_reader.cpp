// Sources: Khronos, "glTF 2.0" and "COLLADA 1.4"; Assimp 5.2.
#include "geology/formats/asset_reader.h"

#include <assimp/GltfMaterial.h>
#include <assimp/config.h>
#include <assimp/material.h>
#include <assimp/postprocess.h>
#include <assimp/scene.h>

#include <algorithm>
#include <assimp/Importer.hpp>
#include <cmath>
#include <filesystem>

#include "geology/formats/asset_files.h"
#include "geology/formats/bytes.h"
#include "geology/formats/findings.h"
#include "geology/formats/mesh_builder.h"

namespace adit::formats {
namespace {

using geology::AssetPart;
using geology::PlacedAsset;
using geology::Severity;

/// More than this is no decoration; instances multiply quickly.
constexpr std::size_t kMostVertices = 20'000'000;

const FindingKind kTexture{Severity::Note, "ASSET-TEXTURE",
                           "a material has a texture, which is not drawn; its colour is",
                           "give the material a plain colour"};
const FindingKind kUnit{Severity::Note, "ASSET-UNIT",
                        "the format does not state its unit; metres are assumed",
                        "scale the thing where that is wrong"};
const FindingKind kFar{
    Severity::Warning, "ASSET-FAR",
    "the thing lies far from its own origin, so its 32-bit coordinates are rounded",
    "move it to its origin in the program that made it; surfaces in grid coordinates go as OBJ or DXF"};
const FindingKind kTooLarge{Severity::Error, "ASSET-TOO-LARGE",
                            "the thing has more than 20 million vertices; the rest is left out",
                            "simplify it before the export"};
const FindingKind kBadVertex{Severity::Error, "ASSET-BAD-VERTEX",
                             "a triangle uses a vertex whose place is not finite; it is left out",
                             "export the file again"};
const FindingKind kEmpty{Severity::Error, "ASSET-EMPTY", "there is no surface in the file",
                         "export it with its meshes"};

enum class AssetKind : std::uint8_t { None, Glb, Gltf, Fbx, Collada, Max3ds };

bool isGltfJson(std::string_view head, std::string_view bytes) {
  const std::size_t begin = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (begin == std::string_view::npos || head[begin] != '{') return false;
  return bytes.find("\"asset\"") != std::string_view::npos &&
         bytes.find("\"meshes\"") != std::string_view::npos &&
         bytes.find("\"accessors\"") != std::string_view::npos;
}

/// The main chunk of a 3DS file is the file.
bool isMax3ds(std::string_view bytes) {
  constexpr std::uint16_t kMainChunk = 0x4D4D;
  return bytes.size() > 16 && numberAt<std::uint16_t>(bytes, 0) == kMainChunk &&
         numberAt<std::uint32_t>(bytes, 2) == bytes.size();
}

AssetKind kindOf(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  if (bytes.starts_with("glTF") && bytes.size() >= 20) return AssetKind::Glb;
  if (bytes.starts_with("Kaydara FBX Binary")) return AssetKind::Fbx;
  if (head.starts_with("; FBX ")) return AssetKind::Fbx;
  if (head.find("<COLLADA") != std::string_view::npos) return AssetKind::Collada;
  if (isMax3ds(bytes)) return AssetKind::Max3ds;
  return isGltfJson(head, bytes) ? AssetKind::Gltf : AssetKind::None;
}

const char* endingOf(AssetKind kind) {
  switch (kind) {
    case AssetKind::Glb:
      return "glb";
    case AssetKind::Gltf:
      return "gltf";
    case AssetKind::Fbx:
      return "fbx";
    case AssetKind::Collada:
      return "dae";
    case AssetKind::Max3ds:
      return "3ds";
    case AssetKind::None:
      break;
  }
  return "";
}

/// From the axes of the scene to X east, Y north, Z up. Assimp gives everything Y up but FBX, which it leaves
/// as it is and describes.
aiMatrix4x4 toZUp(const aiScene& scene, AssetKind kind) {
  constexpr std::int32_t kZ = 2;
  std::int32_t up = 1;
  if (kind == AssetKind::Fbx && scene.mMetaData != nullptr) scene.mMetaData->Get("UpAxis", up);
  if (up == kZ) return {};
  return {1, 0, 0, 0, 0, 0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1};
}

std::array<float, 4> colorOf(const aiMaterial& material) {
  aiColor4D color(0.7F, 0.7F, 0.7F, 1);
  if (material.Get(AI_MATKEY_BASE_COLOR, color) != aiReturn_SUCCESS)
    material.Get(AI_MATKEY_COLOR_DIFFUSE, color);
  float opacity = 1;
  if (material.Get(AI_MATKEY_OPACITY, opacity) == aiReturn_SUCCESS && color.a >= 1) color.a = opacity;
  const auto bounded = [](float v) { return std::isfinite(v) ? std::clamp(v, 0.F, 1.F) : 0.7F; };
  return {bounded(color.r), bounded(color.g), bounded(color.b), bounded(color.a)};
}

bool isFinite(const std::array<float, 3>& place) {
  return std::isfinite(place[0]) && std::isfinite(place[1]) && std::isfinite(place[2]);
}

class AssetAssembly {
 public:
  AssetAssembly(const aiScene& scene, Findings& findings) : scene_(scene), findings_(findings) {
    parts_.resize(scene.mNumMaterials);
    for (unsigned m = 0; m < scene.mNumMaterials; ++m) {
      const aiMaterial& material = *scene.mMaterials[m];
      parts_[m].color = colorOf(material);
      if (material.GetTextureCount(aiTextureType_DIFFUSE) +
              material.GetTextureCount(aiTextureType_BASE_COLOR) >
          0)
        findings_.add(kTexture, {});
    }
  }

  std::vector<AssetPart> assemble(const aiMatrix4x4& axes) {
    struct Visit {
      const aiNode* node;
      aiMatrix4x4 toScene;
    };
    std::vector<Visit> open{{scene_.mRootNode, axes}};
    while (!open.empty()) {
      const auto [node, parent] = open.back();
      open.pop_back();
      const aiMatrix4x4 toScene = parent * node->mTransformation;
      for (unsigned i = 0; i < node->mNumMeshes; ++i) add(*scene_.mMeshes[node->mMeshes[i]], toScene);
      for (unsigned i = 0; i < node->mNumChildren; ++i) open.push_back({node->mChildren[i], toScene});
    }
    std::erase_if(parts_, [](const AssetPart& part) { return part.triangles.empty(); });
    return std::move(parts_);
  }

 private:
  void add(const aiMesh& mesh, const aiMatrix4x4& toScene) {
    if (vertices_ + mesh.mNumVertices > kMostVertices) return findings_.add(kTooLarge, {});
    if (mesh.mMaterialIndex >= parts_.size()) return;
    vertices_ += mesh.mNumVertices;
    AssetPart& part = parts_[mesh.mMaterialIndex];
    const auto first = static_cast<std::uint32_t>(part.vertices.size());
    addVertices(mesh, toScene, part);
    const bool mirrored = aiMatrix3x3(toScene).Determinant() < 0;
    for (unsigned f = 0; f < mesh.mNumFaces; ++f) {
      const aiFace& face = mesh.mFaces[f];
      if (face.mNumIndices != 3) continue;  // points and lines were sorted out by Assimp
      std::array<std::uint32_t, 3> triangle{first + face.mIndices[0], first + face.mIndices[1],
                                            first + face.mIndices[2]};
      if (mirrored) std::swap(triangle[1], triangle[2]);
      if (std::all_of(triangle.begin(), triangle.end(),
                      [&](std::uint32_t c) { return isFinite(part.vertices[c]); }))
        part.triangles.push_back(triangle);
      else
        findings_.add(kBadVertex, {});
    }
  }

  static void addVertices(const aiMesh& mesh, const aiMatrix4x4& toScene, AssetPart& part) {
    aiMatrix3x3 normalToScene(toScene);
    normalToScene.Inverse().Transpose();
    for (unsigned v = 0; v < mesh.mNumVertices; ++v) {
      const aiVector3D place = toScene * mesh.mVertices[v];
      const aiVector3D normal =
          mesh.HasNormals() ? (normalToScene * mesh.mNormals[v]).NormalizeSafe() : aiVector3D(0, 0, 1);
      part.vertices.push_back({place.x, place.y, place.z});
      part.normals.push_back({normal.x, normal.y, normal.z});
    }
  }

  const aiScene& scene_;
  Findings& findings_;
  std::vector<AssetPart> parts_;
  std::size_t vertices_ = 0;
};

void configure(Assimp::Importer& importer) {
  importer.SetPropertyInteger(AI_CONFIG_PP_SBP_REMOVE, aiPrimitiveType_POINT | aiPrimitiveType_LINE);
  importer.SetPropertyFloat(AI_CONFIG_PP_GSN_MAX_SMOOTHING_ANGLE, 40);  // degrees; sharper edges stay edges
}

constexpr unsigned kSteps = aiProcess_ValidateDataStructure | aiProcess_Triangulate | aiProcess_SortByPType |
                            aiProcess_GenSmoothNormals | aiProcess_JoinIdenticalVertices |
                            aiProcess_GlobalScale;

void checkPlaces(const PlacedAsset& asset, Findings& findings) {
  const geology::Box3 box = asset.bounds();
  const double farthest = std::max({std::abs(box.min.x), std::abs(box.max.x), std::abs(box.min.y),
                                    std::abs(box.max.y), std::abs(box.min.z), std::abs(box.max.z)});
  if (farthest > kFloatSafeCoordinate) findings.add(kFar, {});
}

}  // namespace

int recogniseAsset(const Source& source) {
  switch (kindOf(source.bytes)) {
    case AssetKind::None:
      return 0;
    case AssetKind::Gltf:
      return 90;
    default:
      return 100;
  }
}

ImportResult readAsset(const Source& source, const ImportChoices& /*choices*/, geology::Progress& progress) {
  progress.throwIfCancelled();
  const AssetKind kind = kindOf(source.bytes);
  const std::string name = std::string("asset.") + endingOf(kind);
  Assimp::Importer importer;
  auto* files = new AssetFiles(name, source.bytes, std::filesystem::path(source.path).parent_path());
  importer.SetIOHandler(files);  // the importer owns it
  configure(importer);
  const aiScene* scene = importer.ReadFile(name, kSteps);
  if (scene == nullptr || scene->mRootNode == nullptr)
    throw ReadError{{.severity = Severity::Error,
                     .code = "ASSET-BROKEN",
                     .file = source.path,
                     .message = std::string("Assimp cannot read it: ") + importer.GetErrorString(),
                     .remedy = "export it again, best as GLB"}};
  ImportResult result;
  Findings findings(source.path);
  if (kind == AssetKind::Max3ds) findings.add(kUnit, {});
  PlacedAsset asset;
  asset.name = baseName(source.path);
  asset.parts = AssetAssembly(*scene, findings).assemble(toZUp(*scene, kind));
  if (asset.parts.empty())
    findings.add(kEmpty, {});
  else
    checkPlaces(asset, findings);
  findings.appendTo(result.diagnostics);
  result.sideFiles = files->sideFiles();
  if (!asset.parts.empty()) result.objects.emplace_back(std::move(asset));
  return result;
}

}  // namespace adit::formats
