// Source: Autodesk, "DXF Reference", R12 to 2018, and the files of Vulcan, Surpac and Kirra.
#include "geology/formats/dxf_reader.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "geology/formats/delimited.h"
#include "geology/formats/dxf_blocks.h"
#include "geology/formats/dxf_curves.h"
#include "geology/formats/dxf_groups.h"
#include "geology/formats/dxf_polyline.h"
#include "geology/formats/mesh_builder.h"

namespace adit::formats {
namespace {

using geology::Severity;
using geology::Vec3;

const FindingKind kNotDrawn{Severity::Warning, "DXF-NOT-DRAWN", "an entity of a kind that Adit does not draw",
                            "convert texts, hatches and solids into lines and faces, if they are wanted"};
const FindingKind kBroken{Severity::Error, "DXF-BROKEN",
                          "a group code belongs here and there is none; nothing after it could be read",
                          "export the file again"};
const FindingKind kNoEnd{Severity::Warning, "DXF-NO-END",
                         "the file does not end with EOF; its end may be missing",
                         "copy or export the file again if something is missing"};
const FindingKind kUnit{Severity::Warning, "DXF-UNIT",
                        "the header states a unit that is not metres; the numbers are used as they are",
                        "state the unit of the deposit, or export it in metres"};

const FindingKind kTooMany{Severity::Warning, "DXF-TOO-MANY-INSERTS",
                           "blocks are inserted so often that not all of them are drawn",
                           "explode or remove blocks that are only symbols before the export"};

constexpr int kDeepest = 16;
constexpr std::size_t kMostInserted = 500'000, kMostVertices = 20'000'000;

/// $INSUNITS, where it says something other than nothing or metres.
std::string_view insertionUnit(int code) {
  constexpr std::array<std::string_view, 25> kNames{"",
                                                    "inches",
                                                    "feet",
                                                    "miles",
                                                    "millimetres",
                                                    "centimetres",
                                                    "",
                                                    "kilometres",
                                                    "microinches",
                                                    "mils",
                                                    "yards",
                                                    "angstroms",
                                                    "nanometres",
                                                    "microns",
                                                    "decimetres",
                                                    "decametres",
                                                    "hectometres",
                                                    "gigametres",
                                                    "astronomical units",
                                                    "light years",
                                                    "parsecs",
                                                    "US survey feet",
                                                    "US survey inches",
                                                    "US survey yards",
                                                    "US survey miles"};
  return code > 0 && code < static_cast<int>(kNames.size()) ? kNames[static_cast<std::size_t>(code)]
                                                            : std::string_view();
}

class DxfReading {
 public:
  DxfReading(const Source& source, geology::Progress& progress)
      : builder_(source.path), entities_(source.bytes), pace_(progress, source) {
    builder_.mesh().name = baseName(source.path);
    points_.name = builder_.mesh().name;
  }

  ImportResult read() {
    bool ended = false;
    for (DxfEntity entity; !ended && entities_.next(entity);) {
      if (entity.type == "EOF")
        ended = true;
      else
        take(entity);
      pace_.at(entities_.groups().offset());
    }
    closePolyline();
    if (entities_.groups().brokenLine() != 0)
      builder_.findings().add(kBroken, {entities_.groups().brokenLine()});
    else if (!ended)
      builder_.findings().add(kNoEnd, {entities_.groups().line()});
    return finish();
  }

 private:
  void take(const DxfEntity& entity) {
    if (entity.type == "SECTION") {
      closePolyline();
      section_ = entity.text(2);
      if (section_ == "HEADER") takeHeader(entity);
    } else if (entity.type == "ENDSEC") {
      closePolyline();
      section_ = {};
    } else if (section_ == "BLOCKS") {
      blocks_.take(entity, builder_.findings());
    } else if (section_ == "ENTITIES") {
      takeEntity(entity);
    }
  }

  void takeHeader(const DxfEntity& header) {
    for (std::size_t i = 0; i + 1 < header.groups.size(); ++i) {
      if (header.groups[i].value != "$INSUNITS") continue;
      const DxfEntity value{{}, 0, {header.groups[i + 1]}};
      const std::string_view unit = insertionUnit(value.integer(70, 0));
      if (!unit.empty()) builder_.findings().add(kUnit, {header.groups[i + 1].line}, unit);
    }
  }

