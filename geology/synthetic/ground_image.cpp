#include "geology/synthetic/ground_image.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "geology/model/parallel_for.h"
#include "geology/synthetic/noise.h"
#include "geology/synthetic/random.h"

namespace adit::synthetic {
namespace {

using geology::Terrain;

struct Colour {
  double r, g, b;  // 0..255
};
constexpr Colour mix(const Colour& a, const Colour& b, double t) {
  return {std::lerp(a.r, b.r, t), std::lerp(a.g, b.g, t), std::lerp(a.b, b.b, t)};
}

constexpr Colour kAndesite{112, 93, 78};
constexpr Colour kVarnish{82, 67, 57};  // the dark skin of old stones
constexpr Colour kTuff{171, 150, 122};
constexpr Colour kPotassic{146, 104, 84};
constexpr Colour kPhyllic{214, 190, 142};  // bleached by clay
constexpr Colour kGossan{163, 93, 52};     // iron oxides over pyrite
constexpr Colour kPropylitic{108, 116, 88};
constexpr Colour kScree{137, 116, 96};
constexpr Colour kGravel{183, 160, 128};
constexpr Colour kPavement{150, 126, 101};  // old fan surfaces
constexpr Colour kSand{216, 196, 160};
constexpr Colour kPlaya{225, 214, 192};

double smoothstep(double low, double high, double x) {
  const double t = std::clamp((x - low) / (high - low), 0.0, 1.0);
  return t * t * (3 - 2 * t);
}

class Painter {
 public:
  Painter(const AridTerrain& terrain, const PorphyryTruth& truth, std::uint64_t seed)
      : terrain_(terrain),
        truth_(truth),
        seed_(seed),
        gravel_(terrain.topography),
        floods_(terrain.topography) {
    gravel_.heights = terrain.alluvium;
    floods_.heights = terrain.drainage;
    for (float& area : floods_.heights) area = std::log10(area);
    low_ = *std::min_element(terrain.topography.heights.begin(), terrain.topography.heights.end());
  }

  Colour at(double x, double y) const {
    const Relief relief = reliefAt(x, y);
    const double fine = fractalNoise(x / 23, y / 23, subSeed(seed_, 1), 3);
    const Colour rock = mix(rockAt(x, y, relief), kScree, 0.45 * smoothstep(0.75, 0.35, relief.slope));
    const double cover = smoothstep(0.2, 1.8, gravel_.heightAt(x, y) + 0.5 * fine);
    const Colour ground = mix(rock, gravelAt(x, y, relief), cover);
    // Hollows keep dust and shade, crests are swept bare; and no two square metres are alike.
    const double light = 1 + std::clamp(relief.crest * 1.6, -0.16, 0.14) + 0.13 * fine;
    return {ground.r * light, ground.g * light, ground.b * light};
  }

 private:
  struct Relief {
    double height, slope, crest;  // crest: above (+) or below (-) the mean of the surroundings, per metre
  };

  Relief reliefAt(double x, double y) const {
    const Terrain& t = terrain_.topography;
    const double h = t.stepColumn[0];
    const auto height = [&](double px, double py) {
      const double z = t.heightAt(px, py);
      return std::isnan(z) ? t.heightAt(x, y) : z;
    };
    const double centre = t.heightAt(x, y);
    const double east = height(x + h, y);
    const double west = height(x - h, y);
    const double north = height(x, y + h);
    const double south = height(x, y - h);
    return {centre, std::hypot(east - west, north - south) / (2 * h),
            (centre - (east + west + north + south) / 4) / h};
  }

