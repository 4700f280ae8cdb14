#include <algorithm>
#include <filesystem>
#include <iostream>

#include "geology/model/block_memory.h"
#include "geology/model/plain_text.h"
#include "geology/project/object_sources.h"
#include "viewer/app/cli_check_report.h"
#include "viewer/app/deposit_summary.h"
#include "viewer/state/facts.h"
#include "viewer/state/placement.h"

namespace adit::viewer {

namespace {

using geology::Diagnostic;
using geology::Severity;

/// Coordinates to the centimetre; the exact ones are in the JSON.
constexpr int kDecimals = 2;

std::string span(double lo, double hi) {
  return formatNumber(lo, kDecimals) + " .. " + formatNumber(hi, kDecimals);
}

class TextReport {
 public:
  TextReport(const project::OpenResult& opened, const Printer& printer)
      : opened_(opened), deposit_(*opened.deposit), view_(storedViewOf(opened)), printer_(printer) {}

  void print() const {
    printDeposit();
    printSources();
    for (const auto& holes : deposit_.drillholes) printHoles(*holes);
    for (const auto& model : deposit_.blockModels) printBlocks(*model);
    printSurfaces();
    for (const auto& terrain : deposit_.terrains) printTerrain(*terrain);
    for (const auto& set : deposit_.points) printPoints(*set);
    printImagesAndAssets();
    printChoices();
    printDiagnosticList();
  }

 private:
  const char* unit() const { return geology::unitSymbol(deposit_.unit); }

  void printDeposit() const {
    printer_.heading(deposit_.name.empty() ? "Deposit" : deposit_.name,
                     deposit_.synthetic ? deposit_.syntheticNote : "");
    printExtent(seenBounds(deposit_, view_));
    printer_.field("CRS", deposit_.crs.empty() ? "none stated" : deposit_.crs);
    printer_.field("unit of length",
                   std::string(deposit_.unit == geology::LengthUnit::Metre ? "metres" : "feet") +
                       (deposit_.unitStated ? "" : ", not stated by the files"));
  }

  void printExtent(const geology::Box3& box) const {
    if (box.empty()) return;
    printer_.field("X", span(box.min.x, box.max.x));
    printer_.field("Y", span(box.min.y, box.max.y));
    printer_.field("Z", span(box.min.z, box.max.z));
  }

  void printSources() const {
    printer_.heading("Files", withThousands(opened_.sources.size()));
    TextTable table({false, false, true, false});
    for (const project::SourceReport& source : opened_.sources)
      table.add({shortPath(source.path), formatOf(source), formatBytes(source.bytes), objectsOf(source)});
    table.print("  ");
  }

  /// The path below the folder that all files share.
  std::string shortPath(const std::string& path) const {
    const std::filesystem::path file(path);
    return opened_.sources.size() == 1 || file.parent_path() == sharedFolder() ? file.filename().string()
                                                                               : path;
  }

  std::filesystem::path sharedFolder() const {
    std::filesystem::path folder;
    for (const project::SourceReport& source : opened_.sources) {
      const auto parent = std::filesystem::path(source.path).parent_path();
      if (!folder.empty() && parent != folder) return {};
      folder = parent;
    }
    return folder;
  }

  std::string formatOf(const project::SourceReport& source) const {
    switch (source.role) {
      case project::SourceRole::Data:
        return source.format;
      case project::SourceRole::SideFile:
        return printer_.ink(Ink::Faint, "read with its main file");
      case project::SourceRole::Prose:
        return printer_.ink(Ink::Faint, "notes, not data");
      case project::SourceRole::Other:
        return printer_.ink(Ink::Faint, "no part of a deposit");
      case project::SourceRole::Unknown:
        return printer_.ink(Ink::Yellow, "not recognised");
      case project::SourceRole::Missing:
        return printer_.ink(Ink::Red, "missing");
    }
    return {};
  }

  static std::string objectsOf(const project::SourceReport& source) {
    constexpr std::size_t kListed = 3;
    std::string names;
    for (std::size_t i = 0; i < source.objects.size() && i < kListed; ++i)
      names += (i > 0 ? ", " : "-> ") + source.objects[i];
    if (source.objects.size() > kListed)
      names += " and " + std::to_string(source.objects.size() - kListed) + " more";
    return names;
  }

  void printHoles(const geology::DrillHoles& holes) const {
    const HolesSummary summary = summarise(holes);
    printer_.heading("Drillholes", holes.name);
    printer_.field("holes", withThousands(holes.holes.size()) + tracesOf(summary));
    printer_.field("survey stations", withThousands(summary.stations));
    printer_.field("drilled length", formatNumber(summary.totalLength, 0) + " " + unit());
    printExtent(holes.bounds());
    if (!holes.collarColumns.empty()) {
      printer_.field("collar columns", std::to_string(holes.collarColumns.size()));
      printColumns(holes.collarColumns);
    }
    for (const geology::IntervalTable& table : holes.tables) {
      printer_.field(table.name, formatCount(table.size(), "interval"));
      printColumns(table.columns);
    }
  }

