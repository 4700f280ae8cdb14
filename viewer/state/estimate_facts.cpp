#include "viewer/state/estimate_facts.h"

#include "geology/model/plain_text.h"

namespace adit::viewer {

std::string KnownHoles::text() const {
  using geology::withThousands;
  std::string words =
      "as known by " + asOf + ": " + withThousands(known) + " of " + geology::counted(holes, "hole");
  if (undated > 0)
    words += "; " + withThousands(undated) + " without a date " + (undated == 1 ? "is" : "are") +
             " not among them";
  return words;
}

}  // namespace adit::viewer
