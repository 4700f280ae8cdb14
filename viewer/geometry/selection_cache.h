// What a selection remembers from one frame to the next: one mask a condition, each under the key of its
// inputs. Dragging one slider computes one mask.
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "viewer/geometry/column_bounds.h"
#include "viewer/geometry/selection.h"

namespace adit::viewer {

/// Of one object in one view. Not for several threads at a time.
class SelectionCache {
 public:
  /// Begins a selection of these rows; other rows than the last time forget everything.
  void begin(const std::string& rows);
  /// The mask of a condition: `slot` says which one, `key` with what inputs. nullptr when it has no bit set:
  /// a condition that hides nothing keeps no memory.
  const geology::BitMask* mask(const std::string& slot, const std::string& key,
                               const std::function<geology::BitMask()>& compute);
  /// Places of the rows, computed once.
  const std::vector<geology::Vec3>& places(const std::function<std::vector<geology::Vec3>()>& compute);
  /// Bounds of a column of the object, found once.
  const ColumnBounds& bounds(const geology::Column& column);
  /// Places without a row (absent cells), counted once.
  std::size_t absent(const std::function<std::size_t()>& count);
  /// The last selection when it had this key, else nullptr.
  const Selection* remembered(const std::string& key) const;
  /// Ends a selection and gives it its revision: masks that it did not ask for are forgotten, and one that
  /// shows the same rows as the last keeps the mask and the revision of that.
  const Selection& remember(std::string key, geology::BitMask shown, LayerCount count);

 private:
  struct Entry {
    std::string key;
    std::optional<geology::BitMask> mask;  ///< nothing: no bit is set
    bool used = true;
  };
  std::string rows_;
  std::map<std::string, Entry> masks_;
  std::optional<std::vector<geology::Vec3>> places_;
  std::map<const geology::Column*, ColumnBounds> bounds_;
  std::optional<std::size_t> absent_;
  std::string selectionKey_;
  std::optional<Selection> selection_;
};

}  // namespace adit::viewer
