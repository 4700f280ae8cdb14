// Source: 3D Systems, "StereoLithography Interface Specification", 1989.
#include "geology/formats/stl_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "geology/formats/bytes.h"
#include "geology/formats/delimited.h"
#include "geology/formats/mesh_builder.h"
#include "geology/formats/text_lines.h"
#include "geology/formats/unknown_content.h"

namespace adit::formats {
namespace {

using geology::Severity;
using geology::Vec3;

constexpr std::size_t kCountAt = 80;  // a free header text before it
constexpr std::size_t kTrianglesAt = 84;
constexpr std::size_t kTriangleSize = 50;  // normal, three corners, two bytes that nobody agrees on
constexpr std::size_t kCornersAt = 12;
constexpr std::size_t kCornerSize = 12;

const FindingKind kSurplus{Severity::Warning, "STL-SURPLUS", "there are more bytes than the triangles need",
                           "export the file again if triangles are missing"};
const FindingKind kFacet{Severity::Error, "STL-FACET",
                         "a facet has not exactly three corners; it is left out", "export the file again"};

bool hasText(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 2048);
  const std::size_t begin = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (begin == std::string_view::npos || !equalIgnoringCase(head.substr(begin, 5), "solid")) return false;
  return !looksBinary(bytes) &&
         (head.find("facet") != std::string_view::npos || head.find("FACET") != std::string_view::npos ||
          head.find("endsolid") != std::string_view::npos);
}

bool hasSizeOfBinary(std::string_view bytes) {
  return bytes.size() > kTrianglesAt &&
         bytes.size() - kTrianglesAt == numberAt<std::uint32_t>(bytes, kCountAt) * kTriangleSize;
}

Vec3 vectorAt(std::string_view bytes, std::size_t offset) {
  return {static_cast<double>(numberAt<float>(bytes, offset)),
          static_cast<double>(numberAt<float>(bytes, offset + 4)),
          static_cast<double>(numberAt<float>(bytes, offset + 8))};
}

/// A file that is cut off or has something behind it: the first triangles still have unit normals (or none).
bool looksLikeTriangles(std::string_view bytes) {
  if (!looksBinary(bytes) || bytes.size() < kTrianglesAt + 2 * kTriangleSize) return false;
  if (numberAt<std::uint32_t>(bytes, kCountAt) == 0) return false;
  for (const std::size_t at : {kTrianglesAt, kTrianglesAt + kTriangleSize}) {
    const double normal = geology::length(vectorAt(bytes, at));
    if (normal != 0 && std::abs(normal - 1) > 1e-3) return false;
    for (std::size_t corner = 0; corner < 3; ++corner) {
      const Vec3 place = vectorAt(bytes, at + kCornersAt + corner * kCornerSize);
      if (!geology::isFinite(place) || geology::length(place) > 1e9) return false;
    }
    if (vectorAt(bytes, at + kCornersAt) == vectorAt(bytes, at + kCornersAt + kCornerSize)) return false;
  }
  return true;
}

void readBinary(const Source& source, MeshBuilder& builder, geology::Progress& progress) {
  const std::string_view bytes = source.bytes;
  const std::size_t stated = numberAt<std::uint32_t>(bytes, kCountAt);
  const std::size_t there = (bytes.size() - kTrianglesAt) / kTriangleSize;
  if (there < stated)
    builder.findings().add(kTruncated, {},
                           std::to_string(there) + " of " + std::to_string(stated) + " triangles");
  else if (kTrianglesAt + stated * kTriangleSize < bytes.size())
    builder.findings().add(kSurplus, {});
  builder.coordinatesWereFloat();
  ReadingPace pace(progress, source);
  for (std::size_t t = 0; t < std::min(stated, there); ++t) {
    const std::size_t at = kTrianglesAt + t * kTriangleSize + kCornersAt;
    std::array<std::int64_t, 3> corners{};
    for (std::size_t c = 0; c < 3; ++c) corners[c] = builder.vertexAt(vectorAt(bytes, at + c * kCornerSize));
    builder.addPolygon(corners, 0);
    pace.at(at);
  }
}

class StlText {
 public:
  StlText(const Source& source, MeshBuilder& builder) : source_(source), builder_(builder) {}

  void read(geology::Progress& progress) {
    LineScanner lines(source_.bytes);
    ReadingPace pace(progress, source_);
    for (std::string_view line; lines.next(line);) {
      line_ = lines.line();
      take(line);
      pace.at(lines.offset());
    }
    if (open_) builder_.findings().add(kTruncated, {line_});
  }

 private:
  void take(std::string_view rest) {
    const std::string_view keyword = takeWord(rest);
    if (equalIgnoringCase(keyword, "vertex")) {
      takeVertex(rest);
    } else if (equalIgnoringCase(keyword, "facet")) {
      if (!corners_.empty()) closeFacet();  // the one before lacks its end
    } else if (equalIgnoringCase(keyword, "endfacet")) {
      closeFacet();
    } else if (equalIgnoringCase(keyword, "solid")) {
      open_ = true;
      builder_.startPart(trimBlanks(rest));
    } else if (equalIgnoringCase(keyword, "endsolid")) {
      if (!corners_.empty()) closeFacet();
      open_ = false;
    }
  }

  void closeFacet() {
    if (corners_.size() == 3) {
      const std::array<std::int64_t, 3> corners{
          builder_.vertexAt(corners_[0]), builder_.vertexAt(corners_[1]), builder_.vertexAt(corners_[2])};
      builder_.addPolygon(corners, line_);
    } else {
      builder_.findings().add(kFacet, {line_});
    }
    corners_.clear();
  }

  void takeVertex(std::string_view rest) {
    std::array<double, 3> place{};
    for (double& coordinate : place) {
      const std::string_view word = takeWord(rest);
      const auto number = parseNumber(word);
      if (!number)
        builder_.findings().add(kBadNumber, {line_}, word.empty() ? "(nothing)" : word.substr(0, 20));
      coordinate = number.value_or(std::nan(""));
    }
    corners_.push_back({place[0], place[1], place[2]});
  }

  const Source& source_;
  MeshBuilder& builder_;
  std::vector<Vec3> corners_;
  std::size_t line_ = 0;
  bool open_ = false;
};

}  // namespace

int recogniseStl(const Source& source) {
  if (hasSizeOfBinary(source.bytes)) return 95;
  if (hasText(source.bytes)) return 90;
  return looksLikeTriangles(source.bytes) ? 40 : 0;
}

ImportResult readStl(const Source& source, const ImportChoices& /*choices*/, geology::Progress& progress) {
  ImportResult result;
  MeshBuilder builder(source.path);
  builder.mesh().name = baseName(source.path);
  const bool binary = hasSizeOfBinary(source.bytes) || !hasText(source.bytes);
  if (binary && source.bytes.size() < kTrianglesAt)
    builder.findings().add(kTruncated, {});
  else if (binary)
    readBinary(source, builder, progress);
  else
    StlText(source, builder).read(progress);
  builder.finish(result);
  return result;
}

}  // namespace adit::formats
