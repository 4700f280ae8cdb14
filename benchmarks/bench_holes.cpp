// Half a million intervals as tubes.
#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPoints.h>
#include <vtkTubeFilter.h>

#include "benchmarks/row.h"
#include "benchmarks/surface_measure.h"
#include "geology/analysis/desurvey.h"
#include "geology/synthetic/random.h"
#include "viewer/geometry/drillhole_tubes.h"

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

Row meshRow(const Holes& holes) {
  Row row{"drillhole tubes as a mesh", sizeText(holes->tables.front().size()) + " intervals",
          contender(
              "tubes",
              [holes](int round) {
                const geology::IntervalTable& table = holes->tables.front();
                return viewer::intervalTubes(*holes, table, geology::BitMask(table.size(), true),
                                             {radiusOf(round), kSides, {}}, {holes->holes.front().collar, 1});
              },
              [](const viewer::MeshBuffer& mesh) {
                return Answer{{"area of the walls", quadArea(mesh), 1e-4}};
              })};
  row.peers = {{contender(
                    "vtkTubeFilter on lines of two points",
                    [lines = intervalLines(*holes)](int round) {
                      vtkNew<vtkTubeFilter> tubes;
                      tubes->SetInputData(lines);
                      tubes->SetRadius(radiusOf(round));
                      tubes->SetNumberOfSides(kSides);
                      tubes->CappingOff();
                      tubes->Update();
                      return vtkSmartPointer<vtkPolyData>(tubes->GetOutput());
                    },
                    [](const vtkSmartPointer<vtkPolyData>& mesh) {
                      return Answer{{"area of the walls", areaSums(*mesh, nullptr).area, 1e-4}};
                    }),
                10, 30}};
  return row;
}

}  // namespace

std::vector<Row> holeRows(const Sizes& sizes) {
  return {meshRow(straightHoles(sizes.intervals))};
}

}  // namespace adit::benchmarks
