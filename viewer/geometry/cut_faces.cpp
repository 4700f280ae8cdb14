#include "viewer/geometry/cut_faces.h"

#include <cmath>

#include "viewer/geometry/block_plane.h"

namespace adit::viewer {
namespace {

/// The plane of the section with the side that it cuts away, were it on.
HalfSpace planeOf(const SectionState& section) {
  const geology::Vec3 normal = sectionFrame(section).normal;
  return {section.point, section.flipped ? normal * -1 : normal};
}

bool isAt(const geology::BlockModel& model, std::size_t block, const geology::Vec3& p, double reach) {
  const geology::Vec3 d = p - model.blockCenter(block);
  const geology::Vec3 half = model.blockSize(block) * 0.5;
  const auto& axis = model.lattice.axis;
  return std::abs(dot(d, axis[0])) <= half.x + reach && std::abs(dot(d, axis[1])) <= half.y + reach &&
         std::abs(dot(d, axis[2])) <= half.z + reach;
}

CutFace flatFace(const ViewState& state, const CutPlanes& planes, const HalfSpace& flat) {
  CutFace face;
  face.planes = {flat};
  // The corridor does not cut the face of its own section.
  face.planes.insert(face.planes.end(), planes.begin() + 2, planes.end());
  face.painted = state.activeSection < state.sections.size() && state.sections[state.activeSection].image;
  return face;
}

}  // namespace

std::vector<CutFace> cutFacesOf(const ViewState& state, const CutPlanes& planes,
                                const std::optional<HalfSpace>& flat) {
  if (flat) return {flatFace(state, planes, *flat)};
  std::vector<CutFace> faces;
  for (std::size_t i = 0; i < planes.size(); ++i) faces.push_back({planes, i, false});
  std::size_t first = 0;  // plane of the section
  for (const SectionState& section : state.sections) {
    const std::size_t own = cutPlanesOf(section).size();
    if (section.image && own == 1) {
      faces[first].painted = true;
    } else if (section.image) {
      faces.push_back({planes, planes.size(), true});
      faces.back().planes.push_back(planeOf(section));
    }
    first += own;
  }
  return faces;
}

Selection selectPainted(const geology::BlockModel& model, const ViewState& state,
                        const geology::Deposit& deposit, SelectionCache* cache) {
  ViewState asked = state;
  asked.filters.erase(model.name);
  asked.reveal.reset();  // it looks at what a filter hides
  asked.sections.clear();
  asked.box.on = false;
  return selectBlocks(model, asked, deposit, cache);
}

std::optional<double> meetingWithPaint(const std::vector<CutFace>& faces, const geology::BlockModel& model,
                                       std::size_t block, const Ray& ray, double reach) {
  std::optional<double> nearest;
  const double length = geology::length(ray.direction);
  for (const CutFace& face : faces) {
    if (!face.painted) continue;
    const HalfSpace plane = offTheFaces(face.plane(), model.lattice);
    const double t = -plane.distance(ray.origin) / dot(ray.direction, plane.normal);
    if (!(t >= 0) || (nearest && t * length >= *nearest)) continue;
    const geology::Vec3 p = ray.origin + ray.direction * t;
    CutPlanes others = face.planes;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(face.which));
    if (keeps(others, p) && isAt(model, block, p, reach)) nearest = t * length;
  }
  return nearest;
}

}  // namespace adit::viewer