  static std::string tracesOf(const HolesSummary& summary) {
    std::string text;
    for (std::size_t basis = 0; basis < summary.basis.size(); ++basis)
      if (summary.basis[basis] > 0)
        text += (text.empty() ? "  (" : ", ") + withThousands(summary.basis[basis]) + " " +
                basisName(static_cast<geology::TraceBasis>(basis));
    return text.empty() ? text : text + ")";
  }

  /// One line a column: its values, and how many are missing for which reason.
  void printColumns(const std::vector<geology::Column>& columns) const {
    TextTable table({false, true, false, false});
    for (const ColumnSummary& summary : summarise(columns)) {
      const geology::Column& column = *summary.column;
      const std::size_t values = summary.states[0] + summary.states[1];
      table.add({column.name, withThousands(values), contentOf(summary),
                 printer_.ink(Ink::Faint, gapsOf(summary))});
    }
    table.print("      ");
  }

  static std::string contentOf(const ColumnSummary& summary) {
    const geology::Column& column = *summary.column;
    if (!column.isNumeric()) return geology::counted(summary.categories, "category", "categories");
    if (summary.states[0] + summary.states[1] == 0) return "no values";
    return formatShort(static_cast<double>(summary.lo)) + " .. " +
           formatShort(static_cast<double>(summary.hi)) + (column.unit.empty() ? "" : " " + column.unit);
  }

  static std::string gapsOf(const ColumnSummary& summary) {
    constexpr const char* kWords[] = {"", "below detection", "not sampled", "not representable"};
    std::string text;
    for (std::size_t state = 1; state < summary.states.size(); ++state)
      if (summary.states[state] > 0)
        text += (text.empty() ? "" : ", ") + withThousands(summary.states[state]) + " " + kWords[state];
    return text;
  }

  void printBlocks(const geology::BlockModel& model) const {
    const geology::Lattice& lattice = model.lattice;
    printer_.heading("Block model", model.name);
    printer_.field(
        model.subBlocked() ? "sub-blocks" : "blocks",
        withThousands(model.blockCount()) + ", " + withThousands(absentCells(model)) + " cells absent");
    printer_.field("lattice", withThousands(static_cast<std::size_t>(lattice.cellCount())) + " cells, " +
                                  std::to_string(lattice.count[0]) + " x " +
                                  std::to_string(lattice.count[1]) + " x " +
                                  std::to_string(lattice.count[2]) + (lattice.rotated() ? ", rotated" : ""));
    printer_.field("block size", formatShort(lattice.size[0]) + " x " + formatShort(lattice.size[1]) + " x " +
                                     formatShort(lattice.size[2]) + " " + unit());
    printExtent(lattice.bounds());
    printer_.field("memory", memoryText(geology::memoryOf(model)));
    printer_.field("columns", std::to_string(model.columns.size()));
    printColumns(model.columns);
  }

  /// "1.2 GB: columns 1.1 GB, cells 100 MB"
  static std::string memoryText(const geology::BlockMemory& memory) {
    std::string parts;
    const auto add = [&](const char* what, std::size_t bytes) {
      if (bytes == 0) return;
      parts.append(parts.empty() ? ": " : ", ").append(what).append(" ").append(formatBytes(bytes));
    };
    add("columns", memory.columns);
    add("states", memory.states);
    add("cells", memory.cells);
    add("boxes", memory.boxes);
    add("lines", memory.lines);
    return formatBytes(memory.total()) + parts;
  }

  void printSurfaces() const {
    if (deposit_.meshes.empty()) return;
    printer_.heading("Surfaces and lines", formatCount(deposit_.meshes.size(), "object"));
    TextTable table({false, true, true, true, false});
    for (const auto& mesh : deposit_.meshes)
      table.add({mesh->name, withThousands(mesh->vertices.size()) + " vertices",
                 withThousands(mesh->triangles.size()) + " triangles",
                 withThousands(mesh->lines.size()) + " lines", shapeOf(*mesh)});
    table.print("  ");
  }

  std::string shapeOf(const geology::TriangleMesh& mesh) const {
    if (mesh.triangles.empty()) return "";
    const std::string square = std::string(" ") + unit() + "2", cube = std::string(" ") + unit() + "3";
    if (mesh.closed) return "closed, " + formatNumber(mesh.volume, 0) + cube;
    return "open, " + formatNumber(mesh.area, 0) + square;
  }

