#include "geology/formats/column_names.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "geology/formats/delimited.h"

namespace adit::formats {
namespace {

using Names = std::span<const std::string_view>;

// As normalizedHeader gives them; the plainest first.
constexpr std::array<std::string_view, 29> kHoleId{
    "holeid",     "bhid",     "dhid",         "hole",    "drillholeid", "collarid",
    "drillhole",  "holename", "holenumber",   "holeno",  "drillholeno", "drillholename",
    "boreholeid", "borehole", "boreholename", "ddh",     "bh",          "dh",
    "siteid",     "wellid",   "idsondaje",    "sondaje", "sondeo",      "idsondeo",
    "idpozo",     "pozo",     "barreno",      "taladro", "perforacion"};
constexpr std::array<std::string_view, 21> kX{
    "x",     "xcollar", "collarx", "east", "easting",     "xmga",   "mgaeast",
    "mgae",  "xutm",    "utmx",    "utme", "xcoord",      "coordx", "xcoordinate",
    "gridx", "xgrid",   "gridest", "este", "coordenadax", "estes",  "e"};
constexpr std::array<std::string_view, 21> kY{
    "y",     "ycollar", "collary",   "north", "northing",    "ymga",   "mganorth",
    "mgan",  "yutm",    "utmy",      "utmn",  "ycoord",      "coordy", "ycoordinate",
    "gridy", "ygrid",   "gridnorth", "norte", "coordenaday", "nortes", "n"};
constexpr std::array<std::string_view, 17> kZ{
    "z",      "zcollar", "collarz",  "rl",     "elev", "elevation", "zmga",        "mrl",    "zcoord",
    "coordz", "gridz",   "altitude", "height", "cota", "elevacion", "coordenadaz", "altitud"};
constexpr std::array<std::string_view, 5> kLongitude{"longitude", "lon", "long", "longitud", "lng"};
constexpr std::array<std::string_view, 3> kLatitude{"latitude", "lat", "latitud"};
constexpr std::array<std::string_view, 20> kEndOfHole{
    "eoh",       "maxdepth",  "totaldepth",       "holedepth",  "length", "holelength", "totallength",
    "eohdepth",  "depthmax",  "enddepth",         "finaldepth", "td",     "depthtotal", "profundidadtotal",
    "proftotal", "proffinal", "profundidadfinal", "profmax",    "largo",  "largototal"};
constexpr std::array<std::string_view, 17> kDepth{
    "depth",        "at",   "distance", "survat",        "surveydepth",   "depthat",     "surveyat",
    "stationdepth", "md",   "dist",     "measureddepth", "downholedepth", "depthsurvey", "station",
    "profundidad",  "prof", "en"};
constexpr std::array<std::string_view, 20> kAzimuth{
    "azimuth",     "az",         "azi",         "azim",        "brg",    "bearing",
    "azimut",      "rumbo",      "azimuthgrid", "gridazimuth", "azgrid", "azimuthutm",
    "azimuthtrue", "truazimuth", "azimuthmag",  "magazimuth",  "azmag",  "azimuthmagnetic",
    "trueazimuth", "aztrue"};
constexpr std::array<std::string_view, 13> kDip{"dip",
                                                "incl",
                                                "inclination",
                                                "plunge",
                                                "inc",
                                                "inclin",
                                                "inclinacion",
                                                "buzamiento",
                                                "buz",
                                                "manteo",
                                                "dipangle",
                                                "dippositivedown",
                                                "dipnegativedown"};
constexpr std::array<std::string_view, 17> kFrom{
    "from",     "depthfrom",  "fromdepth",  "frm",          "sampfrom", "samplefrom",
    "geolfrom", "startdepth", "depthstart", "start",        "top",      "depthtop",
    "topdepth", "desde",      "de",         "intervalfrom", "profdesde"};
constexpr std::array<std::string_view, 17> kTo{
    "to",       "depthto", "todepth",    "sampto",    "sampleto",    "geolto",
    "depthend", "end",     "bottom",     "base",      "depthbottom", "bottomdepth",
    "hasta",    "a",       "intervalto", "profhasta", "depthbase"};

struct Meaning {
  DrillField field;
  std::string_view name;
  Names names;
};
const std::array<Meaning, kDrillFieldCount>& meanings() {
  static constexpr std::array<Meaning, kDrillFieldCount> kMeanings{{
      {DrillField::HoleId, "hole-id", kHoleId},
      {DrillField::X, "x", kX},
      {DrillField::Y, "y", kY},
      {DrillField::Z, "z", kZ},
      {DrillField::Longitude, "longitude", kLongitude},
      {DrillField::Latitude, "latitude", kLatitude},
      {DrillField::EndOfHole, "end-of-hole", kEndOfHole},
      {DrillField::Depth, "depth", kDepth},
      {DrillField::Azimuth, "azimuth", kAzimuth},
      {DrillField::Dip, "dip", kDip},
      {DrillField::From, "from", kFrom},
      {DrillField::To, "to", kTo},
  }};
  return kMeanings;
}

std::optional<FieldMatch> lookUp(std::string_view name) {
  for (const Meaning& meaning : meanings()) {
    const auto it = std::find(meaning.names.begin(), meaning.names.end(), name);
    if (it != meaning.names.end())
      return FieldMatch{meaning.field, static_cast<std::size_t>(it - meaning.names.begin())};
  }
  return std::nullopt;
}

constexpr std::array<std::string_view, 6> kGradeUnits{"%", "ppm", "ppb", "g/t", "oz/t", "kg/t"};

// Symbols and oxides that are assayed for. Without I, N, O, Y and other letters that name coordinates.
constexpr std::array<std::string_view, 75> kAnalytes{
    "cu",  "au",   "ag",  "mo",   "pb",   "zn",   "fe",   "ni",    "co",    "s",     "as",    "sb",   "bi",
    "w",   "sn",   "li",  "u",    "th",   "v",    "ti",   "cr",    "mn",    "al",    "mg",    "ca",   "na",
    "k",   "p",    "ba",  "sr",   "rb",   "cs",   "be",   "ta",    "nb",    "zr",    "hf",    "sc",   "la",
    "ce",  "pr",   "nd",  "sm",   "eu",   "gd",   "tb",   "dy",    "yb",    "lu",    "pt",    "pd",   "re",
    "hg",  "cd",   "te",  "se",   "tl",   "ga",   "ge",   "si",    "sio2",  "al2o3", "fe2o3", "tio2", "p2o5",
    "loi", "li2o", "wo3", "treo", "u3o8", "cueq", "aueq", "ta2o5", "nb2o5", "baso4"};

constexpr std::array<std::string_view, 22> kCodeWords{
    "lith",  "lithology", "lithcode", "rock",  "rocktype", "rockcode", "code", "domain",
    "dom",   "zone",      "type",     "class", "geol",     "geology",  "alt",  "alteration",
    "weath", "strat",     "facies",   "regol", "litho",    "codigo"};

std::string_view withoutUnit(std::string_view name, std::string_view unit) {
  for (const std::string_view written :
       {std::string_view("feet"), std::string_view("ft"), std::string_view("metres"),
        std::string_view("meters"), std::string_view("mts"), std::string_view("m"),
        std::string_view("degrees"), std::string_view("deg")})
    if (!unit.empty() && name.size() > written.size() && name.ends_with(written))
      return name.substr(0, name.size() - written.size());
  return name;
}

std::vector<std::string> wordsOf(std::string_view header) {
  std::vector<std::string> words(1);
  for (const char c : header) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter)
      words.back().push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    else if (!words.back().empty())
      words.emplace_back();
  }
  return words;
}

bool hasWordOf(std::string_view header, Names names) {
  const std::vector<std::string> words = wordsOf(header);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(names.begin(), names.end(), word) != names.end();
  });
}

}  // namespace

std::string_view drillFieldName(DrillField field) {
  return meanings()[static_cast<std::size_t>(field)].name;
}

std::optional<FieldMatch> drillField(std::string_view header) {
  const std::string name = normalizedHeader(header);
  if (const auto match = lookUp(name)) return match;
  return lookUp(withoutUnit(name, unitFromHeader(header)));
}

bool namesGrade(std::string_view header) {
  const std::string unit = unitFromHeader(header);
  return std::find(kGradeUnits.begin(), kGradeUnits.end(), unit) != kGradeUnits.end() ||
         hasWordOf(header, kAnalytes);
}

bool namesCode(std::string_view header) {
  return hasWordOf(header, kCodeWords);
}

}  // namespace adit::formats
