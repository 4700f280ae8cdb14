// Answers of the evidence lens.
#pragma once
#include <memory>
#include <optional>

#include "geology/evidence/nearest_samples.h"
#include "geology/model/deposit.h"
#include "geology/model/hole_dates.h"
#include "viewer/state/lens_facts.h"

namespace adit::viewer {

/// The samples of one deposit, ready to be asked. Safe to ask from several threads.
class EvidenceLens {
 public:
  /// `column`: whose samples are asked and told; empty, or one that no table has: any measured value.
  /// `asOf`: holes drilled later are not asked, as ViewState::asOf.
  EvidenceLens(std::shared_ptr<const geology::Deposit> deposit, const std::string& column,
               const std::string& asOf = {});

  /// Of the picked thing; nothing when there is none, or no sample at all.
  std::optional<LensFacts> at(const ViewState& state) const;

 private:
  LensSample told(const evidence::NearSample& near, const Vec3& place) const;
  Vec3 nearestPoint(std::uint32_t sample, const Vec3& place) const;
  std::string sentence(const ViewState& state, const Vec3& place, LensFacts& facts) const;

  std::shared_ptr<const geology::Deposit> deposit_;
  std::string column_;
  evidence::SampleSet samples_;
  evidence::SampleIndex index_;
  std::vector<geology::HoleDates> dates_;  ///< one a set of drillholes
  double spacing_;
};

/// The column whose samples the lens tells: that of the interval columns which the picked or active object is
/// coloured by, under the name that the drillholes have for it; empty when there is none.
std::string lensColumn(const geology::Deposit& deposit, const ViewState& state);

}  // namespace adit::viewer
