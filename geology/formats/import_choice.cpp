#include "geology/formats/import_choice.h"

#include <algorithm>
#include <utility>

namespace adit::formats {
namespace {

std::string listed(const std::vector<std::string_view>& words) {
  std::string out;
  for (const std::string_view word : words) out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

}  // namespace

std::string choiceKey(std::string_view path, std::string_view question) {
  const std::size_t folder = path.find_last_of("/\\");
  std::string key(folder == std::string_view::npos ? path : path.substr(folder + 1));
  return key.append("/").append(question);
}

const std::string* personsAnswer(const ImportChoices& choices, const std::string& key) {
  const auto it = choices.find(key);
  return it == choices.end() ? nullptr : &it->second;
}

const ImportChoices::value_type* personsChoice(const ImportChoices& choices, std::string_view path,
                                               std::string_view question) {
  std::string key(path);
  std::replace(key.begin(), key.end(), '\\', '/');
  std::size_t separators = static_cast<std::size_t>(std::count(key.begin(), key.end(), '/'));
  key.append("/").append(question);
  while (true) {
    const auto it = choices.find(key);
    if (it != choices.end()) return &*it;
    if (separators-- == 0) return nullptr;
    key.erase(0, key.find('/') + 1);
  }
}

const std::string* personsAnswer(const ImportChoices& choices, std::string_view path,
                                 std::string_view question) {
  const auto* choice = personsChoice(choices, path, question);
  return choice == nullptr ? nullptr : &choice->second;
}

std::string Decision::take(std::string_view question, std::string guess, std::string reason,
                           const std::vector<std::string_view>& allowed) const {
  geology::ImportChoice choice{choiceKey(source.path, question), std::move(guess), std::move(reason), false};
  if (const auto* chosen = personsChoice(choices, source.path, question)) {
    const std::string* answer = &chosen->second;
    choice.key = chosen->first;
    if (allowed.empty() || std::find(allowed.begin(), allowed.end(), *answer) != allowed.end()) {
      choice.value = *answer;
      choice.byPerson = true;
    } else {
      diagnostics.push_back({.severity = geology::Severity::Warning,
                             .code = "TAB-BAD-CHOICE",
                             .file = source.path,
                             .message = "the choice " + choice.key + " cannot be \"" + *answer + "\"; \"" +
                                        choice.value + "\" is used",
                             .remedy = "choose one of: " + listed(allowed)});
    }
  }
  const bool known = std::any_of(source.choices.begin(), source.choices.end(),
                                 [&](const geology::ImportChoice& made) { return made.key == choice.key; });
  if (!known) source.choices.push_back(choice);
  return choice.value;
}

}  // namespace adit::formats
