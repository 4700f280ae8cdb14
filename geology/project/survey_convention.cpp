#include "geology/project/survey_convention.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "geology/formats/delimited.h"

namespace adit::project {
namespace {

using formats::Decision;
using formats::DrillTable;
using formats::FindingKind;
using formats::Findings;
using geology::Severity;

constexpr FindingKind kDipSign{
    Severity::Note, "DH-DIP-SIGN", "the sign of dips is decided by the majority",
    "choose dip-sign = negative-down or positive-down if the holes point the wrong way"};
constexpr FindingKind kMixedDip{Severity::Warning, "DH-MIXED-DIP",
                                "dips of both signs in one table; those that are not down point upwards",
                                "check whether these holes were drilled upwards"};
constexpr FindingKind kDipTie{Severity::Warning, "DH-DIP-TIE",
                              "as many dips are positive as negative; positive is taken as down",
                              "choose dip-sign = negative-down or positive-down"};
constexpr FindingKind kNorth{Severity::Note, "DH-NORTH", "azimuths are taken from",
                             "choose north = grid, true or magnetic, and the declination"};
constexpr FindingKind kNoDeclination{Severity::Warning, "DH-DECLINATION-MISSING",
                                     "azimuths are not from grid north and no declination is given; they are "
                                     "not corrected",
                                     "give the declination in degrees, east positive"};
constexpr FindingKind kBadDeclination{Severity::Warning, "DH-DECLINATION-BAD",
                                      "the declination is no number of degrees; azimuths are not corrected",
                                      "give the declination in degrees, east positive, e.g. 10.4"};

struct SignCount {
  std::size_t negative = 0, positive = 0;
};

SignCount countSigns(const std::vector<double>& dips) {
  SignCount signs;
  for (const double dip : dips) {
    if (!(std::abs(dip) <= 90)) continue;
    if (dip < 0) ++signs.negative;
    if (dip > 0) ++signs.positive;
  }
  return signs;
}

void noteMixedDips(const DrillTable& table, bool negativeDown, Findings& findings) {
  for (std::size_t row = 0; row < table.dip.size(); ++row) {
    const double dip = negativeDown ? -table.dip[row] : table.dip[row];
    if (dip < 0 && dip >= -90) findings.add(kMixedDip, {table.line[row], 0}, table.holeId[row]);
  }
}

// The header of a column, as the reader has recorded it; normalized.
std::string headerOf(const DrillTable& table, std::string_view question) {
  const std::string ending = std::string("/").append(question);
  for (const geology::ImportChoice& choice : table.source.choices)
    if (choice.key.ends_with(ending)) return formats::normalizedHeader(choice.value);
  return {};
}

// The header of the dip column may say its sign, as in the files that Adit writes.
std::string statedDipSign(const DrillTable& table) {
  const std::string header = headerOf(table, "column-dip");
  if (header == "dippositivedown") return "positive-down";
  if (header == "dipnegativedown") return "negative-down";
  return {};
}

bool decideDipSign(DrillTable& table, const Decision& decision, Findings& findings) {
  const SignCount signs = countSigns(table.dip);
  const std::size_t dips = signs.negative + signs.positive;
  const bool negative = signs.negative > signs.positive;
  const std::string counted = std::to_string(std::max(signs.negative, signs.positive)) + " of " +
                              std::to_string(dips) + " dips are " + (negative ? "negative" : "positive");
  const std::string stated = statedDipSign(table);
  const std::string guess = !stated.empty() ? stated : negative ? "negative-down" : "positive-down";
  const std::string answer =
      decision.take("dip-sign", guess, stated.empty() ? counted : "the name of the column",
                    {"negative-down", "positive-down"});
  if (dips == 0) return answer == "negative-down";
  if (stated.empty() && !table.source.choices.back().byPerson) {
    if (signs.negative == signs.positive) findings.add(kDipTie, {}, counted, dips);
    findings.add(kDipSign, {}, answer + ", since " + counted, dips);
  }
  if (signs.negative > 0 && signs.positive > 0) noteMixedDips(table, answer == "negative-down", findings);
  return answer == "negative-down";
}

// The header of the azimuth column may say it: "Az_mag", "True azimuth".
std::string northOfHeader(const DrillTable& table) {
  const std::string header = headerOf(table, "column-azimuth");
  if (header.find("mag") != std::string::npos) return "magnetic";
  if (header.find("true") != std::string::npos) return "true";
  return "grid";
}

double decideDeclination(DrillTable& table, const Decision& decision, Findings& findings) {
  const std::string guess = northOfHeader(table);
  const std::string north =
      decision.take("north", guess, guess == "grid" ? "nothing else is stated" : "the header of the azimuth",
                    {"grid", "true", "magnetic"});
  const bool byPerson = table.source.choices.back().byPerson;
  if (!byPerson) findings.add(kNorth, {}, north + " north", table.azimuth.size());
  if (north == "grid") return 0;
  const auto* stated = formats::personsAnswer(decision.choices, table.source.path, "declination");
  if (stated == nullptr) {
    findings.add(kNoDeclination, {}, north + " north", table.azimuth.size());
    return 0;
  }
  const auto degrees = formats::parseNumber(*stated);
  if (!degrees || std::abs(*degrees) > 180) {
    findings.add(kBadDeclination, {}, "\"" + *stated + "\"", table.azimuth.size());
    return 0;
  }
  decision.take("declination", *stated, "given by the person");
  return *degrees;
}

}  // namespace

double SurveyConvention::azimuth(double asWritten) const {
  const double turned = std::fmod(asWritten + declination, 360);
  return turned < 0 ? turned + 360 : turned;
}

SurveyConvention decideConvention(DrillTable& table, const formats::ImportChoices& choices,
                                  geology::Diagnostics& diagnostics) {
  const Decision decision{choices, table.source, diagnostics};
  Findings findings(table.source.path);
  SurveyConvention convention;
  convention.negativeDown = decideDipSign(table, decision, findings);
  convention.declination = decideDeclination(table, decision, findings);
  findings.appendTo(diagnostics);
  return convention;
}

}  // namespace adit::project
