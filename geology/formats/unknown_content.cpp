#include "geology/formats/unknown_content.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>
#include <filesystem>

#include "geology/model/plain_text.h"

namespace adit::formats {

namespace {

using geology::Diagnostic;
using geology::Severity;

/// A format that can be named from its first bytes. Sources: the published specifications, and the notes on
/// closed mining formats in docs/formats.md.
struct Signature {
  std::string_view magic;
  const char* what;
  const char* remedy;
};

using namespace std::string_view_literals;

constexpr std::array kSignatures{
    Signature{"AC10"sv, "an AutoCAD drawing (DWG)", "save it as DXF"},
    Signature{"AutoCAD Binary DXF"sv, "a binary DXF", "save it as an ASCII DXF"},
    Signature{"%PDF"sv, "a PDF document", "export the data behind it; a PDF holds no model"},
    Signature{"\x84\x83\x82\x81"sv, "an Open Mining Format 1 project (OMF)",
              "export its elements as CSV (blocks, points) and OBJ or DXF (surfaces)"},
    Signature{"\x89HDF\r\n\x1a\n"sv, "an HDF5 file (geoh5, RESQML)",
              "export its objects as CSV (holes, blocks) and OBJ or DXF (surfaces)"},
    Signature{"%ARANZ-1.0"sv, "a Leapfrog mesh (.msh)", "export the mesh as OBJ or DXF"},
    Signature{"%%ARANZ-1.0"sv, "a Leapfrog mesh (.msh)", "export the mesh as OBJ or DXF"},
    Signature{"THIS IS MICROMINE"sv, "a Micromine data file", "export it as CSV, wireframes as DXF"},
    Signature{"PAR1"sv, "a Parquet table", "save it as CSV"},
    Signature{"SQLite format 3"sv, "an SQLite database (GeoPackage)", "export its layers as CSV or DXF"},
    Signature{"\xd0\xcf\x11\xe0"sv, "an old Office document (XLS, DOC)", "save each sheet as CSV"},
    Signature{"7z\xbc\xaf\x27\x1c"sv, "a 7-Zip archive", "unpack it and open what is inside"},
    Signature{"Rar!"sv, "a RAR archive", "unpack it and open what is inside"},
    Signature{"\0\0\x27\x0a"sv, "a shapefile", "export it as DXF or as CSV with X, Y, Z"},
    Signature{"\x7f"
              "ELF"sv,
              "a program", "name the data, not a program"},
    Signature{"{\\rtf"sv, "a word processor document (RTF)", "save its table as CSV"},
};

/// Closed formats without a known signature, named by their file ending once the content told nothing.
struct Ending {
  std::string_view ending;
  const char* what;
  const char* remedy;
};
constexpr std::array kEndings{
    Ending{".00t", "a Vulcan triangulation", "export it from Vulcan as DXF or OBJ"},
    Ending{".bmf", "a Vulcan block model", "export it from Vulcan as CSV with centroids and sizes"},
    Ending{".isis", "a Vulcan database", "export its tables from Vulcan as CSV"},
    Ending{".dm", "a Datamine table", "export it from Datamine as CSV (wireframes as DXF)"},
    Ending{".dmx", "a Datamine table", "export it from Datamine as CSV (wireframes as DXF)"},
    Ending{".mdl", "a Surpac block model", "export it from Surpac as CSV with centroids and sizes"},
    Ending{".duf", "a Deswik design", "export it from Deswik as DXF"},
    Ending{".tridb", "a Micromine wireframe set", "export it from Micromine as DXF"},
    Ending{".msr", "a MineSight file", "export it from MineSight as DXF or CSV"},
    Ending{".lfm", "a Leapfrog project", "export its objects as CSV and OBJ"},
};

const Signature* signatureOf(std::string_view bytes) {
  const auto* it = std::find_if(kSignatures.begin(), kSignatures.end(), [&](const Signature& signature) {
    return bytes.starts_with(signature.magic);
  });
  return it == kSignatures.end() ? nullptr : it;
}

Diagnostic closedFormat(const Source& source, const std::string& what, const std::string& remedy) {
  return {.severity = Severity::Error,
          .code = "FMT-CLOSED",
          .file = source.path,
          .message = "this is " + what + ", which Adit does not read",
          .remedy = remedy};
}

bool isZip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

/// The directory of an archive, with its comment, is at the end.
bool isOmf2(std::string_view bytes) {
  const std::string_view tail = bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 65536));
  return tail.find("Open Mining Format") != std::string_view::npos ||
         tail.find("index.json.gz") != std::string_view::npos;
}

bool isOffice(std::string_view bytes) {
  return bytes.substr(0, 4096).find("[Content_Types].xml") != std::string_view::npos;
}

Diagnostic describeZip(const Source& source) {
  if (isOmf2(source.bytes))
    return closedFormat(source, "an Open Mining Format 2 project (OMF)",
                        "export its elements as CSV (blocks, points) and OBJ or DXF (surfaces)");
  if (isOffice(source.bytes))
    return closedFormat(source, "an Office document (XLSX, DOCX)", "save each sheet as CSV");
  return closedFormat(source, "a zip archive that cannot be opened", "unpack it and open what is inside");
}

