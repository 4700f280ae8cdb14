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
#include "geology/model/parallel_for.h"
#include "viewer/geometry/block_slice.h"
#include "viewer/geometry/grade_shell.h"
#include "viewer/state/view_state.h"

namespace adit::benchmarks {
namespace {

using Model = std::shared_ptr<const MeasuredModel>;
using Surface = vtkSmartPointer<vtkPolyData>;
using geology::Vec3;

/// A picture of an inclined section through the middle, in coordinates relative to the lattice's origin.
struct Slice {
  static constexpr int kPixels = 1024;  ///< along both sides

  Vec3 center, along, up, normal;
  double pixel = 0;  ///< side of one, so that the whole section is in the picture

  double half() const { return pixel * kPixels / 2; }
};
Slice sliceOf(const MeasuredModel& m, int round) {
  viewer::SectionState section;
  section.strike = 40 + 10 * (round % 2);
  section.dip = 65;
  const viewer::SectionFrame frame = viewer::sectionFrame(section);
  const geology::Box3 bounds = m.model->lattice.bounds();
  return {bounds.center() - m.model->lattice.origin, frame.along, frame.down * -1, frame.normal,
          bounds.diagonal() / Slice::kPixels};
}

/// What a section shows: its area, and the mean grade on it.
Answer sliceFigures(double area, double gradeArea, double tolerance) {
  return {{"area", area, tolerance}, {"mean grade", gradeArea / area, tolerance}};
}

/// The grade at each pixel, NaN outside, and the area of a pixel.
struct GradePicture {
  std::vector<float> grades;
  double pixelArea = 0;
};
Answer pictureFigures(const GradePicture& picture, double tolerance) {
  double area = 0, gradeArea = 0;
  for (const float grade : picture.grades) {
    if (std::isnan(grade)) continue;
    area += picture.pixelArea;
    gradeArea += picture.pixelArea * static_cast<double>(grade);
  }
  return sliceFigures(area, gradeArea, tolerance);
}

/// Block by block along the rows of pixels, then the grades of those blocks.
class Slicer {
 public:
  explicit Slicer(const Model& m) : model_(m), index_(*m->model), blocks_(kCount) {
    picture_.grades.resize(kCount);
  }
  const GradePicture* picture(int round) {
    const Slice slice = sliceOf(*model_, round);
    const Vec3 corner =
        slice.center - (slice.along + slice.up) * slice.half() + model_->model->lattice.origin;
    viewer::sampleSlice(
        index_, {corner, slice.along * slice.pixel, slice.up * slice.pixel, Slice::kPixels, Slice::kPixels},
        blocks_);
    picture_.pixelArea = slice.pixel * slice.pixel;
    const std::vector<float>& grades = model_->grade().values;
    geology::parallelFor({.count = kCount, .grain = 65'536}, {}, [&](geology::ParallelRange range) {
      for (std::size_t i = range.begin; i < range.end; ++i)
        picture_.grades[i] = blocks_[i] == viewer::kNoBlock ? geology::kMissing : grades[blocks_[i]];
    });
    return &picture_;
  }

