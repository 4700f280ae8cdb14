// One decision of an import: guessed with a reason, overruled by the person, kept in the provenance.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "geology/formats/reader.h"

namespace adit::formats {

/// "data/survey.csv", "dip-sign" -> "survey.csv/dip-sign".
std::string choiceKey(std::string_view path, std::string_view question);

/// What the person answered to a question that is not of one file, or nullptr.
const std::string* personsAnswer(const ImportChoices& choices, const std::string& key);

/// What the person answered to a question about a file, with the key that it has, or nullptr. The key may
/// name the file with folders, to tell it from others of its name: of "a/survey.csv/dip-sign" and
/// "survey.csv/dip-sign" the longer one holds.
const ImportChoices::value_type* personsChoice(const ImportChoices& choices, std::string_view path,
                                               std::string_view question);
const std::string* personsAnswer(const ImportChoices& choices, std::string_view path,
                                 std::string_view question);

/// A question about the object of `source`, and where its answer is kept.
struct Decision {
  const ImportChoices& choices;
  geology::Provenance& source;
  geology::Diagnostics& diagnostics;

  /// The person's answer when it is one of `allowed` (any answer when that is empty), else the guess. The
  /// answer is added to source.choices, once however often it is asked; an answer that is not allowed is a
  /// Diagnostic TAB-BAD-CHOICE and not used.
  std::string take(std::string_view question, std::string guess, std::string reason,
                   const std::vector<std::string_view>& allowed = {}) const;
};

}  // namespace adit::formats
