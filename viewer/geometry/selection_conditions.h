// The conditions of a selection: what each hides, and under which reason it is counted.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "geology/analysis/point_in_mesh.h"
#include "geology/model/bit_mask.h"
#include "geology/model/deposit.h"
#include "viewer/geometry/cut_planes.h"
#include "viewer/geometry/row_columns.h"
#include "viewer/state/facts.h"

namespace adit::viewer {

struct Condition {
  std::string reason;  ///< "below range cu_pct"
  std::string key;     ///< with `reason` all inputs but the object's own data
  std::function<geology::BitMask()> hides;
  /// For conditions with several reasons: the newly hidden rows by reason. Absent: all under `reason`.
  std::function<std::vector<HiddenCount>(const geology::BitMask&)> split;
  /// With `split`: of the newly hidden rows those that it counts under one of its reasons.
  std::function<geology::BitMask(const geology::BitMask&, const std::string& reason)> rowsOf{};
};

struct Conditions {
  std::vector<Condition> list;
  std::vector<std::string> notApplied;  ///< "range cu_pct: no such column"
};

/// Ranges, categories and expression of a filter on rows with these columns.
void addFilterConditions(const FilterState& filter, const std::shared_ptr<const RowColumns>& columns,
                         std::size_t rows, Conditions& conditions);

/// Hides what lies above or below a surface, by its height at the place in plan.
struct HeightRule {
  double sign = 1;  ///< 1: hides low places; -1: high ones
  /// A middle (x, y, z) is hidden when sign * z <= limit(x, y); called from several threads.
  std::function<double(double x, double y)> limit;

  bool hides(const geology::Vec3& p) const { return sign * p.z <= limit(p.x, p.y); }
};

/// How the rows of an object lie in space.
struct RowPlaces {
  /// Rows that lie wholly beyond one of the planes.
  std::function<geology::BitMask(const CutPlanes&)> beyond;
  /// Rows whose middle fulfils the question; called from several threads.
  std::function<geology::BitMask(const std::function<bool(const geology::Vec3&)>&)> where;
  /// Rows whose middle the rule hides. Absent: asks `where`.
  std::function<geology::BitMask(const HeightRule&)> byHeight{};
  /// Rows whose middle is outside the solid. Absent: asks `where`.
  std::function<geology::BitMask(const analysis::PointInMesh&)> outside{};
};

/// Sections, box and regions. `self` is the object's own name.
void addGroundConditions(const ViewState& state, const geology::Deposit& deposit, const std::string& self,
                         const std::shared_ptr<const RowPlaces>& places, Conditions& conditions);

}  // namespace adit::viewer
