// What the angles of a survey mean: which sign of the dip points down, from which north azimuths count.
#pragma once
#include <optional>

#include "geology/formats/findings.h"
#include "geology/formats/import_choice.h"

namespace adit::project {

struct SurveyConvention {
  bool negativeDown = false;
  double declination = 0;  ///< degrees, added to every azimuth

  /// Dip positive down, azimuth 0..360 from grid north.
  double dip(double asWritten) const { return negativeDown ? 0 - asWritten : asWritten; }
  double azimuth(double asWritten) const;
};

/// Decides for the azimuth and dip arrays of one table and records it in its provenance. Notes DH-DIP-SIGN,
/// DH-NORTH; warnings DH-MIXED-DIP, DH-DIP-TIE, DH-DECLINATION-MISSING.
SurveyConvention decideConvention(formats::DrillTable& table, const formats::ImportChoices& choices,
                                  geology::Diagnostics& diagnostics);

}  // namespace adit::project
