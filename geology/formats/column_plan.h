// What is decided about a column after its cells were counted: numbers or categories, what means "no value",
// what means "below detection". Every decision is a choice that the person can overrule.
#pragma once
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "geology/formats/column_profile.h"
#include "geology/formats/findings.h"
#include "geology/formats/import_choice.h"
#include "geology/model/column.h"

namespace adit::formats {

enum class NegativeMeaning { Value, BelowDetection, NotRepresentable };

struct ColumnPlan {
  std::string name;
  std::string unit;
  geology::ColumnKind kind = geology::ColumnKind::Numeric;
  std::vector<double> nulls;       ///< numbers that mean "not sampled"; of categories, declared ones
  std::vector<std::string> words;  ///< words that do, when the person declared them
  bool guessNullWords = true;      ///< false: only `words`
  NegativeMeaning negatives = NegativeMeaning::Value;
  /// A negative number beyond it is a code, not a detection limit.
  double largestLimit = std::numeric_limits<double>::infinity();
  double belowDetectionFactor = 0.5;  ///< of the limit, is the used value; NaN = no value is used
  bool overLimitIsValue = true;       ///< ">100" counts as 100; false: it is not representable

  friend bool operator==(const ColumnPlan&, const ColumnPlan&) = default;
};

/// The choices that are looked up and recorded, per column:
///   "<file>/<column>/type"       numeric | category
///   "<file>/<column>/nulls"      e.g. "-99 NA", or "none"; "<file>/nulls" for all others
///   "<file>/<column>/negatives"  below-detection | value | not-representable
/// and per file:
///   "<file>/below-detection"     half | zero | limit | missing : the used value
///   "<file>/over-limit"          limit | not-representable
class ColumnPlanner {
 public:
  ColumnPlanner(const Decision& decision, Findings& findings) : decision_(decision), findings_(findings) {}

  /// What the person declared for the column, if anything. Lives as long as the result is kept.
  std::optional<DeclaredNulls> declaredNulls(const std::string& name) const;
  ColumnPlan plan(const std::string& name, std::size_t column, const ColumnProfile& profile,
                  const std::optional<DeclaredNulls>& declared);
  /// The same for a position, depth or direction: always numbers, only the nulls are decided.
  ColumnPlan planField(const std::string& name, std::size_t column, const ColumnProfile& profile,
                       const std::optional<DeclaredNulls>& declared);
  /// What became of the negative grades of a column that was filled after its plan: `codes` of them are not
  /// representable.
  void sayNegatives(const ColumnPlan& plan, std::size_t column, const ColumnProfile& profile,
                    std::size_t codes);

 private:
  struct Subject {
    const std::string& name;
    std::size_t column;
    const ColumnProfile& profile;
  };
  /// The declaration that holds for a column: the question that the person answered, "" without one.
  std::string askedNulls(const std::string& name) const;
  void takeDeclared(const std::string& name, const DeclaredNulls& declared, ColumnPlan& plan);
  geology::ColumnKind decideKind(const Subject& subject);
  void decideNulls(const Subject& subject, const std::optional<DeclaredNulls>& declared, ColumnPlan& plan);
  void decideNegatives(const Subject& subject, ColumnPlan& plan);
  void decideLimits(const Subject& subject, ColumnPlan& plan);

  const Decision& decision_;
  Findings& findings_;
  std::string belowDetection_;  // answered once a file
  std::string overLimit_;
};

}  // namespace adit::formats
