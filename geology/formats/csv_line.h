// What every CSV that Adit writes has in common: comma, LF, quotes where they are needed, numbers in their
// shortest form that reads back to the same value.
#pragma once
#include <array>
#include <charconv>
#include <cmath>
#include <ostream>
#include <string>
#include <string_view>

#include "geology/model/column.h"
#include "geology/model/provenance.h"
#include "geology/model/vec3.h"

namespace adit::formats {

/// One line of the file. A value below detection is written "<limit", one that was not sampled is empty, one
/// that was not representable is "?".
class CsvLine {
 public:
  void text(std::string_view cell) {
    separate();
    const bool plain = cell.find_first_of(",\"\r\n") == std::string_view::npos &&
                       (cell.empty() || (cell.front() != ' ' && cell.back() != ' ' && cell.front() != '#'));
    if (plain) {
      line_.append(cell);
      return;
    }
    line_.push_back('"');
    for (const char c : cell) {
      if (c == '"') line_.push_back('"');
      line_.push_back(c);
    }
    line_.push_back('"');
  }

  template <typename Number>
  void number(Number value, std::string_view prefix = {}) {
    separate();
    if (std::isnan(value)) return;
    std::array<char, 40> buffer;
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    line_.append(prefix).append(buffer.data(), end);
  }

  void place(const geology::Vec3& position) {
    for (const double coordinate : {position.x, position.y, position.z}) number(coordinate);
  }

  void value(const geology::Column& column, std::size_t row) {
    if (!column.isNumeric()) return text(column.category(row));
    switch (column.state(row)) {
      case geology::ValueState::Measured:
        return number(column.values[row]);
      case geology::ValueState::BelowDetection:
        return number(column.limits[row], "<");
      case geology::ValueState::NotSampled:
        return text({});
      case geology::ValueState::NotRepresentable:
        return text("?");
    }
  }

  void end(std::ostream& out) {
    line_.push_back('\n');
    out.write(line_.data(), static_cast<std::streamsize>(line_.size()));
    line_.clear();
    first_ = true;
  }

 private:
  void separate() {
    if (!first_) line_.push_back(',');
    first_ = false;
  }
  std::string line_;
  bool first_ = true;
};

/// A comment line that says so where data is synthetic.
void writeSyntheticNote(const geology::Provenance& source, std::ostream& out);

/// The unit stands in the name of a column from a file; one that was made carries it beside.
std::string csvHeaderOf(const geology::Column& column);

}  // namespace adit::formats
