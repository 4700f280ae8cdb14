#include "viewer/geometry/draped_surface.h"

#include <algorithm>

#include "viewer/geometry/workings.h"

namespace adit::viewer {
namespace {

using geology::Vec3;

Polygon cornersOf(const geology::TriangleMesh& mesh, std::size_t triangle) {
  Polygon corners;
  for (const std::uint32_t corner : mesh.triangles[triangle]) corners.push_back(mesh.vertices[corner]);
  return corners;
}

/// Of a closed solid: its triangles are seen from within anticlockwise.
bool facesInward(const geology::TriangleMesh& mesh) {
  double volume = 0;  // signed, six times
  for (std::size_t triangle = 0; triangle < mesh.triangles.size(); ++triangle) {
    const Polygon face = cornersOf(mesh, triangle);
    const Vec3& near = mesh.vertices.front();  // coordinates of a mine are large
    volume += dot(face[0] - near, cross(face[1] - near, face[2] - near));
  }
  return volume < 0;
}

double upwards(const Polygon& face) {
  return cross(face[1] - face[0], face[2] - face[0]).z;
}

bool reaches(const Polygon& face, const geology::Box3& box) {
  geology::Box3 own;
  for (const Vec3& p : face) own.include(p);
  return own.min.x <= box.max.x && own.max.x >= box.min.x && own.min.y <= box.max.y &&
         own.max.y >= box.min.y && own.min.z <= box.max.z && own.max.z >= box.min.z;
}

}  // namespace

DrapedSurface drapedSurface(const geology::TriangleMesh& mesh, const geology::BitMask& shown,
                            const geology::BlockModel& model) {
  DrapedSurface draped;
  const geology::Box3 bounds = model.lattice.bounds();
  const bool inward = mesh.closed && facesInward(mesh);
  std::vector<Polygon> pieces;
  for (std::size_t triangle = 0; triangle < mesh.triangles.size(); ++triangle) {
    if (!shown.test(triangle)) continue;
    Polygon face = cornersOf(mesh, triangle);
    // The block behind lies on the side from which the corners are seen clockwise.
    if (mesh.closed ? inward : upwards(face) < 0) std::reverse(face.begin(), face.end());
    const auto row = static_cast<std::uint32_t>(triangle);
    if (!reaches(face, bounds)) {
      draped.bare.add(face, row);
      continue;
    }
    pieces.clear();
    cutByCells(face, model.lattice, pieces);
    for (const Polygon& piece : pieces)
      if (const auto block = blockBehind(piece, model))
        draped.blocks.add(piece, static_cast<std::uint32_t>(*block));
      else
        draped.bare.add(piece, row);
  }
  return draped;
}

Selection selectDraped(const geology::BlockModel& model, const ViewState& state,
                       const geology::Deposit& deposit, SelectionCache* cache) {
  ViewState asked = state;
  asked.layers[model.name].visible = true;
  asked.reveal.reset();
  asked.sections.clear();
  asked.box.on = false;
  asked.plan.on = false;
  return selectBlocks(model, asked, deposit, cache);
}

}  // namespace adit::viewer
