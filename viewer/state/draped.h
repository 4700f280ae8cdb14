// Which block models a view shows, in blocks of their own or draped over a surface.
#pragma once
#include <memory>
#include <string_view>

#include "geology/model/deposit.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// The block model that the view drapes over a surface; nullptr: none, or it is not there.
std::shared_ptr<const geology::BlockModel> drapedModel(const geology::Deposit& deposit,
                                                       const ViewState& state, std::string_view surface);

/// Whether one sees something of a model: its layer is on, or it is draped over a surface whose layer is on.
bool showsBlocks(const geology::Deposit& deposit, const ViewState& state, const geology::BlockModel& model);

}  // namespace adit::viewer