  void printTerrain(const geology::Terrain& terrain) const {
    const TerrainSummary summary = summarise(terrain);
    printer_.heading("Terrain", terrain.name);
    printer_.field("nodes", std::to_string(terrain.columns) + " x " + std::to_string(terrain.rows) + " = " +
                                withThousands(summary.nodes) + ", " + withThousands(summary.nodata) +
                                " without data");
    printer_.field("step", formatShort(summary.stepX) + " x " + formatShort(summary.stepY) + " " + unit());
    printExtent(terrain.bounds());
  }

  void printPoints(const geology::PointSet& set) const {
    printer_.heading("Points", set.name);
    printer_.field("points", withThousands(set.points.size()));
    printExtent(set.bounds());
    if (!set.columns.empty()) printer_.field("columns", std::to_string(set.columns.size()));
    printColumns(set.columns);
  }

  void printImagesAndAssets() const {
    for (const auto& image : deposit_.images) {
      printer_.heading("Image", image->name);
      printer_.field("pixels", std::to_string(image->columns) + " x " + std::to_string(image->rows) +
                                   (image->georeferenced ? "" : ", without a place of its own"));
    }
    for (const auto& asset : deposit_.assets) {
      printer_.heading("Asset", asset->name);
      printer_.field("parts", withThousands(asset->parts.size()));
      const bool placed = layerOf(view_, asset->name).placement.has_value();
      printer_.field("place", placed ? "placed by the view" : "at the coordinates of its file");
      printExtent(asset->boundsAt(poseOf(view_, *asset)));
    }
  }

  void printChoices() const {
    const std::vector<geology::ImportChoice> choices = project::madeChoices(deposit_);
    if (choices.empty()) return;
    printer_.heading("Choices", "overrule one with --choice KEY=VALUE");
    TextTable table({false, false, false});
    for (const geology::ImportChoice& choice : choices)
      table.add({choice.key, printer_.ink(Ink::Bold, choice.value),
                 printer_.ink(Ink::Faint, choice.byPerson ? "your choice" : choice.reason)});
    table.print("  ");
  }

  void printDiagnosticList() const {
    std::vector<const Diagnostic*> ordered;
    for (const Diagnostic& diagnostic : deposit_.diagnostics) ordered.push_back(&diagnostic);
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto* a, const auto* b) { return a->severity > b->severity; });
    printer_.heading("Findings", countsOf());
    for (const Diagnostic* diagnostic : ordered) printOne(*diagnostic);
  }

  std::string countsOf() const {
    const auto count = [&](Severity severity) {
      return geology::countSeverity(deposit_.diagnostics, severity);
    };
    return formatCount(count(Severity::Error), "error") + ", " +
           formatCount(count(Severity::Warning), "warning") + ", " +
           formatCount(count(Severity::Note), "note");
  }

  static Ink inkOf(Severity severity) {
    return severity == Severity::Error ? Ink::Red : severity == Severity::Warning ? Ink::Yellow : Ink::Blue;
  }

  void printOne(const Diagnostic& diagnostic) const {
    std::string place = diagnostic.file.empty() ? "" : shortPath(diagnostic.file);
    if (diagnostic.line > 0) place += ":" + std::to_string(diagnostic.line);
    if (diagnostic.line > 0 && diagnostic.column > 0) place += ":" + std::to_string(diagnostic.column);
    const std::string places =
        diagnostic.count > 1 ? "  (" + withThousands(diagnostic.count) + " places)" : std::string{};
    std::string word = geology::severityName(diagnostic.severity);
    word.resize(7, ' ');
    std::cout << "  " << printer_.ink(inkOf(diagnostic.severity), word) << "  "
              << printer_.ink(Ink::Bold, diagnostic.code) << (place.empty() ? "" : "  ") << place
              << printer_.ink(Ink::Faint, places) << "\n";
    printIndented(diagnostic.message, "");
    if (!diagnostic.remedy.empty()) printIndented(diagnostic.remedy, "-> ");
  }

  void printIndented(const std::string& text, const std::string& mark) const {
    constexpr std::size_t kIndent = 11;
    std::string lead = mark;
    for (const std::string& line : wrapped(text, terminalWidth() - kIndent - mark.size())) {
      std::cout << std::string(kIndent, ' ') << (mark.empty() ? line : printer_.ink(Ink::Faint, lead + line))
                << "\n";
      lead.assign(mark.size(), ' ');
    }
  }

  const project::OpenResult& opened_;
  const geology::Deposit& deposit_;
  ViewState view_;
  const Printer& printer_;
};

}  // namespace

void printCheck(const project::OpenResult& opened, const Printer& printer) {
  TextReport(opened, printer).print();
}

}  // namespace adit::viewer
