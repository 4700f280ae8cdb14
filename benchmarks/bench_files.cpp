// Block models from text.
#include <unistd.h>
#include <vtkDataArray.h>
#include <vtkDelimitedTextReader.h>
#include <vtkNew.h>
#include <vtkTable.h>

#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>

#include "benchmarks/lens_model.h"
#include "benchmarks/row.h"
#include "geology/formats/reader.h"
#include "geology/project/mapped_file.h"
#include "geology/project/open.h"
#include "geology/project/write_caches.h"

namespace adit::benchmarks {
namespace {

namespace fs = std::filesystem;

/// A file in a folder of its own, which goes with the last row that reads it.
class TemporaryTable {
 public:
  explicit TemporaryTable(const geology::BlockModel& model)
      : folder_(fs::temp_directory_path() /
                ("adit-bench-" + std::to_string(getpid()) + "-" + std::to_string(model.blockCount()))),
        path_(folder_ / "blocks.csv") {
    fs::create_directories(folder_);
    std::ofstream out(path_, std::ios::binary);
    out << "x,y,z,cu_pct,au_gpt,density,domain\n";
    for (std::size_t block = 0; block < model.blockCount(); ++block) {
      const geology::Vec3 p = model.blockCenter(block);
      const auto grade = static_cast<double>(model.columns.front().values[block]);
      std::array<char, 160> line{};
      char* end = line.data();
      const auto put = [&](double value, int decimals, char after) {
        end = std::to_chars(end, line.data() + line.size(), value, std::chars_format::fixed, decimals).ptr;
        *end++ = after;
      };
      put(p.x, 1, ',');
      put(p.y, 1, ',');
      put(p.z, 2, ',');
      put(grade, 4, ',');
      put(grade * 0.4, 4, ',');
      put(2.4 + grade / 20, 3, ',');
      put(1 + static_cast<double>(block % 7), 0, '\n');
      out.write(line.data(), end - line.data());
    }
  }
  ~TemporaryTable() {
    std::error_code fault;
    fs::remove_all(folder_, fault);
  }
  TemporaryTable(const TemporaryTable&) = delete;
  TemporaryTable& operator=(const TemporaryTable&) = delete;
  const fs::path& path() const { return path_; }
  double megabytes() const { return static_cast<double>(fs::file_size(path_)) / 1e6; }

 private:
  fs::path folder_, path_;
};

template <typename Values>
Answer tableFigures(std::size_t rows, const Values& gradeAt) {
  double sum = 0;
  for (std::size_t i = 0; i < rows; ++i) sum += gradeAt(i);
  return {{"rows", static_cast<double>(rows)}, {"sum of grades", sum, 1e-6}};
}

Answer blockFigures(const geology::BlockModel* model) {
  const geology::Column* grade = model != nullptr ? geology::findColumn(model->columns, "cu_pct") : nullptr;
  if (grade == nullptr) return {{"rows", 0}};
  return tableFigures(model->blockCount(),
                      [&](std::size_t i) { return static_cast<double>(grade->values[i]); });
}

using Table = std::shared_ptr<const TemporaryTable>;

Contender adit(const Table& table) {
  return contender(
      "Adit's own reader",
      [table](int) {
        const project::MappedFile file(table->path().string());
        geology::Progress progress;
        return formats::readSource({table->path().string(), file.bytes(), true}, {}, progress);
      },
      [](const formats::ImportResult& result) {
        const auto* first = result.objects.empty() ? nullptr : &result.objects.front();
        return blockFigures(first != nullptr ? std::get_if<geology::BlockModel>(first) : nullptr);
      });
}

Contender textReader(const Table& table) {
  return contender(
      "vtkDelimitedTextReader",
      [table](int) {
        vtkNew<vtkDelimitedTextReader> reader;
        reader->SetFileName(table->path().c_str());
        reader->SetHaveHeaders(true);
        reader->DetectNumericColumnsOn();
        reader->Update();
        return vtkSmartPointer<vtkTable>(reader->GetOutput());
      },
      [](const vtkSmartPointer<vtkTable>& data) {
        auto* grade = vtkDataArray::SafeDownCast(data->GetColumnByName("cu_pct"));
        if (grade == nullptr) return Answer{{"rows", -1}};
        return tableFigures(static_cast<std::size_t>(data->GetNumberOfRows()),
                            [&](std::size_t i) { return grade->GetComponent(static_cast<vtkIdType>(i), 0); });
      });
}

Row csvRow(const Table& table, std::size_t rows) {
  const bool gated = rows >= 10'000'000;
  Row row{"CSV load, 7 columns", sizeText(rows) + " rows", adit(table)};
  row.peers = {{textReader(table), gated ? 50.0 : 0.0, gated ? 150.0 : 0.0}};
  row.mostMegabytes = gated ? table->megabytes() : 0;
  row.slow = true;
  return row;
}

project::OpenRequest cachedRequest(const Table& table) {
  project::OpenRequest request;
  request.paths = {table->path().string()};
  request.useCaches = true;
  return request;
}

/// The whole way of the window: open() with the cache that an earlier opening has left.
Row reopenRow(const Table& table, std::size_t rows) {
  geology::Progress progress;
  project::writeCaches(project::open(cachedRequest(table), progress), progress);
  const bool gated = rows >= 10'000'000;
  Row row{
      "reopen from the cache", sizeText(rows) + " rows",
      contender(
          "cache",
          [request = cachedRequest(table)](int) {
            geology::Progress own;
            return project::open(request, own).deposit;
          },
          [](const std::shared_ptr<const geology::Deposit>& deposit) {
            return blockFigures(deposit->blockModels.empty() ? nullptr : deposit->blockModels.front().get());
          })};
  row.peers = {{adit(table), gated ? 5.0 : 0.0, gated ? 10.0 : 0.0}};
  return row;
}

}  // namespace

std::vector<Row> fileRows(const Sizes& sizes) {
  std::vector<Row> rows;
  for (const std::size_t count : sizes.tableRows) {
    const auto table = std::make_shared<const TemporaryTable>(*lensModel(blockCounts(count)));
    rows.push_back(csvRow(table, count));
    rows.push_back(reopenRow(table, count));
  }
  return rows;
}

}  // namespace adit::benchmarks
