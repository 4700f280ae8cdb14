// What the codes and the columns of categories are usually called.
#include <algorithm>

#include "geology/model/plain_text.h"
#include "geology/reporting/category.h"
#include "geology/reporting/category_names.h"

namespace adit::reporting {
namespace {

using CodeWord = ClassWord;

/// A code is one of these, or begins with one of the longer ones ("INDICATED RESOURCE").
constexpr std::array kBeginnings{CodeWord{"measured", ResourceClass::Measured},
                                 CodeWord{"indicated", ResourceClass::Indicated},
                                 CodeWord{"inferred", ResourceClass::Inferred},
                                 CodeWord{"medid", ResourceClass::Measured},
                                 CodeWord{"indicad", ResourceClass::Indicated},
                                 CodeWord{"inferid", ResourceClass::Inferred},
                                 CodeWord{"proved", ResourceClass::Proved},
                                 CodeWord{"proven", ResourceClass::Proved},
                                 CodeWord{"probad", ResourceClass::Proved},
                                 CodeWord{"probable", ResourceClass::Probable},
                                 CodeWord{"unclass", ResourceClass::Unclassified},
                                 CodeWord{"not class", ResourceClass::Unclassified},
                                 CodeWord{"no clasif", ResourceClass::Unclassified},
                                 CodeWord{"sin clasif", ResourceClass::Unclassified},
                                 CodeWord{"exploration", ResourceClass::Exploration},
                                 CodeWord{"exploracion", ResourceClass::Exploration},
                                 CodeWord{"potential", ResourceClass::Exploration},
                                 CodeWord{"potencial", ResourceClass::Exploration},
                                 CodeWord{"mined", ResourceClass::Mined},
                                 CodeWord{"depleted", ResourceClass::Mined},
                                 CodeWord{"minado", ResourceClass::Mined},
                                 CodeWord{"extraid", ResourceClass::Mined},
                                 CodeWord{"agotad", ResourceClass::Mined}};
constexpr std::array kWhole{
    CodeWord{"1", ResourceClass::Measured},       CodeWord{"2", ResourceClass::Indicated},
    CodeWord{"3", ResourceClass::Inferred},       CodeWord{"meas", ResourceClass::Measured},
    CodeWord{"mea", ResourceClass::Measured},     CodeWord{"mes", ResourceClass::Measured},
    CodeWord{"med", ResourceClass::Measured},     CodeWord{"ind", ResourceClass::Indicated},
    CodeWord{"indic", ResourceClass::Indicated},  CodeWord{"inf", ResourceClass::Inferred},
    CodeWord{"infer", ResourceClass::Inferred},   CodeWord{"prob", ResourceClass::Probable},
    CodeWord{"prov", ResourceClass::Proved},      CodeWord{"none", ResourceClass::Unclassified},
    CodeWord{"unc", ResourceClass::Unclassified}, CodeWord{"expl", ResourceClass::Exploration},
    CodeWord{"pot", ResourceClass::Exploration}};

constexpr std::array<std::string_view, 15> kColumnNames{
    "class",         "classification", "resclass",        "rescat",        "category", "categ",
    "cat",           "categoria",      "clase",           "clasificacion", "clasif",   "rescategory",
    "resourceclass", "confidence",     "resourcecategory"};

/// Lower case, "_", "-", "." and "/" as blanks, no blanks at the ends.
std::string plain(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool gap = c == '_' || c == '-' || c == '.' || c == '/' || c == ' ';
    if (gap && (result.empty() || result.back() == ' ')) continue;
    result += gap ? ' ' : geology::lowerCase(c);
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

}  // namespace

std::span<const ClassWord> classWords() {
  return kBeginnings;
}

std::optional<ResourceClass> suggestedClass(std::string_view code) {
  const std::string text = plain(code);
  for (const CodeWord& one : kWhole)
    if (one.word == text) return one.means;
  for (const CodeWord& one : kBeginnings)
    if (text.starts_with(one.word)) return one.means;
  return std::nullopt;
}

CategoryMapping suggestedMapping(const CategoryCodes& codes) {
  CategoryMapping mapping;
  for (const CategoryCode& code : codes.codes)
    if (const auto suggested = suggestedClass(code.code)) mapping[code.code] = *suggested;
  return mapping;
}

bool namesACategory(std::string_view column) {
  std::string name = plain(column);
  std::erase(name, ' ');
  return std::find(kColumnNames.begin(), kColumnNames.end(), name) != kColumnNames.end();
}

std::vector<const geology::Column*> likelyCategoryColumns(const geology::BlockModel& model) {
  std::vector<const geology::Column*> columns;
  for (const geology::Column& column : model.columns)
    if (namesACategory(column.name) && !codesOf(column).tooMany) columns.push_back(&column);
  return columns;
}

}  // namespace adit::reporting
