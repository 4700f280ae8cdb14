// A stamp as lines that fit: which words stand where, without drawing them.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "viewer/publish/stamp.h"

namespace adit::viewer {

enum class StampInk { Label, Value, Caution };

struct StampRun {
  double x = 0;  ///< from the left of the line
  std::string text;
  StampInk ink = StampInk::Value;
  friend bool operator==(const StampRun&, const StampRun&) = default;
};
using StampLine = std::vector<StampRun>;

struct StampRoom {
  double width = 0;  ///< of a line
  double gap = 0;    ///< between two facts
  std::size_t mostLines = 0;
  std::function<double(const std::string&)> measure;  ///< width of a text in the unit of `width`
};

/// At most `mostLines`: what is too long is shortened in its middle, what has no room is counted ("and 12
/// more"), files first. No line is wider than the room.
std::vector<StampLine> layOut(const Stamp& stamp, const StampRoom& room);

/// The text, or its beginning and end with "..." between them. Whole UTF-8 characters.
std::string elided(const std::string& text, double width, const StampRoom& room);

}  // namespace adit::viewer
