// Lines, points and bars over axes: a page's body as VTK's own chart.
#pragma once
#include <vtkChartXY.h>
#include <vtkSmartPointer.h>

#include "viewer/charts/page_painter.h"

namespace adit::viewer {

vtkSmartPointer<vtkChartXY> xyChart(const XyBody& body, const PageRect& room, const PageLook& look);

}  // namespace adit::viewer
