#include "viewer/charts/xy_chart.h"

#include <vtkAxis.h>
#include <vtkBrush.h>
#include <vtkChartLegend.h>
#include <vtkColorSeries.h>
#include <vtkDoubleArray.h>
#include <vtkNew.h>
#include <vtkPen.h>
#include <vtkPlot.h>
#include <vtkPlotBar.h>
#include <vtkPlotPoints.h>
#include <vtkStringArray.h>
#include <vtkTable.h>
#include <vtkTextProperty.h>

#include <algorithm>
#include <cmath>

#include "viewer/geometry/terrain_mesh.h"
#include "viewer/scene/furniture.h"

namespace adit::viewer {
namespace {

/// The corners of a vtkChartXY that a plot can belong to.
constexpr int kLeftAxis = 0, kRightAxis = 1;

void setColor(vtkPen& pen, const Color& color, double opacity = 1) {
  pen.SetColorF(static_cast<double>(color[0]), static_cast<double>(color[1]), static_cast<double>(color[2]),
                opacity);
}

/// Places along an axis in pixels of the room: VTK's plots lose coordinates that are large beside their
/// range, and in SVG and PDF a pen is as wide as the axis is stretched. In pixels neither happens.
struct AxisScale {
  double lo = 0, perUnit = 1;
  AxisScale(const ChartAxis& axis, double pixels) : lo(axis.lo), perUnit(pixels / (axis.hi - axis.lo)) {}
  double at(double value) const { return (value - lo) * perUnit; }
};

std::vector<std::pair<double, std::string>> ticksOf(const ChartAxis& axis, double most) {
  if (!axis.ticks.empty()) return axis.ticks;
  std::vector<std::pair<double, std::string>> ticks;
  const double step = roundStep(axis.hi - axis.lo, static_cast<int>(most));
  for (double n = std::ceil(axis.lo / step - 1e-9); n * step <= axis.hi + step * 1e-9; ++n) {
    const double place = n * step;
    ticks.emplace_back(place, tickText(place, step));
  }
  return ticks;
}

/// An axis of the chart and how long it is.
struct AxisPlace {
  int index;
  double pixels;
  double tickPixels;  ///< that a tick needs
};

void styleAxis(vtkChartXY& chart, const ChartAxis& wanted, const AxisPlace& place, const PageLook& look) {
  const Palette& palette = paletteOf(look.theme);
  vtkAxis& axis = *chart.GetAxis(place.index);
  axis.SetTitle(wanted.title);
  axis.SetBehavior(vtkAxis::FIXED);
  axis.SetRange(0, place.pixels);
  axis.SetVisible(true);
  axis.SetLabelsVisible(true);
  axis.SetTicksVisible(true);
  stylePageText(*axis.GetTitleProperties(), TextSize::Normal, palette.text, look);
  stylePageText(*axis.GetLabelProperties(), TextSize::Small, palette.quietText, look);
  setColor(*axis.GetPen(), palette.quietText);
  setColor(*axis.GetGridPen(), palette.line, 0.5);
  axis.GetPen()->SetWidth(static_cast<float>(look.scale));
  axis.GetGridPen()->SetWidth(static_cast<float>(look.scale));
  vtkNew<vtkDoubleArray> places;
  vtkNew<vtkStringArray> labels;
  const AxisScale scale(wanted, place.pixels);
  for (const auto& [value, label] : ticksOf(wanted, place.pixels / (place.tickPixels * look.scale))) {
    if (value < wanted.lo || value > wanted.hi * (1 + 1e-12)) continue;
    places->InsertNextValue(scale.at(value));
    labels->InsertNextValue(label);
  }
  axis.SetCustomTickPositions(places, labels);
}

vtkNew<vtkTable> tableOf(const ChartSeries& series, const AxisScale& across, const AxisScale& up) {
  vtkNew<vtkDoubleArray> x, y;
  x->SetName("x");
  y->SetName(series.name.c_str());
  for (std::size_t i = 0; i < series.x.size(); ++i) {
    x->InsertNextValue(across.at(series.x[i]));
    y->InsertNextValue(up.at(series.y[i]));
  }
  vtkNew<vtkTable> table;
  table->AddColumn(x);
  table->AddColumn(y);
  return table;
}

int plotKind(Mark mark) {
  if (mark == Mark::Bars) return vtkChart::BAR;
  return mark == Mark::Points ? vtkChart::POINTS : vtkChart::LINE;
}

void addSeries(vtkChartXY& chart, const ChartSeries& series, const vtkNew<vtkTable>& table,
               const PageLook& look) {
  const Color color = colorOfInk(series.ink, paletteOf(look.theme));
  vtkPlot* plot = chart.AddPlot(plotKind(series.mark));
  plot->SetInputData(table, 0, 1);
  plot->SetLabel(series.name);
  setColor(*plot->GetPen(), color);
  plot->GetBrush()->SetColorF(static_cast<double>(color[0]), static_cast<double>(color[1]),
                              static_cast<double>(color[2]), series.rightAxis ? 0.45 : 0.8);
  plot->SetWidth(static_cast<float>((series.mark == Mark::Bars ? 0.5 : 2.2) * look.scale));
  if (series.mark == Mark::Dashed) plot->GetPen()->SetLineType(vtkPen::DASH_LINE);
  if (auto* points = vtkPlotPoints::SafeDownCast(plot); points != nullptr && series.mark == Mark::Points) {
    points->SetMarkerStyle(vtkPlotPoints::CIRCLE);
    points->SetMarkerSize(static_cast<float>(5 * look.scale));
  }
  chart.SetPlotCorner(plot, series.rightAxis ? kRightAxis : kLeftAxis);
}

/// One bar plot for all of them: only so does VTK put bars on one another.
void addStack(vtkChartXY& chart, const XyBody& body, const PageRect& room, const PageLook& look) {
  std::vector<const ChartSeries*> stack;
  for (const ChartSeries& series : body.series)
    if (series.mark == Mark::Stacked) stack.push_back(&series);
  if (stack.empty()) return;
  const AxisScale across(body.x, room.width), up(body.left, room.height);
  vtkNew<vtkTable> table = tableOf(*stack.front(), across, up);
  vtkNew<vtkStringArray> labels;
  vtkNew<vtkColorSeries> colors;
  colors->ClearColors();
  for (const ChartSeries* series : stack) {
    if (series != stack.front()) table->AddColumn(tableOf(*series, across, up)->GetColumn(1));
    labels->InsertNextValue(series->name);
    const Color c = colorOfInk(series->ink, paletteOf(look.theme));
    const auto byte = [](float channel) { return static_cast<unsigned char>(std::lround(255 * channel)); };
    colors->AddColor(vtkColor3ub(byte(c[0]), byte(c[1]), byte(c[2])));
  }
  auto* bars = vtkPlotBar::SafeDownCast(chart.AddPlot(vtkChart::BAR));
  bars->SetInputData(table, 0, 1);
  for (std::size_t n = 1; n < stack.size(); ++n)
    bars->SetInputArray(static_cast<int>(n) + 1, table->GetColumnName(static_cast<vtkIdType>(n) + 1));
  bars->SetLabels(labels);
  bars->SetColorSeries(colors);
  setColor(*bars->GetPen(), paletteOf(look.theme).plate);
  bars->SetWidth(static_cast<float>(look.scale));
  chart.SetPlotCorner(bars, kLeftAxis);
}

void styleLegend(vtkChartXY& chart, const PageLook& look) {
  const Palette& palette = paletteOf(look.theme);
  vtkChartLegend& legend = *chart.GetLegend();
  stylePageText(*legend.GetLabelProperties(), TextSize::Small, palette.text, look);
  legend.SetInline(true);
  legend.SetHorizontalAlignment(vtkChartLegend::RIGHT);
  legend.SetVerticalAlignment(vtkChartLegend::TOP);
  setColor(*legend.GetPen(), palette.line);
  legend.GetBrush()->SetColorF(static_cast<double>(palette.plate[0]), static_cast<double>(palette.plate[1]),
                               static_cast<double>(palette.plate[2]), 0.85);
  legend.SetPadding(static_cast<int>(6 * look.scale));
  legend.SetSymbolWidth(static_cast<int>(28 * look.scale));
}

}  // namespace

vtkSmartPointer<vtkChartXY> xyChart(const XyBody& body, const PageRect& room, const PageLook& look) {
  auto chart = vtkSmartPointer<vtkChartXY>::New();
  chart->SetAutoSize(false);
  chart->SetSize(vtkRectf(static_cast<float>(room.x), static_cast<float>(room.y),
                          static_cast<float>(room.width), static_cast<float>(room.height)));
  chart->SetInteractive(false);
  chart->SetBarWidthFraction(1.0F);
  chart->GetBackgroundBrush()->SetOpacity(0);
  addStack(*chart, body, room, look);
  for (const ChartSeries& series : body.series) {
    if (series.mark == Mark::Stacked) continue;
    const ChartAxis& up = series.rightAxis && body.right ? *body.right : body.left;
    addSeries(*chart, series, tableOf(series, {body.x, room.width}, {up, room.height}), look);
  }
  styleAxis(*chart, body.x, {vtkAxis::BOTTOM, room.width, 90}, look);
  styleAxis(*chart, body.left, {vtkAxis::LEFT, room.height, 44}, look);
  if (body.right) {
    styleAxis(*chart, *body.right, {vtkAxis::RIGHT, room.height, 44}, look);
    chart->GetAxis(vtkAxis::RIGHT)->SetGridVisible(false);
  }
  chart->SetShowLegend(body.series.size() > 1);
  if (body.series.size() > 1) styleLegend(*chart, look);
  return chart;
}

}  // namespace adit::viewer
