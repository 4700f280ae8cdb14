// Small rasters made byte by byte, so that what is read does not depend on what GDAL would write.
#pragma once
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

namespace adit::tests {

/// Little-endian, as is the machine.
template <typename T>
void put(std::string& bytes, T value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename T>
std::string bytesOf(const std::vector<T>& values) {
  std::string bytes;
  for (const T value : values) put(bytes, value);
  return bytes;
}

/// An uncompressed TIFF of one strip (TIFF 6.0, GeoTIFF 1.0).
struct TinyTiff {
  std::uint32_t columns = 1, rows = 1;
  std::uint16_t samples = 1, bits = 32;
  std::uint16_t sampleFormat = 3;  ///< 1 unsigned, 2 signed, 3 float
  std::uint16_t photometric = 1;   ///< 1 grey, 2 RGB
  std::string pixels;
  std::vector<double> pixelScale, tiepoint, matrix;
  std::vector<std::uint16_t> geoKeys;
  std::string nodata;

  std::string bytes() const;
};

namespace tiff_detail {

struct Field {
  std::uint16_t tag, type;
  std::uint32_t count;
  std::string data;
};

inline Field shorts(std::uint16_t tag, const std::vector<std::uint16_t>& values) {
  return {tag, 3, static_cast<std::uint32_t>(values.size()), bytesOf(values)};
}
inline Field longs(std::uint16_t tag, std::uint32_t value) {
  return {tag, 4, 1, bytesOf(std::vector{value})};
}
inline Field doubles(std::uint16_t tag, const std::vector<double>& values) {
  return {tag, 12, static_cast<std::uint32_t>(values.size()), bytesOf(values)};
}

}  // namespace tiff_detail

inline std::string TinyTiff::bytes() const {
  using namespace tiff_detail;
  constexpr std::uint32_t kHeader = 8;
  std::vector<Field> fields{longs(256, columns),
                            longs(257, rows),
                            shorts(258, std::vector<std::uint16_t>(samples, bits)),
                            shorts(259, {1}),
                            shorts(262, {photometric}),
                            longs(273, kHeader),
                            shorts(277, {samples}),
                            longs(278, rows),
                            longs(279, static_cast<std::uint32_t>(pixels.size())),
                            shorts(339, std::vector<std::uint16_t>(samples, sampleFormat))};
  if (!pixelScale.empty()) fields.push_back(doubles(33550, pixelScale));
  if (!tiepoint.empty()) fields.push_back(doubles(33922, tiepoint));
  if (!matrix.empty()) fields.push_back(doubles(34264, matrix));
  if (!geoKeys.empty()) fields.push_back(shorts(34735, geoKeys));
  if (!nodata.empty())
    fields.push_back(
        {42113, 2, static_cast<std::uint32_t>(nodata.size() + 1), nodata + std::string(1, '\0')});
  // Pixels, then the values that do not fit their field, then the directory.
  std::string file = "II*";
  file.push_back('\0');
  put(file, std::uint32_t{0});
  file += pixels;
  for (Field& field : fields) {
    if (field.data.size() <= 4) {
      field.data.resize(4, '\0');
      continue;
    }
    file.resize(file.size() + file.size() % 2, '\0');
    const auto offset = static_cast<std::uint32_t>(file.size());
    file += field.data;
    field.data = bytesOf(std::vector{offset});
  }
  file.resize(file.size() + file.size() % 2, '\0');
  const auto directory = static_cast<std::uint32_t>(file.size());
  std::memcpy(file.data() + 4, &directory, sizeof directory);
  put(file, static_cast<std::uint16_t>(fields.size()));
  for (const Field& field : fields) {
    put(file, field.tag);
    put(file, field.type);
    put(file, field.count);
    file += field.data;
  }
  put(file, std::uint32_t{0});
  return file;
}

/// GeoTIFF keys: a projected system by its EPSG code; the heights stand for the area of the pixel, or for its
/// point.
inline std::vector<std::uint16_t> projectedKeys(std::uint16_t epsg, bool pixelIsPoint = false) {
  return {1,    1, 0, 3,                                                 // version, revision, number of keys
          1024, 0, 1, 1,                                                 // model type: projected
          1025, 0, 1, static_cast<std::uint16_t>(pixelIsPoint ? 2 : 1),  // raster type
          3072, 0, 1, epsg};
}

struct SurferGrid {
  std::int16_t columns = 0, rows = 0;
  double west = 0, east = 0, south = 0, north = 0;  ///< of the outer NODES
  std::vector<float> heights;                       ///< from the south up
};

/// DSBB: Surfer 6.
inline std::string surfer6Bytes(const SurferGrid& grid) {
  std::string file = "DSBB";
  put(file, grid.columns);
  put(file, grid.rows);
  for (const double value : {grid.west, grid.east, grid.south, grid.north, 0.0, 100.0}) put(file, value);
  return file + bytesOf(grid.heights);
}

/// DSRB: Surfer 7; a header, a GRID and a DATA section.
inline std::string surfer7Bytes(const SurferGrid& grid, double blank) {
  std::string file;
  const auto section = [&file](std::int32_t id, const std::string& content) {
    put(file, id);
    put(file, static_cast<std::int32_t>(content.size()));
    file += content;
  };
  section(0x42525344, bytesOf(std::vector<std::int32_t>{1}));
  std::string content;
  put(content, std::int32_t{grid.rows});
  put(content, std::int32_t{grid.columns});
  for (const double value : {grid.west, grid.south, (grid.east - grid.west) / (grid.columns - 1),
                             (grid.north - grid.south) / (grid.rows - 1), 0.0, 100.0, 0.0, blank})
    put(content, value);
  section(0x44495247, content);
  section(0x41544144, bytesOf(std::vector<double>(grid.heights.begin(), grid.heights.end())));
  return file;
}

/// A USGS DEM (7.5 minutes, old format) of two profiles of three nodes 30 m apart in NAD27 / UTM zone 10N,
/// heights in metres: 100, 101, 102 and 200, 201, 202 from the south up, the first at 560010 E 5110020 N.
inline std::string usgsDemBytes() {
  const auto whole = [](int value) {
    const std::string text = std::to_string(value);
    return std::string(6 - text.size(), ' ') + text;
  };
  const auto real = [](double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%24.15E", value);
    std::string field = text.data();
    field[field.find('E')] = 'D';
    return field;
  };
  const auto block = [](std::string record) {
    record.resize(1024, ' ');
    return record;
  };
  std::string header = "TINY DEM";
  header.resize(144, ' ');
  for (const int value : {1, 1, 1, 10}) header += whole(value);  // level, regular, UTM, zone
  for (int i = 0; i < 15; ++i) header += real(0);
  for (const int value : {2, 2, 4}) header += whole(value);  // metres in plan, metres of height, four corners
  for (const double value : {560000.0, 5110010.0, 560000.0, 5110090.0, 560050.0, 5110090.0, 560050.0,
                             5110010.0, 100.0, 202.0, 0.0})
    header += real(value);
  header += whole(0) + "0.300000E+020.300000E+020.100000E+01" + whole(1) + whole(2);
  std::string file = block(header);
  for (int profile = 0; profile < 2; ++profile) {
    std::string record = whole(1) + whole(profile + 1) + whole(3) + whole(1);
    for (const double value : {560010.0 + 30 * profile, 5110020.0, 0.0, 100.0, 202.0}) record += real(value);
    for (int node = 0; node < 3; ++node) record += whole(100 * (profile + 1) + node);
    file += block(record);
  }
  return file;
}

}  // namespace adit::tests
