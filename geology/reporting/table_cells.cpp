#include "geology/reporting/table_cells.h"

#include <array>
#include <charconv>
#include <cmath>

#include "geology/model/unit_scale.h"
#include "geology/reporting/doubtful_class.h"
#include "geology/reporting/figures.h"

namespace adit::reporting {
namespace {

std::string gradeCell(const GradeSum& sum, Digits digits, int figures) {
  if (std::isnan(sum.mean())) return "-";
  return digits == Digits::Exact ? exactText(sum.mean(), 6) : figuresText(sum.mean(), figures);
}

std::string metalCell(const GradeSum& sum, const std::string& unit, Digits digits, int figures) {
  const auto share = geology::metalShare(unit);
  if (!share || !(sum.tonnes > 0)) return "-";
  const double tonnes = sum.metal * *share;
  return digits == Digits::Exact ? exactText(tonnes, 3) + " t" : metalText(tonnes, unit, figures);
}

bool isDoubtful(const ResourceLine& line) {
  if (line.kind == ResourceLineKind::NoClasses) return true;
  return line.kind == ResourceLineKind::Class && isDoubtful(line.resourceClass);
}

}  // namespace

std::string exactText(double value, int decimals) {
  if (!std::isfinite(value)) return "-";
  std::array<char, 400> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals)
          .ptr;
  std::string text(buffer.data(), end);
  const std::size_t first = text.starts_with('-') ? 1 : 0;
  for (std::size_t i = std::min(text.find('.'), text.size()); i > first + 3; i -= 3) text.insert(i - 3, ",");
  return text;
}

std::string cutoffText(float cutoff, const std::string& unit) {
  if (!std::isfinite(cutoff)) return "none";
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), cutoff).ptr;
  return ">= " + std::string(buffer.data(), end) + (unit.empty() ? "" : " " + unit);
}

std::string nameWithUnit(const GradeName& grade) {
  return grade.unit.empty() ? grade.name : grade.name + " " + grade.unit;
}

std::vector<CellRow> cellsOf(const ResourceTable& table, const std::vector<GradeName>& grades,
                             Digits digits) {
  std::vector<CellRow> rows;
  for (const ResourceLine& line : table.lines) {
    const Figures figures = figuresOf(line);
    CellRow row{
        line.group, cutoffText(table.cutoffs[line.cutoff], grades.front().unit), titleOf(line), "-", {}, {}};
    if (line.sum.tonnes > 0)
      row.tonnes = digits == Digits::Exact ? exactText(line.sum.tonnes, 1) + " t"
                                           : tonnesText(line.sum.tonnes, figures.tonnes);
    for (std::size_t g = 0; g < grades.size(); ++g) {
      row.grade.push_back(gradeCell(line.sum.grades[g], digits, figures.grade));
      row.metal.push_back(metalCell(line.sum.grades[g], grades[g].unit, digits, figures.metal));
    }
    row.total =
        line.kind == ResourceLineKind::MeasuredAndIndicated || line.kind == ResourceLineKind::Reserves;
    row.doubtful = isDoubtful(line);
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace adit::reporting
