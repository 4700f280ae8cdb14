#include "viewer/app/chart_pane.h"

#include <GL/glew.h>

namespace adit::viewer {
namespace {

ChartAnswer unanswered(const ChartQuestion& /*question*/) {
  return {{{}, {}, {}, {}, NoBody{"Being worked out ..."}}, false};
}

ChartAnswer answered(const ChartQuestion& question, SelectionCache& cache,
                     const geology::Progress& progress) {
  return {chartOf(question, cache, progress), true};
}

void sayFault(ChartAnswer& answer, const std::string& fault) {
  answer.page.body = NoBody{fault};
}

void upload(const Image& image, unsigned int& texture) {
  GLint bound = 0, alignment = 0;
  glGetIntegerv(GL_TEXTURE_BINDING_2D, &bound);
  glGetIntegerv(GL_UNPACK_ALIGNMENT, &alignment);
  if (texture == 0) glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGB8, image.width, image.height, 0, GL_RGB, GL_UNSIGNED_BYTE,
               image.rgb.data());
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glPixelStorei(GL_UNPACK_ALIGNMENT, alignment);
  glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(bound));
}

}  // namespace

ChartPane::ChartPane(GlHost host, std::function<void()> whenDone)
    : host_(std::move(host)), work_({unanswered, answered, sayFault}, std::move(whenDone)) {}

ChartPane::~ChartPane() {
  host_.makeCurrent();
  if (texture_ != 0) glDeleteTextures(1, &texture_);
}

void ChartPane::follow(std::optional<ChartQuestion> question, const PageLook& look) {
  const bool asked = question.has_value();
  work_.follow(std::move(question));
  constexpr int kSmallest = 64;
  if (!asked || look.width < kSmallest || look.height < kSmallest) return;
  if (texture_ != 0 && work_.answers() == drawnAnswer_ && look == drawnLook_) return;
  if (work_.facts().known || texture_ == 0) draw(look);
}

void ChartPane::draw(const PageLook& look) {
  if (canvas_ == nullptr) canvas_ = std::make_unique<ChartCanvas>(host_);
  upload(canvas_->draw(work_.facts().page, look), texture_);
  spots_ = spotsOf(work_.facts().page, canvas_->room(), look);
  drawnAnswer_ = work_.answers();
  drawnLook_ = look;
}

ChartShown ChartPane::shown() const {
  ChartShown shown;
  for (const ChartKindName& name : kChartKinds)
    shown.kinds.push_back({std::string(name.word), std::string(name.title)});
  shown.texture = texture_;
  shown.known = work_.facts().known;
  shown.spots = spots_;
  return shown;
}

std::vector<std::string> ChartPane::takeErrors() {
  return canvas_ != nullptr ? canvas_->takeErrors() : std::vector<std::string>{};
}

ChartChoice chartChoice(const ChartState& chart) {
  ChartChoice choice;
  choice.kind = chartKindFromWord(chart.kind).value_or(ChartKind::GradeTonnage);
  choice.vertical = chart.axis == "up";
  choice.azimuth = chart.axis == "north" ? 0 : 90;
  choice.logarithmic = chart.logarithmic;
  return choice;
}

std::vector<ChartShown::Spot> spotsOf(const ChartPage& page, const PageRect& room, const PageLook& look) {
  std::vector<ChartShown::Spot> spots;
  const auto* log = std::get_if<LogBody>(&page.body);
  if (log == nullptr || look.width <= 0 || look.height <= 0) return spots;
  const LogPlace place = placeLog(*log, room, look.scale);
  const auto across = [&](double x) { return static_cast<float>(x / look.width); };
  const auto down = [&](double y) { return static_cast<float>(1 - y / look.height); };
  for (std::size_t t = 0; t < log->tracks.size(); ++t)
    for (const LogInterval& one : log->tracks[t].intervals) {
      ChartShown::Spot spot{across(place.tracks[t].x),
                            down(place.at(one.from)),
                            across(place.tracks[t].right()),
                            down(place.at(one.to)),
                            {},
                            {}};
      spot.pick.object = log->object;
      spot.pick.table = log->tracks[t].table;
      spot.pick.row = one.row;
      spot.pick.position = one.middle;
      spot.hint = logIntervalText(log->tracks[t], one);
      spots.push_back(std::move(spot));
    }
  return spots;
}

}  // namespace adit::viewer
