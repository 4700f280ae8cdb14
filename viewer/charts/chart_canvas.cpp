#include "viewer/charts/chart_canvas.h"

#include <vtkContextActor.h>
#include <vtkContextItem.h>
#include <vtkContextScene.h>
#include <vtkNew.h>
#include <vtkPDFExporter.h>
#include <vtkRenderer.h>
#include <vtkSVGExporter.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <filesystem>

#include "viewer/charts/xy_chart.h"
#include "viewer/scene/gl_window.h"

namespace adit::viewer {
namespace {

/// Of one half of a pair, below its own title.
PageRect pairRoom(const PageRect& room, std::size_t half, double scale) {
  const double gap = 24 * scale, width = (room.width - gap) / 2;
  return {room.x + static_cast<double>(half) * (width + gap), room.y, width, room.height - 22 * scale};
}

/// Ground, title and footer of a page, and the bodies that are painted by hand.
class PageItem : public vtkContextItem {
 public:
  static PageItem* New() {
    auto* item = new PageItem;
    item->InitializeObjectBase();  // as VTK's own macro does
    return item;
  }

  void show(const ChartPage& page, const PageLook& look) {
    page_ = page;
    look_ = look;
  }
  bool Paint(vtkContext2D* context) override {
    PagePainter painter(*context, look_);
    painter.area({0, 0, static_cast<double>(look_.width), static_cast<double>(look_.height)},
                 painter.palette().skyBottom);
    const PageRect room = paintFrame(painter);
    if (const auto* none = std::get_if<NoBody>(&page_.body)) paintReason(painter, room, none->reason);
    if (const auto* pair = std::get_if<PairBody>(&page_.body)) paintPairTitles(painter, *pair, room);
    if (const auto* log = std::get_if<LogBody>(&page_.body)) paintLog(painter, *log, room);
    if (const auto* net = std::get_if<NetBody>(&page_.body)) paintNet(painter, *net, room);
    if (const auto* table = std::get_if<TableBody>(&page_.body)) paintTable(painter, *table, room);
    if (room_.width != room.width || room_.height != room.height || room_.y != room.y) room_ = room;
    return true;
  }

  /// Where the body goes, worked out by the last painting.
  const PageRect& room() const { return room_; }

 private:
  static constexpr double kLow = 420;  ///< design pixels: a lower page runs the lines of its footer together

  std::vector<std::string> footer(bool together) const {
    if (!together) return page_.footer;
    std::string all;
    for (const std::string& line : page_.footer)
      all += line + (line.empty() || line.ends_with('.') ? " " : ". ");
    return {all};
  }
  PageRect paintFrame(PagePainter& p) {
    const double margin = p.px(20), width = look_.width - 2 * margin;
    double top = look_.height - margin - p.px(6);
    double titleWidth = width;
    if (!page_.synthetic.empty()) {
      const std::string tag = p.fitted(page_.synthetic, TextSize::Small, width * 0.5);
      titleWidth -= p.textWidth(tag, TextSize::Small) + p.px(16);
      p.text(look_.width - margin, top, tag, p.style(TextSize::Small, ChartInk::Caution, PageAlign::Right));
    }
    p.text(margin, top, p.fitted(page_.title, TextSize::Large, titleWidth),
           p.style(TextSize::Large, ChartInk::Text));
    top -= p.lineHeight(TextSize::Large);
    if (!page_.subtitle.empty()) {
      p.text(margin, top, p.fitted(page_.subtitle, TextSize::Small, width),
             p.style(TextSize::Small, ChartInk::Quiet));
      top -= p.lineHeight(TextSize::Small);
    }
    std::vector<std::string> lines;
    for (const std::string& line : footer(look_.height < p.px(kLow)))
      for (std::string& part : p.wrapped(line, TextSize::Small, width)) lines.push_back(std::move(part));
    double bottom = margin / 2 + p.lineHeight(TextSize::Small) * static_cast<double>(lines.size());
    const double roomBottom = bottom + p.px(8);
    for (const std::string& line : lines) {
      bottom -= p.lineHeight(TextSize::Small);
      p.text(margin, bottom + p.lineHeight(TextSize::Small) / 2, line,
             p.style(TextSize::Small, ChartInk::Quiet));
    }
    return {margin, roomBottom, width, std::max(p.px(40), top - roomBottom)};
  }
  static void paintPairTitles(PagePainter& p, const PairBody& pair, const PageRect& room) {
    for (std::size_t half = 0; half < 2; ++half) {
      const PageRect at = pairRoom(room, half, p.look().scale);
      p.text(at.x, at.top() + p.px(10), p.fitted(pair.titles[half], TextSize::Normal, at.width),
             p.style(TextSize::Normal, ChartInk::Text));
    }
  }
  static void paintReason(PagePainter& p, const PageRect& room, const std::string& reason) {
    double y = room.y + room.height / 2;
    for (const std::string& line : p.wrapped(reason, TextSize::Normal, room.width * 0.8)) {
      p.text(room.x + room.width / 2, y, line,
             p.style(TextSize::Normal, ChartInk::Caution, PageAlign::Center));
      y -= p.lineHeight(TextSize::Normal);
    }
  }

