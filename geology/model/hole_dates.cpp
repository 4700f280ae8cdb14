#include "geology/model/hole_dates.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cmath>

#include "geology/model/plain_text.h"

namespace adit::geology {
namespace {

namespace ch = std::chrono;

constexpr int kFirstYear = 1800;
constexpr int kLastYear = 2200;

bool isYear(int year) {
  return year >= kFirstYear && year <= kLastYear;
}

double daysOf(int year) {
  return ch::year{year}.is_leap() ? 366 : 365;
}

std::optional<DrillDate> dayOf(int year, int month, int day) {
  const ch::year_month_day date{ch::year{year}, ch::month{static_cast<unsigned>(std::max(month, 0))},
                                ch::day{static_cast<unsigned>(std::max(day, 0))}};
  if (!isYear(year) || !date.ok()) return std::nullopt;
  const auto first = ch::sys_days{ch::year{year} / ch::January / 1};
  return year + static_cast<double>((ch::sys_days{date} - first).count()) / daysOf(year);
}

/// Runs of digits at the beginning, parted by one of "-/."; a time behind them is not looked at.
std::vector<std::string_view> leadingNumbers(std::string_view text) {
  std::vector<std::string_view> numbers;
  while (numbers.size() < 3) {
    std::size_t end = 0;
    while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0) ++end;
    if (end == 0) return {};
    numbers.push_back(text.substr(0, end));
    text.remove_prefix(end);
    if (text.empty() || std::string_view("-/.").find(text.front()) == std::string_view::npos) break;
    text.remove_prefix(1);
  }
  const bool ended = text.empty() || text.front() == ' ' || text.front() == 'T' || text.front() == ',';
  return ended ? numbers : std::vector<std::string_view>{};
}

int valueOf(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 8)) value = value * 10 + (c - '0');
  return value;
}

std::optional<DrillDate> dateOfNumber(std::string_view digits) {
  const int value = valueOf(digits);
  if (digits.size() == 4 && isYear(value)) return value + (daysOf(value) - 0.5) / daysOf(value);
  if (digits.size() == 8) return dayOf(value / 10'000, value / 100 % 100, value % 100);
  return std::nullopt;
}

bool namedLikeADate(std::string name) {
  name = lowerCase(name);
  for (const char* word : {"date", "year", "drilled", "fecha", "a\xC3\xB1o", "completed"})
    if (name.find(word) != std::string::npos) return true;
  return false;
}

std::optional<DrillDate> dateIn(const Column& column, std::size_t row) {
  if (!column.hasValue(row)) return std::nullopt;
  if (!column.isNumeric()) return dateOf(column.category(row));
  return dateOf(std::to_string(std::llround(static_cast<double>(column.values[row]))));
}

HoleDates datesIn(const Column& column, std::size_t holes) {
  HoleDates dates{column.name, {}, 0};
  for (std::size_t h = 0; h < holes; ++h) {
    const bool stated = h < column.size() && column.hasValue(h);
    dates.date.push_back(stated ? dateIn(column, h) : std::nullopt);
    dates.unread += stated && !dates.date.back() ? 1 : 0;
  }
  return dates;
}

}  // namespace

std::optional<DrillDate> dateOf(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const std::vector<std::string_view> parts = leadingNumbers(text);
  if (parts.size() == 1) return dateOfNumber(parts[0]);
  if (parts.size() != 3) return std::nullopt;
  const std::array<int, 3> n{valueOf(parts[0]), valueOf(parts[1]), valueOf(parts[2])};
  if (parts[0].size() == 4) return dayOf(n[0], n[1], n[2]);
  // 3/4/2004 may be March or April: it is not guessed.
  if (parts[2].size() == 4 && n[0] > 12) return dayOf(n[2], n[1], n[0]);
  return std::nullopt;
}

HoleDates holeDates(const DrillHoles& holes) {
  for (const Column& column : holes.collarColumns) {
    if (!namedLikeADate(column.name)) continue;
    HoleDates dates = datesIn(column, holes.holes.size());
    const auto read = static_cast<std::size_t>(std::count_if(
        dates.date.begin(), dates.date.end(), [](const auto& date) { return date.has_value(); }));
    if (read > 0 && read >= dates.unread) return dates;
  }
  return {{}, std::vector<std::optional<DrillDate>>(holes.holes.size()), 0};
}

BitMask holesDrilledBy(const DrillHoles& holes, DrillDate date) {
  const HoleDates dates = holeDates(holes);
  BitMask drilled(holes.holes.size());
  for (std::size_t h = 0; h < holes.holes.size(); ++h)
    if (dates.date[h] && *dates.date[h] <= date) drilled.set(h);
  return drilled;
}

std::string dateText(DrillDate date) {
  constexpr double kHair = 1e-6;  // a day is 0.0027
  const int year = static_cast<int>(std::floor(date + kHair));
  const double days = (date - year) * daysOf(year);
  const int day = static_cast<int>(std::lround(days));
  if (std::abs(days - day) > 0.25) return std::to_string(year);
  const ch::year_month_day found{ch::sys_days{ch::year{year} / ch::January / 1} + ch::days{day}};
  const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return std::to_string(year) + "-" + two(static_cast<unsigned>(found.month())) + "-" +
         two(static_cast<unsigned>(found.day()));
}

}  // namespace adit::geology
