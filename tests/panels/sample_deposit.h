// A small deposit of every kind of object, typed in or computed, for the tests of the panels.
#pragma once
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "geology/model/deposit.h"

namespace adit::tests {

inline geology::Provenance sampleSource(const std::string& path) {
  geology::Provenance source;
  source.path = path;
  return source;
}

inline std::shared_ptr<geology::BlockModel> sampleBlocks() {
  auto model = std::make_shared<geology::BlockModel>();
  model->name = "Block model";
  model->lattice.origin = {318000, 3218000, 900};
  model->lattice.size = {20, 20, 10};
  model->lattice.count = {20, 20, 10};
  std::vector<float> grade;
  std::vector<std::string> alteration;
  for (std::size_t block = 0; block < model->blockCount(); ++block) {
    const auto t = static_cast<double>(block % 97) / 97.0;
    grade.push_back(block % 50 == 0 ? geology::kMissing : static_cast<float>(2.5 * t * t * t));
    alteration.emplace_back(t > 0.7 ? "potassic" : t > 0.4 ? "phyllic" : t > 0.15 ? "propylitic" : "");
  }
  model->columns.push_back(geology::numericColumn("cu_pct", grade, "%"));
  for (float& g : grade) g *= 0.4F;
  model->columns.push_back(geology::numericColumn("au_gpt", grade, "g/t"));
  model->columns.push_back(geology::categoryColumn("alteration", alteration));
  model->source = sampleSource("blocks.csv");
  return model;
}

inline std::shared_ptr<geology::DrillHoles> sampleHoles() {
  auto set = std::make_shared<geology::DrillHoles>();
  set->name = "Drillholes";
  geology::IntervalTable assay;
  assay.name = "assay";
  std::vector<float> copper;
  for (std::uint32_t h = 0; h < 12; ++h) {
    geology::DrillHole hole;
    hole.id = "SY-" + std::to_string(101 + h);
    hole.collar = {318050 + 30.0 * h, 3218100 + 20.0 * (h % 4), 1040};
    hole.length = 120;
    hole.trace = geology::HoleTrace(
        {{0, hole.collar, {0, 0, -1}}, {120, hole.collar + geology::Vec3{0, 0, -120}, {0, 0, -1}}});
    set->holes.push_back(hole);
    for (int i = 0; i < 40; ++i) {
      assay.hole.push_back(h);
      assay.from.push_back(3.0 * i);
      assay.to.push_back(3.0 * i + 3);
      assay.line.push_back(static_cast<std::uint32_t>(assay.from.size() + 1));
      copper.push_back(static_cast<float>(0.8 + 0.7 * std::sin(0.3 * i + h)));
    }
  }
  assay.columns.push_back(geology::numericColumn("Cu_pct", copper, "%"));
  assay.source = sampleSource("assay.csv");
  set->tables.push_back(assay);
  return set;
}

inline std::shared_ptr<geology::Terrain> sampleTerrain() {
  auto terrain = std::make_shared<geology::Terrain>();
  terrain->name = "Terrain";
  terrain->columns = terrain->rows = 16;
  terrain->origin = {318000, 3218000};
  terrain->stepColumn = {30, 0};
  terrain->stepRow = {0, 30};
  for (int i = 0; i < 256; ++i) terrain->heights.push_back(static_cast<float>(1040 + 10 * std::sin(0.4 * i)));
  return terrain;
}

/// A box as a closed surface.
inline std::shared_ptr<geology::TriangleMesh> sampleSolid(const std::string& name, double side) {
  auto mesh = std::make_shared<geology::TriangleMesh>();
  mesh->name = name;
  for (int c = 0; c < 8; ++c)
    mesh->vertices.push_back(
        {318100 + ((c & 1) ? side : 0), 3218100 + ((c & 2) ? side : 0), 920 + ((c & 4) ? side : 0)});
  mesh->triangles = {{{0, 2, 1}}, {{1, 2, 3}}, {{4, 5, 6}}, {{5, 7, 6}}, {{0, 1, 4}}, {{1, 5, 4}},
                     {{2, 6, 3}}, {{3, 6, 7}}, {{0, 4, 2}}, {{2, 4, 6}}, {{1, 3, 5}}, {{3, 7, 5}}};
  mesh->closed = true;
  mesh->volume = side * side * side;
  mesh->area = 6 * side * side;
  return mesh;
}

inline std::shared_ptr<geology::Deposit> sampleDeposit() {
  using geology::Severity;
  auto deposit = std::make_shared<geology::Deposit>();
  deposit->name = "Sample";
  deposit->crs = "EPSG:32641";
  deposit->unitStated = true;
  deposit->synthetic = true;
  deposit->syntheticNote = "SYNTHETIC - sample for the tests";
  deposit->terrains.push_back(sampleTerrain());
  deposit->drillholes.push_back(sampleHoles());
  deposit->blockModels.push_back(sampleBlocks());
  deposit->meshes.push_back(sampleSolid("Pit design, phase 3", 120));
  deposit->meshes.push_back(sampleSolid("Ore shell 0.3 % with a long name that has to be shortened", 80));
  deposit->diagnostics = {{Severity::Error, "DH-FROM-AFTER-TO", "assay.csv", 812, 3,
                           "FROM 14.2 lies below TO 13.8.", "Correct the row.", 1},
                          {Severity::Warning, "DH-OVERLAP", "assay.csv", 40, 0,
                           "Intervals of one hole overlap.", "Check the sample sheet.", 14},
                          {Severity::Note, "DH-DIP-SIGN", "survey.csv", 0, 0,
                           "Dips are taken as negative down.", "Overrule it with dip-sign.", 1}};
  return deposit;
}

}  // namespace adit::tests
