#include "viewer/state/command_arguments.h"

#include <charconv>
#include <cmath>
#include <optional>

#include "viewer/state/color_text.h"
#include "viewer/state/command.h"

namespace adit::viewer {
namespace {

/// Decimal point, exponent, sign; "inf" and "-inf"; never the locale.
std::optional<double> parsedNumber(std::string_view text) {
  if (text.size() > 1 && text[0] == '+' && text[1] != '-') text.remove_prefix(1);
  double value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc{} || end != text.data() + text.size() || std::isnan(value)) return std::nullopt;
  return value;
}

}  // namespace

std::string boundsText(Bounds bounds) {
  if (bounds.lo == kPositive.lo) return "above 0";
  if (bounds.hi == kFinite.hi)
    return bounds.lo == kFinite.lo ? "finite" : "at least " + commandNumber(bounds.lo);
  return "within " + commandNumber(bounds.lo) + " and " + commandNumber(bounds.hi);
}

void Arguments::fail(std::string message) {
  if (error_.empty()) error_ = std::move(message);
}

void Arguments::expectEnd() {
  if (more()) fail("'" + values_[position_] + "' is one argument too many");
}

std::string Arguments::text(std::string_view what) {
  if (!more()) {
    fail(std::string(what) + " is missing");
    return {};
  }
  return values_[position_++];
}

bool Arguments::accept(std::string_view word) {
  if (!more() || values_[position_] != word) return false;
  ++position_;
  return true;
}

std::optional<double> Arguments::acceptNumber() {
  const auto value = more() ? parsedNumber(values_[position_]) : std::nullopt;
  if (value) ++position_;
  return value;
}

double Arguments::number(std::string_view what, Bounds bounds) {
  const std::string word = text(what);
  const auto value = parsedNumber(word);
  if (!value) {
    fail("'" + word + "' is no number for " + std::string(what));
  } else if (!bounds.hold(*value)) {
    fail(std::string(what) + " must be " + boundsText(bounds) + ", not " + word);
  } else {
    return *value;
  }
  return bounds.lo > 0 ? 1 : 0;
}

double Arguments::openNumber(std::string_view what, double open) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  return accept("*") ? open : number(what, {-kInfinity, kInfinity});
}

long Arguments::integer(std::string_view what, long lo, long hi) {
  const double value = number(what, {static_cast<double>(lo), static_cast<double>(hi)});
  if (value != std::trunc(value)) fail(std::string(what) + " must be a whole number");
  return error_.empty() ? static_cast<long>(value) : lo;
}

Switch Arguments::onOff() {
  const std::string word = text("on|off");
  if (word == "on" || word == "true") return Switch::On;
  if (word == "toggle") return Switch::Toggle;
  if (word != "off" && word != "false") fail("'" + word + "' is neither on, off nor toggle");
  return Switch::Off;
}

Vec3 Arguments::point() {
  const double x = number("X");
  const double y = number("Y");
  const double z = number("Z");
  return {x, y, z};
}

Color Arguments::color(std::string_view what) {
  const std::string word = text(what);
  const auto color = colorFromHex(word);
  if (!color) fail("'" + word + "' is no colour; write it as #rrggbb");
  return color.value_or(Color{});
}

}  // namespace adit::viewer
