#include "viewer/app/interrupts.h"

#include <signal.h>
#include <unistd.h>

#include <ctime>

namespace adit::viewer {
namespace {

sigset_t interrupts() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

Interrupts::Interrupts() {
  const sigset_t signals = interrupts();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  watcher_ = std::thread([this] { watch(); });
}

Interrupts::~Interrupts() {
  done_ = true;
  watcher_.join();
  const sigset_t signals = interrupts();
  pthread_sigmask(SIG_UNBLOCK, &signals, nullptr);
}

void Interrupts::watch() const {
  const sigset_t signals = interrupts();
  constexpr timespec kLook{0, 100'000'000};
  while (!done_) {
    const int signal = sigtimedwait(&signals, nullptr, &kLook);
    if (signal < 0) continue;
    geology::Progress* work = work_;
    if (work == nullptr) ::_exit(128 + signal);  // nothing to put away
    work->cancel();
  }
}

}  // namespace adit::viewer
