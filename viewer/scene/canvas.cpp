#include "viewer/scene/canvas.h"

#include <vtkActor2D.h>
#include <vtkNew.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper2D.h>
#include <vtkProperty2D.h>
#include <vtkTextActor.h>
#include <vtkTextProperty.h>
#include <vtkTextRenderer.h>

#include <array>
#include <cmath>

#include "viewer/geometry/row_colors.h"

namespace adit::viewer {
namespace {

constexpr std::size_t kMostIdleTexts = 400;

std::string lookKey(const std::string& text, const TextLook& look, double scale) {
  std::string key = text;
  key += '\x1f';
  for (const double v : {static_cast<double>(look.size), static_cast<double>(look.color[0]),
                         static_cast<double>(look.color[1]), static_cast<double>(look.color[2]),
                         static_cast<double>(look.align), look.background, scale})
    key += std::to_string(v) + ' ';
  return key;
}

}  // namespace

Canvas::Canvas(vtkRenderer& renderer)
    : renderer_(renderer),
      mesh_(vtkSmartPointer<vtkPolyData>::New()),
      shapes_(vtkSmartPointer<vtkActor2D>::New()) {
  vtkNew<vtkPolyDataMapper2D> mapper;
  mapper->SetInputData(mesh_);
  mapper->ScalarVisibilityOn();
  mapper->SetScalarModeToUseCellData();
  mapper->SetColorModeToDirectScalars();
  shapes_->SetMapper(mapper);
  shapes_->SetLayerNumber(0);
  renderer_.AddActor2D(shapes_);
}

Canvas::~Canvas() {
  renderer_.RemoveActor2D(shapes_);
  for (auto& [key, entry] : texts_) renderer_.RemoveActor2D(entry.actor);
}

void Canvas::begin(double scale, const Palette& palette) {
  scale_ = scale;
  palette_ = &palette;
  areas_ = {};
  colors_.clear();
  for (auto& [key, entry] : texts_) entry.used = false;
}

void Canvas::area(const std::vector<Pixel>& convex, const Color& color, double opacity) {
  for (const Pixel& p : convex) {
    areas_.corners.push_back(static_cast<std::int64_t>(areas_.points.size()));
    areas_.points.push_back({static_cast<float>(p.x), static_cast<float>(p.y), 0});
  }
  areas_.offsets.push_back(static_cast<std::int64_t>(areas_.corners.size()));
  colors_.push_back(toRgba(color, opacity));
}

void Canvas::line(Pixel a, Pixel b, const Color& color, double width, double opacity) {
  const double length = std::hypot(b.x - a.x, b.y - a.y);
  if (!(length > 0)) return;
  const double nx = -(b.y - a.y) / length * width * scale_ / 2;
  const double ny = (b.x - a.x) / length * width * scale_ / 2;
  area({{a.x + nx, a.y + ny}, {a.x - nx, a.y - ny}, {b.x - nx, b.y - ny}, {b.x + nx, b.y + ny}}, color,
       opacity);
}

void Canvas::rectangle(Pixel p, double width, double height, const Color& color, double opacity) {
  area({p, {p.x + width, p.y}, {p.x + width, p.y + height}, {p.x, p.y + height}}, color, opacity);
}

double Canvas::viewWidth() const {
  return renderer_.GetSize()[0];
}

vtkTextActor& Canvas::textActor(const std::string& text, const TextLook& look) {
  const std::string key = lookKey(text, look, scale_);
  const auto [first, last] = texts_.equal_range(key);
  for (auto it = first; it != last; ++it)
    if (!it->second.used) {
      it->second.used = true;
      return *it->second.actor;
    }
  auto actor = vtkSmartPointer<vtkTextActor>::New();
  actor->SetInput(text.c_str());
  actor->SetTextScaleModeToNone();
  actor->SetLayerNumber(1);
  actor->SetPickable(0);
  vtkTextProperty& property = *actor->GetTextProperty();
  styleText(property, look.size, look.color, scale_);
  property.SetVerticalJustificationToCentered();
  if (look.align == Align::Left) property.SetJustificationToLeft();
  if (look.align == Align::Center) property.SetJustificationToCentered();
  if (look.align == Align::Right) property.SetJustificationToRight();
  if (look.background > 0) {
    const Color& plate = palette_->skyBottom;
    property.SetBackgroundColor(static_cast<double>(plate[0]), static_cast<double>(plate[1]),
                                static_cast<double>(plate[2]));
    property.SetBackgroundOpacity(look.background);
  }
  renderer_.AddActor2D(actor);
  return *texts_.emplace(key, Entry{actor, true})->second.actor;
}

void Canvas::text(Pixel at, const std::string& text, const TextLook& look) {
  if (text.empty()) return;
  vtkTextActor& actor = textActor(text, look);
  actor.SetPosition(std::round(at.x), std::round(at.y));
  actor.SetVisibility(1);
}

double Canvas::textWidth(const std::string& text, TextSize size) {
  const std::string key = std::to_string(static_cast<int>(size)) + ' ' + std::to_string(scale_) + ' ' + text;
  if (const auto known = widths_.find(key); known != widths_.end()) return known->second;
  vtkNew<vtkTextProperty> property;
  styleText(*property, size, {1, 1, 1}, scale_);
  std::array<int, 4> box{};
  constexpr int kDpi = 72;
  if (!vtkTextRenderer::GetInstance()->GetBoundingBox(property, text, box.data(), kDpi)) return 0;
  return widths_[key] = box[1] - box[0] + 1;
}

void Canvas::end() {
  mesh_->ShallowCopy(toPolyData(areas_));
  setCellColors(*mesh_, colors_);
  const bool dropIdle = texts_.size() > kMostIdleTexts;
  for (auto it = texts_.begin(); it != texts_.end();) {
    if (!it->second.used) it->second.actor->SetVisibility(0);
    if (!it->second.used && dropIdle) {
      renderer_.RemoveActor2D(it->second.actor);
      it = texts_.erase(it);
    } else {
      ++it;
    }
  }
}

}  // namespace adit::viewer
