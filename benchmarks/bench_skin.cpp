// From a cut-off to the faces of what is above it.
#include <vtkDataSetSurfaceFilter.h>
#include <vtkExtractVOI.h>
#include <vtkNew.h>
#include <vtkPlane.h>
#include <vtkTableBasedClipDataSet.h>
#include <vtkThreshold.h>

#include <algorithm>
#include <array>

#include "benchmarks/lens_model.h"
#include "benchmarks/measured_model.h"
#include "benchmarks/row.h"
#include "benchmarks/sub_block_model.h"
#include "benchmarks/vtk_peers.h"
#include "geology/model/parallel_for.h"
#include "viewer/geometry/block_mesh.h"
#include "viewer/geometry/block_places.h"
#include "viewer/geometry/block_skin.h"
#include "viewer/geometry/row_masks.h"

namespace adit::benchmarks {
namespace {

using geology::BitMask;
using geology::BlockModel;
using Model = std::shared_ptr<const MeasuredModel>;
using Surface = vtkSmartPointer<vtkPolyData>;

constexpr const char* kThresholdAndSurface = "vtkThreshold + vtkDataSetSurfaceFilter";

BitMask atOrAbove(const BlockModel& model, float cutoff) {
  BitMask shown(model.blockCount(), true);
  shown.subtract(viewer::rowsBelow(model.columns.front(), static_cast<double>(cutoff)));
  return shown;
}

Answer surfaceFigures(const Surface& surface) {
  return {{"faces", static_cast<double>(surface->GetNumberOfCells())}};
}
Answer skinFigures(const viewer::BlockSkin* skin) {
  return {{"faces", static_cast<double>(skin->faceCount())}};
}

/// What a layer keeps from one picture to the next: the index of its model, and the memory of the last skin.
class Skinner {
 public:
  explicit Skinner(const Model& m) : index_(*m->model) {}
  const viewer::BlockSkin* of(const BitMask& shown) {
    viewer::skinOf(index_, shown, skin_);
    return &skin_;
  }

