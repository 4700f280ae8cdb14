#include "viewer/app/terminal_progress.h"

#include <unistd.h>

#include <atomic>
#include <chrono>
#include <iostream>
#include <thread>

namespace adit::viewer {
namespace {

class ProgressLine {
 public:
  explicit ProgressLine(const std::string& verb) : verb_(verb) {}

  void show(const geology::Progress& progress) {
    const int tenth = static_cast<int>(progress.fraction() * 10);
    const bool terminal = ::isatty(STDERR_FILENO) != 0;
    if (!terminal && tenth == told_) return;
    told_ = tenth;
    std::cerr << (terminal ? "\r\x1b[K" : "") << verb_ << ": " << progress.what() << " ("
              << static_cast<int>(progress.fraction() * 100) << " %)" << (terminal ? "" : "\n") << std::flush;
    written_ = terminal;
  }
  void end() const {
    if (written_) std::cerr << "\n";
  }

 private:
  const std::string& verb_;
  int told_ = -1;
  bool written_ = false;
};

/// Tells, and is followed by interrupts, for as long as it lives.
class Teller {
 public:
  Teller(const std::string& verb, Interrupts& interrupts, geology::Progress& progress)
      : interrupts_(interrupts), thread_([this, &verb, &progress] { tell(verb, progress); }) {
    interrupts_.follow(&progress);
  }
  ~Teller() {
    done_ = true;
    thread_.join();
    interrupts_.follow(nullptr);
  }
  Teller(const Teller&) = delete;
  Teller& operator=(const Teller&) = delete;

 private:
  void tell(const std::string& verb, const geology::Progress& progress) const {
    ProgressLine line(verb);
    while (!done_) {
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
      if (progress.fraction() > 0) line.show(progress);
    }
    line.end();
  }

  Interrupts& interrupts_;
  std::atomic<bool> done_{false};
  std::thread thread_;  ///< after what it reads
};

}  // namespace

void workInTerminal(const std::string& verb, Interrupts& interrupts,
                    const std::function<void(geology::Progress&)>& work) {
  geology::Progress progress;
  const Teller teller(verb, interrupts, progress);
  work(progress);
}

}  // namespace adit::viewer
