// The facts of a table of tonnes and grades: what adit report writes as JSON or CSV, and any table with such
// columns.
#pragma once
#include <string>
#include <string_view>
#include <variant>

#include "geology/model/diagnostic.h"
#include "viewer/guard/facts.h"

namespace adit::viewer {

/// CSV: a line of headers with "tonnes" or "metal" in it, one line of the table a row; lines before it that
/// begin with "#" state what holds for all ("# effective date: 2026-01-31"). JSON: docs/reporting.md.
/// Else GRD-NO-TABLE. Limits: 64 MiB, 10,000 lines.
std::variant<DisclosureFacts, geology::Diagnostic> factsOfTable(std::string_view bytes,
                                                                const std::string& path);

/// Reads a name of a line: "Measured + indicated" has two classes, "M+I+I" three, "A" none.
std::set<reporting::ResourceClass> classesIn(std::string_view name);

// The two forms; nothing where the bytes are not of the form.
std::optional<DisclosureFacts> factsOfJsonTable(std::string_view bytes);
std::optional<DisclosureFacts> factsOfCsvTable(std::string_view bytes);

/// Puts what one labelled text says where it belongs: "effective date", "person", "basis", "code", "caution".
void takeStatement(Statements& stated, const std::string& label, const std::string& text);
/// A total that names no categories has those of all lines of the table; where its tonnes are those of the
/// others without inferred, inferred is not in it.
void settleTotals(DisclosureFacts& facts);
/// Columns of money in time tell what a mine would earn, from ground of all classes that the table names.
void settleEconomics(DisclosureFacts& facts);

}  // namespace adit::viewer
