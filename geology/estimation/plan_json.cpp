#include "geology/estimation/plan_json.h"

#include <array>
#include <nlohmann/json.hpp>

#include "geology/estimation/plan_members.h"

namespace adit::estimation {
namespace {

using Json = nlohmann::ordered_json;

// --- writing

Json jsonOf(const Anisotropy& shape) {
  const PlaneAngles plane = planeAnglesOf(shape.axis);
  return {{"plane", {{"dip", plane.dip}, {"dipAzimuth", plane.dipAzimuth}, {"pitch", plane.pitch}}},
          {"ranges", shape.range}};
}

Json jsonOf(const Variogram& variogram) {
  Json structures = Json::array();
  for (const VariogramStructure& s : variogram.structures) {
    Json structure{{"model", variogramModelName(s.model)}, {"sill", s.sill}};
    structure.update(jsonOf(s.shape));
    structures.push_back(structure);
  }
  return {{"nugget", variogram.nugget}, {"structures", structures}};
}

Json jsonOf(const EstimationPass& pass) {
  return {{"reach", pass.limits.reach},
          {"minSamples", pass.minSamples},
          {"maxSamples", pass.limits.maxSamples},
          {"maxPerHole", pass.limits.maxPerHole},
          {"maxPerOctant", pass.limits.maxPerOctant},
          {"minHoles", pass.minHoles}};
}

struct EstimatorWriter {
  Json operator()(const NearestNeighbour&) const { return {{"method", "nearest"}}; }
  Json operator()(const InverseDistance& e) const {
    return {{"method", "inverse-distance"}, {"power", e.power}};
  }
  Json operator()(const SimpleKriging& e) const {
    return {{"method", "simple-kriging"}, {"mean", e.mean}, {"variogram", jsonOf(e.variogram)}};
  }
  Json operator()(const OrdinaryKriging& e) const {
    return {{"method", "ordinary-kriging"}, {"variogram", jsonOf(e.variogram)}};
  }
};

Json jsonOf(const TargetPlan& target) {
  Json json;
  if (!target.model.empty()) {
    json["model"] = target.model;
  } else {
    const geology::Lattice& l = target.lattice;
    json["origin"] = {l.origin.x, l.origin.y, l.origin.z};
    json["size"] = l.size;
    json["count"] = l.count;
    if (l.rotated()) json["azimuth"] = gslibAnglesOf(Axes{l.axis[1], l.axis[0] * -1, l.axis[2]}).ang1;
  }
  if (!target.below.empty()) json["below"] = target.below;
  return json;
}

Json jsonOf(const SimulationPlan& simulation) {
  Json json{{"realisations", simulation.realisations},
            {"seed", simulation.seed},
            {"points", simulation.points.count},
            {"declusterCell", simulation.declusterCell}};
  if (simulation.cutoff) json["cutoff"] = *simulation.cutoff;
  if (!simulation.variogram.structures.empty()) json["variogram"] = jsonOf(simulation.variogram);
  return json;
}

// --- reading

Axes axesFrom(const PlanMembers& members) {
  if (const auto gslib = members.find("gslib")) {
    const auto a = gslib->triple("a list ang1, ang2, ang3 of degrees");
    return axesOf(GslibAngles{a[0], a[1], a[2]});
  }
  if (const auto axes = members.find("axes")) {
    Axes result;
    for (std::size_t i = 0; i < 3; ++i) {
      const auto v = axes->item(i).triple("three unit vectors");
      result[i] = {v[0], v[1], v[2]};
    }
    const bool perpendicular = length(cross(result[0], result[1]) - result[2]) < 1e-6;
    if (!perpendicular) axes->fail("the axes are no right-handed, perpendicular unit vectors");
    return result;
  }
  PlaneAngles angles;
  if (const auto plane = members.find("plane")) {
    const PlanMembers of(*plane, {"dip", "dipAzimuth", "pitch"});
    angles = {of.number("dip", 0), of.number("dipAzimuth", 0), of.number("pitch", 0)};
  }
  return axesOf(angles);
}

Anisotropy anisotropyFrom(const PlanMembers& members) {
  Anisotropy shape{axesFrom(members), {1, 1, 1}};
  const auto ranges = members.find("ranges");
  if (!ranges) return shape;
  shape.range = ranges->isNumber() ? std::array{ranges->number(), ranges->number(), ranges->number()}
                                   : ranges->triple("one range, or a list of three");
  for (const double range : shape.range)
    if (!(range > 0)) ranges->fail("a range has to be above 0");
  return shape;
}

Variogram variogramFrom(const PlanValue& value) {
  const PlanMembers members(value, {"nugget", "structures"});
  Variogram variogram;
  variogram.nugget = members.number("nugget", 0);
  if (variogram.nugget < 0) value.fail("the nugget is below 0");
  const auto structures = members.find("structures");
  for (std::size_t i = 0; structures && i < structures->size(); ++i) {
    const PlanValue item = structures->item(i);
    const PlanMembers of(item, {"model", "sill", "plane", "gslib", "axes", "ranges"});
    VariogramStructure structure;
    structure.model = of.choice("model", VariogramModel::Spherical,
                                {{"spherical", VariogramModel::Spherical},
                                 {"exponential", VariogramModel::Exponential},
                                 {"gaussian", VariogramModel::Gaussian},
                                 {"linear", VariogramModel::Linear}});
    structure.sill = of.number("sill", 1);
    if (structure.sill < 0) item.fail("a sill is below 0");
    structure.shape = anisotropyFrom(of);
    variogram.structures.push_back(structure);
  }
  if (!(variogram.sill() > 0)) value.fail("nugget and sills are all 0: this variogram says nothing");
  return variogram;
}

Estimator estimatorFrom(const PlanValue& value) {
  const PlanMembers members(value, {"method", "power", "mean", "variogram"});
  const std::string method = members.text("method", "ordinary-kriging");
  if (method == "nearest") return NearestNeighbour{};
  if (method == "inverse-distance") {
    const double power = members.number("power", 2);
    if (power < 0) value.fail("the power is below 0: far samples would count for more than near ones");
    return InverseDistance{power};
  }
  if (method != "simple-kriging" && method != "ordinary-kriging")
    value.fail("method is one of nearest, inverse-distance, simple-kriging, ordinary-kriging");
  const auto variogram = members.find("variogram");
  if (!variogram) value.fail("kriging needs a variogram");
  if (method == "ordinary-kriging") return OrdinaryKriging{variogramFrom(*variogram)};
  if (!members.find("mean")) value.fail("simple kriging needs the mean");
  const SimpleKriging simple{variogramFrom(*variogram), members.number("mean", 0)};
  if (!simple.variogram.bounded())
    variogram->fail("simple kriging needs a sill, and a linear structure has none");
  return simple;
}

BlockPoints pointsFrom(const PlanMembers& members) {
  BlockPoints points;
  if (const auto value = members.find("points"))
    for (std::size_t a = 0; a < 3; ++a) points.count[a] = static_cast<int>(value->item(a).whole(1, 20));
  return points;
}

EstimationPass passFrom(const PlanValue& value) {
  const PlanMembers of(value,
                       {"reach", "minSamples", "maxSamples", "maxPerHole", "maxPerOctant", "minHoles"});
  EstimationPass pass;
  pass.limits.reach = of.number("reach", 1);
  if (!(pass.limits.reach > 0)) value.fail("the reach has to be above 0");
  pass.limits.maxSamples = of.whole("maxSamples", 24, 1, 500);
  pass.limits.maxPerHole = of.whole("maxPerHole", 0, 0, 500);
  pass.limits.maxPerOctant = of.whole("maxPerOctant", 0, 0, 500);
  pass.minSamples = of.whole("minSamples", 1, 1, 500);
  pass.minHoles = of.whole("minHoles", 1, 1, 500);
  if (pass.minSamples > pass.limits.maxSamples) value.fail("minSamples is more than maxSamples");
  return pass;
}

CompositePlan compositesFrom(const PlanValue& value) {
  const PlanMembers of(value, {"length", "residual", "belowDetection", "unsampled", "leastCoverage"});
  CompositePlan plan;
  plan.length = of.number("length", plan.length);
  if (!(plan.length > 0)) value.fail("the length has to be above 0");
  plan.residual = of.choice("residual", plan.residual, residualNames());
  plan.belowDetection = of.choice("belowDetection", plan.belowDetection, belowDetectionNames());
  if (of.find("unsampled")) plan.unsampled = of.number("unsampled", 0);
  plan.leastCoverage = of.number("leastCoverage", plan.leastCoverage);
  return plan;
}

DomainPlan domainFrom(const PlanValue& value) {
  const PlanMembers of(value, {"column", "keep", "blockColumn"});
  DomainPlan plan{of.text("column", ""), {}, of.text("blockColumn", "")};
  const auto keep = of.find("keep");
  for (std::size_t i = 0; keep && i < keep->size(); ++i) plan.keep.push_back(keep->item(i).text());
  return plan;
}

TargetPlan targetFrom(const PlanValue& value) {
  const PlanMembers of(value, {"model", "origin", "size", "count", "azimuth", "below"});
  TargetPlan target;
  target.model = of.text("model", "");
  target.below = of.text("below", "");
  if (!target.model.empty()) return target;
  const auto origin = of.need("origin").triple("a list x, y, z");
  target.lattice.origin = {origin[0], origin[1], origin[2]};
  target.lattice.size = of.need("size").triple("a list of three lengths");
  double cells = 1;
  for (std::size_t a = 0; a < 3; ++a) {
    if (!(target.lattice.size[a] > 0)) value.fail("the size of a block has to be above 0");
    target.lattice.count[a] = static_cast<std::int64_t>(of.need("count").item(a).whole(1, 100'000));
    cells *= static_cast<double>(target.lattice.count[a]);
  }
  if (cells > 4e9) value.fail("more than 4e9 blocks; make them larger or fewer");
  if (of.find("azimuth")) {
    const Axes turned = axesOf(GslibAngles{of.number("azimuth", 0), 0, 0});
    target.lattice.axis = {turned[1] * -1, turned[0], turned[2]};
  }
  return target;
}

DensityPlan densityFrom(const PlanValue& value) {
  if (!value.isNumber()) return {value.text(), 0};
  if (!(value.number() > 0)) value.fail("a density has to be above 0");
  return {"", value.number()};
}

SimulationPlan simulationFrom(const PlanValue& value) {
  const PlanMembers of(value, {"realisations", "seed", "cutoff", "points", "variogram", "declusterCell"});
  SimulationPlan plan;
  plan.realisations = of.whole("realisations", plan.realisations, 1, 10'000);
  plan.seed = of.whole("seed", 1, 0, 1'000'000'000);
  if (of.find("cutoff")) plan.cutoff = of.number("cutoff", 0);
  plan.points = pointsFrom(of);
  plan.declusterCell = of.number("declusterCell", 0);
  if (const auto variogram = of.find("variogram")) plan.variogram = variogramFrom(*variogram);
  return plan;
}

EstimationPlan planFrom(const PlanValue& value) {
  const PlanMembers of(value, {"holes", "column", "filter", "composites", "domain", "topCut", "estimator",
                               "search", "passes", "points", "target", "density", "simulation"});
  EstimationPlan plan;
  plan.holes = of.text("holes", "");
  plan.column = of.need("column").text();
  plan.filter = of.text("filter", "");
  if (const auto v = of.find("composites")) plan.composites = compositesFrom(*v);
  if (const auto v = of.find("domain")) plan.domain = domainFrom(*v);
  if (of.find("topCut")) plan.topCut = of.number("topCut", 0);
  plan.estimator = estimatorFrom(of.need("estimator"));
  plan.search = anisotropyFrom(PlanMembers(of.need("search"), {"plane", "gslib", "axes", "ranges"}));
  const PlanValue passes = of.need("passes");
  for (std::size_t i = 0; i < passes.size(); ++i) plan.passes.push_back(passFrom(passes.item(i)));
  if (plan.passes.empty() || plan.passes.size() > 255) passes.fail("between 1 and 255 passes are wanted");
  plan.points = pointsFrom(of);
  plan.target = targetFrom(of.need("target"));
  if (const auto v = of.find("density")) plan.density = densityFrom(*v);
  if (const auto v = of.find("simulation")) plan.simulation = simulationFrom(*v);
  return plan;
}

}  // namespace

std::string planToJson(const EstimationPlan& plan) {
  Json json;
  if (!plan.holes.empty()) json["holes"] = plan.holes;
  json["column"] = plan.column;
  if (!plan.filter.empty()) json["filter"] = plan.filter;
  Json composites{{"length", plan.composites.length},
                  {"residual", nameOf(plan.composites.residual, residualNames())},
                  {"belowDetection", nameOf(plan.composites.belowDetection, belowDetectionNames())},
                  {"leastCoverage", plan.composites.leastCoverage}};
  if (plan.composites.unsampled) composites["unsampled"] = *plan.composites.unsampled;
  json["composites"] = composites;
  if (!plan.domain.column.empty() || !plan.domain.blockColumn.empty())
    json["domain"] = {
        {"column", plan.domain.column}, {"keep", plan.domain.keep}, {"blockColumn", plan.domain.blockColumn}};
  if (plan.topCut) json["topCut"] = *plan.topCut;
  json["estimator"] = std::visit(EstimatorWriter{}, plan.estimator);
  json["points"] = plan.points.count;
  json["search"] = jsonOf(plan.search);
  json["passes"] = Json::array();
  for (const EstimationPass& pass : plan.passes) json["passes"].push_back(jsonOf(pass));
  json["target"] = jsonOf(plan.target);
  if (!plan.density.column.empty())
    json["density"] = plan.density.column;
  else if (plan.density.stated())
    json["density"] = plan.density.value;
  if (plan.simulation) json["simulation"] = jsonOf(*plan.simulation);
  return json.dump(2) + "\n";
}

PlanReading planFromJson(std::string_view json) {
  try {
    const nlohmann::json parsed = nlohmann::json::parse(json);
    return {planFrom(PlanValue(parsed, "")), ""};
  } catch (const nlohmann::json::parse_error& error) {
    return {std::nullopt, "is no JSON: " + std::string(error.what())};
  } catch (const PlanFault& fault) {
    return {std::nullopt, fault.text};
  }
}

}  // namespace adit::estimation
