#include "geology/formats/ply_header.h"

#include <array>
#include <charconv>
#include <utility>

#include "geology/formats/text_lines.h"

namespace adit::formats {
namespace {

[[noreturn]] void refuse(const Source& source, std::size_t line, std::string message) {
  throw ReadError{{.severity = geology::Severity::Error,
                   .code = "PLY-HEADER",
                   .file = source.path,
                   .line = line,
                   .message = std::move(message),
                   .remedy = "export it again as PLY 1.0, or as OBJ"}};
}

std::optional<PlyType> typeNamed(std::string_view name) {
  using enum PlyType;
  constexpr std::array<std::pair<std::string_view, PlyType>, 16> kNames{{{"char", Int8},
                                                                         {"int8", Int8},
                                                                         {"uchar", Uint8},
                                                                         {"uint8", Uint8},
                                                                         {"short", Int16},
                                                                         {"int16", Int16},
                                                                         {"ushort", Uint16},
                                                                         {"uint16", Uint16},
                                                                         {"int", Int32},
                                                                         {"int32", Int32},
                                                                         {"uint", Uint32},
                                                                         {"uint32", Uint32},
                                                                         {"float", Float32},
                                                                         {"float32", Float32},
                                                                         {"double", Float64},
                                                                         {"float64", Float64}}};
  for (const auto& [known, type] : kNames)
    if (known == name) return type;
  return std::nullopt;
}

std::optional<PlyForm> formNamed(std::string_view name) {
  if (name == "ascii") return PlyForm::Ascii;
  if (name == "binary_little_endian") return PlyForm::LittleEndian;
  if (name == "binary_big_endian") return PlyForm::BigEndian;
  return std::nullopt;
}

struct Line {
  const Source& source;
  std::size_t number;
  std::string_view rest;
};

void takeFormat(Line line, PlyHeader& header) {
  const auto form = formNamed(takeWord(line.rest));
  if (!form)
    refuse(line.source, line.number, "the format is not ascii, binary_little_endian or binary_big_endian");
  header.form = *form;
}

void takeElement(Line line, PlyHeader& header) {
  PlyElement element;
  element.name = takeWord(line.rest);
  const std::string_view count = takeWord(line.rest);
  const auto [end, error] = std::from_chars(count.data(), count.data() + count.size(), element.count);
  if (error != std::errc() || end != count.data() + count.size())
    refuse(line.source, line.number, "the number of elements is no whole number");
  header.elements.push_back(std::move(element));
}

void takeProperty(Line line, PlyHeader& header) {
  if (header.elements.empty()) refuse(line.source, line.number, "a property comes before the first element");
  PlyProperty property;
  std::string_view word = takeWord(line.rest);
  if (word == "list") {
    property.countType = typeNamed(takeWord(line.rest));
    if (!property.countType) refuse(line.source, line.number, "the length of a list has an unknown type");
    word = takeWord(line.rest);
  }
  const auto type = typeNamed(word);
  if (!type)
    refuse(line.source, line.number, "the type \"" + std::string(word.substr(0, 20)) + "\" is unknown");
  property.type = *type;
  property.name = takeWord(line.rest);
  header.elements.back().properties.push_back(std::move(property));
}

}  // namespace

int PlyElement::find(const std::string& property) const {
  for (std::size_t i = 0; i < properties.size(); ++i)
    if (properties[i].name == property) return static_cast<int>(i);
  return -1;
}

PlyHeader readPlyHeader(const Source& source) {
  PlyHeader header;
  LineScanner lines(source.bytes);
  for (std::string_view rest; lines.next(rest);) {
    const std::string_view keyword = takeWord(rest);
    const Line line{source, lines.line(), rest};
    if (keyword == "format") {
      takeFormat(line, header);
    } else if (keyword == "element") {
      takeElement(line, header);
    } else if (keyword == "property") {
      takeProperty(line, header);
    } else if (keyword == "end_header") {
      header.bodyOffset = lines.offset();
      header.lines = lines.line();
      return header;
    }
  }
  refuse(source, lines.line(), "the header does not end (end_header is missing)");
}

}  // namespace adit::formats
