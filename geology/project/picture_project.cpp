#include "geology/project/picture_project.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "geology/formats/png_text.h"
#include "geology/project/file_hash.h"

namespace adit::project {

namespace {

namespace fs = std::filesystem;

/// How many names from the end two paths share: "b/survey.csv" is nearer to "a/b/survey.csv" than
/// "c/survey.csv" is.
std::ptrdiff_t sharedNames(const fs::path& a, const fs::path& b) {
  auto i = a.end(), j = b.end();
  std::ptrdiff_t shared = 0;
  while (i != a.begin() && j != b.begin() && *--i == *--j) ++shared;
  return shared;
}

/// Hashes only what has the size.
bool sameContent(const SourceReport& missing, const ListedFile& file) {
  std::error_code error;
  if (missing.sha256.empty() || fs::file_size(file.path, error) != missing.bytes || error) return false;
  return sha256OfFile(file.path) == missing.sha256;
}

}  // namespace

std::variant<NoPicture, std::string, geology::Diagnostic> projectInPicture(std::string_view bytes,
                                                                           const std::string& path) {
  if (!formats::isPng(bytes)) return NoPicture{};
  auto read = formats::pngTexts(bytes);
  if (const auto* fault = std::get_if<formats::PngFault>(&read)) {
    if (bytes.find(kPictureKeyword) == std::string_view::npos) return NoPicture{};
    return geology::Diagnostic{.severity = geology::Severity::Error,
                               .code = "PIC-DAMAGED",
                               .file = path,
                               .message = "the view in the picture cannot be read: " + fault->message,
                               .remedy =
                                   "take the picture as Adit wrote it: programs that change or shorten "
                                   "pictures may lose what is written in them"};
  }
  for (formats::PngText& text : std::get<std::vector<formats::PngText>>(read))
    if (text.keyword == kPictureKeyword) return std::move(text.text);
  return NoPicture{};
}

const ListedFile* findSource(const SourceReport& missing, const std::vector<ListedFile>& files) {
  const auto same = std::find_if(files.begin(), files.end(),
                                 [&](const ListedFile& file) { return sameContent(missing, file); });
  if (same != files.end()) return &*same;
  const ListedFile* nearest = nullptr;
  std::ptrdiff_t most = 0;
  for (const ListedFile& file : files) {
    const std::ptrdiff_t shared = sharedNames(missing.path, file.path);
    if (shared > most) nearest = &file;
    most = std::max(most, shared);
  }
  return nearest;
}

}  // namespace adit::project
