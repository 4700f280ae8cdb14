#include "geology/planning/pit_json.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "geology/estimation/plan_members.h"

namespace adit::planning {
namespace {

using estimation::PlanMembers;
using estimation::PlanValue;
using Json = nlohmann::ordered_json;

constexpr std::size_t kMostFactors = 200;

/// Of a draft nothing has to be there; what is there has to be right.
enum class Wanted { All, Draft };

double numberWithin(const PlanValue& value, double least, double most) {
  const double number = value.number();
  if (number >= least && number <= most) return number;
  Json bounds{least, most};
  value.fail("a number from " + bounds[0].dump() + " to " + bounds[1].dump() + " is wanted");
}

double within(const PlanMembers& members, const char* name, double otherwise, double least,
              double most = 1e300) {
  const auto value = members.find(name);
  return value ? numberWithin(*value, least, most) : otherwise;
}

bool flag(const PlanMembers& members, const char* name, bool otherwise) {
  const auto value = members.find(name);
  if (!value) return otherwise;
  if (!value->json().is_boolean()) value->fail("true or false is wanted");
  return value->json().get<bool>();
}

MetalTerms metalFrom(const PlanValue& value, Wanted wanted) {
  const PlanMembers of(value, {"grade", "unit", "price", "per", "sellingCost", "recovery"});
  MetalTerms terms;
  terms.grade = of.need("grade").text();
  terms.unit = of.text("unit", "");
  terms.price = wanted == Wanted::All ? numberWithin(of.need("price"), 0, 1e12) : within(of, "price", 0, 0);
  terms.per = wanted == Wanted::All ? of.need("per").text() : of.text("per", "");
  terms.sellingCost = within(of, "sellingCost", 0, 0);
  terms.recovery = within(of, "recovery", 1, 0, 1);
  const bool stated = wanted == Wanted::All || terms.price > 0;
  if (stated && terms.sellingCost >= terms.price)
    value.fail("selling costs more than the price: nothing would be ore");
  return terms;
}

std::vector<SlopeSector> sectorsFrom(const PlanValue& value) {
  std::vector<SlopeSector> sectors;
  if (value.isNumber()) {
    sectors.push_back({0, value.number()});
  } else {
    for (std::size_t i = 0; i < value.size(); ++i) {
      const PlanMembers of(value.item(i), {"azimuth", "angle"});
      sectors.push_back({of.need("azimuth").number(), of.need("angle").number()});
    }
  }
  const std::string fault = faultOf(sectors);
  if (!fault.empty()) value.fail(fault);
  return sectors;
}

SlopeInputs slopesFrom(const PlanValue& value, Wanted wanted) {
  const PlanMembers of(value, {"angle", "regionColumn", "regions", "benches", "precedence"});
  SlopeInputs slopes;
  slopes.levels = static_cast<int>(of.whole("benches", 8, 1, 40));
  slopes.precedenceFile = of.text("precedence", "");
  slopes.regionColumn = of.text("regionColumn", "");
  if (wanted == Wanted::Draft) slopes.regions.clear();
  if (const auto angle = of.find("angle")) slopes.regions = {{"", sectorsFrom(*angle)}};
  if (const auto regions = of.find("regions")) {
    if (slopes.regionColumn.empty()) regions->fail("regions need a regionColumn");
    if (!of.find("angle")) slopes.regions.clear();
    if (regions->size() > 250) regions->fail("at most 250 regions");
    for (std::size_t i = 0; i < regions->size(); ++i) {
      const PlanMembers region(regions->item(i), {"code", "angle"});
      slopes.regions.push_back({region.need("code").text(), sectorsFrom(region.need("angle"))});
    }
  }
  if (slopes.regions.empty() && wanted == Wanted::All) value.fail("no slope is stated");
  return slopes;
}

MiningCost miningFrom(const PlanValue& value) {
  if (value.isNumber()) return {numberWithin(value, 0, 1e9), 0, std::nullopt};
  const PlanMembers of(value, {"perTonne", "perTonneAndMetre", "referenceLevel"});
  MiningCost cost{within(of, "perTonne", 0, 0), within(of, "perTonneAndMetre", 0, 0), std::nullopt};
  if (const auto level = of.find("referenceLevel")) cost.referenceLevel = level->number();
  return cost;
}

std::vector<double> factorsFrom(const PlanValue& value) {
  std::vector<double> factors;
  if (value.json().is_object()) {
    const PlanMembers of(value, {"from", "to", "step"});
    const double from = numberWithin(of.need("from"), .01, 100), to = numberWithin(of.need("to"), from, 100);
    const double step = numberWithin(of.need("step"), .001, 100);
    const double steps = std::floor((to - from) / step + 1e-9);
    if (steps > 199) value.fail("at most 200 factors");
    for (int i = 0; i <= static_cast<int>(steps); ++i)  // 0.3 + 7 x 0.1 is to be 1, not nearly 1
      factors.push_back(std::round((from + i * step) * 1e9) / 1e9);
  } else {
    for (std::size_t i = 0; i < value.size(); ++i) {
      factors.push_back(numberWithin(value.item(i), .01, 100));
      if (i > 0 && factors[i] <= factors[i - 1]) value.item(i).fail("factors have to rise");
    }
  }
  if (factors.empty() || factors.size() > kMostFactors) value.fail("between 1 and 200 factors are wanted");
  return factors;
}

PushbackInputs pushbacksFrom(const PlanValue& value) {
  const PlanMembers of(value, {"count", "minimumWidth", "finalFactor"});
  PushbackInputs pushbacks;
  pushbacks.count = of.whole("count", pushbacks.count, 1, 50);
  pushbacks.minimumWidth = within(of, "minimumWidth", pushbacks.minimumWidth, 0, 10'000);
  pushbacks.finalFactor = within(of, "finalFactor", 1, .01, 100);
  return pushbacks;
}

ScheduleInputs scheduleFrom(const PlanValue& value, Wanted wanted) {
  const PlanMembers of(value, {"mineCapacity", "millCapacity", "periodYears", "firstYear", "benchesPerPeriod",
                               "sinkRate", "stockpile", "chooseRate"});
  ScheduleInputs schedule;
  for (const auto& [name, capacity] :
       {std::pair{"mineCapacity", &schedule.mineCapacity}, std::pair{"millCapacity", &schedule.millCapacity}})
    if (wanted == Wanted::All || of.find(name)) *capacity = numberWithin(of.need(name), 1e-6, 1e15);
  schedule.periodYears = within(of, "periodYears", 1, 1e-3, 100);
  if (of.find("firstYear")) schedule.firstYear = static_cast<int>(of.whole("firstYear", 0, 1800, 9000));
  schedule.benchesPerPeriod = of.whole("benchesPerPeriod", schedule.benchesPerPeriod, 1, 100'000);
  if (const auto rate = of.find("sinkRate")) schedule.sinkRate = numberWithin(*rate, .1, 10'000);
  schedule.chooseRate = flag(of, "chooseRate", true);
  if (const auto stockpile = of.find("stockpile")) {
    const PlanMembers pile(*stockpile, {"capacity", "rehandleCost"});
    schedule.stockpile = {numberWithin(pile.need("capacity"), 0, 1e15), within(pile, "rehandleCost", 0, 0)};
  }
  return schedule;
}

PitDesignTerms designFrom(const PlanValue& value) {
  const PlanMembers of(value,
                       {"benchHeight", "faceAngle", "berm", "rampWidth", "rampGradient", "floorWidth"});
  PitDesignTerms terms;
  PitSlope& slope = terms.slope;
  slope.benchHeight = within(of, "benchHeight", slope.benchHeight, 1, 200);
  slope.faceAngle = within(of, "faceAngle", slope.faceAngle, 10, 89.9);
  slope.berm = within(of, "berm", slope.berm, 0, 500);
  slope.rampWidth = within(of, "rampWidth", slope.rampWidth, 1, 200);
  slope.rampGrade = within(of, "rampGradient", slope.rampGrade, .005, .5);
  terms.floorWidth = within(of, "floorWidth", terms.floorWidth, 1, 10'000);
  return terms;
}

void readGround(const PlanMembers& of, Wanted wanted, PitInputs& inputs) {
  if (const auto metals = of.find("metals")) {
    const std::size_t least = wanted == Wanted::All ? 1 : 0;  // of an empty list the first item is the fault
    for (std::size_t i = 0; i < std::max(metals->size(), least); ++i)
      inputs.metals.push_back(metalFrom(metals->item(i), wanted));
  }
  inputs.values = of.text("values", "");
  if (const auto density = of.find("density")) inputs.density = numberWithin(*density, 1e-3, 30);
  inputs.densityColumn = of.text("densityColumn", "");
  if (const auto mining = of.find("miningCost")) inputs.mining = miningFrom(*mining);
  inputs.processingCost = within(of, "processingCost", 0, 0);
  if (const auto ore = of.find("ore")) {
    const PlanMembers limit(*ore, {"column", "names"});
    inputs.ore.column = limit.need("column").text();
    const PlanValue names = limit.need("names");
    for (std::size_t i = 0; i < names.size(); ++i) inputs.ore.names.push_back(names.item(i).text());
  }
}

PitInputs inputsFrom(const PlanValue& value, Wanted wanted) {
  const PlanMembers of(value, {"model", "currency", "metals", "values", "density", "densityColumn",
                               "miningCost", "processingCost", "ore", "terrain", "slopes", "revenueFactors",
                               "discountRate", "firstPeriodUndiscounted", "pushbacks", "schedule", "design"});
  PitInputs inputs;
  inputs.model = of.text("model", "");
  inputs.currency = of.text("currency", inputs.currency);
  inputs.terrain = of.text("terrain", "");
  const bool both = of.find("metals") && of.find("values"), none = !of.find("metals") && !of.find("values");
  if (both || (none && wanted == Wanted::All))
    value.fail("either \"metals\" or \"values\" (a column that holds the value of every block) is wanted");
  readGround(of, wanted, inputs);
  if (wanted == Wanted::All || of.find("slopes"))
    inputs.slopes = slopesFrom(of.need("slopes"), wanted);
  else
    inputs.slopes.regions.clear();
  if (const auto factors = of.find("revenueFactors")) inputs.revenueFactors = factorsFrom(*factors);
  inputs.discounting.rate = within(of, "discountRate", inputs.discounting.rate, 0, 1);
  inputs.discounting.firstPeriodUndiscounted = flag(of, "firstPeriodUndiscounted", true);
  if (const auto pushbacks = of.find("pushbacks")) inputs.pushbacks = pushbacksFrom(*pushbacks);
  if (const auto schedule = of.find("schedule")) inputs.schedule = scheduleFrom(*schedule, wanted);
  if (const auto design = of.find("design")) inputs.design = designFrom(*design);
  return inputs;
}

// --- writing

Json jsonOf(const std::vector<SlopeSector>& sectors) {
  if (sectors.size() == 1 && sectors[0].azimuth == 0) return sectors[0].angle;
  Json list = Json::array();
  for (const SlopeSector& s : sectors) list.push_back({{"azimuth", s.azimuth}, {"angle", s.angle}});
  return list;
}

Json jsonOf(const SlopeInputs& slopes) {
  Json json;
  Json regions = Json::array();
  for (const SlopeRegion& region : slopes.regions) {
    if (region.code.empty())
      json["angle"] = jsonOf(region.sectors);
    else
      regions.push_back({{"code", region.code}, {"angle", jsonOf(region.sectors)}});
  }
  if (!slopes.regionColumn.empty()) json["regionColumn"] = slopes.regionColumn;
  if (!regions.empty()) json["regions"] = regions;
  json["benches"] = slopes.levels;
  if (!slopes.precedenceFile.empty()) json["precedence"] = slopes.precedenceFile;
  return json;
}

Json jsonOf(const ScheduleInputs& schedule) {
  Json json{{"periodYears", schedule.periodYears},
            {"benchesPerPeriod", schedule.benchesPerPeriod},
            {"chooseRate", schedule.chooseRate}};
  if (schedule.mineCapacity > 0) json["mineCapacity"] = schedule.mineCapacity;
  if (schedule.millCapacity > 0) json["millCapacity"] = schedule.millCapacity;
  if (schedule.sinkRate) json["sinkRate"] = *schedule.sinkRate;
  if (schedule.firstYear) json["firstYear"] = *schedule.firstYear;
  if (schedule.stockpile)
    json["stockpile"] = {{"capacity", schedule.stockpile->capacity},
                         {"rehandleCost", schedule.stockpile->rehandleCost}};
  return json;
}

void writeGround(const PitInputs& inputs, Json& json) {
  if (!inputs.values.empty()) json["values"] = inputs.values;
  for (const MetalTerms& m : inputs.metals) {
    Json metal{{"grade", m.grade},
               {"price", m.price},
               {"per", m.per},
               {"sellingCost", m.sellingCost},
               {"recovery", m.recovery}};
    if (m.per.empty()) metal.erase("per");
    if (!m.unit.empty()) metal["unit"] = m.unit;
    json["metals"].push_back(metal);
  }
  if (inputs.density) json["density"] = *inputs.density;
  if (!inputs.densityColumn.empty()) json["densityColumn"] = inputs.densityColumn;
  Json mining{{"perTonne", inputs.mining.perTonne}, {"perTonneAndMetre", inputs.mining.perTonneAndMetre}};
  if (inputs.mining.referenceLevel) mining["referenceLevel"] = *inputs.mining.referenceLevel;
  json["miningCost"] = mining;
  json["processingCost"] = inputs.processingCost;
  if (!inputs.ore.column.empty()) json["ore"] = {{"column", inputs.ore.column}, {"names", inputs.ore.names}};
}

}  // namespace

std::string pitToJson(const PitInputs& inputs) {
  Json json;
  if (!inputs.model.empty()) json["model"] = inputs.model;
  json["currency"] = inputs.currency;
  writeGround(inputs, json);
  if (!inputs.terrain.empty()) json["terrain"] = inputs.terrain;
  json["slopes"] = jsonOf(inputs.slopes);
  json["revenueFactors"] = inputs.revenueFactors;
  json["discountRate"] = inputs.discounting.rate;
  json["firstPeriodUndiscounted"] = inputs.discounting.firstPeriodUndiscounted;
  json["pushbacks"] = {{"count", inputs.pushbacks.count},
                       {"minimumWidth", inputs.pushbacks.minimumWidth},
                       {"finalFactor", inputs.pushbacks.finalFactor}};
  if (inputs.schedule.mineCapacity > 0 || inputs.schedule.millCapacity > 0)
    json["schedule"] = jsonOf(inputs.schedule);
  if (inputs.design)
    json["design"] = {{"benchHeight", inputs.design->slope.benchHeight},
                      {"faceAngle", inputs.design->slope.faceAngle},
                      {"berm", inputs.design->slope.berm},
                      {"rampWidth", inputs.design->slope.rampWidth},
                      {"rampGradient", inputs.design->slope.rampGrade},
                      {"floorWidth", inputs.design->floorWidth}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

namespace {

PitReading readingOf(std::string_view json, Wanted wanted) {
  try {
    const nlohmann::json parsed = nlohmann::json::parse(json);
    return {inputsFrom(PlanValue(parsed, ""), wanted), ""};
  } catch (const nlohmann::json::parse_error& error) {
    return {std::nullopt, "is no JSON: " + std::string(error.what())};
  } catch (const estimation::PlanFault& fault) {
    return {std::nullopt, fault.text};
  }
}

/// "metals[0].price": members of objects, and items of lists by their number. Lists grow by one item at most.
class MemberPath {
 public:
  explicit MemberPath(std::string_view path) : rest_(path) {}

  /// nullptr where the path leads nowhere.
  nlohmann::json* findIn(nlohmann::json& root) {
    nlohmann::json* at = &root;
    while (at != nullptr && !rest_.empty()) at = rest_.front() == '[' ? item(*at) : member(*at);
    return at;
  }

 private:
  nlohmann::json* item(nlohmann::json& list) {
    const std::size_t end = rest_.find(']');
    std::size_t number = 0;
    const char* last = rest_.data() + (end == std::string_view::npos ? 0 : end);
    const auto read = std::from_chars(rest_.data() + 1, std::max(last, rest_.data() + 1), number);
    if (end == std::string_view::npos || read.ec != std::errc() || read.ptr != last) return nullptr;
    rest_.remove_prefix(end + 1);
    if (rest_.starts_with('.')) rest_.remove_prefix(1);
    if (list.is_null()) list = nlohmann::json::array();
    if (!list.is_array() || number > list.size()) return nullptr;
    return number == list.size() ? &list.emplace_back() : &list[number];
  }
  nlohmann::json* member(nlohmann::json& object) {
    const std::size_t end = std::min(rest_.find_first_of(".["), rest_.size());
    const std::string name(rest_.substr(0, end));
    rest_.remove_prefix(end);
    if (rest_.starts_with('.')) rest_.remove_prefix(1);
    if (name.empty() || !(object.is_object() || object.is_null())) return nullptr;
    return &object[name];
  }

  std::string_view rest_;
};

/// What was taken away is no member any more.
void dropNulls(nlohmann::json& value) {
  if (!value.is_structured()) return;
  for (auto it = value.begin(); it != value.end();) {
    if (it->is_null())
      it = value.erase(it);
    else
      dropNulls(*it++);
  }
}

}  // namespace

PitReading pitFromJson(std::string_view json) {
  return readingOf(json, Wanted::All);
}

PitReading pitDraftFromJson(std::string_view json) {
  return readingOf(json, Wanted::Draft);
}

PitReading pitWithMember(const PitInputs& inputs, std::string_view member, std::string_view value) {
  nlohmann::json json = nlohmann::json::parse(pitToJson(inputs));
  nlohmann::json* place = member.empty() ? nullptr : MemberPath(member).findIn(json);
  if (place == nullptr) return {std::nullopt, "there is no place \"" + std::string(member) + "\""};
  nlohmann::json wanted = nlohmann::json::parse(value, nullptr, false);
  if (wanted.is_discarded()) wanted = std::string(value);
  *place = value == "none" ? nlohmann::json() : std::move(wanted);
  dropNulls(json);
  return readingOf(json.dump(), Wanted::Draft);
}

}  // namespace adit::planning
