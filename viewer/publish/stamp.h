// What a picture says about itself when it leaves the program: what it shows, of which data, under which
// conditions.
#pragma once
#include <string>
#include <vector>

#include "geology/project/open.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct StampFact {
  std::string label;  ///< "cut-off"; may be empty
  std::string value;  ///< "cu_pct >= 0.4 %"
  bool caution = false;
  friend bool operator==(const StampFact&, const StampFact&) = default;
};

/// In groups, each of which begins a line.
struct Stamp {
  std::vector<StampFact> origin;  ///< deposit, SYNTHETIC, date, program, system of coordinates, unit
  std::vector<StampFact> claim;   ///< cut-off, category, filter, cuts
  std::vector<StampFact> stated;  ///< kind, date, person, basis, open points of disclosure, caution
  std::vector<StampFact> files;   ///< name and the first digits of its SHA-256
};

/// `opened` has its sources hashed (geology/project/save_project.h); `date` is that of the picture.
Stamp stampOf(const project::OpenResult& opened, const ViewState& state, const std::string& date);

/// The same as text, a group a line: for those who read the notes of a picture rather than the picture.
std::string stampText(const Stamp& stamp);

/// Today in UTC, "2026-11-26"; or the day of SOURCE_DATE_EPOCH, seconds since 1970, with which the same run
/// gives the same file (reproducible-builds.org).
std::string pictureDate();

}  // namespace adit::viewer
