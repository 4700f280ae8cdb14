// Hole ids as written in different tables, to the holes of one collar table.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace adit::project {

std::string_view trimmedId(std::string_view id);

class HoleIndex {
 public:
  struct Match {
    std::uint32_t hole;
    bool exact;  ///< false: the ids differ in upper and lower case
  };

  /// False when the id is there already.
  bool add(std::string_view id, std::uint32_t hole);
  /// Nothing too when several holes match only by ignoring case.
  std::optional<Match> find(std::string_view id) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  using Map = std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>>;
  Map exact_;
  Map lower_;
};

}  // namespace adit::project
