// The scene in space as glTF: what is shown, as it is cut and coloured, for other programs and for the web.
#pragma once
#include <memory>
#include <string>

#include "geology/model/deposit.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

/// Writes a .gltf (JSON with the buffers inside). glTF is Y up and float: the scene is turned, and its
/// coordinates are relative to the deposit's middle, which the asset's "extras" name. There, too, stands what
/// the view narrows and states, and in Honest View what solidity means: what one looks through on the screen
/// (inferred, unclassified, or drilling alone) is a translucent material of its own. In public mode a view
/// that breaks a required rule of disclosure is refused. Returns an error text, or an empty string.
std::string exportGltf(std::shared_ptr<const geology::Deposit> deposit, const ViewState& state,
                       const std::string& path);

}  // namespace adit::viewer
