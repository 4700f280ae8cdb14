// The demo: a synthetic porphyry copper-gold deposit in an arid mountain terrain, after the porphyries of the
// Chagai belt. One truth, sampled by drillholes; a block model estimated from those holes; an open pit; the
// ground.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "geology/model/deposit.h"
#include "geology/model/progress.h"

namespace adit::synthetic {

class PorphyryTruth;
struct AridTerrain;

/// The same options give the same bytes on every run and every number of threads.
struct PorphyryOptions {
  std::uint64_t seed = 7;
  int terrainNodes = 513;  ///< nodes along each side of the 6.1 km square; 2^n + 1, at least 129
  unsigned threads = 0;    ///< 0: as many as the machine has
};

/// "SYNTHETIC - porphyry generator 1, seed 7": stands in every Provenance, and goes into every file.
std::string porphyryNote(const PorphyryOptions& options);

/// The options that a note tells; nothing where it is another generator's. The terrain is then the usual one.
std::optional<PorphyryOptions> porphyryOptionsOf(std::string_view note);

/// The ground and the rock of a deposit of these options, as they were before anybody drilled.
class PorphyryWorld {
 public:
  /// Throws geology::Cancelled only.
  PorphyryWorld(const PorphyryOptions& options, const geology::Progress& progress);
  ~PorphyryWorld();
  PorphyryWorld(const PorphyryWorld&) = delete;
  PorphyryWorld& operator=(const PorphyryWorld&) = delete;

  const AridTerrain& terrain() const;
  const PorphyryTruth& truth() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// EPSG:32641, metres. Objects: terrain "topography", drillholes "drillholes" (tables assay, lithology,
/// alteration), block model "blocks", meshes "pit design" and "stope 1", image
/// "ground"; the plans of the pit by year and, a sketch, of mining below it. Throws geology::Cancelled only.
std::shared_ptr<geology::Deposit> porphyryDeposit(const PorphyryOptions& options,
                                                  geology::Progress& progress);

}  // namespace adit::synthetic
