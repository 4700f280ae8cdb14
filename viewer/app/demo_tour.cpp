#include "viewer/app/demo_tour.h"

#include "viewer/state/initial_state.h"
#include "viewer/state/tour.h"

namespace adit::viewer {
namespace {

/// What one sees, and what is said about it. Each begins from the view with which the deposit opens; the
/// names are those of geology/synthetic/porphyry_deposit.h.
struct DemoStop {
  const char* title;
  const char* text;
  double seconds, transition;
  std::vector<const char*> commands;
};

const std::vector<DemoStop>& stops() {
  static const std::vector<DemoStop> kStops{
      {"The surface",
       "A hill in the desert. Nothing of what lies below can be seen from here: everything that follows is "
       "inferred from holes a hand wide. This deposit is synthetic; its truth is known, and was hidden from "
       "the "
       "estimate.",
       8,
       0,
       {"only topography", "opacity topography 1", "look NW", "camera plunge 24", "frame topography",
        "zoom 0.62", "note add 318000 3218000 1180 'The deposit lies below this slope.'"}},
      {"What was drilled",
       "Holes as wide as a hand, assayed piece by piece. The thickness of a hole follows its copper. Between "
       "the holes nobody has looked.",
       9,
       3,
       {"only drillholes topography", "opacity topography 0.2", "labels drillholes off",
        "size drillholes cu_pct", "look NE", "camera plunge 18", "frame drillholes", "zoom 0.66"}},
      {"The ore body at 0.2 % copper",
       "An estimate fills the ground between the holes. At a low cut-off it is one large body. Dots show how "
       "well each block is known: the farther from a sample, the fewer.",
       8,
       3,
       {"only blocks", "range blocks cu_pct 0.2 inf", "look NE", "camera plunge 20", "frame blocks",
        "zoom 0.6"}},
      {"The ore body at 0.4 %",
       "The cut-off is a choice, not a fact: at twice the grade much of the body is gone.",
       7,
       4,
       {"only blocks", "range blocks cu_pct 0.4 inf", "look NE", "camera plunge 20", "frame blocks",
        "zoom 0.6", "orbit 25 4"}},
      {"The ore body at 0.6 %",
       "What is left is the heart. A price, a cost and a recovery decide which of these three is called ore.",
       7,
       4,
       {"only blocks", "range blocks cu_pct 0.6 inf", "look NE", "camera plunge 20", "frame blocks",
        "zoom 0.6", "orbit 50 8"}},
      {"What is proven",
       "The same body at 0.4 %, but only what the author of the model calls measured. This is what "
       "stands on close drilling; the rest is a claim with less behind it.",
       9,
       4,
       {"only blocks drillholes", "labels drillholes off", "range blocks cu_pct 0.4 inf", "claim measured",
        "look NE", "camera plunge 20", "frame blocks", "zoom 0.6", "orbit 50 8"}},
      {"The pit",
       "A pit design around the ore: benches, berms and a ramp. A design is not a reserve; nobody has taken "
       "responsibility for it.",
       8,
       4,
       {"only topography 'pit design' blocks", "range blocks cu_pct 0.4 inf", "opacity topography 0.25",
        "opacity 'pit design' 1", "frame 'pit design'", "look NE", "camera plunge 32", "zoom 0.9"}},
      {"The pit, year by year",
       "Twelve years of a schedule. What has been mined is gone, the walls show the grade behind them, dots "
       "how "
       "well it is known, and the heap holds the waste. A schedule is a proposal and no reserve.",
       24,
       4,
       {"only topography blocks", "opacity topography 1", "resource cutoffs cu_pct 0.3",
        "range blocks cu_pct 0.3 inf", "plan on", "look NE", "camera plunge 34", "frame blocks", "zoom 0.42",
        "path around 24", "path plan 0 12", "path show off"}},
      {"Down the ramp",
       "On foot from the rim to the floor of the pit, at the height of a person's eye. The walls show the "
       "copper of the blocks behind them, above 0.3 %, and dots how well it is known.",
       24,
       4,
       {"only 'pit design'", "opacity 'pit design' 1", "drape 'pit design' blocks",
        "range blocks cu_pct 0.3 inf", "path along 'pit design' 24"}},
      {"What we do not know",
       "A section through the middle. Where there are no dots, no sample is near: a smooth picture would "
       "have "
       "hidden it. Every picture of this tour says which data it shows, and how well they are known.",
       10,
       4,
       {"only blocks drillholes", "labels drillholes off", "range blocks cu_pct 0.2 inf",
        "section add 90 90 318000 3218000 900", "look N", "camera plunge 12", "frame blocks", "zoom 0.55"}},
  };
  return kStops;
}

OrError<ViewState> viewOf(const DemoStop& stop, const geology::Deposit& deposit) {
  std::string script;
  for (const std::string& line : demoStatements()) script += line + "\n";
  for (const char* line : stop.commands) script += std::string(line) + "\n";
  return applyScript(initialState(deposit), script, deposit);
}

}  // namespace

const std::vector<std::string>& demoStatements() {
  static const std::vector<std::string> kCommands{
      "density blocks density", "resource class blocks category", "resource suggested blocks", "honest on",
      // Of a pit: assumptions of the author of the demo.
      "pit propose blocks", "pit set price 9000 cu_pct", "pit set sellingCost 900", "pit set recovery 0.87",
      "pit metal au_gpt on", "pit set price 2000 au_gpt", "pit set sellingCost 60 au_gpt",
      "pit set recovery 0.6 au_gpt", "pit set slopes.angle 45", "pit set miningCost.perTonne 2.3",
      "pit set miningCost.perTonneAndMetre 0.003", "pit set processingCost 9.5",
      "pit set schedule.mineCapacity 6e7", "pit set schedule.millCapacity 2e7",
      "pit set schedule.firstYear 2030"};
  return kCommands;
}

OrError<std::vector<TourStop>> demoTour(const geology::Deposit& deposit) {
  std::vector<TourStop> tour;
  for (const DemoStop& stop : stops()) {
    OrError<ViewState> view = viewOf(stop, deposit);
    if (const auto* fault = std::get_if<CommandError>(&view))
      return CommandError{std::string(stop.title) + ": " + fault->message};
    ViewState state = std::get<ViewState>(std::move(view));
    const bool flies = !state.path.keys.empty();
    tour.push_back(
        {stop.title, stop.text, stop.seconds, stop.transition, stopViewOf(std::move(state), flies)});
  }
  return tour;
}

}  // namespace adit::viewer
