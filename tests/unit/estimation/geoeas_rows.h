// The numbers of a GeoEAS file, without the reader that is tested elsewhere.
#pragma once
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace adit::tests {

inline std::vector<std::vector<double>> geoEasRows(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  std::getline(file, line);
  const int columns = std::stoi(line);
  for (int i = 0; i < columns; ++i) std::getline(file, line);
  std::vector<std::vector<double>> rows;
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    std::vector<double> row;
    for (double value = 0; cells >> value;) row.push_back(value);
    if (row.size() == static_cast<std::size_t>(columns)) rows.push_back(row);
  }
  return rows;
}

}  // namespace adit::tests