 private:
  static constexpr std::size_t kCount = std::size_t{Slice::kPixels} * Slice::kPixels;
  Model model_;
  viewer::BlockIndex index_;
  std::vector<std::uint32_t> blocks_;
  GradePicture picture_;
};

Contender cutter(const Model& m) {
  return contender(
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
        return sliceFigures(sums.area, sums.valueArea, 2e-3);  // polygons against pixels
      });
}

vtkSmartPointer<vtkMatrix4x4> resliceAxes(const Slice& slice) {
  auto axes = vtkSmartPointer<vtkMatrix4x4>::New();
  const std::array<Vec3, 4> columns{slice.along, slice.up, slice.normal, slice.center};
  for (int c = 0; c < 4; ++c) {
    const Vec3& column = columns[static_cast<std::size_t>(c)];
    axes->SetElement(0, c, column.x);
    axes->SetElement(1, c, column.y);
    axes->SetElement(2, c, column.z);
  }
  return axes;
}

constexpr float kOutside = -1;  ///< what vtkImageReslice writes outside the model; grades are positive

Contender reslice(const Model& m) {
  return contender(
      "vtkImageReslice, nearest",
      [m, image = centerImage(*m->model)](int round) {
        const Slice slice = sliceOf(*m, round);
        vtkNew<vtkImageReslice> reslice;
        reslice->SetInputData(image);
        reslice->SetResliceAxes(resliceAxes(slice));
        reslice->SetOutputDimensionality(2);
        reslice->SetOutputSpacing(slice.pixel, slice.pixel, 1);
        reslice->SetOutputOrigin(-slice.half(), -slice.half(), 0);
        reslice->SetOutputExtent(0, Slice::kPixels - 1, 0, Slice::kPixels - 1, 0, 0);
        reslice->SetBorder(1);  // the outer half of the outermost blocks
        reslice->SetInterpolationModeToNearestNeighbor();
        reslice->SetBackgroundLevel(static_cast<double>(kOutside));
        reslice->Update();
        return vtkSmartPointer<vtkImageData>(reslice->GetOutput());
      },
      [](const vtkSmartPointer<vtkImageData>& image) {
        const auto* values = static_cast<const float*>(image->GetScalarPointer());
        GradePicture picture{{values, values + image->GetNumberOfPoints()},
                             image->GetSpacing()[0] * image->GetSpacing()[1]};
        std::replace(picture.grades.begin(), picture.grades.end(), kOutside, geology::kMissing);
        return pictureFigures(picture, 1e-4);  // centres of pixels on faces between blocks
      });
}

Row sliceRow(const Model& m) {
  Row row{"oblique slice, 1024 x 1024 pixels", m->size,
          contender(
              "samples", [slicer = std::make_shared<Slicer>(m)](int round) { return slicer->picture(round); },
              [](const GradePicture* picture) { return pictureFigures(*picture, 1e-5); })};
  row.peers = {{cutter(m), m->goal(25), m->goal(100)}, {reslice(m), m->goal(1), m->goal(1.5)}};
  return row;
}

Answer shellFigures(const Surface& shell) {
  return {{"triangles", static_cast<double>(shell->GetNumberOfPolys()), 0.05},
          {"enclosed volume", enclosedVolume(*shell), 0.02}};
}

/// A layer's shell, which stands in the memory of the one before it.
class Shells {
 public:
  explicit Shells(Model m) : model_(std::move(m)), shown_(model_->model->blockCount(), true) {}
  Surface shell(int round) {
    const auto cutoff = static_cast<double>(model_->cutoff(round));
    last_ = viewer::gradeShell({*model_->model, model_->grade(), shown_, cutoff}, model_->frame(), last_);
    return last_;
  }

 private:
  Model model_;
  geology::BitMask shown_;
  Surface last_;
};

Contender flyingEdges(const Model& m, const vtkSmartPointer<vtkImageData>& image, bool normals) {
  return contender(
      std::string("vtkFlyingEdges3D with") + (normals ? "" : "out") + " normals",
      [m, image, normals](int round) {
        vtkNew<vtkFlyingEdges3D> contour;
        contour->SetInputData(image);
        contour->SetValue(0, static_cast<double>(m->cutoff(round)));
        contour->SetComputeNormals(normals);
        contour->ComputeGradientsOff();
        contour->ComputeScalarsOff();
        contour->Update();
        return Surface(contour->GetOutput());
      },
      shellFigures);
}

Row shellRow(const Model& m) {
  Row row{"grade shell", m->size,
          contender(
              "shell", [shells = std::make_shared<Shells>(m)](int round) { return shells->shell(round); },
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
               {flyingEdges(m, image, false), m->goal(1), m->goal(3)},
               {flyingEdges(m, image, true)}};
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
