#include "geology/formats/packed_reader.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>

#include <iterator>
#include <memory>

#include "geology/formats/findings.h"
#include "geology/formats/gdal_access.h"
#include "geology/formats/synthetic_mark.h"
#include "geology/formats/unknown_content.h"

namespace adit::formats {
namespace {

using geology::Severity;

/// More than any model on one machine; a few bytes can claim to unpack into anything.
constexpr std::size_t kMostUnpackedBytes = std::size_t{4} << 30;
constexpr std::size_t kMostMembers = 1000;
constexpr std::size_t kChunk = std::size_t{1} << 20;

constexpr FindingKind kUnknownMember{Severity::Note, "PACK-UNKNOWN-MEMBER",
                                     "files inside the archive are of no format that Adit reads",
                                     "nothing, if they are notes or licences"};
constexpr FindingKind kNested{Severity::Warning, "PACK-NESTED",
                              "files inside the archive are packed again and are not opened",
                              "unpack the outer archive"};
constexpr FindingKind kTooLarge{Severity::Error, "PACK-TOO-LARGE",
                                "a file inside the archive unpacks into more than 4 GiB and is not opened",
                                "unpack the archive and open what is needed"};
constexpr FindingKind kTooMany{Severity::Error, "PACK-TOO-MANY",
                               "only the first 1,000 files inside an archive are opened; the others are not",
                               "unpack the archive and open what is needed"};
constexpr FindingKind kBroken{Severity::Error, "PACK-BROKEN", "a file inside the archive cannot be unpacked",
                              "copy or download the archive again"};
constexpr FindingKind kNothing{Severity::Error, "PACK-NOTHING", "there is nothing in the archive to read",
                               "check that the archive is complete"};

bool isZip(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}
bool isGzip(std::string_view bytes) {
  return bytes.starts_with("\x1f\x8b");
}

/// The bytes as a file that GDAL's virtual file systems can open; not copied.
class MemoryFile {
 public:
  explicit MemoryFile(const Source& source)
      : name_(CPLSPrintf("/vsimem/adit-packed-%p", static_cast<void*>(this))) {
    // GDAL takes a pointer to bytes that could be written to, and does not write.
    auto* bytes = reinterpret_cast<GByte*>(const_cast<char*>(source.bytes.data()));
    VSILFILE* file = VSIFileFromMemBuffer(name_.c_str(), bytes, source.bytes.size(), FALSE);
    if (file != nullptr) VSIFCloseL(file);
  }
  ~MemoryFile() { VSIUnlink(name_.c_str()); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  const std::string& name() const { return name_; }

 private:
  std::string name_;
};

struct FileCloser {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

struct Unpacked {
  std::string bytes;
  bool whole = false;
  bool tooLarge = false;
};
Unpacked unpack(const std::string& name, geology::Progress& progress) {
  Unpacked result;
  const std::unique_ptr<VSILFILE, FileCloser> file(VSIFOpenL(name.c_str(), "rb"));
  if (!file) return result;
  const GdalMessages messages;
  std::string chunk(kChunk, '\0');
  while (true) {
    progress.throwIfCancelled();
    const std::size_t got = VSIFReadL(chunk.data(), 1, chunk.size(), file.get());
    result.bytes.append(chunk, 0, got);
    result.tooLarge = result.bytes.size() > kMostUnpackedBytes;
    if (got < chunk.size() || result.tooLarge) break;
  }
  result.whole = messages.failures() == 0 && !result.tooLarge;
  return result;
}

struct Member {
  std::string path;      ///< as the person sees it
  std::string gdalName;  ///< as GDAL opens it
};

std::vector<Member> membersOf(const Source& source, const MemoryFile& file, Findings& findings) {
  if (isGzip(source.bytes)) {
    // "mclaughlingeo.dat.gz" holds "mclaughlingeo.dat".
    std::string inner = baseName(source.path);
    return {{source.path + "/" + inner, "/vsigzip/" + file.name()}};
  }
  std::vector<Member> members;
  // In braces, the archive needs no .zip at its end.
  const std::string root = "/vsizip/{" + file.name() + "}";
  const GdalMessages messages;
  char** names = VSIReadDirRecursive(root.c_str());
  for (int i = 0; names != nullptr && names[i] != nullptr; ++i) {
    const std::string_view name = names[i];
    if (name.ends_with('/')) continue;
    if (members.size() == kMostMembers)
      findings.add(kTooMany, {}, name);
    else
      members.push_back({source.path + "/" + std::string(name), root + "/" + std::string(name)});
  }
  CSLDestroy(names);
  return members;
}

void append(ImportResult& result, ImportResult member) {
  for (std::size_t i = 0; i < member.objects.size(); ++i) result.objectCrs.push_back(member.crsOf(i));
  for (const auto& [object, unit] : member.heightUnits)
    result.heightUnits[result.objects.size() + object] = unit;
  std::move(member.objects.begin(), member.objects.end(), std::back_inserter(result.objects));
  std::move(member.diagnostics.begin(), member.diagnostics.end(), std::back_inserter(result.diagnostics));
}

/// Data was expected of a format that has a name, not of notes. What is empty is no more than in a folder.
void sayUnknown(const Source& member, ImportResult& result, Findings& findings) {
  geology::Diagnostic unknown = describeUnknown(member);
  if (unknown.code == "FMT-UNKNOWN") {
    findings.add(kUnknownMember, {}, member.path);
    return;
  }
  if (unknown.code == "FMT-EMPTY") unknown.severity = Severity::Warning;
  result.diagnostics.push_back(std::move(unknown));
}

/// The mark of made-up data is in the bytes as they were before they were packed.
ImportResult readMember(const Source& member, const ImportChoices& choices, geology::Progress& progress) {
  ImportResult result = readSource(member, choices, progress);
  markSynthetic(result, syntheticMark(member.bytes));
  return result;
}

}  // namespace

int recognisePacked(const Source& source) {
  if (isClosedArchive(source.bytes)) return 0;
  return isZip(source.bytes) || isGzip(source.bytes) ? 20 : 0;
}

ImportResult readPacked(const Source& source, const ImportChoices& choices, geology::Progress& progress) {
  ImportResult result;
  Findings findings(source.path);
  const MemoryFile file(source);
  const std::vector<Member> members = membersOf(source, file, findings);
  for (const Member& member : members) {
    const Unpacked unpacked = unpack(member.gdalName, progress);
    const Source inner{member.path, unpacked.bytes};
    if (!unpacked.whole)
      findings.add(unpacked.tooLarge ? kTooLarge : kBroken, {}, member.path);
    else if (recognisePacked(inner) > 0)
      findings.add(kNested, {}, member.path);
    else if (recognise(inner) == nullptr)
      sayUnknown(inner, result, findings);
    else
      append(result, readMember(inner, choices, progress));
  }
  if (members.empty()) findings.add(kNothing, {});
  findings.appendTo(result.diagnostics);
  return result;
}

}  // namespace adit::formats
