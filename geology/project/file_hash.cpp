#include "geology/project/file_hash.h"

#include <openssl/evp.h>

#include <array>
#include <memory>
#include <stdexcept>
#include <system_error>

#include "geology/project/mapped_file.h"

namespace adit::project {

std::string sha256(std::string_view bytes) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  if (!context || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1 ||
      EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) != 1 ||
      EVP_DigestFinal_ex(context.get(), digest.data(), &size) != 1)
    throw std::runtime_error("SHA-256 is not available from OpenSSL");
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * size);
  for (unsigned int i = 0; i < size; ++i) {
    hex += kDigits[digest[i] >> 4U];
    hex += kDigits[digest[i] & 15U];
  }
  return hex;
}

std::string shortHash(std::string_view sha256) {
  return std::string(sha256.substr(0, 8));
}

std::optional<std::string> sha256OfFile(const std::string& path) {
  try {
    return sha256(MappedFile(path).bytes());
  } catch (const std::system_error&) {
    return std::nullopt;
  }
}

}  // namespace adit::project
