#include "geology/reporting/resource_table.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>

#include "geology/model/parallel_sums.h"
#include "geology/reporting/block_groups.h"

namespace adit::reporting {
namespace {

using analysis::GradedBlocks;
using geology::BitMask;
using geology::ParallelRange;

/// At most so many partial sums, each of at least so many blocks: a table of many groups stays small, and the
/// sums come out the same on any number of threads.
constexpr std::size_t kMostParts = 64;
constexpr std::size_t kFewestWordsAPart = 1024;

/// The numbers of one cell of the table, one after the other; counts too, exact up to 2^53.
enum Number : std::size_t { kBlocks, kWithoutProportion, kWithoutDensity, kVolume, kTonnes, kFirstGrade };
enum GradeNumber : std::size_t { kWithoutGrade, kGradeTonnes, kGradeMetal, kGradeNumbers };

/// Which cell a block belongs to, and what it adds there.
class Pass {
 public:
  explicit Pass(const ResourceQuestion& question)
      : question_(question),
        groups_(blockGroups(question.group)),
        rungs_(question.cutoffs),
        blocks_(GradedBlocks(question.model, question.grade, question.density, question.cubicMetres)
                    .with(question.proportion)) {
    if (rungs_.empty()) rungs_.push_back(-std::numeric_limits<float>::infinity());
    std::erase_if(rungs_, [](float cutoff) { return std::isnan(cutoff); });
    std::sort(rungs_.begin(), rungs_.end());
    rungs_.erase(std::unique(rungs_.begin(), rungs_.end()), rungs_.end());
    grades_.push_back(&question.grade);
    grades_.insert(grades_.end(), question.otherGrades.begin(), question.otherGrades.end());
  }

  const BlockGroups& groups() const { return groups_; }
  const std::vector<float>& rungs() const { return rungs_; }
  std::size_t numbersACell() const { return kFirstGrade + kGradeNumbers * grades_.size(); }
  std::size_t grades() const { return grades_.size(); }
  /// rung: the number of cut-offs that are reached, 1..rungs().size()
  std::size_t cell(std::size_t group, std::size_t resourceClass, std::size_t rung) const {
    return (group * kResourceClasses + resourceClass) * rungs_.size() + rung - 1;
  }
  std::size_t cells() const { return groups_.names.size() * kResourceClasses * rungs_.size(); }
  std::size_t wordCount() const { return (blocks_.count() + 63) / 64; }

  /// Returns how many blocks of the words have no grade.
  std::size_t addWords(ParallelRange words, std::vector<double>& sums) const {
    std::size_t withoutGrade = 0;
    for (std::size_t w = words.begin; w < words.end; ++w)
      for (std::uint64_t bits = wordAt(w); bits != 0; bits &= bits - 1)
        withoutGrade += addBlock(w * 64 + static_cast<std::size_t>(std::countr_zero(bits)), sums) ? 0 : 1;
    return withoutGrade;
  }
  std::size_t looked() const {
    return question_.shown != nullptr ? question_.shown->count() : blocks_.count();
  }

 private:
  std::uint64_t wordAt(std::size_t w) const {
    if (question_.shown != nullptr) return question_.shown->words()[w];
    const std::size_t left = blocks_.count() - w * 64;
    return left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1;
  }
  /// False when the block has no grade.
  bool addBlock(std::size_t block, std::vector<double>& sums) const {
    if (!blocks_.hasGrade(block)) return false;
    const auto rung = static_cast<std::size_t>(
        std::upper_bound(rungs_.begin(), rungs_.end(), blocks_.grade(block)) - rungs_.begin());
    if (rung == 0) return true;
    const std::size_t resourceClass = question_.classes.empty() ? 0 : question_.classes[block];
    addTo(&sums[cell(groups_.of(block), resourceClass, rung) * numbersACell()], block);
    return true;
  }
  void addTo(double* cell, std::size_t block) const {
    const bool counts = blocks_.proportion(block).has_value();
    const double volume = blocks_.volume(block);
    const double tonnes = volume * blocks_.density(block);
    cell[kBlocks] += 1;
    cell[kWithoutProportion] += counts ? 0 : 1;
    cell[kWithoutDensity] += counts && !(blocks_.density(block) > 0) ? 1 : 0;
    cell[kVolume] += volume;
    cell[kTonnes] += tonnes;
    double* number = cell + kFirstGrade;
    for (const geology::Column* grade : grades_) {
      const auto value = static_cast<double>(grade->values[block]);
      if (std::isfinite(value)) {
        number[kGradeTonnes] += tonnes;
        number[kGradeMetal] += tonnes * value;
      } else {
        number[kWithoutGrade] += 1;
      }
      number += kGradeNumbers;
    }
  }

