// Tonnes, grades and metal by resource class and cut-off.
#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "geology/analysis/graded_blocks.h"
#include "geology/model/bit_mask.h"
#include "geology/model/progress.h"
#include "geology/reporting/resource_class.h"

namespace adit::reporting {

/// Of one grade over the blocks of a sum that have it and have tonnes.
struct GradeSum {
  std::size_t withoutGrade = 0;  ///< blocks of the sum that lack this grade
  double tonnes = 0;
  double metal = 0;  ///< sum of grade x tonnes; tonnes of metal after multiplication by metalShare(unit)

  /// By tonnes, in the grade's unit; NaN when there are no tonnes.
  double mean() const { return tonnes > 0 ? metal / tonnes : std::numeric_limits<double>::quiet_NaN(); }
  friend bool operator==(const GradeSum&, const GradeSum&) = default;
};

struct ResourceSum {
  std::size_t blocks = 0;
  std::size_t withoutProportion = 0;  ///< of `blocks`: in no volume and no tonnes
  std::size_t withoutDensity = 0;     ///< of the others: in the volume only
  double volume = 0;                  ///< m3
  double tonnes = 0;
  std::vector<GradeSum> grades;  ///< the one that is cut first, then the others in the order of the question

  ResourceSum& operator+=(const ResourceSum& other);
  friend bool operator==(const ResourceSum&, const ResourceSum&) = default;
};

/// Sums that a code allows. There is none of inferred with anything else.
enum class ResourceLineKind : std::uint8_t {
  Class,                 ///< one class
  MeasuredAndIndicated,  ///< both, when the table has both
  Reserves,              ///< proved and probable, when the table has both
  NoClasses              ///< every block, when the model has no column of classes: no resource statement
};

struct ResourceLine {
  std::string group{};     ///< "" when nothing is grouped; kNoGroup for blocks without one
  std::size_t cutoff = 0;  ///< index into ResourceTable::cutoffs
  ResourceLineKind kind = ResourceLineKind::Class;
  ResourceClass resourceClass = ResourceClass::Unclassified;  ///< of ResourceLineKind::Class
  ResourceSum sum{};
  friend bool operator==(const ResourceLine&, const ResourceLine&) = default;
};
constexpr const char* kNoGroup = "(none)";
/// "Measured", "Measured + indicated", "All blocks".
std::string titleOf(const ResourceLine& line);

/// What the table is of. Everything that is pointed to outlives the call.
struct ResourceQuestion {
  const geology::BlockModel& model;
  const geology::Column& grade;                       ///< numeric; the cut-off is on it
  std::vector<const geology::Column*> otherGrades{};  ///< numeric; summed beside it
  analysis::Density density{};
  analysis::Proportion proportion{};
  double cubicMetres = 1;                   ///< of one cubic unit of the model's lengths
  std::span<const std::uint8_t> classes{};  ///< a ResourceClass a block; empty: the model has no classes
  const geology::Column* group = nullptr;   ///< a category, or numbers of few values
  const geology::BitMask* shown = nullptr;  ///< nullptr: all blocks
  std::vector<float> cutoffs{};             ///< grade >= cut-off; empty: every block that has a grade
};

struct ResourceTable {
  std::vector<float> cutoffs;       ///< rising; -infinity where no cut-off was asked for
  std::vector<ResourceLine> lines;  ///< by group, cut-off, and the order of kResourceClassNames; none empty
  std::size_t looked = 0;           ///< blocks that the filter lets through
  std::size_t withoutGrade = 0;     ///< of them: no value in the grade that is cut, in no line
  bool tooManyGroups = false;       ///< the grouping column has more than kMostGroups values: not grouped
  friend bool operator==(const ResourceTable&, const ResourceTable&) = default;
};
constexpr std::size_t kMostGroups = 64;

/// One pass over the blocks. Sums are of unrounded numbers, do not depend on the number of threads, and are
/// within 1e-9 of exact ones. Throws geology::Cancelled.
ResourceTable resourceTable(const ResourceQuestion& question, const geology::Progress& progress);

}  // namespace adit::reporting
