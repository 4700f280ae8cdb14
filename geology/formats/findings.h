// Many places of one kind become one Diagnostic: a count, the first line, a few names.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "geology/model/diagnostic.h"

namespace adit::formats {

/// A kind of finding; its texts live as long as the program.
struct FindingKind {
  geology::Severity severity;
  std::string_view code;
  std::string_view sentence;  ///< what is so of every place, e.g. "FROM is not less than TO"
  std::string_view remedy;
};

struct Place {
  std::size_t line = 0;    ///< 1-based, 0 = none
  std::size_t column = 0;  ///< 1-based cell, 0 = none
};

/// The findings of one file, in the order in which their kinds first occurred.
class Findings {
 public:
  explicit Findings(std::string file) : file_(std::move(file)) {}

  /// `subject` is named as an example: a hole, a column, a text.
  void add(const FindingKind& kind, Place place, std::string_view subject = {}, std::size_t count = 1);
  /// The findings of later rows, which were read at the same time.
  void append(const Findings& later);
  std::size_t count(std::string_view code) const;
  void appendTo(geology::Diagnostics& diagnostics) const;

 private:
  struct Entry {
    FindingKind kind;
    Place first;
    std::size_t count = 0;
    std::vector<std::string> subjects;
    bool moreSubjects = false;
    void name(std::string_view subject);
  };
  Entry& entryOf(const FindingKind& kind, Place place);

  std::string file_;
  std::vector<Entry> entries_;
};

}  // namespace adit::formats
