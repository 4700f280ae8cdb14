// A zip archive in memory, its members stored as they are. Format: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12
// and 4.3.16.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace adit::tests {

/// CRC-32 of IEEE 802.3, bit by bit.
inline std::uint32_t crc32Of(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char c : bytes) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

/// Path inside the archive and content.
inline std::string storedZip(const std::vector<std::pair<std::string, std::string>>& members) {
  std::string zip, directory;
  const auto put = [](std::string& to, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to += static_cast<char>(value >> (8U * static_cast<unsigned>(i)));
  };
  const auto size = [](const std::string& text) { return static_cast<std::uint32_t>(text.size()); };
  for (const auto& [name, content] : members) {
    const std::uint32_t offset = size(zip);
    std::string shared;  // version, flags, method, time, date, checksum, sizes, length of the name, extra
    put(shared, 20, 2);
    put(shared, 0, 4);
    put(shared, 0x00210000U, 4);
    put(shared, crc32Of(content), 4);
    put(shared, size(content), 4);
    put(shared, size(content), 4);
    put(shared, size(name), 2);
    put(shared, 0, 2);
    zip += "PK\x03\x04" + shared + name + content;
    directory += "PK\x01\x02";
    put(directory, 20, 2);
    directory += shared;
    put(directory, 0, 10);  // comment, disk, attributes
    put(directory, offset, 4);
    directory += name;
  }
  const std::uint32_t begin = size(zip);
  zip += directory + "PK\x05\x06";
  put(zip, 0, 4);
  put(zip, static_cast<std::uint32_t>(members.size()), 2);
  put(zip, static_cast<std::uint32_t>(members.size()), 2);
  put(zip, size(directory), 4);
  put(zip, begin, 4);
  put(zip, 0, 2);
  return zip;
}

}  // namespace adit::tests
