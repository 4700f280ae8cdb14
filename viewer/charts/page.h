// A chart as plain values: what is drawn, in which words, with which numbers. No VTK: charts are tested here.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "viewer/state/view_state.h"

namespace adit::viewer {

/// The colours of a chart are roles of the palette, so that a chart is right in both themes.
enum class ChartInk { Text, Quiet, Line, Accent, Evidence, Caution };

struct ChartAxis {
  std::string title;  ///< with its unit
  double lo = 0, hi = 1;
  bool logarithmic = false;
  std::vector<std::pair<double, std::string>> ticks{};  ///< empty: round numbers chosen by the axis
};

/// Stacked: all such series of a body stand on one another, the first at the foot; they have the same x, and
/// the left axis begins at 0.
enum class Mark { Line, Dashed, Points, Bars, Stacked };
struct ChartSeries {
  std::string name;
  Mark mark = Mark::Line;
  ChartInk ink = ChartInk::Accent;
  bool rightAxis = false;
  std::vector<double> x, y;  ///< NaN in y: a gap
};

/// Lines, points and bars over two or three axes.
struct XyBody {
  ChartAxis x, left;
  std::optional<ChartAxis> right;
  std::vector<ChartSeries> series;
};

/// Two charts side by side, each with its own title.
struct PairBody {
  std::array<std::string, 2> titles;
  std::array<XyBody, 2> charts;
};

/// Line patterns of rocks, so that no rock is told by colour alone. After the classes of FGDC-STD-013-2006.
enum class RockPattern { Blank, Dots, Dashes, Bricks, Crosses, Vees, Slashes, Waves, Triangles, Solid };
struct LogInterval {
  double from = 0, to = 0;
  double value = 0;   ///< of bars, in the track's unit
  std::string label;  ///< of rocks; of bars only where there is no number ("not sampled", "< 0.01")
  Color color{0.5F, 0.5F, 0.5F};
  RockPattern pattern = RockPattern::Blank;
  std::size_t row = 0;  ///< of the track's table
  Vec3 middle{};        ///< deposit coordinates
  bool picked = false;  ///< marked
};
struct LogTrack {
  std::string title, unit;
  bool bars = false;  ///< else rocks
  double lo = 0, hi = 1;
  std::optional<double> cutoff;  ///< drawn as a line
  std::string table{};           ///< whose rows the intervals are
  std::vector<LogInterval> intervals;
};
/// A hole from the collar down: tracks side by side under one depth axis.
struct LogBody {
  std::string object;  ///< the drillholes
  std::string depthTitle;
  double from = 0, to = 100;
  std::vector<LogTrack> tracks;
};

/// Equal area, lower hemisphere: points and curves in the unit circle, north up.
struct NetBody {
  struct Set {
    std::string name;
    Color color{0.5F, 0.5F, 0.5F};
    std::size_t shape = 0;  ///< cross, square, circle, diamond: sets are not told apart by colour alone
    std::vector<std::array<double, 2>> poles;
  };
  std::vector<Set> sets;
  std::vector<std::vector<std::array<double, 2>>> circles;  ///< planes, when they are few
};

struct TableBody {
  std::vector<std::string> head;
  std::vector<bool> right;  ///< numbers stand at the right
  std::vector<std::vector<std::string>> rows;
  std::size_t rowsLeftOut = 0;  ///< more than fit: counted
};

/// Why there is no chart, in a sentence.
struct NoBody {
  std::string reason;
};

struct ChartPage {
  std::string title, subtitle;
  std::string synthetic;            ///< "SYNTHETIC ..."; empty: real data
  std::vector<std::string> footer;  ///< source, what is shown, cautions
  std::variant<NoBody, XyBody, PairBody, LogBody, NetBody, TableBody> body;
  bool drawn() const { return !std::holds_alternative<NoBody>(body); }
};

}  // namespace adit::viewer