  ChartPage page_;
  PageLook look_;
  PageRect room_;
};

}  // namespace

struct ChartCanvas::Impl {
  explicit Impl(GlHost host) : window(std::move(host)) {
    renderer->AddActor(actor);
    window.vtk().AddRenderer(renderer);
  }

  /// The page's own painting says where its body goes; a chart of VTK's is then laid there.
  void lay(const ChartPage& page, const PageLook& look) {
    window.vtk().SetSize(look.width, look.height);
    vtkContextScene& scene = *actor->GetScene();
    scene.ClearItems();
    scene.SetRenderer(renderer);
    vtkNew<PageItem> item;
    item->show(page, look);
    scene.AddItem(item);
    window.vtk().Render();
    room = item->room();
    if (const auto* xy = std::get_if<XyBody>(&page.body)) scene.AddItem(xyChart(*xy, room, look));
    if (const auto* pair = std::get_if<PairBody>(&page.body))
      for (std::size_t half = 0; half < 2; ++half)
        scene.AddItem(xyChart(pair->charts[half], pairRoom(room, half, look.scale), look));
  }

  GlWindow window;
  vtkNew<vtkRenderer> renderer;
  vtkNew<vtkContextActor> actor;
  PageRect room;
};

ChartCanvas::ChartCanvas(GlHost host) : impl_(std::make_unique<Impl>(std::move(host))) {}
ChartCanvas::~ChartCanvas() = default;

PageRect ChartCanvas::room() const {
  return impl_->room;
}

Image ChartCanvas::draw(const ChartPage& page, const PageLook& look) {
  impl_->lay(page, look);
  vtkRenderWindow& window = impl_->window.vtk();
  window.Render();
  Image image{look.width, look.height, {}};
  vtkNew<vtkUnsignedCharArray> pixels;
  window.GetPixelData(0, 0, image.width - 1, image.height - 1, 0, pixels.GetPointer());
  const auto stride = static_cast<std::size_t>(image.width) * 3;
  image.rgb.resize(stride * static_cast<std::size_t>(image.height));
  for (std::size_t r = 0; r < static_cast<std::size_t>(image.height); ++r)
    std::copy_n(pixels->GetPointer(0) + (static_cast<std::size_t>(image.height) - 1 - r) * stride, stride,
                &image.rgb[r * stride]);
  return image;
}

std::string ChartCanvas::writeVector(const ChartPage& page, PageLook look, const std::string& path) {
  look.fileFonts = false;
  impl_->lay(page, look);
  const auto write = [&](auto& exporter) {
    exporter.SetRenderWindow(&impl_->window.vtk());
    exporter.SetFileName(path.c_str());
    exporter.Write();
  };
  if (path.ends_with(".svg"))
    write(*vtkNew<vtkSVGExporter>());
  else
    write(*vtkNew<vtkPDFExporter>());
  std::error_code fault;
  const auto bytes = std::filesystem::file_size(path, fault);
  return fault || bytes == 0 ? "cannot write " + path : std::string();
}

std::vector<std::string> ChartCanvas::takeErrors() {
  return impl_->window.takeErrors();
}

}  // namespace adit::viewer
