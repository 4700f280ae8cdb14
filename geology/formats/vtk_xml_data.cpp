// Source: Kitware, "VTK XML File Formats".
#include "geology/formats/vtk_xml_data.h"

#include <vtkDataCompressor.h>
#include <vtkLZ4DataCompressor.h>
#include <vtkLZMADataCompressor.h>
#include <vtkSmartPointer.h>
#include <vtkZLibDataCompressor.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include "geology/formats/bytes.h"
#include "geology/formats/delimited.h"
#include "geology/formats/text_lines.h"
#include "geology/formats/vtk_messages.h"

namespace adit::formats {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

[[noreturn]] void fault(std::string why) {
  throw XmlArrayFault{std::move(why)};
}

struct NumberType {
  std::string_view name;
  std::size_t size;
  double (*read)(std::string_view, std::size_t, std::endian);
};

template <typename T>
double read(std::string_view bytes, std::size_t offset, std::endian order) {
  return static_cast<double>(numberAt<T>(bytes, offset, order));
}

constexpr std::array<NumberType, 11> kTypes{{{"Float32", 4, read<float>},
                                             {"Float64", 8, read<double>},
                                             {"Int8", 1, read<std::int8_t>},
                                             {"UInt8", 1, read<std::uint8_t>},
                                             {"Int16", 2, read<std::int16_t>},
                                             {"UInt16", 2, read<std::uint16_t>},
                                             {"Int32", 4, read<std::int32_t>},
                                             {"UInt32", 4, read<std::uint32_t>},
                                             {"Int64", 8, read<std::int64_t>},
                                             {"UInt64", 8, read<std::uint64_t>},
                                             {"String", 1, read<std::int8_t>}}};

const NumberType& typeNamed(const std::string& name) {
  const auto type =
      std::find_if(kTypes.begin(), kTypes.end(), [&](const NumberType& t) { return t.name == name; });
  if (type == kTypes.end()) fault("the type \"" + name + "\" is unknown");
  return *type;
}

int sextetOf(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/// Bytes of a stream that is raw or base64. In base64 the head and the data may be two pieces, each padded.
class ByteStream {
 public:
  ByteStream(std::string_view text, bool base64) : text_(text), base64_(base64) {}

  std::string take(std::size_t n) {
    if (!base64_) {
      if (n > text_.size()) fault("the data ends too early");
      std::string bytes(text_.substr(0, n));
      text_.remove_prefix(n);
      return bytes;
    }
    if (n / 3 > text_.size()) fault("the data ends too early");
    while (left_.size() < n) takeQuartet();
    std::string bytes = left_.substr(0, n);
    left_.erase(0, n);
    return bytes;
  }

 private:
  char nextCharacter() {
    text_.remove_prefix(std::min(text_.find_first_not_of(kBlanks), text_.size()));
    if (text_.empty()) fault("the data ends too early");
    const char c = text_.front();
    text_.remove_prefix(1);
    return c;
  }

  void takeQuartet() {
    std::uint32_t bits = 0;
    int padding = 0;
    for (int i = 0; i < 4; ++i) {
      const char c = nextCharacter();
      const int sextet = c == '=' ? 0 : sextetOf(c);
      if (sextet < 0) fault("the data is no base64");
      padding += c == '=' ? 1 : 0;
      bits = bits << 6U | static_cast<std::uint32_t>(sextet);
    }
    for (int i = 0; i < 3 - padding; ++i) left_.push_back(static_cast<char>(bits >> (16 - 8 * i) & 0xFFU));
  }

  std::string_view text_;
  bool base64_;
  std::string left_;
};

std::size_t countAt(std::string_view header, std::size_t index, const XmlPacking& packing) {
  const std::endian order = packing.bigEndian ? std::endian::big : std::endian::little;
  if (packing.headerSize == 8) return numberAt<std::uint64_t>(header, index * 8, order);
  return numberAt<std::uint32_t>(header, index * 4, order);
}

vtkSmartPointer<vtkDataCompressor> compressorNamed(const std::string& name) {
  if (name == "vtkZLibDataCompressor") return vtkSmartPointer<vtkZLibDataCompressor>::New();
  if (name == "vtkLZ4DataCompressor") return vtkSmartPointer<vtkLZ4DataCompressor>::New();
  if (name == "vtkLZMADataCompressor") return vtkSmartPointer<vtkLZMADataCompressor>::New();
  fault("the compressor \"" + name + "\" is unknown");
}

/// Number of blocks, size of a block, size of the last one (0 = as the others), packed sizes; then the
/// blocks.
std::string unpack(ByteStream& stream, const XmlPacking& packing, std::size_t most) {
  const std::size_t h = packing.headerSize;
  const std::string first = stream.take(3 * h);
  const std::size_t blocks = countAt(first, 0, packing);
  const std::size_t blockSize = countAt(first, 1, packing);
  const std::size_t lastSize = countAt(first, 2, packing);
  if (blocks == 0) return {};
  if (blocks > most) fault("the data claims to be longer than the grid");
  const std::string sizes = stream.take(blocks * h);
  const auto compressor = compressorNamed(packing.compressor);
  const auto messages = VtkMessages::create();  // else they are printed; the size that comes out says enough
  listenTo(compressor, messages);
  std::string bytes;
  for (std::size_t block = 0; block < blocks; ++block) {
    const std::size_t size = block + 1 == blocks && lastSize != 0 ? lastSize : blockSize;
    const std::string packed = stream.take(countAt(sizes, block, packing));
    if (size > blockSize || bytes.size() + size > most) fault("the data claims to be longer than the grid");
    const std::size_t before = bytes.size();
    bytes.resize(before + size);
    const std::size_t got =
        compressor->Uncompress(reinterpret_cast<const unsigned char*>(packed.data()), packed.size(),
                               reinterpret_cast<unsigned char*>(bytes.data() + before), size);
    if (got != size) fault("a block of the data cannot be unpacked");
  }
  return bytes;
}

std::string bytesOf(const XmlTag& tag, const XmlPacking& packing, std::size_t most) {
  const bool isAppended = tag.attribute("format") == "appended";
  std::string_view text = tag.content;
  if (isAppended) {
    const auto offset = parseNumber(tag.attribute("offset"));
    if (!offset || !(*offset >= 0) || *offset > static_cast<double>(packing.appended.size()))
      fault("the data lies outside the file");
    text = packing.appended.substr(static_cast<std::size_t>(*offset));
  }
  ByteStream stream(text, !isAppended || packing.appendedBase64);
  if (!packing.compressor.empty()) return unpack(stream, packing, most);
  const std::size_t size = countAt(stream.take(packing.headerSize), 0, packing);
  if (size > most) fault("the data claims to be longer than the grid");
  return stream.take(size);
}

std::vector<double> textNumbers(std::string_view text, std::size_t most) {
  std::vector<double> numbers;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
    if (text.empty()) return numbers;
    const std::string_view word = text.substr(0, text.find_first_of(kBlanks));
    text.remove_prefix(word.size());
    if (numbers.size() == most) fault("the data is longer than the grid");
    const auto number = parseNumber(word);
    constexpr std::array<std::string_view, 4> kNotFinite{"nan", "-nan", "inf", "-inf"};
    if (!number && std::none_of(kNotFinite.begin(), kNotFinite.end(),
                                [&](std::string_view known) { return equalIgnoringCase(word, known); }))
      fault("\"" + std::string(word.substr(0, 20)) + "\" is no number");
    numbers.push_back(number.value_or(std::numeric_limits<double>::quiet_NaN()));
  }
}

}  // namespace

