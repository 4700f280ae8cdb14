#include "viewer/app/cli_text.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <utility>

#include "geology/model/plain_text.h"
#include "viewer/state/facts.h"

namespace adit::viewer {

namespace {

/// Commas between the thousands of the digits before the decimal point.
std::string withCommas(std::string digits) {
  const std::size_t start = digits.starts_with('-') ? 1 : 0;
  std::size_t end = digits.find('.');
  if (end == std::string::npos) end = digits.size();
  for (std::size_t i = end; i > start + 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

const char* escapeOf(Ink ink) {
  switch (ink) {
    case Ink::Bold:
      return "\x1b[1m";
    case Ink::Faint:
      return "\x1b[2m";
    case Ink::Red:
      return "\x1b[1;31m";
    case Ink::Yellow:
      return "\x1b[33m";
    case Ink::Green:
      return "\x1b[32m";
    case Ink::Blue:
      return "\x1b[1;36m";
    case Ink::Plain:
      break;
  }
  return "";
}

bool wantsColor() {
  const char* no = std::getenv("NO_COLOR");
  return ::isatty(STDOUT_FILENO) != 0 && (no == nullptr || *no == '\0');
}

std::string padded(const std::string& text, std::size_t width, bool right) {
  const std::size_t used = displayWidth(text);
  const std::string blanks(width > used ? width - used : 0, ' ');
  return right ? blanks + text : text + blanks;
}

}  // namespace

std::string formatNumber(double value, int decimals) {
  if (!std::isfinite(value)) return "-";
  std::array<char, 400> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals, value);
  return withCommas(text.data());
}

std::string formatShort(double value) {
  if (!std::isfinite(value)) return "-";
  const double size = std::abs(value);
  if (size != 0 && (size < 1e-4 || size >= 1e12)) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.4g", value);
    return text.data();
  }
  const int whole = size >= 1 ? static_cast<int>(std::log10(size)) + 1 : 0;
  std::string text = formatNumber(value, std::clamp(6 - whole, 0, 6));
  if (text.find('.') != std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
  }
  return text;
}

std::string formatBytes(std::uint64_t bytes) {
  constexpr std::array kUnits{"B", "kB", "MB", "GB", "TB"};
  auto value = static_cast<double>(bytes);
  std::size_t unit = 0;
  while (value >= 1000 && unit + 1 < kUnits.size()) {
    value /= 1000;
    ++unit;
  }
  return formatNumber(value, unit == 0 ? 0 : 1) + " " + kUnits[unit];
}

std::string formatCount(std::size_t count, std::string_view singular) {
  return geology::counted(count, singular);
}

Printer::Printer() : colored_(wantsColor()) {}

std::string Printer::ink(Ink ink, std::string_view text) const {
  if (!colored_ || ink == Ink::Plain) return std::string(text);
  return escapeOf(ink) + std::string(text) + "\x1b[0m";
}

void Printer::heading(std::string_view title, std::string_view detail) const {
  std::cout << "\n" << ink(Ink::Bold, title);
  if (!detail.empty()) std::cout << "  " << ink(Ink::Faint, detail);
  std::cout << "\n";
}

void Printer::field(std::string_view label, std::string_view value) const {
  std::cout << "  " << ink(Ink::Faint, padded(std::string(label), 16, false)) << "  " << value << "\n";
}

void TextTable::print(std::string_view indent) const {
  std::vector<std::size_t> widths;
  for (const auto& row : rows_) {
    widths.resize(std::max(widths.size(), row.size()), 0);
    for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], displayWidth(row[c]));
  }
  for (const auto& row : rows_) {
    std::string line(indent);
    for (std::size_t c = 0; c < row.size(); ++c) {
      const bool right = c < right_.size() && right_[c];
      line += padded(row[c], widths[c], right) + (c + 1 < row.size() ? "  " : "");
    }
    line.erase(line.find_last_not_of(' ') + 1);
    std::cout << line << "\n";
  }
}

std::size_t displayWidth(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\x1b') {
      i = std::min(text.find('m', i), text.size() - 1);
      continue;
    }
    // Bytes that continue a UTF-8 character take no column of their own.
    width += (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
  }
  return width;
}

std::size_t terminalWidth() {
  winsize size{};
  const bool known = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? std::max<std::size_t>(size.ws_col, 60) : 110;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    const std::string_view word = text.substr(0, blank);
    if (!line.empty() && displayWidth(line) + 1 + displayWidth(word) > width)
      lines.push_back(std::exchange(line, {}));
    if (!line.empty()) line += ' ';
    line += word;
    text = blank == std::string_view::npos ? "" : text.substr(blank + 1);
  }
  if (!line.empty()) lines.push_back(line);
  return lines;
}

}  // namespace adit::viewer
