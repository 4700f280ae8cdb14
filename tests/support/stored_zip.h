// A zip archive typed in: members that are stored, not packed (PKWARE, "APPNOTE.TXT", sections 4.3.7
// to 4.3.16).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace adit::tests {

/// CRC-32 with the polynomial of zip, bit by bit.
inline std::uint32_t zipChecksum(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char byte : bytes) {
    crc ^= static_cast<unsigned char>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

/// Name and bytes of each member.
inline std::string storedZip(const std::vector<std::pair<std::string, std::string>>& members) {
  const auto put = [](std::string& out, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xFFU));
  };
  std::string files, directory;
  for (const auto& [name, bytes] : members) {
    std::string described;          // what the local header and the directory say alike
    put(described, 20, 2);          // version needed
    put(described, 0, 2);           // flags
    put(described, 0, 2);           // stored
    put(described, 0x00210000, 4);  // midnight of 1 January 1980
    put(described, zipChecksum(bytes), 4);
    put(described, bytes.size(), 4);
    put(described, bytes.size(), 4);
    put(described, name.size(), 2);
    put(described, 0, 2);  // no extra field
    directory += "PK\x01\x02";
    put(directory, 20, 2);
    directory += described;
    put(directory, 0, 2 + 2 + 2 + 4);  // comment, disk, attributes
    put(directory, files.size(), 4);
    directory += name;
    files += "PK\x03\x04" + described + name + bytes;
  }
  std::string end = "PK\x05\x06";
  put(end, 0, 4);
  put(end, members.size(), 2);
  put(end, members.size(), 2);
  put(end, directory.size(), 4);
  put(end, files.size(), 4);
  put(end, 0, 2);
  return files + directory + end;
}

}  // namespace adit::tests
