// What a command acts on: the layers, columns and surfaces that its arguments name.
#pragma once
#include <initializer_list>
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/state/columns.h"
#include "viewer/state/command_arguments.h"

namespace adit::viewer {

struct CommandContext {
  ViewState& state;
  const geology::Deposit& deposit;
  Arguments& arguments;
};

/// Kinds of objects that a command is for.
class Kinds {
 public:
  constexpr Kinds(std::initializer_list<geology::ObjectKind> kinds) {
    for (const geology::ObjectKind kind : kinds) bits_ |= 1U << static_cast<unsigned>(kind);
  }
  constexpr bool has(geology::ObjectKind kind) const { return (bits_ >> static_cast<unsigned>(kind)) & 1U; }
  /// "drillholes, block model"
  std::string text() const;

 private:
  unsigned bits_ = 0;
};
constexpr Kinds kEveryKind{geology::ObjectKind::DrillHoles, geology::ObjectKind::BlockModel,
                           geology::ObjectKind::Mesh,       geology::ObjectKind::Terrain,
                           geology::ObjectKind::Image,      geology::ObjectKind::Points,
                           geology::ObjectKind::Asset};

/// The LAYER argument: a name (exact, else ignoring case, else an unambiguous beginning), or "*" for all
/// unlocked layers of these kinds. Never empty without a fault in the arguments.
std::vector<std::string> takeLayers(CommandContext& context, const Kinds& kinds);
/// One object of these kinds; what = "SOLID" in messages.
std::string takeObject(CommandContext& context, const Kinds& kinds, std::string_view what);

struct LayerColumn {
  std::string layer;
  NamedColumn column;
};
enum class WantedColumn { Any, Numeric, Category };
/// The arguments LAYER COLUMN. With "*" only the layers that have such a column, at least one.
std::vector<LayerColumn> takeLayerColumns(CommandContext& context, const Kinds& kinds, WantedColumn wanted);
/// The argument COLUMN alone: those of the layers that have it.
std::vector<LayerColumn> takeColumns(CommandContext& context, const std::vector<std::string>& layers,
                                     WantedColumn wanted);

/// The COLUMN argument of a legend: a column's name or address anywhere in the deposit; gives the column.
NamedColumn takeLegendColumn(CommandContext& context);
/// "pick" for the picked position, or three numbers.
Vec3 takePoint(CommandContext& context);
/// The names of all objects of these kinds.
std::vector<std::string> objectNames(const geology::Deposit& deposit, const Kinds& kinds);

}  // namespace adit::viewer
