#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sstream>
#include <thread>

#include "benchmarks/machine.h"
#include "benchmarks/measure.h"

namespace adit::benchmarks {
namespace {

/// Three significant digits without an exponent.
std::string threeDigits(double value) {
  const int whole = value >= 1 ? static_cast<int>(std::floor(std::log10(value))) + 1 : 1;
  char text[64];
  std::snprintf(text, sizeof(text), "%.*f", std::max(0, 3 - whole), value);
  return text;
}

std::string timeText(double microseconds) {
  if (std::isnan(microseconds)) return "-";
  if (microseconds < 1000) return threeDigits(microseconds) + " µs";
  if (microseconds < 1e6) return threeDigits(microseconds / 1e3) + " ms";
  return threeDigits(microseconds / 1e6) + " s";
}

std::string memoryText(double megabytes) {
  if (std::isnan(megabytes)) return "-";
  return megabytes < 0.1 ? "0" : threeDigits(megabytes);
}

std::string timesText(double times) {
  return std::isfinite(times) ? threeDigits(times) + "x" : "-";
}

std::string goalText(double times, double microseconds) {
  if (times > 0) return threeDigits(times) + "x";
  return microseconds > 0 ? timeText(microseconds) : "";
}

/// "met", "missed" or nothing where there is no gate.
std::string verdict(const Row& row, const Peer* peer, const Measured& ours, double ratio) {
  const bool gated =
      row.mostMicroseconds > 0 || row.mostMegabytes > 0 || (peer != nullptr && peer->atLeast > 0);
  if (!gated) return "";
  const bool met = (peer == nullptr || !(ratio < peer->atLeast)) &&
                   (row.mostMicroseconds <= 0 || ours.microseconds <= row.mostMicroseconds) &&
                   (row.mostMegabytes <= 0 || ours.megabytes <= row.mostMegabytes);
  return met ? "met" : "missed";
}

void writeLine(std::ostream& out, const Row& row, const MeasuredRow& measured, std::size_t p) {
  const Peer* peer = p < row.peers.size() ? &row.peers[p] : nullptr;
  const Measured theirs = peer != nullptr ? measured.peers[p] : Measured{std::nan(""), std::nan("")};
  const double ratio = theirs.microseconds / measured.ours.microseconds;
  const double gate = peer != nullptr ? peer->atLeast : 0, aim = peer != nullptr ? peer->aim : 0;
  out << "| " << row.operation << " | " << row.size << " | " << (peer != nullptr ? peer->contender.name : "")
      << " | " << timeText(theirs.microseconds) << " | " << timeText(measured.ours.microseconds) << " | "
      << (row.floor ? timeText(measured.floor.microseconds) : "-") << " | " << timesText(ratio) << " | "
      << goalText(gate, row.mostMicroseconds) << " | " << goalText(aim, row.aimMicroseconds) << " | "
      << verdict(row, peer, measured.ours, ratio) << " | " << memoryText(theirs.megabytes) << " | "
      << memoryText(measured.ours.megabytes)
      << (row.mostMegabytes > 0 ? " (at most " + threeDigits(row.mostMegabytes) + ")" : "") << " |\n";
}

}  // namespace

std::string markdownTable(const std::vector<Row>& rows, const std::vector<MeasuredRow>& measured) {
  std::ostringstream out;
  out << "Measured on " << machineText() << ".\n\n"
      << "| operation | size | peer | peer's time | ours | floor | ratio | gate | aim | | peer's MB | our MB "
         "|\n"
      << "|---|---|---|---|---|---|---|---|---|---|---|---|\n";
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (std::size_t p = 0; p < std::max<std::size_t>(1, rows[r].peers.size()); ++p)
      writeLine(out, rows[r], measured[r], p);
  return out.str();
}

}  // namespace adit::benchmarks
