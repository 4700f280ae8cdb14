#include "viewer/app/watched_work.h"

#include <pthread.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <future>
#include <string>

namespace adit::viewer {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kQuiet = std::chrono::milliseconds(400);  // short work needs no progress line
constexpr long kStepNanoseconds = 100'000'000;

sigset_t interruptOnly() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  return set;
}

/// What standard error has been told.
class Teller {
 public:
  void tell(const geology::Progress& progress) {
    const std::string what = progress.what().substr(0, 60);
    const int percent = static_cast<int>(100 * progress.fraction());
    if (terminal_) {
      std::fprintf(stderr, "\r\x1b[K%3d %%  %s", percent, what.c_str());
      told_ = true;
    } else if (what != what_ || percent / 10 != tenth_) {
      std::fprintf(stderr, "%3d %%  %s\n", percent / 10 * 10, what.c_str());
    }
    what_ = what;
    tenth_ = percent / 10;
    std::fflush(stderr);
  }
  void wipe() const {
    if (told_) std::fputs("\r\x1b[K", stderr);
  }

 private:
  bool terminal_ = ::isatty(STDERR_FILENO) != 0;
  bool told_ = false;
  std::string what_;
  int tenth_ = -1;
};

/// For a tenth of a second, or until Ctrl+C: true.
bool interrupted() {
  const sigset_t set = interruptOnly();
  const timespec step{0, kStepNanoseconds};
  return sigtimedwait(&set, nullptr, &step) == SIGINT;
}

}  // namespace

InterruptHold::InterruptHold() {
  const sigset_t set = interruptOnly();
  pthread_sigmask(SIG_BLOCK, &set, &before_);
}

InterruptHold::~InterruptHold() {
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool runWatched(const std::function<void(geology::Progress&)>& work) {
  geology::Progress progress;
  std::future<void> done = std::async(std::launch::async, [&] { work(progress); });
  Teller teller;
  const auto begin = Clock::now();
  while (done.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
    if (interrupted()) progress.cancel();
    if (Clock::now() - begin > kQuiet && !progress.cancelled()) teller.tell(progress);
  }
  teller.wipe();
  try {
    done.get();
  } catch (const geology::Cancelled&) {
    return false;
  }
  return true;
}

}  // namespace adit::viewer