  void takeEntity(const DxfEntity& entity) {
    if (entity.type == "VERTEX" && polyline_) return polyline_->add(entity);
    closePolyline();
    if (entity.type == "SEQEND") return;
    constexpr int kPaperSpace = 67;
    if (entity.integer(kPaperSpace, 0) == 1)
      return builder_.findings().add(kNotDrawn, {entity.line}, "paper space");
    if (entity.type == "POINT") return takePoint(entity);
    if (entity.type == "INSERT") return takeInsert(entity);
    if (entity.type == "3DFACE" || entity.type == "POLYLINE" || entity.type == "LWPOLYLINE" ||
        entity.type == "LINE" || isCurve(entity))
      builder_.startPart(layerOf(entity));
    if (entity.type == "3DFACE")
      takeFace(entity);
    else if (entity.type == "POLYLINE")
      polyline_.emplace(entity, builder_);
    else if (entity.type == "LWPOLYLINE")
      addLightPolyline(entity, builder_);
    else if (entity.type == "LINE")
      takeLine(entity);
    else if (!isCurve(entity) || !addCurve(entity, builder_))
      builder_.findings().add(kNotDrawn, {entity.line}, entity.type.substr(0, 20));
  }

  /// AutoCAD's own layer, "0", when none is named; in a block that is the layer of its insertion.
  std::string layerOf(const DxfEntity& entity) const {
    const std::string_view layer = entity.text(8);
    if (layer.empty() || layer == "0") return insertLayer_;
    return std::string(layer);
  }

  /// The entities of a block at each place of the insertion. Blocks may hold insertions.
  void takeInsert(const DxfEntity& insert) {
    const DxfBlock* block = blocks_.find(insert.text(2));
    if (block == nullptr || depth_ == kDeepest)
      return builder_.findings().add(kNotDrawn, {insert.line}, "INSERT");
    const std::optional<AffineMap> outer = builder_.placedBy();
    const std::string outerLayer = std::exchange(insertLayer_, layerOf(insert));
    ++depth_;
    for (const AffineMap& map : insertionsOf(insert, block->base, kMostInserted, builder_.findings())) {
      if (insertedAll(insert)) break;
      for (const DxfEntity& entity : block->entities) {
        if (insertedAll(insert)) break;
        ++inserted_;
        builder_.placeBy(outer ? outer->after(map) : map);
        takeEntity(entity);
      }
      closePolyline();
    }
    --depth_;
    insertLayer_ = outerLayer;
    builder_.placeBy(outer);
  }

  /// Blocks within blocks can ask for more than any memory holds.
  bool insertedAll(const DxfEntity& insert) {
    if (inserted_ < kMostInserted && builder_.vertexCount() < kMostVertices) return false;
    if (!tooMany_) builder_.findings().add(kTooMany, {insert.line});
    tooMany_ = true;
    return true;
  }

  void takeFace(const DxfEntity& entity) {
    std::vector<std::int64_t> corners;
    for (const int code : {10, 11, 12, 13}) {
      if (entity.find(code) == nullptr) continue;
      corners.push_back(builder_.vertexAt(dxfPlace(entity, code, builder_.findings())));
    }
    if (corners.size() == 4 && corners[2] == corners[3]) corners.pop_back();
    builder_.addPolygon(corners, entity.line);
  }

  void takeLine(const DxfEntity& entity) {
    const std::array<std::int64_t, 2> ends{builder_.addVertex(dxfPlace(entity, 10, builder_.findings())),
                                           builder_.addVertex(dxfPlace(entity, 11, builder_.findings()))};
    builder_.addLine(ends, false, entity.line);
  }

  void takePoint(const DxfEntity& entity) {
    const Vec3 own = dxfPlace(entity, 10, builder_.findings());
    const Vec3 place = builder_.placedBy() ? (*builder_.placedBy())(own) : own;
    if (!geology::isFinite(place)) return;  // reported as a bad number
    points_.points.push_back(place);
    points_.line.push_back(static_cast<std::uint32_t>(entity.line));
    pointLayers_.push_back(validUtf8(layerOf(entity)));
  }

  void closePolyline() {
    if (polyline_) polyline_->finish();
    polyline_.reset();
  }

  ImportResult finish() {
    ImportResult result;
    if (points_.points.empty() || builder_.vertexCount() > 0)
      builder_.finish(result);
    else
      builder_.findings().appendTo(result.diagnostics);
    if (!points_.points.empty()) {
      points_.columns.push_back(geology::categoryColumn("layer", pointLayers_));
      result.objects.emplace_back(std::move(points_));
    }
    return result;
  }

  MeshBuilder builder_;
  DxfEntities entities_;
  ReadingPace pace_;
  std::string_view section_;
  std::optional<DxfPolyline> polyline_;
  DxfBlocks blocks_;
  std::string insertLayer_ = "0";
  int depth_ = 0;             ///< of insertions within insertions
  std::size_t inserted_ = 0;  ///< entities of blocks that were drawn
  bool tooMany_ = false;
  geology::PointSet points_;
  std::vector<std::string> pointLayers_;
};

}  // namespace

int recogniseDxf(const Source& source) {
  DxfScanner groups(source.bytes);
  DxfGroup group;
  return groups.next(group) && group.code == 0 && group.value == "SECTION" ? 100 : 0;
}

ImportResult readDxf(const Source& source, const ImportChoices& /*choices*/, geology::Progress& progress) {
  return DxfReading(source, progress).read();
}

}  // namespace adit::formats
