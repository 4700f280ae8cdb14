#include "geology/synthetic/drill_programme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <tuple>

#include "geology/synthetic/random.h"

namespace adit::synthetic {
namespace {

// Section lines cross the row of stocks: the local grid is turned, its y axis points to 335 degrees.
constexpr double kGridAzimuth = 335;

struct Campaign {
  const char* name;
  double spacing;    // metres, of the local grid
  double maxRadius;  // of PorphyryBody at the depth of interest: how far out the holes go
  double shortest, longest;
  int firstYear, lastYear;
  double inclined;  // share of holes at -60 degrees along the section
  double chips;     // share of reverse circulation
};

// 2015 and 2020 are missing: copper was cheap, and then nobody travelled.
constexpr std::array<Campaign, 4> kCampaigns{{
    {"reconnaissance 400 m", 400, 9.0, 180, 320, 2009, 2011, 0.0, 0.6},
    {"grid 200 m", 200, 1.9, 350, 560, 2012, 2014, 0.45, 0.15},
    {"infill 100 m", 100, 1.2, 380, 640, 2016, 2019, 0.6, 0.0},
    {"early pit 50 m", 50, 0.56, 260, 420, 2021, 2022, 0.7, 0.0},
}};
constexpr double kHalfLength = 1200, kHalfWidth = 900;  // of the licence, along and across the row of stocks
constexpr double kInterestDepth = 300;                  // metres below the old surface

constexpr double kRadian = std::numbers::pi / 180;

struct LocalFrame {
  geology::Vec3 along{std::sin((kGridAzimuth + 90) * kRadian), std::cos((kGridAzimuth + 90) * kRadian), 0};
  geology::Vec3 across{std::sin(kGridAzimuth * kRadian), std::cos(kGridAzimuth* kRadian), 0};
};

class Planner {
 public:
  Planner(const PorphyryTruth& truth, std::uint64_t seed) : truth_(truth), random_(subSeed(seed, 201)) {}

  std::vector<PlannedHole> plan() {
    for (const Campaign& campaign : kCampaigns) add(campaign);
    addDeepHoles();
    return std::move(holes_);
  }

 private:
  void add(const Campaign& campaign) {
    const std::size_t first = holes_.size();
    for (double v = -kHalfWidth; v <= kHalfWidth; v += campaign.spacing)
      for (double u = -kHalfLength; u <= kHalfLength; u += campaign.spacing)
        if (wanted(campaign, u, v)) holes_.push_back(hole(campaign, u, v));
    const auto count = static_cast<double>(holes_.size() - first);
    for (std::size_t i = first; i < holes_.size(); ++i)
      holes_[i].year = campaign.firstYear + static_cast<int>(static_cast<double>(i - first) / count *
                                                             (campaign.lastYear - campaign.firstYear + 1));
  }
  // Inside the campaign's target, and not where an earlier hole stands already.
  bool wanted(const Campaign& campaign, double u, double v) const {
    const geology::Vec3 place = offset(u, v);
    if (truth_.body().at({place.x, place.y, -kInterestDepth}).radius > campaign.maxRadius) return false;
    return std::none_of(holes_.begin(), holes_.end(), [&](const PlannedHole& hole) {
      return std::hypot(hole.x - truth_.datum().x - place.x, hole.y - truth_.datum().y - place.y) <
             0.6 * campaign.spacing;
    });
  }
  PlannedHole hole(const Campaign& campaign, double u, double v) {
    PlannedHole hole;
    std::tie(hole.x, hole.y) = pad(truth_.datum() + offset(u, v));
    hole.programme = campaign.name;
    hole.reverseCirculation = random_.chance(campaign.chips);
    hole.length = std::round(random_.uniform(campaign.shortest, campaign.longest) * 2) / 2;
    if (random_.chance(campaign.inclined)) {
      hole.dip = 60;
      // Towards the middle of the row of stocks, so that the hole crosses the shell.
      hole.azimuth = v > 0 ? kGridAzimuth - 180 : kGridAzimuth;
    }
    return hole;
  }
  // Long inclined holes under the three stocks from outside: what lies below the pit?
  void addDeepHoles() {
    constexpr int kCount = 8;
    for (int i = 0; i < kCount; ++i) {
      const double u = -520 + i * 150.0;
      const double v = i % 2 == 0 ? 360 : -360;
      PlannedHole hole;
      std::tie(hole.x, hole.y) = pad(truth_.datum() + offset(u, v));
      hole.dip = random_.chance(0.5) ? 60 : 65;
      hole.azimuth = v > 0 ? kGridAzimuth - 180 : kGridAzimuth;
      hole.length = std::round(random_.uniform(780, 1000));
      hole.year = i < kCount / 2 ? 2023 : 2024;
      hole.programme = "deep";
      holes_.push_back(hole);
    }
  }
  // From the datum, level.
  geology::Vec3 offset(double u, double v) const { return frame_.along * u + frame_.across * v; }
  // A drill pad near the planned place: the flattest of a few within some 15 m.
  std::pair<double, double> pad(const geology::Vec3& planned) {
    std::pair<double, double> best{planned.x, planned.y};
    double flattest = 1e9;
    for (int attempt = 0; attempt < 5; ++attempt) {
      const double px = std::round((planned.x + 7 * random_.normal()) * 100) / 100;
      const double py = std::round((planned.y + 7 * random_.normal()) * 100) / 100;
      const double slope =
          std::hypot(height(px + 6, py) - height(px - 6, py), height(px, py + 6) - height(px, py - 6));
      if (slope >= flattest) continue;
      flattest = slope;
      best = {px, py};
    }
    return best;
  }
  double height(double x, double y) const { return truth_.groundAt(x, y).height; }

  const PorphyryTruth& truth_;
  Random random_;
  LocalFrame frame_;
  std::vector<PlannedHole> holes_;
};

}  // namespace

std::vector<PlannedHole> planDrilling(const PorphyryTruth& truth, std::uint64_t seed) {
  return Planner(truth, seed).plan();
}

}  // namespace adit::synthetic
