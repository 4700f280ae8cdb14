// The layer under VTK XML files: tags, and the numbers of data arrays in all their encodings. For the reader
// of grids only.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace adit::formats {

struct XmlTag {
  std::string_view name;        ///< "DataArray", "/DataArray"
  std::string_view attributes;  ///< between the name and the end
  std::string_view content;     ///< up to the next tag
  bool closed = false;          ///< <.../>

  /// With &lt; &gt; &amp; &quot; &apos; resolved; empty without it.
  std::string attribute(std::string_view key) const;
};

/// The tags of a text one after the other. Comments and declarations are skipped.
class XmlTags {
 public:
  explicit XmlTags(std::string_view text) : text_(text) {}
  bool next(XmlTag& tag);
  std::size_t offset() const { return offset_; }

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
};

/// How a file packs its arrays: attributes of <VTKFile> and <AppendedData>.
struct XmlPacking {
  bool bigEndian = false;
  std::size_t headerSize = 4;  ///< bytes of the counts before the data
  std::string compressor;      ///< "" = not compressed
  std::string_view appended;   ///< after the '_'
  bool appendedBase64 = false;
};

/// What is wrong with one array; the others stay readable.
struct XmlArrayFault {
  std::string why;
};

/// The numbers of a <DataArray>. At most `most` values are believed. Throws XmlArrayFault.
std::vector<double> xmlNumbers(const XmlTag& tag, const XmlPacking& packing, std::size_t most);
/// Texts of type="String": characters as numbers, each text ended by a 0.
std::vector<std::string> xmlTexts(const XmlTag& tag, const XmlPacking& packing, std::size_t most);

}  // namespace adit::formats
