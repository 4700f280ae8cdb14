// Reading the arguments of a command: the one place where their text becomes values.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "geology/model/nearest_word.h"
#include "geology/model/plain_text.h"
#include "viewer/state/enum_names.h"
#include "viewer/state/limits.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

using geology::equalIgnoringCase;
using geology::suggestion;

/// on, off, or the other way round from what it is.
enum class Switch { Off, On, Toggle };
inline bool switched(Switch wanted, bool current) {
  return wanted == Switch::Toggle ? !current : wanted == Switch::On;
}

/// "above 0", "within 0 and 1".
std::string boundsText(Bounds bounds);

/// Takes the arguments one after the other. The first fault is kept; after it every take gives a harmless
/// value, and the caller asks error() once at the end.
class Arguments {
 public:
  explicit Arguments(std::span<const std::string> values) : values_(values) {}

  bool more() const { return error_.empty() && position_ < values_.size(); }
  std::size_t left() const { return error_.empty() ? values_.size() - position_ : 0; }
  const std::string& error() const { return error_; }
  void fail(std::string message);
  /// Arguments that nobody took are a fault.
  void expectEnd();

  /// `what` names the argument in messages, e.g. "LAYER".
  std::string text(std::string_view what);
  /// Takes the next argument when it is that word.
  bool accept(std::string_view word);
  /// Takes the next argument when it is a number.
  std::optional<double> acceptNumber();
  double number(std::string_view what, Bounds bounds = kFinite);
  /// A number, or "inf", "-inf", or "*" for `open`.
  double openNumber(std::string_view what, double open);
  long integer(std::string_view what, long lo, long hi);
  Switch onOff();
  Vec3 point();
  Color color(std::string_view what);

  template <typename E>
  E word(std::string_view what) {
    const std::string word = text(what);
    if (const auto value = enumFromName<E>(word)) return *value;
    if (error_.empty()) fail("'" + word + "' is no " + std::string(what) + suggestion(word, enumWords<E>()));
    return kEnumNames<E>.front().value;
  }

 private:
  std::span<const std::string> values_;
  std::size_t position_ = 0;
  std::string error_;
};

}  // namespace adit::viewer
