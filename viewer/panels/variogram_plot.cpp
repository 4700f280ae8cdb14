#include "viewer/panels/variogram_plot.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "viewer/panels/fonts.h"
#include "viewer/panels/numbers.h"
#include "viewer/panels/style.h"
#include "viewer/panels/widget_parts.h"
#include "viewer/panels/widgets.h"

namespace adit::viewer {
namespace {

using estimation::ExperimentalLag;
using estimation::ExperimentalVariogram;
using estimation::Variogram;

constexpr std::array kRoles{Role::Quiet, Role::Evidence, Role::Accent, Role::Caution, Role::Text};

/// The area of the drawing, and what its axes end at.
struct Plot {
  ImVec2 min, max;
  double farthest = 1, highest = 1;

  ImVec2 at(double distance, double gamma) const {
    return {min.x + static_cast<float>(distance / farthest) * (max.x - min.x),
            max.y - static_cast<float>(std::min(gamma / highest, 1.0)) * (max.y - min.y)};
  }
};

void findEnds(const std::vector<ExperimentalVariogram>& experimental, const Variogram& model, Plot& plot) {
  double farthest = 0, highest = model.sill();
  for (const ExperimentalVariogram& one : experimental) {
    highest = std::max(highest, one.variance);
    for (const ExperimentalLag& lag : one.lags) {
      if (lag.pairs == 0) continue;
      farthest = std::max(farthest, lag.distance);
      highest = std::max(highest, lag.gamma);
    }
  }
  plot.farthest = farthest > 0 ? farthest * 1.03 : 100;
  plot.highest = highest > 0 ? highest * 1.08 : 1;
}

/// Circle, square, triangle, diamond, cross: directions are not told apart by colour alone.
void drawMark(const ImVec2& at, std::size_t direction, float r) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 color = ink(kRoles[direction % kRoles.size()]);
  switch (direction % kRoles.size()) {
    case 0:
      return list.AddRect({at.x - r, at.y - r}, {at.x + r, at.y + r}, color, 0, 0, px(1.3F));
    case 1:
      return list.AddCircleFilled(at, r, color);
    case 2:
      return list.AddTriangleFilled({at.x - r, at.y + r}, {at.x + r, at.y + r}, {at.x, at.y - r}, color);
    case 3:
      return list.AddQuad({at.x - r, at.y}, {at.x, at.y - r}, {at.x + r, at.y}, {at.x, at.y + r}, color,
                          px(1.3F));
    default:
      list.AddLine({at.x - r, at.y - r}, {at.x + r, at.y + r}, color, px(1.3F));
      return list.AddLine({at.x - r, at.y + r}, {at.x + r, at.y - r}, color, px(1.3F));
  }
}

void drawPoints(const Plot& plot, const std::vector<ExperimentalVariogram>& experimental) {
  for (std::size_t d = 0; d < experimental.size(); ++d) {
    std::size_t most = 1;
    for (const ExperimentalLag& lag : experimental[d].lags) most = std::max(most, lag.pairs);
    for (const ExperimentalLag& lag : experimental[d].lags) {
      if (lag.pairs == 0) continue;
      const double share = std::sqrt(static_cast<double>(lag.pairs) / static_cast<double>(most));
      drawMark(plot.at(lag.distance, lag.gamma), d, px(1.8F + 2.2F * static_cast<float>(share)));
    }
  }
}

bool sameEverywhere(const Variogram& model) {
  return std::all_of(model.structures.begin(), model.structures.end(), [](const auto& s) {
    return s.shape.range[0] == s.shape.range[1] && s.shape.range[1] == s.shape.range[2];
  });
}

void drawModel(const Plot& plot, const Variogram& model) {
  if (model.structures.empty()) return;
  constexpr int kSteps = 96;
  const std::size_t axes = sameEverywhere(model) ? 1 : 3;
  for (std::size_t a = 0; a < axes; ++a) {
    std::vector<ImVec2> curve;
    for (int i = 0; i <= kSteps; ++i) {
      // The foot of the curve is the nugget, which is there just beside the zero vector.
      const double distance = std::max(i * plot.farthest / kSteps, 1e-6 * plot.farthest);
      curve.push_back(plot.at(distance, model.at(model.structures.front().shape.axis[a] * distance)));
    }
    const Role role = axes == 1 ? Role::Text : kRoles[2 + a];
    ImGui::GetWindowDrawList()->AddPolyline(curve.data(), static_cast<int>(curve.size()), ink(role), 0,
                                            px(1.6F));
  }
}

void drawVariance(const Plot& plot, double variance) {
  if (!(variance > 0)) return;
  const float y = plot.at(0, variance).y;
  for (float x = plot.min.x; x < plot.max.x; x += px(8))
    ImGui::GetWindowDrawList()->AddLine({x, y}, {std::min(x + px(4), plot.max.x), y}, ink(Role::Line),
                                        px(1.2F));
}

void drawNames(const std::vector<ExperimentalVariogram>& experimental) {
  for (std::size_t d = 0; d < experimental.size(); ++d) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float high = ImGui::GetFontSize();
    drawMark({at.x + px(6), at.y + high / 2}, d, px(3.4F));
    clippedText({at.x + px(16), at.y}, at.x + roomLeft(), experimental[d].direction.name, ink(Role::Quiet));
    ImGui::Dummy({0, high + px(1)});
  }
}

}  // namespace

void drawVariogramPlot(const std::vector<ExperimentalVariogram>& experimental, const Variogram& model,
                       float height) {
  const FaceScope small(Face::Small);
  const ItemBox box = item("##variogram", {roomLeft(), height});
  hintOfLastItem(
      {"Half the mean squared difference of two samples, by their distance. Larger marks have more "
       "pairs; dashed: the variance of the samples.",
       ""});
  Plot plot{{box.min.x, box.min.y}, {box.max.x, box.max.y - ImGui::GetFontSize() - px(3)}};
  findEnds(experimental, model, plot);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddRectFilled(plot.min, plot.max, ink(Role::Raised), px(3));
  list.PushClipRect(plot.min, plot.max, true);
  drawVariance(plot, experimental.empty() ? 0 : experimental.back().variance);
  drawModel(plot, model);
  drawPoints(plot, experimental);
  list.PopClipRect();
  const float y = plot.max.y + px(2);
  const std::string end = shortNumber(plot.farthest, 3);
  clippedText({plot.min.x, y}, plot.max.x, "0", ink(Role::Quiet));
  clippedText({plot.max.x - ImGui::CalcTextSize(end.c_str()).x, y}, plot.max.x + 1, end, ink(Role::Quiet));
  const std::string top = shortNumber(plot.highest, 3);
  clippedText({plot.min.x + px(4), plot.min.y + px(2)}, plot.max.x, top, ink(Role::Quiet));
  drawNames(experimental);
}

}  // namespace adit::viewer
