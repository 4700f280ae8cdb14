// Terrains and images to raster files.
#pragma once
#include <string>

#include "geology/model/diagnostic.h"
#include "geology/model/terrain.h"

namespace adit::formats {

/// Float32, one band, deflated, holes as -3.4028235e38 stated as nodata, place (also rotated) and system
/// written; synthetic data says so in the image description. An error (DEM-NOT-WRITTEN) leaves no file
/// behind.
geology::Diagnostics writeGeoTiff(const geology::Terrain& terrain, const std::string& path);

/// Red, green and blue, deflated, with its place and `crs` ("EPSG:n", WKT or empty) where it is
/// georeferenced. An error (DEM-NOT-WRITTEN) leaves no file behind.
geology::Diagnostics writeGeoTiff(const geology::DrapeImage& image, const std::string& crs,
                                  const std::string& path);

/// The .asc that every program reads: north up, square cells, lower left corner, holes as -9999, heights with
/// all the digits of a float; the system in a .prj beside it. A rotated lattice or cells that are not square
/// cannot be written so: an error, and no file.
geology::Diagnostics writeEsriAscii(const geology::Terrain& terrain, const std::string& path);

}  // namespace adit::formats
