#include "viewer/charts/xy_chart.h"

#include <vtkAxis.h>
#include <vtkBrush.h>
#include <vtkChartLegend.h>
#include <vtkDoubleArray.h>
#include <vtkNew.h>
#include <vtkPen.h>
#include <vtkPlot.h>
#include <vtkPlotPoints.h>
#include <vtkStringArray.h>
#include <vtkTable.h>
#include <vtkTextProperty.h>

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

void styleAxis(vtkAxis& axis, const ChartAxis& wanted, const PageLook& look) {
  const Palette& palette = paletteOf(look.theme);
  axis.SetTitle(wanted.title);
  axis.SetBehavior(vtkAxis::FIXED);
  axis.SetRange(wanted.lo, wanted.hi);
  axis.SetVisible(true);
  axis.SetLabelsVisible(true);
  axis.SetTicksVisible(true);
  stylePageText(*axis.GetTitleProperties(), TextSize::Normal, palette.text, look);
  stylePageText(*axis.GetLabelProperties(), TextSize::Small, palette.quietText, look);
  setColor(*axis.GetPen(), palette.quietText);
  setColor(*axis.GetGridPen(), palette.line, 0.5);
  axis.GetPen()->SetWidth(static_cast<float>(look.scale));
  axis.GetGridPen()->SetWidth(static_cast<float>(look.scale));
  if (wanted.ticks.empty()) return;
  vtkNew<vtkDoubleArray> places;
  vtkNew<vtkStringArray> labels;
  for (const auto& [place, label] : wanted.ticks) {
    if (place < wanted.lo || place > wanted.hi) continue;
    places->InsertNextValue(place);
    labels->InsertNextValue(label);
  }
  axis.SetCustomTickPositions(places, labels);
}

vtkNew<vtkTable> tableOf(const ChartSeries& series) {
  vtkNew<vtkDoubleArray> x, y;
  x->SetName("x");
  y->SetName(series.name.c_str());
  for (std::size_t i = 0; i < series.x.size(); ++i) {
    x->InsertNextValue(series.x[i]);
    y->InsertNextValue(series.y[i]);
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

void addSeries(vtkChartXY& chart, const ChartSeries& series, const PageLook& look) {
  const Color color = colorOfInk(series.ink, paletteOf(look.theme));
  vtkPlot* plot = chart.AddPlot(plotKind(series.mark));
  const vtkNew<vtkTable> table = tableOf(series);
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

/// VTK's charts are drawn in floats and lose curves whose x is far from 0, as eastings and northings are.
/// They are drawn from 0 on, under ticks with the true numbers.
XyBody nearZero(XyBody body) {
  const double width = body.x.hi - body.x.lo;
  constexpr double kFar = 10;  // widths
  if (body.x.logarithmic || !(width > 0) || std::abs(body.x.lo) < kFar * width) return body;
  const double base = body.x.lo;
  if (body.x.ticks.empty()) {
    constexpr int kTicks = 8;
    const double step = roundStep(width, kTicks);
    for (double x = std::ceil(base / step) * step; x <= body.x.hi; x += step)
      body.x.ticks.emplace_back(x, tickText(x, step));
  }
  for (auto& tick : body.x.ticks) tick.first -= base;
  for (ChartSeries& series : body.series)
    for (double& x : series.x) x -= base;
  body.x.lo = 0;
  body.x.hi = width;
  return body;
}

}  // namespace

vtkSmartPointer<vtkChartXY> xyChart(const XyBody& asked, const PageRect& room, const PageLook& look) {
  const XyBody body = nearZero(asked);
  auto chart = vtkSmartPointer<vtkChartXY>::New();
  chart->SetAutoSize(false);
  chart->SetSize(vtkRectf(static_cast<float>(room.x), static_cast<float>(room.y),
                          static_cast<float>(room.width), static_cast<float>(room.height)));
  chart->SetInteractive(false);
  chart->SetBarWidthFraction(1.0F);
  chart->GetBackgroundBrush()->SetOpacity(0);
  for (const ChartSeries& series : body.series) addSeries(*chart, series, look);
  styleAxis(*chart->GetAxis(vtkAxis::BOTTOM), body.x, look);
  styleAxis(*chart->GetAxis(vtkAxis::LEFT), body.left, look);
  if (body.right) {
    styleAxis(*chart->GetAxis(vtkAxis::RIGHT), *body.right, look);
    chart->GetAxis(vtkAxis::RIGHT)->SetGridVisible(false);
  }
  chart->SetShowLegend(body.series.size() > 1);
  if (body.series.size() > 1) styleLegend(*chart, look);
  return chart;
}

}  // namespace adit::viewer
