// The numbers that a ViewState may hold, for commands and for JSON alike.
#pragma once
#include <limits>

namespace adit::viewer {

/// A closed range of allowed numbers.
struct Bounds {
  double lo = std::numeric_limits<double>::lowest();
  double hi = std::numeric_limits<double>::max();
  /// False for NaN.
  constexpr bool hold(double value) const { return value >= lo && value <= hi; }
};

constexpr Bounds kFinite;
constexpr Bounds kPositive{std::numeric_limits<double>::min(), std::numeric_limits<double>::max()};
constexpr Bounds kNotNegative{0, std::numeric_limits<double>::max()};
constexpr Bounds kShare{0, 1};

constexpr Bounds kBearingBounds{-3600, 3600};  ///< degrees; brought to 0..360 by commands
constexpr Bounds kPlungeBounds{-90, 90};
constexpr Bounds kDistanceBounds{1e-3, 1e9};
constexpr Bounds kViewAngleBounds{5, 120};
constexpr Bounds kExaggerationBounds{0.1, 100};
/// t/m3; below is lighter than any ground, above heavier than any metal. Keeps kg/m3 out.
constexpr Bounds kDensityBounds{0.1, 25};
constexpr Bounds kLensSampleBounds{1, 40};       ///< more cannot be told apart
constexpr Bounds kBasisBounds{0.01, 100};        ///< per cent of a deposit
constexpr Bounds kPlanTimeBounds{0, 65'534};     ///< periods
constexpr Bounds kPlanSpeedBounds{0.01, 100};    ///< periods a second
constexpr Bounds kEyeHeightBounds{0.3, 50};      ///< metres
constexpr Bounds kTourSecondsBounds{0, 86'400};  ///< seconds: of a stop, a transition, a path
constexpr Bounds kStrikeBounds{-360, 360};
constexpr Bounds kDipBounds{0, 90};
constexpr Bounds kShrinkBounds{0.05, 1};
constexpr Bounds kSectionZoomBounds{1e-3, 1e6};
constexpr Bounds kAssetScaleBounds{1e-6, 1e6};

/// More planes than this cannot be told apart on the screen, and each costs a cut of every layer.
constexpr std::size_t kMostSections = 8;
constexpr std::size_t kMostShells = 12;
constexpr std::size_t kMostClasses = 64;
constexpr std::size_t kMostCutoffs = 12;
constexpr std::size_t kMostStops = 1024;
constexpr std::size_t kMostMeasurePoints = 10'000;
constexpr std::size_t kMostSavedViews = 1000;
constexpr std::size_t kMostTourStops = 500;
constexpr std::size_t kMostPathKeys = 1000;
constexpr std::size_t kMostNotes = 500;
constexpr std::size_t kMostNoteText = 500;        ///< characters
constexpr std::size_t kMostDisclosureText = 600;  ///< characters: what has room on a picture

}  // namespace adit::viewer
