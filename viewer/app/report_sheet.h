// A resource table with all that an auditor asks of it: where it comes from and what it rests on. As text for
// a person, as CSV for a spreadsheet, as JSON for a program (docs/reporting.md).
#pragma once
#include <string>
#include <vector>

#include "viewer/app/cli_text.h"
#include "viewer/state/disclosure.h"
#include "viewer/state/resource_facts.h"

namespace adit::viewer {

struct SheetSource {
  std::string path, format, sha256;
};

struct ReportSheet {
  ResourceFacts facts;
  std::string deposit, syntheticNote;  ///< the note is empty unless any part was made up
  std::vector<SheetSource> sources;    ///< of the block model
  std::string support;                 ///< "blocks of 25 x 25 x 20 m"
  std::string filter;                  ///< "" when nothing is hidden
  DisclosureState disclosure;          ///< date, person, code, basis: as somebody stated them
  reporting::Digits digits = reporting::Digits::Rounded;
};

/// Label and value of everything that stands above the table, in order.
std::vector<std::pair<std::string, std::string>> headOf(const ReportSheet& sheet);

void printReport(const ReportSheet& sheet, const Printer& printer);
/// Comment lines (#) with the head and the cautions, then one line a line of the table. Numbers are rounded
/// as the sheet says; tonnes of rock and of metal, grades in their units.
std::string reportCsv(const ReportSheet& sheet);
/// Members are only ever added; a change of meaning raises "schema".
std::string reportJson(const ReportSheet& sheet);

}  // namespace adit::viewer
