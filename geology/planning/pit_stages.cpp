#include "geology/planning/pit_stages.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace adit::planning {
namespace {

using analysis::Polygon;
using geology::Vec3;

constexpr std::size_t kLevelSteps = 256;  ///< of the height of a stage

double meanOf(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

double meanHeight(const Polygon& outline) {
  double sum = 0;
  for (const Vec3& p : outline) sum += p.z;
  return sum / static_cast<double>(outline.size());
}

/// The part at and above a level.
Polygon from(const Polygon& outline, double level) {
  return analysis::clipped(outline, analysis::HalfSpace{{0, 0, level}, {0, 0, -1}});
}

PlanGrid gridOf(const GroundSheet& sheet) {
  std::vector<PlanBox> boxes;
  for (const SheetPiece& piece : sheet) boxes.push_back(boxOf(piece.outline));
  return PlanGrid(std::move(boxes));
}

/// The quads of the terrain itself under those of every `step`-th node.
geology::BitMask allQuadsOf(const geology::BitMask& coarse, const geology::Terrain& terrain,
                            const QuadRange& quads) {
  geology::BitMask all(coarse.size());
  const auto columns = static_cast<std::size_t>(terrain.columns);
  for (std::int32_t r = quads.r0; r < quads.r1; ++r)
    for (std::int32_t c = quads.c0; c < quads.c1; ++c) {
      const auto first = [&](std::int32_t value, std::int32_t from) {
        const std::int32_t node = from + (value - from) / quads.step * quads.step;
        return static_cast<std::size_t>(node);
      };
      if (coarse.test(first(c, quads.c0) + columns * first(r, quads.r0)))
        all.set(static_cast<std::size_t>(c) + columns * static_cast<std::size_t>(r));
    }
  return all;
}

/// Triangles that stand upright: they have no area in plan.
bool isUpright(const Polygon& triangle) {
  return std::abs(analysis::planArea(triangle)) <= kSliver &&
         geology::length(geology::cross(triangle[1] - triangle[0], triangle[2] - triangle[0])) > 2 * kSliver;
}

}  // namespace

PitStages::PitStages(const geology::Deposit& deposit, const geology::MinePlan& plan, int terrainStep,
                     const geology::Progress& progress) {
  findStages(deposit, plan);
  if (stages_.empty()) return;
  natural_ = groundOverPits(deposit, plan);
  if (natural_) addNatural(terrainStep, progress);
  for (std::size_t number = 1; number <= stages_.size(); ++number) dig(number, progress);
  if (natural_) leaveOutUncut();
}

void PitStages::findStages(const geology::Deposit& deposit, const geology::MinePlan& plan) {
  std::map<geology::PeriodIndex, Stage> byBegin;
  for (const geology::PlanSolid& solid : plan.solids) {
    auto pit = pitSurface(deposit, solid);
    if (pit == nullptr) continue;
    Stage& stage = byBegin[solid.first];
    stage.begin = solid.first;
    stage.end = std::max(stage.end, solid.last + 1.0);
    stage.meshes.push_back({pit.get(), kFirstPit + static_cast<std::uint32_t>(pits_.size())});
    heights_.push_back(std::make_unique<const analysis::PointInMesh>(*pit));
    pits_.push_back(std::move(pit));
  }
  for (auto& [begin, stage] : byBegin) {
    if (!stages_.empty()) stages_.back().end = std::min(stages_.back().end, stage.begin);
    stages_.push_back(std::move(stage));
  }
}

void PitStages::addNatural(int terrainStep, const geology::Progress& progress) {
  PlanBox reach;
  for (const auto& pit : pits_) reach.include(boxOf(*pit));
  GroundSheet sheet;
  if (natural_.terrain != nullptr) {
    findQuads(reach, terrainStep);
    sheet = terrainSheet(*natural_.terrain, quads_, kNatural);
  } else {
    const geology::TriangleMesh& mesh = *natural_.mesh;
    geology::BitMask near(mesh.triangles.size());
    for (std::size_t t = 0; t < mesh.triangles.size(); ++t) {
      const auto& [i, j, k] = mesh.triangles[t];
      if (boxOf(Polygon{mesh.vertices[i], mesh.vertices[j], mesh.vertices[k]}).meets(reach)) near.set(t);
    }
    sheet = lowestSheet({{natural_.mesh.get(), kNatural, &near}}, progress);
  }
  for (SheetPiece& piece : sheet) pieces_.push_back({std::move(piece)});
}

void PitStages::leaveOutUncut() {
  const bool ofTerrain = natural_.terrain != nullptr;
  const std::size_t rows = ofTerrain ? natural_.terrain->heights.size() : natural_.mesh->triangles.size();
  geology::BitMask cut(rows);
  for (const Piece& piece : pieces_)
    if (piece.piece.source == kNatural && piece.until != kStays) cut.set(piece.piece.row);
  std::erase_if(pieces_, [&](const Piece& piece) {
    return piece.piece.source == kNatural && !cut.test(piece.piece.row);
  });
  cutNatural_ = ofTerrain ? allQuadsOf(cut, *natural_.terrain, quads_) : std::move(cut);
}

void PitStages::findQuads(const PlanBox& box, int terrainStep) {
  const geology::Terrain& terrain = *natural_.terrain;
  PlanBox nodes;  // in steps of the grid
  for (const double px : {box.x0, box.x1})
    for (const double py : {box.y0, box.y1}) {
      const auto [c, r] = terrain.nodeCoordinates(px, py);
      nodes.include(c, r);
    }
  const double quads = (nodes.x1 - nodes.x0) * (nodes.y1 - nodes.y0) / (terrainStep * terrainStep);
  quads_.step = terrainStep * std::max(1, static_cast<int>(std::ceil(std::sqrt(quads / kMostQuads))));
  const auto range = [this](double from, double to, std::int32_t count) {
    const double last = count - 1;
    const double step = quads_.step;
    return std::pair{
        static_cast<std::int32_t>(std::floor(std::clamp(from, 0.0, last) / step) * step),
        static_cast<std::int32_t>(std::min(last, std::ceil(std::clamp(to, 0.0, last) / step) * step))};
  };
  std::tie(quads_.c0, quads_.c1) = range(nodes.x0, nodes.x1, terrain.columns);
  std::tie(quads_.r0, quads_.r1) = range(nodes.y0, nodes.y1, terrain.rows);
}

void PitStages::dig(std::size_t number, const geology::Progress& progress) {
  Stage& stage = stages_[number - 1];
  const GroundSheet surface = lowestSheet(stage.meshes, progress);
  std::vector<std::size_t> places;
  std::vector<const SheetPiece*> ground;
  for (std::size_t n = 0; n < pieces_.size(); ++n)
    if (pieces_[n].until == kStays) {
      places.push_back(n);
      ground.push_back(&pieces_[n].piece);
    }
  Excavation excavation = excavated(ground, surface, progress);
  GroundSheet before;
  for (const std::size_t n : excavation.dug) {
    pieces_[places[n]].until = number;
    before.push_back(pieces_[places[n]].piece);
  }
  stage.rock = std::move(excavation.rock);
  for (Upright& upright : uprights_) {
    if (upright.until != kStays) continue;
    const Vec3 middle = (upright.outline[0] + upright.outline[1] + upright.outline[2]) * (1. / 3);
    double foot = upright.outline[0].z;
    for (const Vec3& p : upright.outline) foot = std::min(foot, p.z);
    for (const SheetMesh& of : stage.meshes) {
      const auto lower = heights_[of.source - kFirstPit]->heightsAt(middle.x, middle.y);
      if (lower && lower->lowest < foot) upright.until = number;
    }
  }
  addUprights(number, before);
  for (SheetPiece& piece : excavation.left) pieces_.push_back({std::move(piece), number, kStays, false});
  for (SheetPiece& piece : excavation.opened) pieces_.push_back({std::move(piece), number, kStays, true});
  measure(stage, surface);
}

/// What of upright triangles stands in the ground as it was; all of them where nobody knows of any.
void PitStages::addUprights(std::size_t number, const GroundSheet& ground) {
  std::optional<PlanGrid> grid;
  for (const SheetMesh& from : stages_[number - 1].meshes)
    for (std::size_t t = 0; t < from.mesh->triangles.size(); ++t) {
      const auto& [i, j, k] = from.mesh->triangles[t];
      const auto& v = from.mesh->vertices;
      const Polygon wall{v[i], v[j], v[k]};
      if (!isUpright(wall)) continue;
      if (!natural_) {
        uprights_.push_back({wall, from.source, static_cast<std::uint32_t>(t), number, kStays});
        continue;
      }
      if (!grid) grid.emplace(gridOf(ground));
      grid->forEachNear(boxOf(wall), [&](std::size_t n) {
        Polygon part = analysis::overWindow(wall, ground[n].outline);
        std::vector<double> above;
        for (const Vec3& p : part) above.push_back(p.z - ground[n].heightAt(p.x, p.y));
        part = analysis::clipped(part, above);
        if (!part.empty())
          uprights_.push_back({std::move(part), from.source, static_cast<std::uint32_t>(t), number, kStays});
      });
    }
}

void PitStages::measure(Stage& stage, const GroundSheet& surface) const {
  stage.top = -std::numeric_limits<double>::infinity();
  stage.bottom = -stage.top;
  const auto include = [&](double z) {
    stage.top = std::max(stage.top, z);
    stage.bottom = std::min(stage.bottom, z);
  };
  for (const RockPrism& rock : stage.rock) {
    for (const Vec3& p : rock.top) include(p.z);
    for (const double z : rock.bottom) include(z);
  }
  if (stage.rock.empty())
    for (const SheetPiece& piece : surface)
      for (const Vec3& p : piece.outline) include(p.z);
  stage.taken.assign(kLevelSteps + 1, 0);
  const double height = stage.top - stage.bottom;
  if (stage.rock.empty() || !(height > 0)) {
    for (std::size_t n = 0; n <= kLevelSteps; ++n) stage.taken[n] = static_cast<double>(n);
    return;
  }
  for (const RockPrism& rock : stage.rock) {
    const double volume = rock.volume();
    stage.volume += volume;
    // As an upright column between the mean heights.
    const double top = meanHeight(rock.top), thick = std::max(1e-9, top - meanOf(rock.bottom));
    for (std::size_t n = 0; n <= kLevelSteps; ++n) {
      const double level = stage.top - height * static_cast<double>(n) / kLevelSteps;
      stage.taken[n] += volume * std::clamp((top - level) / thick, 0.0, 1.0);
    }
  }
}

PitStages::Moment PitStages::momentAt(double time) const {
  Moment moment;
  while (moment.done < stages_.size() && time >= stages_[moment.done].end) ++moment.done;
  if (moment.done == stages_.size()) return moment;
  const Stage& stage = stages_[moment.done];
  if (!(time > stage.begin)) return moment;
  moment.dug = &stage;
  const double wanted = (time - stage.begin) / (stage.end - stage.begin) * stage.taken.back();
  const auto after = std::upper_bound(stage.taken.begin(), stage.taken.end(), wanted);
  if (after == stage.taken.end()) {
    moment.level = stage.bottom;
    return moment;
  }
  const auto n = static_cast<std::size_t>(after - stage.taken.begin());
  const double before = stage.taken[n - 1];
  const double steps = static_cast<double>(n - 1) + (wanted - before) / (*after - before);
  moment.level = stage.top - (stage.top - stage.bottom) * steps / kLevelSteps;
  return moment;
}

std::optional<std::uint32_t> PitStages::sourceOf(const std::string& mesh) const {
  if (natural_.mesh != nullptr && natural_.mesh->name == mesh) return kNatural;
  const auto found =
      std::find_if(pits_.begin(), pits_.end(), [&](const auto& pit) { return pit->name == mesh; });
  if (found == pits_.end()) return std::nullopt;
  return kFirstPit + static_cast<std::uint32_t>(found - pits_.begin());
}

void PitStages::forEachPiece(double time, std::uint32_t source, const VisitPiece& visit) const {
  const Moment moment = momentAt(time);
  const std::size_t current = moment.dug != nullptr ? moment.done + 1 : kStays;
  const auto visitFrom = [&](const Polygon& outline, std::uint32_t row) {
    const Polygon part = from(outline, moment.level);
    if (!part.empty()) visit(part, row);
  };
  for (const Piece& piece : pieces_) {
    if (piece.piece.source != source) continue;
    const bool stays = piece.from <= moment.done && moment.done < piece.until &&
                       (moment.dug == nullptr || piece.until != current);
    if (stays || (piece.from == current && !piece.opened))
      visit(piece.piece.outline, piece.piece.row);
    else if (piece.from == current)
      visitFrom(piece.piece.outline, piece.piece.row);
  }
  for (const Upright& upright : uprights_) {
    if (upright.source != source) continue;
    if (upright.from == current)
      visitFrom(upright.outline, upright.row);
    else if (upright.from <= moment.done && moment.done < upright.until)
      visit(upright.outline, upright.row);
  }
  if (moment.dug == nullptr) return;
  for (const RockPrism& rock : moment.dug->rock) {
    if (rock.topSource != source) continue;
    const Polygon part = rock.topUpTo(moment.level);
    if (!part.empty()) visit(part, rock.topRow);
  }
}

void PitStages::forEachFloor(double time, const std::function<void(const Polygon&)>& visit) const {
  const Moment moment = momentAt(time);
  if (moment.dug == nullptr) return;
  for (const RockPrism& rock : moment.dug->rock) {
    const Polygon floor = rock.floorAt(moment.level);
    if (!floor.empty()) visit(floor);
  }
}

std::optional<double> PitStages::floorLevel(double time) const {
  const Moment moment = momentAt(time);
  return moment.dug != nullptr ? std::optional(moment.level) : std::nullopt;
}

std::optional<double> PitStages::levelOf(std::uint32_t source, double time) const {
  const Moment moment = momentAt(time);
  const auto has = [source](const Stage& stage) {
    return std::any_of(stage.meshes.begin(), stage.meshes.end(),
                       [source](const SheetMesh& of) { return of.source == source; });
  };
  for (std::size_t n = 0; n < moment.done; ++n)
    if (has(stages_[n])) return -std::numeric_limits<double>::infinity();
  if (moment.dug != nullptr && has(*moment.dug)) return moment.level;
  return std::nullopt;
}

double PitStages::heightAt(double x, double y, double time) const {
  const double natural = natural_.heightAt(x, y);
  const auto pit = pitHeight(x, y, time);
  return pit ? std::fmin(natural, *pit) : natural;
}

std::optional<double> PitStages::pitHeight(double x, double y, double time) const {
  const Moment moment = momentAt(time);
  std::optional<double> lowest;
  const auto lower = [&](const Stage& stage, double level) {
    for (const SheetMesh& of : stage.meshes)
      if (const auto heights = heights_[of.source - kFirstPit]->heightsAt(x, y)) {
        const double height = std::max(heights->lowest, level);
        lowest = lowest ? std::min(*lowest, height) : height;
      }
  };
  for (std::size_t n = 0; n < moment.done; ++n) lower(stages_[n], -std::numeric_limits<double>::infinity());
  if (moment.dug != nullptr) lower(*moment.dug, moment.level);
  return lowest;
}

double PitStages::minedVolume(double time) const {
  const Moment moment = momentAt(time);
  double volume = 0;
  for (std::size_t n = 0; n < moment.done; ++n) volume += stages_[n].volume;
  if (moment.dug == nullptr || moment.dug->rock.empty()) return volume;
  const Stage& stage = *moment.dug;
  return volume + stage.volume * (time - stage.begin) / (stage.end - stage.begin);
}

}  // namespace adit::planning
