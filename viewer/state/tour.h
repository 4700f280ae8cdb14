// A tour: views in an order, each with what is said about it. The tour, the saved views and the theme belong
// to the document; a stop holds everything else that its view asks.
#pragma once
#include <string>
#include <vector>

#include "geology/model/deposit.h"
#include "viewer/state/command.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// What a stop keeps of a view: not the tour, the saved views and what the hand was doing. The camera path
/// stays only `withPath`: then the stop is a flight along it.
std::string stopViewOf(ViewState state, bool withPath);

/// The view of a stop, or what is wrong with it.
OrError<ViewState> viewOfStop(const TourStop& stop);

/// `stop` seen from within `state`, whose tour, saved views and theme stay. The camera path stays too, unless
/// the stop is a flight.
ViewState enteredStop(const ViewState& state, ViewState stop);

/// A stop that moves: its view has a camera path.
bool isFlight(const ViewState& stop);

/// What a view shows and the deposit does not have: "'pit design' is not there", "blocks has no column 'au'".
/// Columns of the data support are never missing: they may still be on their way.
std::vector<std::string> missingIn(const ViewState& view, const geology::Deposit& deposit);

/// "3 (Ore body)": how a stop is named in messages; counted from 1.
std::string stopName(const std::vector<TourStop>& tour, std::size_t index);

}  // namespace adit::viewer
