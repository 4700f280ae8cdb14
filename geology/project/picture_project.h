// The project inside a picture that Adit made: a picture opens as the view that it shows.
#pragma once
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "geology/project/open.h"
#include "geology/project/project_file.h"
#include "geology/project/source_list.h"

namespace adit::project {

/// Of the text in the PNG that holds the project, written as name.adit is (project_file.h), with paths
/// relative to the picture.
constexpr const char* kPictureKeyword = "adit:project";

struct NoPicture {};  ///< no PNG, or one that Adit did not make
/// The project of a picture as text, or PIC-DAMAGED. `path` is for the message.
std::variant<NoPicture, std::string, geology::Diagnostic> projectInPicture(std::string_view bytes,
                                                                           const std::string& path);

/// A source of a picture that is not where the picture says, found among `files`: by content, else by name.
/// nullptr when none of them is it.
const ListedFile* findSource(const SourceReport& missing, const std::vector<ListedFile>& files);

}  // namespace adit::project