  // Layers of lava and tuff, stained by the porphyry where it comes to the surface.
  Colour rockAt(double x, double y, const Relief& relief) const {
    const double dx = x - truth_.datum().x;
    const double dy = y - truth_.datum().y;
    const double bend = fractalNoise(x / 900, y / 900, subSeed(seed_, 2), 2);
    const double patch = fractalNoise(x / 140, y / 140, subSeed(seed_, 3), 4);
    const double layer = (relief.height + 0.22 * dx - 0.12 * dy + 120 * bend) / 110;
    const double tuff = smoothstep(0.25, 0.45, std::sin(2 * std::numbers::pi * layer) * 0.5 + 0.35 * patch);
    Colour colour = mix(kAndesite, kTuff, 0.75 * tuff);
    colour = mix(colour, kVarnish, 0.7 * smoothstep(-0.1, 0.45, patch) * smoothstep(0.8, 0.3, relief.slope));
    if (std::hypot(dx, dy) > 1900) return colour;
    const double radius = truth_.body().at({dx, dy, relief.height - truth_.datum().z}).radius + 0.25 * patch;
    colour = mix(colour, kPropylitic, 0.8 * smoothstep(2.5, 1.8, radius));
    colour = mix(colour, kPhyllic, 0.95 * smoothstep(1.7, 1.25, radius));
    colour = mix(colour, kPotassic, 0.85 * smoothstep(0.95, 0.75, radius));
    return mix(colour, kGossan, 0.75 * smoothstep(-0.05, 0.3, patch) * smoothstep(1.8, 1.3, radius));
  }

  Colour gravelAt(double x, double y, const Relief& relief) const {
    const double old = fractalNoise(x / 330, y / 330, subSeed(seed_, 4), 5);
    Colour colour = mix(kGravel, kPavement, 0.55 * smoothstep(-0.3, 0.5, old));
    // Read a little aside, so that the beds wander more than the grid lets them.
    const double aside = 16 * fractalNoise(x / 70, y / 70, subSeed(seed_, 5), 2);
    const double area = floods_.heightAt(x + aside, y - aside);
    const double wash = smoothstep(3.9, 5.4, std::isnan(area) ? 0 : area);
    colour = mix(colour, kSand, 0.85 * wash);
    return mix(colour, kPlaya, 0.8 * smoothstep(16, 4, relief.height - low_ + 8 * old));
  }

  const AridTerrain& terrain_;
  const PorphyryTruth& truth_;
  std::uint64_t seed_;
  Terrain gravel_;  // metres of gravel, for its bilinear reading
  Terrain floods_;  // logarithm of the drainage area in m2
  double low_ = 0;
};

std::uint8_t toByte(double v) {
  return static_cast<std::uint8_t>(std::clamp(std::lround(v), 0L, 255L));
}

}  // namespace

geology::DrapeImage groundImage(const AridTerrain& terrain, const PorphyryTruth& truth,
                                const GroundImageOrder& order, const geology::Progress& progress) {
  const Terrain& t = terrain.topography;
  const double side = t.stepColumn[0] * (t.columns - 1);
  const double step = side / order.pixels;
  geology::DrapeImage image;
  image.name = "ground";
  image.columns = image.rows = order.pixels;
  image.origin = {t.origin[0], t.origin[1] + side};
  image.stepColumn = {step, 0};
  image.stepRow = {0, -step};
  image.georeferenced = true;
  const auto width = static_cast<std::size_t>(order.pixels);
  image.rgb.resize(width * width * 3);
  const Painter painter(terrain, truth, subSeed(order.seed, 301));
  geology::parallelFor({width, 32, order.threads}, progress, [&](geology::ParallelRange rows) {
    for (std::size_t r = rows.begin; r < rows.end; ++r) {
      for (std::size_t c = 0; c < width; ++c) {
        const Colour colour = painter.at(image.origin[0] + (static_cast<double>(c) + 0.5) * step,
                                         image.origin[1] - (static_cast<double>(r) + 0.5) * step);
        std::uint8_t* pixel = &image.rgb[(r * width + c) * 3];
        pixel[0] = toByte(colour.r);
        pixel[1] = toByte(colour.g);
        pixel[2] = toByte(colour.b);
      }
    }
  });
  return image;
}

}  // namespace adit::synthetic