  const ResourceQuestion& question_;
  BlockGroups groups_;
  std::vector<float> rungs_;
  GradedBlocks blocks_;
  std::vector<const geology::Column*> grades_;
};

struct Part {
  std::vector<double> sums;
  std::size_t withoutGrade = 0;
};

Part sumsOf(const Pass& pass, const geology::Progress& progress) {
  const std::size_t wordsAPart = std::max(kFewestWordsAPart, pass.wordCount() / kMostParts + 1);
  const Part nothing{std::vector<double>(pass.cells() * pass.numbersACell(), 0), 0};
  const auto sumsOfWords = [&](ParallelRange words) {
    Part part = nothing;
    part.withoutGrade = pass.addWords(words, part.sums);
    return part;
  };
  return geology::parallelSums({.count = pass.wordCount(), .grain = wordsAPart}, progress, nothing,
                               sumsOfWords, [](Part& part, const Part& more) {
                                 part.withoutGrade += more.withoutGrade;
                                 for (std::size_t n = 0; n < part.sums.size(); ++n)
                                   part.sums[n] += more.sums[n];
                               });
}

std::size_t countOf(double number) {
  return static_cast<std::size_t>(number);
}

ResourceSum sumOfCell(const Pass& pass, const Part& part, std::size_t cell) {
  const double* numbers = &part.sums[cell * pass.numbersACell()];
  ResourceSum sum{countOf(numbers[kBlocks]),
                  countOf(numbers[kWithoutProportion]),
                  countOf(numbers[kWithoutDensity]),
                  numbers[kVolume],
                  numbers[kTonnes],
                  {}};
  for (std::size_t g = 0; g < pass.grades(); ++g) {
    const double* grade = numbers + kFirstGrade + g * kGradeNumbers;
    sum.grades.push_back({countOf(grade[kWithoutGrade]), grade[kGradeTonnes], grade[kGradeMetal]});
  }
  return sum;
}

/// The lines of one group: by cut-off the sums of its classes, each that of everything from there on.
class GroupLines {
 public:
  GroupLines(const Pass& pass, const Part& part, std::size_t group)
      : name_(pass.groups().names[group]), rungs_(pass.rungs().size()) {
    for (std::size_t c = 0; c < kResourceClasses; ++c) {
      above_[c].resize(rungs_ + 1);
      for (std::size_t rung = rungs_; rung > 0; --rung) {
        above_[c][rung - 1] = sumOfCell(pass, part, pass.cell(group, c, rung));
        if (rung < rungs_) above_[c][rung - 1] += above_[c][rung];
      }
    }
  }
  void addTo(std::vector<ResourceLine>& lines, std::size_t cutoff, bool classed) const {
    if (!classed) {
      add(lines, {name_, cutoff, ResourceLineKind::NoClasses, ResourceClass::Unclassified,
                  sum(cutoff, ResourceClass::Unclassified)});
      return;
    }
    for (const ResourceClassName& name : kResourceClassNames) {
      add(lines, {name_, cutoff, ResourceLineKind::Class, name.value, sum(cutoff, name.value)});
      if (name.value == ResourceClass::Probable)
        addBoth(lines, cutoff, {ResourceLineKind::Reserves, ResourceClass::Proved, ResourceClass::Probable});
      if (name.value == ResourceClass::Indicated)
        addBoth(lines, cutoff,
                {ResourceLineKind::MeasuredAndIndicated, ResourceClass::Measured, ResourceClass::Indicated});
    }
  }

 private:
  struct Both {
    ResourceLineKind kind;
    ResourceClass one, other;
  };
  const ResourceSum& sum(std::size_t cutoff, ResourceClass c) const {
    return above_[static_cast<std::size_t>(c)][cutoff];
  }
  static void add(std::vector<ResourceLine>& lines, ResourceLine line) {
    if (line.sum.blocks > 0) lines.push_back(std::move(line));
  }
  void addBoth(std::vector<ResourceLine>& lines, std::size_t cutoff, const Both& both) const {
    if (sum(cutoff, both.one).blocks == 0 || sum(cutoff, both.other).blocks == 0) return;
    ResourceSum total = sum(cutoff, both.one);
    total += sum(cutoff, both.other);
    add(lines, {name_, cutoff, both.kind, both.one, std::move(total)});
  }

  std::string name_;
  std::size_t rungs_;
  std::array<std::vector<ResourceSum>, kResourceClasses> above_;
};

}  // namespace

ResourceSum& ResourceSum::operator+=(const ResourceSum& other) {
  blocks += other.blocks;
  withoutProportion += other.withoutProportion;
  withoutDensity += other.withoutDensity;
  volume += other.volume;
  tonnes += other.tonnes;
  grades.resize(std::max(grades.size(), other.grades.size()));
  for (std::size_t g = 0; g < other.grades.size(); ++g) {
    grades[g].withoutGrade += other.grades[g].withoutGrade;
    grades[g].tonnes += other.grades[g].tonnes;
    grades[g].metal += other.grades[g].metal;
  }
  return *this;
}

std::string titleOf(const ResourceLine& line) {
  switch (line.kind) {
    case ResourceLineKind::MeasuredAndIndicated:
      return "Measured + indicated";
    case ResourceLineKind::Reserves:
      return "Proved + probable";
    case ResourceLineKind::NoClasses:
      return "All blocks";
    case ResourceLineKind::Class:
      break;
  }
  return std::string(titleOf(line.resourceClass));
}

ResourceTable resourceTable(const ResourceQuestion& question, const geology::Progress& progress) {
  const Pass pass(question);
  const Part part = sumsOf(pass, progress);
  ResourceTable table{pass.rungs(), {}, pass.looked(), part.withoutGrade, pass.groups().tooMany};
  for (std::size_t group = 0; group < pass.groups().names.size(); ++group) {
    const GroupLines lines(pass, part, group);
    for (std::size_t cutoff = 0; cutoff < table.cutoffs.size(); ++cutoff)
      lines.addTo(table.lines, cutoff, !question.classes.empty());
  }
  return table;
}

}  // namespace adit::reporting
