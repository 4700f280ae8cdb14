// Half a million intervals as tubes.
#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPoints.h>
#include <vtkTubeFilter.h>

#include <cmath>
#include <numbers>

#include "benchmarks/row.h"
#include "benchmarks/surface_measure.h"
#include "geology/analysis/desurvey.h"
#include "geology/synthetic/random.h"
#include "viewer/geometry/interval_tubes.h"
#include "viewer/geometry/tube_segments.h"

namespace adit::benchmarks {
namespace {

using Holes = std::shared_ptr<const geology::DrillHoles>;

constexpr std::size_t kIntervalsAHole = 100;
constexpr double kIntervalLength = 2;  ///< m
constexpr int kSides = 8;

/// Straight inclined holes on a grid, drilled and assayed from top to bottom.
Holes straightHoles(std::size_t intervals) {
  auto holes = std::make_shared<geology::DrillHoles>();
  geology::IntervalTable table;
  table.name = "assay";
  std::vector<float> grades;
  synthetic::Random random(7);
  for (std::size_t h = 0; h < (intervals + kIntervalsAHole - 1) / kIntervalsAHole; ++h) {
    geology::DrillHole hole;
    hole.collar = {318'000 + 25.0 * static_cast<double>(h % 70),
                   3'218'000 + 25.0 * static_cast<double>(h / 70), 900};
    hole.length = kIntervalLength * kIntervalsAHole;
    hole.trace =
        analysis::desurvey(hole.collar, {{0, random.uniform(0, 360), random.uniform(50, 90)}}, hole.length);
    for (std::size_t i = 0; i < kIntervalsAHole; ++i) {
      table.hole.push_back(static_cast<std::uint32_t>(h));
      table.from.push_back(kIntervalLength * static_cast<double>(i));
      table.to.push_back(kIntervalLength * static_cast<double>(i + 1));
      grades.push_back(static_cast<float>(random.uniform()));
    }
    holes->holes.push_back(std::move(hole));
  }
  table.columns = {geology::numericColumn("cu", std::move(grades), "%")};
  holes->tables = {std::move(table)};
  return holes;
}

/// A line of two points for every interval: what it takes for each to have its own colour.
vtkSmartPointer<vtkPolyData> intervalLines(const geology::DrillHoles& holes) {
  const geology::IntervalTable& table = holes.tables.front();
  vtkNew<vtkPoints> points;
  vtkNew<vtkCellArray> lines;
  vtkNew<vtkFloatArray> grades;
  const geology::Vec3 origin = holes.holes.front().collar;
  for (std::size_t i = 0; i < table.size(); ++i) {
    lines->InsertNextCell(2);
    for (const double depth : {table.from[i], table.to[i]}) {
      const geology::Vec3 p = holes.holes[table.hole[i]].trace.positionAt(depth) - origin;
      lines->InsertCellPoint(points->InsertNextPoint(p.x, p.y, p.z));
    }
    grades->InsertNextValue(table.columns.front().values[i]);
  }
  auto data = vtkSmartPointer<vtkPolyData>::New();
  data->SetPoints(points);
  data->SetLines(lines);
  data->GetCellData()->SetScalars(grades);
  return data;
}

double radiusOf(int round) {
  return round % 2 == 0 ? 1 : 1.01;
}

/// Of all tubes together, from the area of their walls: kSides strips around a prism.
Answer axisFigures(double wallArea, double radius) {
  const double perimeter = 2 * kSides * radius * std::sin(std::numbers::pi / kSides);
  return {{"length of the axes", wallArea / perimeter, 1e-4}};
}

struct Tubes {
  vtkSmartPointer<vtkPolyData> mesh;
  double radius = 0;
};

/// Lines and tubes of one set of holes, with what a layer keeps from one picture to the next.
class Drilling {
 public:
  explicit Drilling(const geology::DrillHoles& holes)
      : path_(viewer::intervalPath(holes, holes.tables.front())), shown_(path_.rows(), true) {
    frame_.origin = holes.holes.front().collar;
  }
  std::string size() const { return sizeText(path_.rows()) + " intervals"; }
  Tubes tubes(int round) {
    viewer::TubeOptions options;
    options.radius = radiusOf(round);
    options.sides = kSides;
    options.frame = frame_;
    last_ = viewer::intervalTubes(path_, shown_, options, last_);
    return {last_, options.radius};
  }
  const viewer::TubeSegments* segments() {
    viewer::tubeSegments(path_, shown_, frame_, segments_);
    return &segments_;
  }

 private:
  viewer::IntervalPath path_;
  geology::BitMask shown_;
  viewer::SceneFrame frame_;
  vtkSmartPointer<vtkPolyData> last_;
  viewer::TubeSegments segments_;
};

double lengthOf(const viewer::TubeSegments& segments) {
  double length = 0;
  for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
    const auto& a = segments.points[i];
    const auto& b = segments.points[i + 1];
    if (a[3] > 0)
      length += std::hypot(static_cast<double>(b[0] - a[0]), static_cast<double>(b[1] - a[1]),
                           static_cast<double>(b[2] - a[2]));
  }
  return length;
}

Contender tubeFilter(const vtkSmartPointer<vtkPolyData>& lines) {
  return contender(
      "vtkTubeFilter on lines of two points",
      [lines](int round) {
        vtkNew<vtkTubeFilter> tubes;
        tubes->SetInputData(lines);
        tubes->SetRadius(radiusOf(round));
        tubes->SetNumberOfSides(kSides);
        tubes->CappingOff();
        tubes->Update();
        return Tubes{tubes->GetOutput(), radiusOf(round)};
      },
      [](const Tubes& tubes) { return axisFigures(areaSums(*tubes.mesh, nullptr).area, tubes.radius); });
}

}  // namespace

std::vector<Row> holeRows(const Sizes& sizes) {
  const Holes holes = straightHoles(sizes.intervals);
  const auto drilling = std::make_shared<Drilling>(*holes);
  const Contender peer = tubeFilter(intervalLines(*holes));
  Row mesh{"drillholes as a mesh", drilling->size(),
           contender(
               "tubes", [drilling](int round) { return drilling->tubes(round); },
               [](const Tubes& tubes) { return axisFigures(quadArea(*tubes.mesh), tubes.radius); })};
  mesh.peers = {{peer, 10, 30}};
  Row shader{"drillholes for the shader", drilling->size(),
             contender(
                 "pieces", [drilling](int) { return drilling->segments(); },
                 [](const viewer::TubeSegments* segments) {
                   return Answer{{"length of the axes", lengthOf(*segments), 1e-4}};
                 })};
  shader.peers = {{peer, 100, 200}};
  return {mesh, shader};
}

}  // namespace adit::benchmarks
