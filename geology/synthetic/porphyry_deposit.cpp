#include "geology/synthetic/porphyry_deposit.h"

#include <charconv>
#include <cmath>

#include "geology/synthetic/arid_terrain.h"
#include "geology/synthetic/demo_plans.h"
#include "geology/synthetic/drill_programme.h"
#include "geology/synthetic/drill_rig.h"
#include "geology/synthetic/ground_image.h"
#include "geology/synthetic/mining_schedule.h"
#include "geology/synthetic/pit_design.h"
#include "geology/synthetic/porphyry_body.h"
#include "geology/synthetic/porphyry_truth.h"
#include "geology/synthetic/resource_model.h"

namespace adit::synthetic {
namespace {

using geology::Provenance;

constexpr double kCentreX = 318000, kCentreY = 3218000;  // EPSG:32641, in the Chagai belt
constexpr const char* kCrs = "EPSG:32641";

Provenance provenance(const PorphyryOptions& options) {
  Provenance source;
  source.path = "synthetic:porphyry?seed=" + std::to_string(options.seed);
  source.format = "synthetic porphyry";
  source.synthetic = true;
  source.note = porphyryNote(options);
  return source;
}

AridTerrain makeTerrain(const PorphyryOptions& options, const geology::Progress& progress) {
  const PorphyryBody body(options.seed);
  AridTerrainOptions terrain;
  terrain.seed = options.seed;
  terrain.nodes = options.terrainNodes;
  terrain.centreX = kCentreX;
  terrain.centreY = kCentreY;
  terrain.erodibility = [&body](double x, double y) { return body.erodibility(x - kCentreX, y - kCentreY); };
  AridTerrain made = aridTerrain(terrain, progress);
  made.topography.name = "topography";
  made.topography.crs = kCrs;
  made.topography.source = provenance(options);
  return made;
}

/// The surface on which the shapes of PorphyryBody stand: the mean height above the stocks.
double oldSurface(const geology::Terrain& topography) {
  double sum = 0;
  int count = 0;
  for (double y = -450; y <= 450; y += 50)
    for (double x = -600; x <= 700; x += 50, ++count) sum += topography.heightAt(kCentreX + x, kCentreY + y);
  return sum / count;
}

GroundAt groundOf(const AridTerrain& terrain) {
  geology::Terrain gravel = terrain.topography;  // for its bilinear reading
  gravel.heights = terrain.alluvium;
  return [&terrain, gravel = std::move(gravel)](double x, double y) {
    return Ground{terrain.topography.heightAt(x, y), gravel.heightAt(x, y)};
  };
}

// Below the row of the three stocks, on a level that is a multiple of the bench height.
PitFloor pitFloor(const geology::Vec3& datum) {
  constexpr double kDepth = 330;  // metres below the old surface
  const double bench = PitSlope{}.benchHeight;
  return {.centre = {datum.x + 40, datum.y - 20, std::floor((datum.z - kDepth) / bench) * bench},
          .azimuth = 65,
          .semiLong = 260,
          .semiShort = 80};
}

constexpr std::string_view kNote = "SYNTHETIC - porphyry generator 1, seed ";

}  // namespace

struct PorphyryWorld::Parts {
  Parts(const PorphyryOptions& options, const geology::Progress& progress)
      : terrain(makeTerrain(options, progress)),
        truth(options.seed, {kCentreX, kCentreY, oldSurface(terrain.topography)}, groundOf(terrain)) {}

  AridTerrain terrain;
  PorphyryTruth truth;
};

PorphyryWorld::PorphyryWorld(const PorphyryOptions& options, const geology::Progress& progress)
    : parts_(std::make_unique<Parts>(options, progress)) {}
PorphyryWorld::~PorphyryWorld() = default;
const AridTerrain& PorphyryWorld::terrain() const {
  return parts_->terrain;
}
const PorphyryTruth& PorphyryWorld::truth() const {
  return parts_->truth;
}

std::optional<PorphyryOptions> porphyryOptionsOf(std::string_view note) {
  if (!note.starts_with(kNote)) return std::nullopt;
  note.remove_prefix(kNote.size());
  PorphyryOptions options;
  const auto [end, error] = std::from_chars(note.data(), note.data() + note.size(), options.seed);
  return error == std::errc{} && end == note.data() + note.size() ? std::optional(options) : std::nullopt;
}

std::string porphyryNote(const PorphyryOptions& options) {
  return std::string(kNote) + std::to_string(options.seed);
}

std::shared_ptr<geology::Deposit> porphyryDeposit(const PorphyryOptions& options,
                                                  geology::Progress& progress) {
  const Provenance source = provenance(options);
  progress.report(0, "shaping the terrain");
  const PorphyryWorld world(options, progress);
  const AridTerrain& terrain = world.terrain();
  const PorphyryTruth& truth = world.truth();
  const geology::Vec3& datum = truth.datum();
  progress.report(0.5, "drilling");
  auto holes = std::make_shared<geology::DrillHoles>(
      drill(truth, planDrilling(truth, options.seed), {options.seed, options.threads, source}, progress));
  progress.report(0.6, "estimating blocks");
  auto blocks = std::make_shared<geology::BlockModel>(
      estimateResource(*holes, terrain.topography, {datum, options.threads, source}, progress));

  progress.report(0.8, "designing the pit");
  auto pit =
      std::make_shared<geology::TriangleMesh>(designPit(pitFloor(datum), PitSlope{}, terrain.topography));
  pit->source = source;
  blocks->columns.push_back(mineYears(*blocks, *pit));
  auto mining = std::make_shared<geology::MinePlan>(
      pitPlan(*blocks, blocks->columns.back(), rampLine(pitFloor(datum), PitSlope{}, terrain.topography)));
  UndergroundSketch sketch = undergroundSketch(pitFloor(datum), terrain.topography);
  auto stope = std::make_shared<geology::TriangleMesh>(std::move(sketch.stope));
  sketch.plan.source = stope->source = source;
  progress.report(0.85, "painting the ground");
  auto ground = std::make_shared<geology::DrapeImage>(
      groundImage(terrain, truth, {.seed = options.seed, .threads = options.threads}, progress));
  ground->source = source;
  progress.report(1, "");

  auto deposit = std::make_shared<geology::Deposit>();
  deposit->name = "synthetic porphyry, seed " + std::to_string(options.seed);
  deposit->crs = kCrs;
  deposit->unitStated = true;
  deposit->synthetic = true;
  deposit->syntheticNote = source.note;
  deposit->terrains = {std::make_shared<geology::Terrain>(terrain.topography)};
  deposit->drillholes = {std::move(holes)};
  deposit->blockModels = {std::move(blocks)};
  deposit->meshes = {std::move(pit), std::move(stope)};
  deposit->plans = {std::move(mining), std::make_shared<geology::MinePlan>(std::move(sketch.plan))};
  deposit->images = {std::move(ground)};
  return deposit;
}

}  // namespace adit::synthetic
