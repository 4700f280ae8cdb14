#include "viewer/scene/path_marks.h"

#include <algorithm>
#include <string>

#include "viewer/state/camera_path.h"

namespace adit::viewer {
namespace {

constexpr std::size_t kPieces = 400;
constexpr std::size_t kMostNumbers = 24;  ///< key frames of a walk are many, and close together

double lengthOf(const std::vector<Vec3>& way) {
  double sum = 0;
  for (std::size_t i = 1; i < way.size(); ++i) sum += length(way[i] - way[i - 1]);
  return sum;
}

void drawLine(Canvas& canvas, const std::optional<Pixel>& a, const std::optional<Pixel>& b,
              const Color& color, double width) {
  if (a && b) canvas.line(*a, *b, color, width * canvas.scale());
}

}  // namespace

PathTrace traceOf(const CameraPathState& path, double exaggeration) {
  PathTrace trace;
  if (path.keys.empty()) return trace;
  const double first = path.keys.front().seconds, whole = durationOf(path);
  if (path.keys.size() > 1)
    for (std::size_t i = 0; i <= kPieces; ++i)
      trace.way.push_back(
          eyeOf(cameraAt(path, first + whole * static_cast<double>(i) / kPieces, exaggeration).camera,
                exaggeration));
  const double reach = lengthOf(trace.way) / 25;
  for (const CameraKey& key : path.keys) {
    const CameraState camera = cameraAt(path, key.seconds, exaggeration).camera;
    const Vec3 eye = eyeOf(camera, exaggeration);
    trace.keys.push_back(eye);
    trace.ahead.push_back(eye + normalized(camera.focus - eye) * (reach > 0 ? reach : camera.distance / 10));
  }
  return trace;
}

void drawPath(Canvas& canvas, const Projector& projector, const Palette& palette, const PathTrace& trace) {
  std::vector<std::optional<Pixel>> way;
  for (const Vec3& place : trace.way) way.push_back(projector.toPixel(place));
  for (const auto& [color, width] : {std::pair{palette.skyBottom, 4.5}, {palette.evidence, 2.0}})
    for (std::size_t i = 1; i < way.size(); ++i) drawLine(canvas, way[i - 1], way[i], color, width);
  const double s = canvas.scale();
  const bool all = trace.keys.size() <= kMostNumbers;
  for (std::size_t i = 0; i < trace.keys.size(); ++i) {
    if (!all && i != 0 && i + 1 != trace.keys.size()) continue;
    const auto at = projector.toPixel(trace.keys[i]);
    if (!at) continue;
    drawLine(canvas, at, projector.toPixel(trace.ahead[i]), palette.evidence, 1.2);
    const auto diamond = [&](double r) {
      return std::vector<Pixel>{
          {at->x - r, at->y}, {at->x, at->y - r}, {at->x + r, at->y}, {at->x, at->y + r}};
    };
    canvas.area(diamond(7 * s), palette.skyBottom, 0.85);
    canvas.area(diamond(4.5 * s), palette.evidence);
    canvas.text({at->x + 9 * s, at->y + 9 * s}, std::to_string(i + 1),
                {TextSize::Small, palette.text, Align::Left, 0.7});
  }
}

}  // namespace adit::viewer
