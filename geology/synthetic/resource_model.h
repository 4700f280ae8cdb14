// The block model that the synthetic deposit's author makes of the holes: composites, ordinary estimates,
// categories.
#pragma once
#include "geology/model/block_model.h"
#include "geology/model/drillholes.h"
#include "geology/model/progress.h"
#include "geology/model/terrain.h"

namespace adit::synthetic {

struct ResourceOrder {
  geology::Vec3 centre;  ///< of the lattice in plan; z of the old surface
  unsigned threads = 0;
  geology::Provenance source;
};

/// Blocks of 20 x 20 x 15 m under the terrain that the search reaches, from 10 m composites of table "assay".
/// Columns: cu_pct, au_gpt, mo_ppm, density, alteration (of the nearest composite), n_samples, n_holes,
/// nearest_m, pass, category (Measured, Indicated, Inferred by number of holes and distance). How they were
/// made stands in source.choices. Throws geology::Cancelled only.
geology::BlockModel estimateResource(const geology::DrillHoles& holes, const geology::Terrain& topography,
                                     const ResourceOrder& order, geology::Progress& progress);

}  // namespace adit::synthetic
