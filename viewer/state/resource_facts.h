// The resource table of what is shown, with all that has to stand beside it.
#pragma once
#include <string>
#include <vector>

#include "geology/reporting/category.h"
#include "geology/reporting/resource_table.h"
#include "geology/reporting/table_cells.h"

namespace adit::viewer {

/// Worked out beside the picture, which does not wait for it.
struct ResourceFacts {
  std::string object;
  std::vector<reporting::GradeName> grades;  ///< as in the sums; the first one is cut
  std::string group;                         ///< column, "" when not grouped
  bool known = false;                        ///< false: being worked out
  bool cutoffStated = false, densityStated = false, classed = false;
  std::string density;     ///< "density by column sg"
  std::string proportion;  ///< "" without one
  std::string classes;     ///< "class by column CLASS: 1 measured, 2 indicated"; "" without one
  reporting::ResourceTable table;
  std::vector<std::string> cautions;  ///< whole sentences, the gravest first
  friend bool operator==(const ResourceFacts&, const ResourceFacts&) = default;
};

/// What is claimed, class by class, whatever the claim slider hides; and how much of it is drilled.
struct ClaimFacts {
  std::string object;
  std::vector<reporting::GradeName> grades;  ///< the one that is asked
  bool known = false;                        ///< false: being worked out
  bool classed = false, densityStated = false;
  double reach = 0;  ///< half the spacing of the drilling, deposit units; 0: nobody knows how far samples are
  reporting::ResourceTable
      table;  ///< of the blocks that all but the slider lets through; no cut-off of its own
  /// One a line of the table: the share (0..1) of its tonnes, of its volume without a density, in blocks
  /// whose middle is at most `reach` from a sample; NaN when that is not known.
  std::vector<double> drilled;
  std::string fault;  ///< why nothing is known; empty: nothing is wrong
};

}  // namespace adit::viewer
