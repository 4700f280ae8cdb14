#include "geology/formats/findings.h"

#include <algorithm>

namespace adit::formats {
namespace {

constexpr std::size_t kNamedSubjects = 5;

}  // namespace

Findings::Entry& Findings::entryOf(const FindingKind& kind, Place place) {
  auto entry = std::find_if(entries_.begin(), entries_.end(),
                            [&](const Entry& e) { return e.kind.code == kind.code; });
  if (entry == entries_.end()) entry = entries_.insert(entry, Entry{kind, place, 0, {}, false});
  if (place.line != 0 && (entry->first.line == 0 || place.line < entry->first.line)) entry->first = place;
  return *entry;
}

void Findings::Entry::name(std::string_view subject) {
  if (subject.empty() || moreSubjects) return;
  if (std::find(subjects.begin(), subjects.end(), subject) != subjects.end()) return;
  if (subjects.size() < kNamedSubjects)
    subjects.emplace_back(subject);
  else
    moreSubjects = true;
}

void Findings::add(const FindingKind& kind, Place place, std::string_view subject, std::size_t count) {
  Entry& entry = entryOf(kind, place);
  entry.count += count;
  entry.name(subject);
}

void Findings::append(const Findings& later) {
  for (const Entry& found : later.entries_) {
    Entry& entry = entryOf(found.kind, found.first);
    entry.count += found.count;
    for (const std::string& subject : found.subjects) entry.name(subject);
    entry.moreSubjects = entry.moreSubjects || found.moreSubjects;
  }
}

std::size_t Findings::count(std::string_view code) const {
  for (const Entry& entry : entries_)
    if (entry.kind.code == code) return entry.count;
  return 0;
}

void Findings::appendTo(geology::Diagnostics& diagnostics) const {
  for (const Entry& entry : entries_) {
    std::string message(entry.kind.sentence);
    for (std::size_t i = 0; i < entry.subjects.size(); ++i)
      message.append(i == 0 ? ": " : ", ").append(entry.subjects[i]);
    if (entry.moreSubjects) message.append(", ...");
    diagnostics.push_back({.severity = entry.kind.severity,
                           .code = std::string(entry.kind.code),
                           .file = file_,
                           .line = entry.first.line,
                           .column = entry.first.column,
                           .message = std::move(message),
                           .remedy = std::string(entry.kind.remedy),
                           .count = entry.count});
  }
}

}  // namespace adit::formats
