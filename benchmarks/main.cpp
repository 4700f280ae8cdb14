// adit bench: every operation of docs/performance.md against plain VTK, in one run.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "benchmarks/machine.h"
#include "benchmarks/measure.h"
#include "viewer/state/facts.h"

namespace adit::benchmarks {

std::string sizeText(std::size_t n) {
  std::size_t power = 0;
  for (std::size_t rest = n; rest >= 10 && rest % 10 == 0; rest /= 10) ++power;
  const std::string digits = std::to_string(n);
  return power >= 5 && digits.size() - power == 1 ? digits.substr(0, 1) + "e" + std::to_string(power)
                                                  : viewer::withThousands(n);
}

namespace {

struct Arguments {
  bool check = false, full = false, tiny = false;
  unsigned threads = 2;
  std::vector<std::size_t> blocks;
  std::string rows, table;
};

Sizes sizesOf(const Arguments& arguments) {
  if (arguments.tiny) return {{8'000}, 1'000, 2'000, {2'000}};
  Sizes sizes;
  if (arguments.full) {
    sizes.blocks.push_back(100'000'000);
    sizes.tableRows.push_back(10'000'000);
  }
  if (!arguments.blocks.empty()) sizes.blocks = arguments.blocks;
  return sizes;
}

/// The rows of the areas in which any operation is wanted; only those are built, since each holds its data.
std::vector<Row> wantedRows(const Arguments& arguments) {
  std::vector<Row> wanted;
  for (const auto rowsOf : {skinRows, drawingRows, sectionRows, holeRows, fileRows, answerRows, krigingRows,
                            pitRows, pitSurfaceRows})
    for (Row& row : rowsOf(sizesOf(arguments)))
      if ((row.operation + ", " + row.size).find(arguments.rows) != std::string::npos)
        wanted.push_back(std::move(row));
  return wanted;
}

void describe(CLI::App& app, Arguments& arguments) {
  app.name("adit bench");
  app.description("Times Adit against plain VTK; checks first that both come to the same results.");
  app.add_flag("--check", arguments.check, "Only the check of the results");
  app.add_flag("--full", arguments.full, "Also 1e8 blocks and 1e7 rows of CSV; takes most of an hour");
  app.add_flag("--tiny", arguments.tiny, "Small data, to try the program itself");
  app.add_option("--threads", arguments.threads, "Processors to use")
      ->capture_default_str()
      ->check(CLI::Range(1, 256));
  app.add_option("--blocks", arguments.blocks, "Sizes of the block models instead, e.g. 1000000,100000000")
      ->delimiter(',')
      ->check(CLI::Range(std::size_t{1000}, std::size_t{500'000'000}));
  app.add_option("--rows", arguments.rows, "Only rows whose operation and size contain this text");
  app.add_option("--table", arguments.table, "Also write the table to this file")->type_name("FILE");
  app.footer("Flags of Google Benchmark (--benchmark_...) may follow.");
  app.allow_extras();
}

/// 0 when all is well.
int run(const Arguments& arguments, std::vector<std::string> benchmarkArguments) {
  useProcessors(arguments.threads);
  const std::vector<Row> rows = wantedRows(arguments);
  std::vector<MeasuredRow> measured(rows.size());
  std::size_t faults = 0;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::cerr << "checking " << rows[r].operation << ", " << rows[r].size << std::endl;
    for (const std::string& fault : checkRow(rows[r], measured[r])) {
      std::cerr << "DIFFERENT: " << fault << std::endl;
      ++faults;
    }
  }
  if (rows.empty()) std::cerr << "no row is called '" << arguments.rows << "'\n";
  if (rows.empty() || faults > 0) return 1;
  if (arguments.check) return 0;
  if (!timeRows(rows, std::move(benchmarkArguments), measured)) return 2;
  const std::string table = markdownTable(rows, measured);
  std::cout << table;
  if (!arguments.table.empty() && !(std::ofstream(arguments.table) << table).flush()) {
    std::cerr << "adit bench: " << arguments.table << " could not be written\n";
    return 1;
  }
  return 0;
}

}  // namespace
}  // namespace adit::benchmarks

int main(int argc, char** argv) {
  CLI::App app;
  adit::benchmarks::Arguments arguments;
  adit::benchmarks::describe(app, arguments);
  try {
    app.parse(argc, argv);
    std::vector<std::string> rest = app.remaining();
    rest.insert(rest.begin(), "adit_bench");
    return adit::benchmarks::run(arguments, std::move(rest));
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  } catch (const std::exception& error) {
    std::cerr << "adit bench: " << error.what() << "\n";
    return 1;
  }
}