std::string XmlTag::attribute(std::string_view key) const {
  std::size_t at = 0;
  while (true) {
    at = attributes.find(key, at);
    if (at == std::string_view::npos) return {};
    const bool begins = at == 0 || kBlanks.find(attributes[at - 1]) != std::string_view::npos;
    const std::size_t open = at + key.size() + 1;
    if (begins && attributes.substr(at + key.size(), 2) == "=\"") {
      std::string value(attributes.substr(open + 1, attributes.find('"', open + 1) - open - 1));
      constexpr std::array<std::pair<std::string_view, char>, 5> kEntities{
          {{"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}, {"&amp;", '&'}}};
      for (const auto& [entity, character] : kEntities)
        for (std::size_t e = value.find(entity); e != std::string::npos; e = value.find(entity, e + 1))
          value.replace(e, entity.size(), 1, character);
      return value;
    }
    at += key.size();
  }
}

bool XmlTags::next(XmlTag& tag) {
  while (true) {
    const std::size_t open = text_.find('<', offset_);
    if (open == std::string_view::npos) return false;
    const bool comment = text_.substr(open, 4) == "<!--";
    const std::size_t end = comment ? text_.find("-->", open) : text_.find('>', open);
    if (end == std::string_view::npos) return false;
    offset_ = end + (comment ? 3 : 1);
    if (comment || text_.substr(open, 2) == "<?" || text_.substr(open, 2) == "<!") continue;
    std::string_view inside = text_.substr(open + 1, end - open - 1);
    tag.closed = inside.ends_with('/');
    if (tag.closed) inside.remove_suffix(1);
    const std::size_t nameEnd = std::min(inside.find_first_of(kBlanks), inside.size());
    tag.name = inside.substr(0, nameEnd);
    tag.attributes = inside.substr(nameEnd);
    tag.content = text_.substr(offset_, text_.find('<', offset_) - offset_);
    return true;
  }
}

std::vector<double> xmlNumbers(const XmlTag& tag, const XmlPacking& packing, std::size_t most) {
  if (tag.attribute("format") == "ascii") return textNumbers(tag.content, most);
  const NumberType& type = typeNamed(tag.attribute("type"));
  const std::string bytes = bytesOf(tag, packing, most * type.size);
  const std::endian order = packing.bigEndian ? std::endian::big : std::endian::little;
  std::vector<double> numbers(bytes.size() / type.size);
  for (std::size_t i = 0; i < numbers.size(); ++i) numbers[i] = type.read(bytes, i * type.size, order);
  return numbers;
}

std::vector<std::string> xmlTexts(const XmlTag& tag, const XmlPacking& packing, std::size_t most) {
  std::vector<std::string> texts;
  std::string text;
  for (const double character : xmlNumbers(tag, packing, most)) {
    if (character != 0) {
      const bool isByte = character >= -128 && character <= 255;  // false for NaN
      text.push_back(isByte ? static_cast<char>(static_cast<int>(character)) : '?');
      continue;
    }
    texts.push_back(std::move(text));
    text.clear();
  }
  return texts;
}

}  // namespace adit::formats
