// Code points of Material Design Icons (fonts-materialdesignicons-webfont), all in the basic plane.
#pragma once
#include <array>

namespace adit::viewer::icons {

inline constexpr const char* kOpen = "\uF256";
inline constexpr const char* kFolder = "\uF24B";
inline constexpr const char* kFile = "\uF224";
inline constexpr const char* kSave = "\uF193";
inline constexpr const char* kPicture = "\uF100";
inline constexpr const char* kUndo = "\uF54D";
inline constexpr const char* kRedo = "\uF44F";
inline constexpr const char* kSelect = "\uF1B4";
inline constexpr const char* kDistance = "\uF46D";
inline constexpr const char* kArea = "\uF560";
inline constexpr const char* kPlane = "\uF563";
inline constexpr const char* kCut = "\uF190";
inline constexpr const char* kWalk = "\uF583";
inline constexpr const char* kEye = "\uF208";
inline constexpr const char* kEyeOff = "\uF209";
inline constexpr const char* kLock = "\uF341";
inline constexpr const char* kUnlock = "\uF340";
inline constexpr const char* kHelp = "\uF625";
inline constexpr const char* kTheme = "\uF50E";
inline constexpr const char* kPlus = "\uF415";
inline constexpr const char* kRemove = "\uF156";
inline constexpr const char* kFlip = "\uF4E1";
inline constexpr const char* kPrevious = "\uF141";
inline constexpr const char* kNext = "\uF142";
inline constexpr const char* kExpanded = "\uF140";
inline constexpr const char* kCollapsed = "\uF142";
inline constexpr const char* kUp = "\uF05D";
inline constexpr const char* kWarning = "\uF02A";
inline constexpr const char* kError = "\uF5D6";
inline constexpr const char* kNote = "\uF2FD";
inline constexpr const char* kCheck = "\uF12C";
inline constexpr const char* kTerrain = "\uF2F5";
inline constexpr const char* kDrillholes = "\uF045";
inline constexpr const char* kBlocks = "\uF1A7";
inline constexpr const char* kSurface = "\uF537";
inline constexpr const char* kPoints = "\uF5DD";
inline constexpr const char* kAsset = "\uF53D";
inline constexpr const char* kImage = "\uF2E9";
inline constexpr const char* kHistory = "\uF2DA";
inline constexpr const char* kDemo = "\uF1A6";
inline constexpr const char* kSection = "\uF248";
inline constexpr const char* kMore = "\uF1D8";
inline constexpr const char* kPlay = "\uF40A";
inline constexpr const char* kPause = "\uF3E4";
inline constexpr const char* kSkipForward = "\uF4AD";
inline constexpr const char* kSkipBack = "\uF4AE";
inline constexpr const char* kRepeat = "\uF456";
inline constexpr const char* kPlan = "\uF0F0";

inline constexpr const char* kEarlier = "\uF143";
inline constexpr const char* kPresent = "\uF429";

/// Every one of them: what the font atlas has to hold.
inline constexpr std::array<const char*, 50> kAll{
    kOpen,     kFolder, kFile,    kSave,    kPicture,  kUndo,       kRedo,     kSelect,    kDistance,
    kArea,     kPlane,  kCut,     kWalk,    kEye,      kEyeOff,     kLock,     kUnlock,    kHelp,
    kTheme,    kPlus,   kRemove,  kFlip,    kPrevious, kNext,       kExpanded, kCollapsed, kUp,
    kWarning,  kError,  kNote,    kCheck,   kTerrain,  kDrillholes, kBlocks,   kSurface,   kPoints,
    kAsset,    kImage,  kHistory, kDemo,    kSection,  kMore,       kPlay,     kPause,     kSkipForward,
    kSkipBack, kRepeat, kPlan,    kEarlier, kPresent};

}  // namespace adit::viewer::icons