/// The LAS header has the point format at byte 104; bits 6 and 7 mark the LAZ compression.
Diagnostic describePointCloud(const Source& source) {
  const bool packed =
      source.bytes.size() > 104 && (static_cast<unsigned char>(source.bytes[104]) & 0xC0U) != 0;
  return closedFormat(source, packed ? "a compressed point cloud (LAZ)" : "a point cloud (LAS)",
                      "export a surface of it as OBJ or a raster of it as GeoTIFF");
}

/// Datamine's extended precision tables hold 456789.0 in word 24 (8 bytes each), in either byte order.
bool isDatamineTable(std::string_view bytes) {
  constexpr std::size_t kWord24 = 24 * 8;
  if (bytes.size() < 4096) return false;
  std::array<char, 8> word{};
  std::copy_n(bytes.begin() + kWord24, 8, word.begin());
  const auto value = [&] {
    double v = 0;
    std::memcpy(&v, word.data(), sizeof v);
    return v;
  };
  if (value() == 456789.0) return true;
  std::reverse(word.begin(), word.end());
  return value() == 456789.0;
}

/// The first line that is not empty, cut to 60 characters, for the message.
std::string firstLine(std::string_view bytes) {
  const std::size_t begin = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (begin == std::string_view::npos) return {};
  const std::string_view line = bytes.substr(begin, bytes.substr(begin).find_first_of("\r\n"));
  return std::string(line.substr(0, 60)) + (line.size() > 60 ? "..." : "");
}

const char* textKind(std::string_view bytes) {
  const std::size_t begin = bytes.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (begin == std::string_view::npos) return "blank text";
  const std::string_view head = bytes.substr(begin, 2000);
  if (head.find("<LandXML") != std::string_view::npos) return "a LandXML document";
  if (head.find("IREDES") != std::string_view::npos) return "an IREDES drill plan";
  if (head.front() == '<') return "an XML document";
  if (head.front() == '{' || head.front() == '[') return "a JSON document";
  return "text";
}

Diagnostic describeText(const Source& source) {
  const std::string line = firstLine(source.bytes);
  return {.severity = Severity::Error,
          .code = "FMT-UNKNOWN",
          .file = source.path,
          .line = line.empty() ? 0U : 1U,
          .message = std::string("this is ") + textKind(source.bytes) + " that no reader knows" +
                     (line.empty() ? "" : "; it begins \"" + line + "\""),
          .remedy =
              "a table needs a header line with the names of its columns (docs/formats.md lists them); "
              "surfaces come as DXF, OBJ, STL or PLY"};
}

}  // namespace

bool isClosedFormat(std::string_view bytes) {
  return bytes.starts_with("LASF") || signatureOf(bytes) != nullptr || isClosedArchive(bytes);
}

bool isClosedArchive(std::string_view bytes) {
  return isZip(bytes) && (isOmf2(bytes) || isOffice(bytes));
}

bool looksBinary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  return std::any_of(head.begin(), head.end(), [](unsigned char c) {
    return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1A;
  });
}

Diagnostic describeUnknown(const Source& source) {
  if (source.bytes.empty())
    return {.severity = Severity::Error,
            .code = "FMT-EMPTY",
            .file = source.path,
            .message = "the file is empty",
            .remedy = "export it again; nothing was written into it"};
  if (isZip(source.bytes)) return describeZip(source);
  if (source.bytes.starts_with("LASF")) return describePointCloud(source);
  if (const Signature* signature = signatureOf(source.bytes))
    return closedFormat(source, signature->what, signature->remedy);
  const bool binary = looksBinary(source.bytes);
  if (binary && isDatamineTable(source.bytes))
    return closedFormat(source, "a Datamine table", "export it from Datamine as CSV (wireframes as DXF)");
  const std::string ending = geology::lowerCase(std::filesystem::path(source.path).extension().string());
  if (binary)
    for (const Ending& known : kEndings)
      if (ending == known.ending) return closedFormat(source, known.what, known.remedy);
  if (!binary) return describeText(source);
  return {.severity = Severity::Error,
          .code = "FMT-UNKNOWN",
          .file = source.path,
          .message = "this is binary content that no reader knows",
          .remedy = "export it as CSV (holes, blocks), DXF or OBJ (surfaces) or GeoTIFF (terrain)"};
}

bool isProse(const Source& source) {
  const std::filesystem::path path(source.path);
  const std::string stem = geology::lowerCase(path.stem().string());
  const std::string ending = geology::lowerCase(path.extension().string());
  if (ending == ".csv" || looksBinary(source.bytes)) return false;
  constexpr std::array kNames{"readme"sv,  "license"sv,     "licence"sv,  "copying"sv,  "notice"sv,
                              "authors"sv, "attribution"sv, "citation"sv, "changelog"sv};
  constexpr std::array kTextEndings{""sv, ".txt"sv, ".md"sv, ".rst"sv};
  const bool text = std::find(kTextEndings.begin(), kTextEndings.end(), ending) != kTextEndings.end();
  const bool marked = ending == ".md" || ending == ".rst";
  if (text && std::find(kNames.begin(), kNames.end(), stem) != kNames.end()) return true;
  if (stem == "source" && ending == ".md") return true;
  const bool named = marked || std::any_of(kNames.begin(), kNames.end(),
                                           [&](std::string_view word) { return stem.starts_with(word); });
  // A licence is also an area of ground: Licence_EL1234.dxf is a boundary.
  return named && recognise(source) == nullptr;
}

}  // namespace adit::formats
