// What is to be opened: the files and made-up deposits behind the paths that a person named, with what
// project files and pictures say about them.
#pragma once
#include <string>
#include <vector>

#include "geology/project/open.h"
#include "geology/project/source_list.h"

namespace adit::project {

struct OpenPlan {
  std::vector<ListedFile> files;
  std::vector<std::string> synthetic;
  formats::ImportChoices choices;
  std::string targetCrs;
  std::string savedUnit;    ///< of the project
  std::string name;         ///< of the deposit, as far as the paths say it
  std::string projectPath;  ///< of the project file
  std::string picturePath;  ///< of the picture
  std::string viewJson;
  std::vector<SourceReport> missing;
  geology::Diagnostics diagnostics;
};

/// Resolves project files and pictures into their sources. Beside a picture the paths are places where its
/// sources are looked for first; beside a project file they are opened too.
OpenPlan planOf(const OpenRequest& request);

/// Two paths of one file have one identity.
std::string identityOf(const std::string& path);

}  // namespace adit::project
