// Which object can be written as which file, and the writing.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "geology/model/deposit.h"
#include "viewer/state/view_state.h"

namespace adit::viewer {

struct ConversionRequest {
  std::shared_ptr<const geology::Deposit> deposit;
  std::string
      object;  ///< name of an object or interval table ("assay", "drillholes.assay"); empty: the only one
  std::string path;  ///< its ending decides the format
  /// Whose mode decides whether an estimate leaves, and of which a scene is; absent: as the deposit first
  /// appears.
  std::optional<ViewState> view{};
};

struct ConversionResult {
  std::string converted;   ///< what was written: "drillholes.assay"
  std::string usageError;  ///< nothing or several things suit; names them
  geology::Diagnostics diagnostics;
  std::string refused{};  ///< why public mode did not let it out; empty: nothing spoke against it
};

bool canConvertTo(std::string_view ending);
/// "intervals: .csv .vtp; block models: .csv .vti .vtu; ...".
std::string conversionHelp();

ConversionResult convert(const ConversionRequest& request);

}  // namespace adit::viewer
