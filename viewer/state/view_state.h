// Everything that a person can change on the screen, as a plain value. Undo is the previous one; a slide is
// one and a sentence; an exported picture carries one.
#pragma once
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "geology/model/vec3.h"
#include "geology/reporting/category.h"
#include "viewer/state/camera_state.h"
#include "viewer/state/disclosure.h"
#include "viewer/state/pit_state.h"
#include "viewer/state/plan_state.h"

namespace adit::viewer {

using Color = std::array<float, 3>;  ///< RGB 0..1

enum class BlockStyle { Solid, Edged, Shrunk };
enum class ToolKind { Orbit, MeasureDistance, MeasureArea, MeasurePlane, CutPlane, Walk, PlaceAsset };
enum class Theme { Dark, Light };
enum class LegendKind { Continuous, Classed, Category };
/// Of all that is claimed, what is known at least so well: by the classes of the model's author.
enum class ClaimLevel { Everything, Inferred, Indicated, Measured, Reserve };

/// Where a thing for scale stands, in place of the coordinates of its file: its origin in plan, its lowest
/// point in height.
struct Placement {
  Vec3 position{};
  double bearing = 0;  ///< degrees clockwise from north, where its +Y looks
  double scale = 1;    ///< 1: as large as its file says
  friend bool operator==(const Placement&, const Placement&) = default;
};

/// How one object is drawn. Which members matter depends on its kind.
struct LayerState {
  bool visible = true;
  bool locked = false;  ///< not picked, not changed by "all layers" commands
  double opacity = 1;
  std::string colorBy;         ///< a column's address; empty: a plain colour (terrain: by its own shading)
  std::optional<Color> color;  ///< the plain colour; absent: the default of the kind
  // drillholes
  double tubeRadius = 0;  ///< in deposit units; 0: chosen from the extent
  std::string sizeBy;     ///< a numeric column: radius 0.4..2.5 times tubeRadius over its legend range
  bool labels = true;
  bool collars = true;
  bool traces = true;  ///< the thin line where there is no interval to show
  // blocks
  BlockStyle blockStyle = BlockStyle::Solid;
  double shrink = 0.8;         ///< side of a shrunk block as a share of the block
  std::vector<double> shells;  ///< grade shells of `colorBy` at these values, drawn in place of the blocks
  // surfaces and terrain
  bool edges = false;
  bool hillshade = true;
  double contourStep = 0;  ///< in deposit units; 0: none; < 0: a round step chosen from the relief
  std::string drape;       ///< terrain: of the image to drape; surface: of the model whose blocks it shows
  // assets
  std::optional<Placement> placement;  ///< absent: at the coordinates of its file
  friend bool operator==(const LayerState&, const LayerState&) = default;
};

struct LegendClass {
  double lo = 0, hi = 0;  ///< lo <= value < hi; the last class includes hi
  Color color{0.5F, 0.5F, 0.5F};
  std::string label;
  friend bool operator==(const LegendClass&, const LegendClass&) = default;
};

/// A colour at a share of a legend's range.
struct ColorStop {
  double at = 0;  ///< 0: the low end, 1: the high end
  Color color{0.5F, 0.5F, 0.5F};
  friend bool operator==(const ColorStop&, const ColorStop&) = default;
};

/// Colours of one column. A value outside every class, and a category without a colour, is drawn in the
/// warning colour (magenta) and counted. A missing value is drawn in the missing colour (grey, see
/// colormap.h).
struct Legend {
  LegendKind kind = LegendKind::Continuous;
  std::string map = "batlow";    ///< a name of assets/colormaps
  std::vector<ColorStop> stops;  ///< colours of its own in place of `map`, rising; two at one place: a step
  std::optional<double> lo, hi;  ///< absent: the 2 % and 98 % quantiles of the column
  bool logarithmic = false;
  bool reversed = false;
  std::vector<LegendClass> classes;
  std::map<std::string, Color>
      categories;       ///< absent names get their conventional colour, else one of the categorical palette
  bool closed = false;  ///< only listed categories have a colour: the others are drawn in the warning colour
  friend bool operator==(const Legend&, const Legend&) = default;
};

/// Which rows of one object are shown. All conditions hold together.
struct FilterState {
  struct Range {
    double lo = 0, hi = 0;  ///< lo <= value <= hi; +-infinity is open
    friend bool operator==(const Range&, const Range&) = default;
  };
  std::map<std::string, Range> ranges;                            ///< by column address
  std::map<std::string, std::set<std::string>> hiddenCategories;  ///< "": rows without a category
  std::string expression;    ///< `cu_pct > 0.4 and rock == "POR"`; empty: none
  bool showMissing = false;  ///< rows without a value in a ranged column
  friend bool operator==(const FilterState&, const FilterState&) = default;
};

/// A plane through `point` with strike (degrees from north, right-hand rule: it dips to strike + 90) and dip.
/// thickness 0: everything above the plane (on the side of its normal) is cut away, or below when `flipped`.
/// thickness > 0: a slab of that thickness centred on the plane is kept.
struct SectionState {
  bool on = true;
  Vec3 point{};
  double strike = 0;
  double dip = 90;
  double thickness = 0;
  double step = 25;
  bool flipped = false;
  bool image =
      false;  ///< blocks on the plane are painted as one picture, whatever the filters hide behind it
  friend bool operator==(const SectionState&, const SectionState&) = default;
};

struct BoxState {
  bool on = false;
  Vec3 min, max;
  friend bool operator==(const BoxState&, const BoxState&) = default;
};

/// Ground kept relative to other objects, for all layers alike.
struct RegionState {
  std::string insideSolid;   ///< name of a closed surface
  std::string aboveSurface;  ///< name of a surface or terrain
  std::string belowSurface;
  friend bool operator==(const RegionState&, const RegionState&) = default;
};

/// The flat view beside the 3D one: orthographic, square to the active section, drillholes within the
/// corridor.
struct SectionViewState {
  bool on = false;
  double corridor = 50;  ///< half width on each side of the plane
  double zoom = 1;
  std::array<double, 2> pan{0, 0};  ///< along the section and up, in deposit units
  friend bool operator==(const SectionViewState&, const SectionViewState&) = default;
};

/// How heavy the ground of a block model is, as a person stated it: a column, or one value for all blocks.
struct DensityState {
  std::string column;  ///< numeric, of the model; t/m3 unless its unit says otherwise
  double value = 0;    ///< t/m3; used when there is no column
  friend bool operator==(const DensityState&, const DensityState&) = default;
};

/// Honest View: how solid a block is drawn says how well it is known (solidity.h).
struct HonestState {
  bool on = false;
  double reach = 0;  ///< deposit units from the nearest sample at which the dots are thinnest; 0: the spacing
                     ///< of the drilling
  friend bool operator==(const HonestState&, const HonestState&) = default;
};

/// What the author of a block model says of how well its blocks are known: the column with the codes, and the
/// class that each code stands for, as a person confirmed it. A code that is not in `classes` classifies no
/// block.
struct CategoryState {
  std::string column;
  reporting::CategoryMapping classes;
  friend bool operator==(const CategoryState&, const CategoryState&) = default;
};

/// The evidence lens: the nearest sample of each of the holes nearest to the picked thing is marked and told.
struct LensState {
  bool on = false;
  std::size_t samples = 8;
  friend bool operator==(const LensState&, const LensState&) = default;
};

/// Only what is hidden for one reason is shown of one object, as the hidden rows are counted (facts.h).
struct RevealState {
  std::string object;
  std::string reason;
  friend bool operator==(const RevealState&, const RevealState&) = default;
};

/// Two truths side by side: the view as it is, and a saved view through the same camera.
struct CompareState {
  bool on = false;
  std::string view;         ///< name of a saved view
  bool difference = false;  ///< blocks are coloured by the other one's value less this one's
  friend bool operator==(const CompareState&, const CompareState&) = default;
};

/// The chart under the view.
struct ChartState {
  bool shown = false;
  std::string kind;           ///< a word of chart_kinds.h; empty: the first
  std::string axis = "east";  ///< of a swath: east, north or up
  bool logarithmic = false;   ///< bins of a histogram have equal ratios
  bool exactNumbers = false;  ///< tables without the rounding that the reporting codes ask for
  friend bool operator==(const ChartState&, const ChartState&) = default;
};

/// The estimate that is being planned.
struct EstimateState {
  std::string plan;  ///< JSON of estimation/plan_json.h; empty: none is being made
  bool ellipsoid =
      false;  ///< the search ellipsoid of the plan, else that of the picked block's model, is drawn
  friend bool operator==(const EstimateState&, const EstimateState&) = default;
};

/// What was picked: `row` is the block, interval, triangle or point.
struct PickState {
  std::string object;
  std::string table;  ///< interval table, for drillholes
  std::size_t row = 0;
  Vec3 position;
  friend bool operator==(const PickState&, const PickState&) = default;
};

struct ViewState {
  CameraState camera;
  double exaggeration = 1;
  std::map<std::string, LayerState> layers;    ///< by object name; an absent one has the defaults of its kind
  std::map<std::string, Legend> legends;       ///< by column name
  std::map<std::string, FilterState> filters;  ///< by object name
  std::map<std::string, DensityState> densities;  ///< by block model; absent: not stated, so no tonnes
  /// By block model: the column that says which part of each block counts, 0..1 or per cent.
  std::map<std::string, std::string> proportions;
  std::map<std::string, CategoryState> categories;     ///< by block model; absent: nothing is classified
  std::map<std::string, std::vector<double>> cutoffs;  ///< of the resource table, by column name; rising
  ClaimLevel claim = ClaimLevel::Everything;
  std::string asOf;  ///< a date as geology::dateOf() reads it: only what was drilled by then is known; empty:
                     ///< all
  HonestState honest;
  LensState lens;
  std::optional<RevealState> reveal;
  CompareState compare;
  ChartState chart;
  EstimateState estimate;
  PlanState plan;
  PitState pit;
  WalkState walk;
  CameraPathState path;
  std::vector<TourStop> tour;
  std::vector<Note> notes;
  ReportMode mode = ReportMode::Technical;
  DisclosureState disclosure;
  std::vector<SectionState> sections;  ///< all cut together; the active one is shown flat
  std::size_t activeSection = 0;
  BoxState box;
  RegionState region;
  SectionViewState sectionView;
  std::string activeLayer;  ///< the one the threshold panel works on
  ToolKind tool = ToolKind::Orbit;
  std::vector<Vec3> measure;  ///< points of the current measurement, true coordinates
  std::optional<PickState> pick;
  bool grid = true;
  bool northArrow = true;
  bool scaleBar = true;
  bool legendShown = true;
  bool ambientOcclusion = true;
  Theme theme = Theme::Dark;
  std::map<std::string, std::string> savedViews;  ///< name -> ViewState JSON without its own savedViews
  friend bool operator==(const ViewState&, const ViewState&) = default;
};

/// The state of a layer: the stored one, or the defaults of an object that nobody has touched.
const LayerState& layerOf(const ViewState& state, const std::string& object);
const FilterState& filterOf(const ViewState& state, const std::string& object);
const Legend& legendOf(const ViewState& state, const std::string& column);

/// The section's unit normal: the direction that is cut away when it is not flipped. Strike 0, dip 90 looks
/// at east: normal (1,0,0). Strike and dip vectors lie in the plane.
struct SectionFrame {
  Vec3 along;  ///< strike direction, horizontal
  Vec3 down;   ///< down dip
  Vec3 normal;
};
SectionFrame sectionFrame(const SectionState& section);

}  // namespace adit::viewer