 private:
  viewer::BlockIndex index_;
  viewer::BlockSkin skin_;
};

/// Reads every grade once.
float largestGrade(const std::vector<float>& values) {
  constexpr std::size_t kAtOnce = 262'144;
  std::vector<float> largest(values.size() / kAtOnce + 1, 0);
  geology::parallelFor({.count = values.size(), .grain = kAtOnce, .threads = 0}, {},
                       [&](geology::ParallelRange range) {
                         std::array<float, 16> lanes{};  // independent, so that it is the memory that counts
                         std::size_t i = range.begin;
                         for (; i + lanes.size() <= range.end; i += lanes.size())
                           for (std::size_t lane = 0; lane < lanes.size(); ++lane)
                             lanes[lane] = std::max(lanes[lane], values[i + lane]);
                         largest[range.begin / kAtOnce] = *std::max_element(lanes.begin(), lanes.end());
                       });
  return *std::max_element(largest.begin(), largest.end());
}

Contender readGrades(const Model& m) {
  return floorOf("reading every grade", [m](int) { return largestGrade(m->grade().values); });
}

Contender plainThreshold(const Model& m) {
  return contender(
      kThresholdAndSurface,
      [m, image = cellImage(*m->model)](int round) { return thresholdSurface(image, m->cutoff(round)); },
      surfaceFigures);
}

Row facesRow(const Model& m) {
  const bool huge = m->model->blockCount() >= 100'000'000;
  Row row{"threshold to faces", m->size,
          contender(
              "mask and skin",
              [m, skinner = std::make_shared<Skinner>(m)](int round) {
                return skinner->of(atOrAbove(*m->model, m->cutoff(round)));
              },
              skinFigures)};
  row.peers = {{plainThreshold(m), m->goal(huge ? 150 : 100), m->goal(huge ? 500 : 300)}};
  row.floor = readGrades(m);
  row.mostMegabytes = huge ? 50 : 0;
  row.slow = huge;
  return row;
}

Row maskRow(const Model& m) {
  Row row{"threshold to bit mask", m->size,
          contender(
              "mask", [m](int round) { return atOrAbove(*m->model, m->cutoff(round)); },
              [](const BitMask& mask) {
                return Answer{{"blocks", static_cast<double>(mask.count())}};
              })};
  row.peers = {{contender(
      "a loop over the grades",
      [m](int round) {
        const auto& values = m->grade().values;
        return std::count_if(values.begin(), values.end(),
                             [cutoff = m->cutoff(round)](float v) { return v >= cutoff; });
      },
      [](std::ptrdiff_t count) {
        return Answer{{"blocks", static_cast<double>(count)}};
      })}};
  row.floor = readGrades(m);
  return row;
}

Row polyDataRow(const Model& m) {
  Row row{"threshold to vtkPolyData", m->size,
          contender(
              "skin as quads",
              [m, skinner = std::make_shared<Skinner>(m)](int round) {
                const viewer::BlockSkin& skin = *skinner->of(atOrAbove(*m->model, m->cutoff(round)));
                return viewer::blockSkinMesh(*m->model, skin, m->frame());
              },
              surfaceFigures)};
  row.peers = {{plainThreshold(m), m->goal(80), m->goal(150)}};
  return row;
}

/// The half of the model beyond its middle along i, up to a round number of blocks from the end, as planes.
/// Both cut between blocks, so that VTK, which would cut blocks in two, keeps the same whole blocks.
struct Box {
  std::array<std::int64_t, 2> i, j, k;
};
Box middleBox(const BlockModel& model) {
  const auto& n = model.lattice.count;
  return {{n[0] / 2, n[0]}, {n[1] / 8, n[1] - n[1] / 8}, {n[2] / 8, n[2] - n[2] / 8}};
}
viewer::CutPlanes planesOf(const BlockModel& model, const Box& box) {
  const auto& l = model.lattice;
  const auto at = [&](std::int64_t i, std::int64_t j, std::int64_t k) {
    return l.world(static_cast<double>(i), static_cast<double>(j), static_cast<double>(k));
  };
  const geology::Vec3 lo = at(box.i[0], box.j[0], box.k[0]), hi = at(box.i[1], box.j[1], box.k[1]);
  return {{lo, {-1, 0, 0}}, {lo, {0, -1, 0}}, {lo, {0, 0, -1}},
          {hi, {1, 0, 0}},  {hi, {0, 1, 0}},  {hi, {0, 0, 1}}};
}

Contender maskedByPlanes(const Model& m, const viewer::CutPlanes& planes) {
  return contender(
      "masks and skin",
      [m, planes, skinner = std::make_shared<Skinner>(m)](int round) {
        BitMask shown = atOrAbove(*m->model, m->cutoff(round));
        shown.subtract(viewer::blocksBeyond(*m->model, planes));
        return skinner->of(shown);
      },
      skinFigures);
}

Row boxRow(const Model& m) {
  const Box box = middleBox(*m->model);
  Row row{"box filter + threshold", m->size, maskedByPlanes(m, planesOf(*m->model, box))};
  row.peers = {{contender(
                    "vtkExtractVOI + threshold + surface",
                    [m, box, image = cellImage(*m->model)](int round) {
                      vtkNew<vtkExtractVOI> voi;
                      voi->SetInputData(image);
                      const auto point = [](std::int64_t p) { return static_cast<int>(p); };
                      voi->SetVOI(point(box.i[0]), point(box.i[1]), point(box.j[0]), point(box.j[1]),
                                  point(box.k[0]), point(box.k[1]));
                      voi->Update();
                      return thresholdSurface(voi->GetOutput(), m->cutoff(round));
                    },
                    surfaceFigures),
                m->goal(60), m->goal(150)}};
  return row;
}

Row planeRow(const Model& m) {
  const Box box = middleBox(*m->model);
  viewer::HalfSpace plane = planesOf(*m->model, box).front();
  // A hair inside the blocks that are kept: of those that only touch the plane VTK would leave slivers
  // without a thickness.
  plane.point.x += 1e-4 * m->model->lattice.size[0];
  const geology::Vec3 local = plane.point - m->model->lattice.origin;
  Row row{"plane filter + threshold", m->size, maskedByPlanes(m, {plane})};
  row.peers = {{contender(
                    "vtkThreshold + vtkTableBasedClipDataSet + surface",
                    [m, local, image = cellImage(*m->model)](int round) {
                      vtkNew<vtkThreshold> threshold;
                      setThreshold(*threshold, m->cutoff(round));
                      threshold->SetInputData(image);
                      vtkNew<vtkPlane> side;
                      side->SetOrigin(local.x, local.y, local.z);
                      side->SetNormal(1, 0, 0);
                      vtkNew<vtkTableBasedClipDataSet> clip;
                      clip->SetInputConnection(threshold->GetOutputPort());
                      clip->SetClipFunction(side);
                      vtkNew<vtkDataSetSurfaceFilter> surface;
                      surface->SetInputConnection(clip->GetOutputPort());
                      surface->Update();
                      return Surface(surface->GetOutput());
                    },
                    surfaceFigures),
                m->goal(120), m->goal(300)}};
  return row;
}

Row subBlockRow(std::size_t blocks) {
  const auto m = std::make_shared<const MeasuredModel>(subBlockModel(blocks));
  const auto parents = static_cast<std::size_t>(m->model->lattice.cellCount());
  Row row{"threshold on sub-blocks",
          sizeText(m->model->blockCount()) + " in " + sizeText(parents) + " parents",
          contender(
              "sub-block skin",
              [m, skinner = std::make_shared<Skinner>(m)](int round) {
                return skinner->of(atOrAbove(*m->model, m->cutoff(round)));
              },
              skinFigures)};
  row.peers = {
      {contender(
           "vtkThreshold on vtkUnstructuredGrid + surface",
           [m, grid = hexahedra(*m->model)](int round) { return thresholdSurface(grid, m->cutoff(round)); },
           surfaceFigures),
       50, 150}};
  return row;
}

}  // namespace

std::vector<Row> skinRows(const Sizes& sizes) {
  std::vector<Row> rows;
  for (const std::size_t blocks : sizes.blocks) {
    const Model m = measuredLenses(blocks);
    rows.push_back(facesRow(m));
    rows.push_back(maskRow(m));
    if (blocks >= 100'000'000) continue;
    rows.push_back(polyDataRow(m));
    rows.push_back(boxRow(m));
    rows.push_back(planeRow(m));
  }
  rows.push_back(subBlockRow(sizes.subBlocks));
  return rows;
}

}  // namespace adit::benchmarks
