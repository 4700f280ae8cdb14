// Rasters through GDAL: heights as a Terrain, pictures as a DrapeImage. Recognised by content.
#pragma once
#include "geology/formats/reader.h"

namespace adit::formats {

/// The certainty of rasterFormats() for the driver that knows the content; 0 when none does.
int recogniseRaster(const Source& source);

/// One Terrain or one DrapeImage. Choices:
///   "<file>/raster-as"    terrain | image: what a raster of one band of bytes is
///   "<file>/band"         1..n: the band that holds the heights
///   "<file>/nodata"       none, or the number that stands for "no height"
///   "<file>/height-unit"  m | ft | us-ft | as-coordinates
///   "<file>/crs"          what describeCrs understands, or none
/// Terrains of more than 4,194,304 nodes and images of more than 8192 pixels a side are thinned, and say so.
ImportResult readRaster(const Source& source, const ImportChoices& choices, geology::Progress& progress);

}  // namespace adit::formats
