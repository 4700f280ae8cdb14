// PROJ behind a door: its handles as values that free themselves. For the sources of geology/formats/crs
// only.
#pragma once
#include <proj.h>

#include <memory>
#include <string>

#include "geology/formats/crs.h"

namespace adit::formats {

struct ContextDeleter {
  void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct PjDeleter {
  void operator()(PJ* pj) const { proj_destroy(pj); }
};
using Context = std::unique_ptr<PJ_CONTEXT, ContextDeleter>;
using Pj = std::unique_ptr<PJ, PjDeleter>;

/// `messages` keeps the first complaint of PROJ; it must outlive the context.
Context makeContext(std::string& messages);

/// A horizontal system; pj is null when the definition is none.
struct OpenedCrs {
  Pj pj;
  CrsResult described;
};

OpenedCrs openCrs(PJ_CONTEXT* context, const std::string& definition, const std::string& messages);

}  // namespace adit::formats
