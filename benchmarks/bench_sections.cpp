// Slices and shells through a block model.
#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkContourFilter.h>
#include <vtkCutter.h>
#include <vtkFlyingEdges3D.h>
#include <vtkImageReslice.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkPlane.h>
#include <vtkPointData.h>

#include <algorithm>
#include <cmath>

#include "benchmarks/measured_model.h"
#include "benchmarks/row.h"
#include "benchmarks/surface_measure.h"
#include "benchmarks/vtk_peers.h"
#include "viewer/geometry/block_mesh.h"
#include "viewer/geometry/grade_shell.h"

namespace adit::benchmarks {
namespace {

using Model = std::shared_ptr<const MeasuredModel>;
using Surface = vtkSmartPointer<vtkPolyData>;
using geology::Vec3;

/// An inclined section through the middle, in coordinates relative to the lattice's origin.
struct Slice {
  Vec3 center, along, up, normal;
  double extent = 0;  ///< side of a square about the center that holds the whole section
};
Slice sliceOf(const MeasuredModel& m, int round) {
  viewer::SectionState section;
  section.strike = 40 + 10 * (round % 2);
  section.dip = 65;
  const viewer::SectionFrame frame = viewer::sectionFrame(section);
  const geology::Box3 bounds = m.model->lattice.bounds();
  return {bounds.center() - m.model->lattice.origin, frame.along, frame.down * -1, frame.normal,
          bounds.diagonal()};
}

/// What a section shows: its area, and the mean grade on it.
Answer sliceFigures(double area, double gradeArea, double tolerance) {
  return {{"area", area, tolerance}, {"mean grade", gradeArea / area, tolerance}};
}

Row sliceRow(const Model& m) {
  Row row{"oblique slice", m->size,
          contender(
              "block by block",
              [m](int round) {
                const Slice slice = sliceOf(*m, round);
                const viewer::CutPlanes plane{{slice.center + m->model->lattice.origin, slice.normal}};
                return viewer::blockCutFaces(*m->model, geology::BitMask(m->model->blockCount(), true), plane,
                                             0, m->frame());
              },
              [m](const viewer::MeshBuffer& mesh) {
                const AreaSums sums = areaSums(mesh, m->grade());
                return sliceFigures(sums.area, sums.valueArea, 1e-5);
              })};
  row.peers = {{contender(
                    "vtkCutter",
                    [m, image = cellImage(*m->model)](int round) {
                      const Slice slice = sliceOf(*m, round);
                      vtkNew<vtkPlane> plane;
                      plane->SetOrigin(slice.center.x, slice.center.y, slice.center.z);
                      plane->SetNormal(slice.normal.x, slice.normal.y, slice.normal.z);
                      vtkNew<vtkCutter> cutter;
                      cutter->SetInputData(image);
                      cutter->SetCutFunction(plane);
                      cutter->Update();
                      return Surface(cutter->GetOutput());
                    },
                    [](const Surface& cut) {
                      const AreaSums sums = areaSums(*cut, kGradeArray);
                      return sliceFigures(sums.area, sums.valueArea, 1e-5);
                    }),
                m->goal(25), m->goal(100)},
               {contender(
                    "vtkImageReslice, 1024 x 1024, nearest",
                    [m, image = centerImage(*m->model)](int round) {
                      constexpr int kPixels = 1024;
                      const Slice slice = sliceOf(*m, round);
                      vtkNew<vtkMatrix4x4> axes;
                      const std::array<Vec3, 4> columns{slice.along, slice.up, slice.normal, slice.center};
                      for (int c = 0; c < 4; ++c) {
                        axes->SetElement(0, c, columns[static_cast<std::size_t>(c)].x);
                        axes->SetElement(1, c, columns[static_cast<std::size_t>(c)].y);
                        axes->SetElement(2, c, columns[static_cast<std::size_t>(c)].z);
                      }
                      const double pixel = slice.extent / kPixels;
                      vtkNew<vtkImageReslice> reslice;
                      reslice->SetInputData(image);
                      reslice->SetResliceAxes(axes);
                      reslice->SetOutputDimensionality(2);
                      reslice->SetOutputSpacing(pixel, pixel, 1);
                      reslice->SetOutputOrigin(-slice.extent / 2, -slice.extent / 2, 0);
                      reslice->SetOutputExtent(0, kPixels - 1, 0, kPixels - 1, 0, 0);
                      reslice->SetBorder(1);  // the outer half of the outermost blocks
                      reslice->SetInterpolationModeToNearestNeighbor();
                      reslice->SetBackgroundLevel(-1);
                      reslice->Update();
                      return vtkSmartPointer<vtkImageData>(reslice->GetOutput());
                    },
                    [](const vtkSmartPointer<vtkImageData>& picture) {
                      const auto* values = static_cast<const float*>(picture->GetScalarPointer());
                      const double pixel = picture->GetSpacing()[0] * picture->GetSpacing()[1];
                      double area = 0, gradeArea = 0;
                      for (vtkIdType i = 0; i < picture->GetNumberOfPoints(); ++i) {
                        if (values[i] < 0) continue;
                        area += pixel;
                        gradeArea += pixel * static_cast<double>(values[i]);
                      }
                      return sliceFigures(area, gradeArea, 0.02);  // a picture has pixels
                    }),
                m->goal(1), m->goal(1.5)}};
  return row;
}

Answer shellFigures(const Surface& shell) {
  return {{"triangles", static_cast<double>(shell->GetNumberOfPolys()), 0.05},
          {"enclosed volume", enclosedVolume(*shell), 0.02}};
}

Row shellRow(const Model& m) {
  Row row{"grade shell", m->size,
          contender(
              "shell",
              [m](int round) {
                return viewer::gradeShell(*m->model, m->grade(),
                                          geology::BitMask(m->model->blockCount(), true),
                                          static_cast<double>(m->cutoff(round)), m->frame());
              },
              shellFigures)};
  const auto image = centerImage(*m->model);
  row.peers = {{contender(
                    "vtkContourFilter",
                    [m, image](int round) {
                      vtkNew<vtkContourFilter> contour;
                      contour->SetInputData(image);
                      contour->SetValue(0, static_cast<double>(m->cutoff(round)));
                      contour->Update();
                      return Surface(contour->GetOutput());
                    },
                    shellFigures),
                m->goal(5), m->goal(15)},
               {contender(
                    "vtkFlyingEdges3D without normals",
                    [m, image](int round) {
                      vtkNew<vtkFlyingEdges3D> contour;
                      contour->SetInputData(image);
                      contour->SetValue(0, static_cast<double>(m->cutoff(round)));
                      contour->ComputeNormalsOff();
                      contour->ComputeGradientsOff();
                      contour->ComputeScalarsOff();
                      contour->Update();
                      return Surface(contour->GetOutput());
                    },
                    shellFigures),
                m->goal(1), m->goal(3)}};
  return row;
}

}  // namespace

std::vector<Row> sectionRows(const Sizes& sizes) {
  std::vector<Row> rows;
  for (const std::size_t blocks : sizes.blocks) {
    const Model m = measuredLenses(blocks);
    rows.push_back(sliceRow(m));
    rows.push_back(shellRow(m));
  }
  return rows;
}

}  // namespace adit::benchmarks
