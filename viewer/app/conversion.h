// Which object can be written as which file, and the writing.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "geology/model/deposit.h"

namespace adit::viewer {

struct ConversionRequest {
  std::shared_ptr<const geology::Deposit> deposit;
  std::string
      object;  ///< name of an object or interval table ("assay", "drillholes.assay"); empty: the only one
  std::string path;  ///< its ending decides the format
};

struct ConversionResult {
  std::string converted;   ///< what was written: "drillholes.assay"
  std::string usageError;  ///< nothing or several things suit; names them
  geology::Diagnostics diagnostics;
};

bool canConvertTo(std::string_view ending);
/// "intervals: .csv .vtp; block models: .csv .vti .vtu; ...".
std::string conversionHelp();

ConversionResult convert(const ConversionRequest& request);

}  // namespace adit::viewer
