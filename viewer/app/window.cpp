#include "viewer/app/window.h"

#include <iostream>

#include "viewer/app/window_session.h"

namespace adit::viewer {

int runWindow(const WindowOptions& options) {
  try {
    WindowSession session(options);
    return session.run();
  } catch (const std::exception& fault) {
    std::cerr << "adit: " << fault.what() << "\n";
    return 1;
  }
}

}  // namespace adit::viewer
