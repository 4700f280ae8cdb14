#include "geology/formats/write_mesh.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <string>
#include <string_view>

#include "geology/formats/csv_line.h"
#include "geology/formats/mesh_builder.h"
#include "geology/formats/synthetic_mark.h"

namespace adit::formats {
namespace {

using geology::TriangleMesh;
using geology::Vec3;

/// The shortest text that reads back as the same double.
void writeNumber(std::ostream& out, double value) {
  std::array<char, 32> buffer;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  out.write(buffer.data(), end - buffer.data());
}

void writePlace(std::ostream& out, std::string_view keyword, const Vec3& place) {
  out << keyword;
  for (const double coordinate : {place.x, place.y, place.z}) {
    out << ' ';
    writeNumber(out, coordinate);
  }
  out << '\n';
}

/// A name is one line of its file.
std::string oneLine(std::string name) {
  std::replace_if(
      name.begin(), name.end(), [](unsigned char c) { return c < 0x20; }, ' ');
  return name.empty() ? "unnamed" : name;
}

std::string partName(const TriangleMesh& mesh, std::int32_t part) {
  return oneLine(mesh.parts.empty() ? mesh.name : mesh.parts[static_cast<std::size_t>(part)]);
}

std::int32_t partOf(const TriangleMesh& mesh, std::size_t triangle) {
  return mesh.trianglePart.empty() ? 0 : mesh.trianglePart[triangle];
}

/// Writes a heading whenever the part changes.
class ObjGroups {
 public:
  ObjGroups(const TriangleMesh& mesh, std::ostream& out) : mesh_(mesh), out_(out) {}
  void at(std::int32_t part) {
    if (part == last_) return;
    out_ << "g " << partName(mesh_, part) << '\n';
    last_ = part;
  }

 private:
  const TriangleMesh& mesh_;
  std::ostream& out_;
  std::int32_t last_ = -1;
};

Vec3 normalOf(const TriangleMesh& mesh, const std::array<std::uint32_t, 3>& t) {
  const Vec3& a = mesh.vertices[t[0]];
  return geology::normalized(cross(mesh.vertices[t[1]] - a, mesh.vertices[t[2]] - a));
}

/// STL has no comments; a name is the only text in it.
std::string markedName(const TriangleMesh& mesh, std::int32_t part) {
  const std::string name = partName(mesh, part);
  const std::string note = syntheticNote(mesh.source);
  return note.empty() || !syntheticMark(name).empty() ? name : name + " " + note;
}

void writeStlText(const TriangleMesh& mesh, std::ostream& out) {
  std::int32_t open = -1;
  for (std::size_t i = 0; i < mesh.triangles.size(); ++i) {
    const std::int32_t part = partOf(mesh, i);
    if (part != open) {
      if (open >= 0) out << "endsolid " << partName(mesh, open) << '\n';
      out << "solid " << (open < 0 ? markedName(mesh, part) : partName(mesh, part)) << '\n';
      open = part;
    }
    writePlace(out, "facet normal", normalOf(mesh, mesh.triangles[i]));
    out << " outer loop\n";
    for (const std::uint32_t corner : mesh.triangles[i]) writePlace(out, "  vertex", mesh.vertices[corner]);
    out << " endloop\nendfacet\n";
  }
  if (open >= 0) out << "endsolid " << partName(mesh, open) << '\n';
}

/// Little-endian, as the format says.
template <typename T>
void writeBytes(std::ostream& out, T value) {
  std::array<char, sizeof(T)> raw;
  std::memcpy(raw.data(), &value, sizeof(T));
  if (std::endian::native != std::endian::little) std::reverse(raw.begin(), raw.end());
  out.write(raw.data(), raw.size());
}

void writeFloats(std::ostream& out, const Vec3& v) {
  for (const double coordinate : {v.x, v.y, v.z}) writeBytes(out, static_cast<float>(coordinate));
}

void writeStlBinary(const TriangleMesh& mesh, std::ostream& out) {
  constexpr std::size_t kHeaderSize = 80;
  std::string header = mesh.source.synthetic ? "binary STL, " + syntheticNote(mesh.source)
                                             : "binary STL written by Adit: " + oneLine(mesh.name);
  header.resize(kHeaderSize - 1, ' ');
  header.push_back('\0');  // ends the text before the number behind it
  out.write(header.data(), static_cast<std::streamsize>(header.size()));
  writeBytes(out, static_cast<std::uint32_t>(mesh.triangles.size()));
  for (const auto& triangle : mesh.triangles) {
    writeFloats(out, normalOf(mesh, triangle));
    for (const std::uint32_t corner : triangle) writeFloats(out, mesh.vertices[corner]);
    writeBytes(out, std::uint16_t{0});
  }
}

bool fitsFloats(const TriangleMesh& mesh) {
  return std::all_of(mesh.vertices.begin(), mesh.vertices.end(), [](const Vec3& v) {
    return std::max({std::abs(v.x), std::abs(v.y), std::abs(v.z)}) <= kFloatSafeCoordinate;
  });
}

}  // namespace

void writeObj(const TriangleMesh& mesh, std::ostream& out) {
  out << "# " << oneLine(mesh.name) << ", written by Adit\n";
  writeSyntheticNote(mesh.source, out);
  for (const Vec3& v : mesh.vertices) writePlace(out, "v", v);
  ObjGroups groups(mesh, out);
  for (std::size_t i = 0; i < mesh.triangles.size(); ++i) {
    groups.at(partOf(mesh, i));
    const auto& [a, b, c] = mesh.triangles[i];
    out << "f " << a + 1 << ' ' << b + 1 << ' ' << c + 1 << '\n';
  }
  for (const geology::Polyline& line : mesh.lines) {
    groups.at(line.part);
    out << 'l';
    for (const std::uint32_t corner : line.vertices) out << ' ' << corner + 1;
    if (line.closed && !line.vertices.empty()) out << ' ' << line.vertices.front() + 1;
    out << '\n';
  }
}

void writeStl(const TriangleMesh& mesh, std::ostream& out, StlForm form) {
  if (form == StlForm::Automatic) form = fitsFloats(mesh) ? StlForm::Binary : StlForm::Text;
  if (form == StlForm::Binary)
    writeStlBinary(mesh, out);
  else
    writeStlText(mesh, out);
}

}  // namespace adit::formats
