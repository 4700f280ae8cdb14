#include "geology/model/named_column.h"

#include "geology/model/plain_text.h"

namespace adit::geology {

std::vector<NamedColumn> namedColumns(const std::vector<Column>& columns) {
  std::vector<NamedColumn> named;
  named.reserve(columns.size());
  for (const Column& column : columns) named.push_back({column.name, &column});
  return named;
}

const NamedColumn* findNamed(const std::vector<NamedColumn>& columns, std::string_view name) {
  for (const NamedColumn& named : columns)
    if (named.name == name) return &named;
  for (const NamedColumn& named : columns)
    if (equalIgnoringCase(named.name, name)) return &named;
  return nullptr;
}

}  // namespace adit::geology
