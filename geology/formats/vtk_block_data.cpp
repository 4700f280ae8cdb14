#include "geology/formats/vtk_block_data.h"

#include <vtkDataSetReader.h>
#include <vtkExecutive.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkRectilinearGrid.h>
#include <vtkUnstructuredGrid.h>
#include <vtkXMLImageDataReader.h>
#include <vtkXMLRectilinearGridReader.h>
#include <vtkXMLUnstructuredGridReader.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "geology/formats/delimited.h"
#include "geology/formats/text_lines.h"
#include "geology/formats/vtk_messages.h"

namespace adit::formats {
namespace {

using geology::Severity;

constexpr std::size_t kHead = 4096;
/// zlib packs equal bytes 1032 times at best, so that more cells than this a byte cannot be in a file.
constexpr double kMostCellsPerByte = 1100;

constexpr FindingKind kError{Severity::Error, "VTK-ERROR", "VTK could not read all of the file",
                             "write it again, in ParaView for example"};
constexpr FindingKind kWarning{Severity::Warning, "VTK-WARNING", "VTK read the file with a doubt",
                               "write it again, in ParaView for example"};

bool isLegacy(std::string_view bytes) {
  return bytes.starts_with("# vtk DataFile");
}

[[noreturn]] void refuse(const Source& source, std::string code, std::string message) {
  throw ReadError{{.severity = Severity::Error,
                   .code = std::move(code),
                   .file = source.path,
                   .message = std::move(message),
                   .remedy = "check that the file is complete, or write it again, in ParaView for example"}};
}

/// The value of an attribute of the XML head, "" without it.
std::string_view attribute(std::string_view text, std::string_view name) {
  const std::size_t at = text.find(std::string(name) + "=\"");
  if (at == std::string_view::npos) return {};
  const std::size_t begin = at + name.size() + 2;
  return text.substr(begin, text.find('"', begin) - begin);
}

VtkBlockKind kindNamed(std::string_view name) {
  if (equalIgnoringCase(name, "ImageData") || equalIgnoringCase(name, "STRUCTURED_POINTS"))
    return VtkBlockKind::Image;
  if (equalIgnoringCase(name, "RectilinearGrid") || equalIgnoringCase(name, "RECTILINEAR_GRID"))
    return VtkBlockKind::Rectilinear;
  if (equalIgnoringCase(name, "UnstructuredGrid") || equalIgnoringCase(name, "UNSTRUCTURED_GRID"))
    return VtkBlockKind::Unstructured;
  return VtkBlockKind::None;
}

double productOfExtent(std::string_view extent) {
  double product = 1;
  for (int a = 0; a < 3; ++a) {
    const auto low = parseNumber(takeWord(extent));
    const auto high = parseNumber(takeWord(extent));
    if (low && high) product *= std::max(1.0, *high - *low + 1);
  }
  return product;
}

/// The largest number of points or cells that an XML file claims.
double claimedByXml(std::string_view bytes) {
  double most = productOfExtent(attribute(bytes.substr(0, kHead), "WholeExtent"));
  for (std::size_t at = bytes.find("<Piece"); at != std::string_view::npos;
       at = bytes.find("<Piece", at + 1)) {
    const std::string_view tag = bytes.substr(at, bytes.find('>', at) - at);
    for (const std::string_view name : {"NumberOfPoints", "NumberOfCells"})
      most = std::max(most, parseNumber(attribute(tag, name)).value_or(0));
    most = std::max(most, productOfExtent(attribute(tag, "Extent")));
  }
  return most;
}

/// The same for a legacy file, which packs nothing: its keywords stand at the beginnings of lines.
double claimedByLegacy(std::string_view bytes) {
  double most = 0;
  LineScanner lines(bytes);
  std::string_view line;
  while (lines.next(line)) {
    const std::string_view word = takeWord(line);
    if (equalIgnoringCase(word, "DIMENSIONS")) {
      double product = 1;
      for (int a = 0; a < 3; ++a) product *= std::abs(parseNumber(takeWord(line)).value_or(1));
      most = std::max(most, product);
    }
    for (const std::string_view count : {"POINTS", "CELLS", "CELL_DATA", "POINT_DATA", "CELL_TYPES"})
      if (equalIgnoringCase(word, count)) most = std::max(most, parseNumber(takeWord(line)).value_or(0));
  }
  return most;
}

template <typename XmlReader>
vtkSmartPointer<vtkDataSet> readXml(const Source& source, VtkMessages* messages) {
  vtkNew<XmlReader> reader;
  listenTo(reader, messages);
  listenTo(reader->GetExecutive(), messages);
  reader->SetReaderErrorObserver(messages);
  reader->SetParserErrorObserver(messages);
  reader->ReadFromInputStringOn();
  reader->SetInputString(std::string(source.bytes));
  reader->Update();
  return reader->GetOutput();
}

vtkSmartPointer<vtkDataSet> readLegacy(const Source& source, VtkMessages* messages) {
  if (source.bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
    refuse(source, "VTK-TOO-LARGE", "VTK reads legacy files of up to 2 GB; save it as XML");
  vtkNew<vtkDataSetReader> reader;
  listenTo(reader, messages);
  listenTo(reader->GetExecutive(), messages);
  reader->ReadFromInputStringOn();
  reader->SetInputString(source.bytes.data(), static_cast<int>(source.bytes.size()));
  reader->ReadAllScalarsOn();
  reader->ReadAllVectorsOn();
  reader->ReadAllFieldsOn();
  reader->Update();
  return reader->GetOutput();
}

}  // namespace

VtkBlockKind vtkBlockKind(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kHead);
  if (!isLegacy(head)) {
    const std::size_t file = head.find("<VTKFile");
    if (file == std::string_view::npos) return VtkBlockKind::None;
    return kindNamed(attribute(head.substr(file), "type"));
  }
  LineScanner lines(head);
  std::string_view line;
  while (lines.next(line))
    if (equalIgnoringCase(takeWord(line), "DATASET")) return kindNamed(takeWord(line));
  return VtkBlockKind::None;
}

vtkSmartPointer<vtkDataSet> readVtkDataSet(const Source& source, Findings& findings) {
  const bool legacy = isLegacy(source.bytes);
  const double claimed = legacy ? claimedByLegacy(source.bytes) : claimedByXml(source.bytes);
  if (!(claimed <= kMostCellsPerByte * static_cast<double>(source.bytes.size())) || claimed >= 4294967295.0)
    refuse(source, "VTK-TOO-MANY-CELLS", "the file claims more points or cells than it can hold");
  const auto messages = VtkMessages::create();
  vtkSmartPointer<vtkDataSet> data;
  if (legacy) {
    data = readLegacy(source, messages);
  } else {
    switch (vtkBlockKind(source.bytes)) {
      case VtkBlockKind::Image:
        data = readXml<vtkXMLImageDataReader>(source, messages);
        break;
      case VtkBlockKind::Rectilinear:
        data = readXml<vtkXMLRectilinearGridReader>(source, messages);
        break;
      case VtkBlockKind::Unstructured:
        data = readXml<vtkXMLUnstructuredGridReader>(source, messages);
        break;
      case VtkBlockKind::None:
        break;
    }
  }
  if (messages->failed()) findings.add(kError, {}, messages->firstError());
  if (!messages->firstWarning().empty()) findings.add(kWarning, {}, messages->firstWarning());
  if (!data || (data->GetNumberOfPoints() == 0 && data->GetNumberOfCells() == 0))
    refuse(source, "VTK-NOTHING",
           "VTK finds no cells in the file" + (messages->failed() ? ": " + messages->firstError() : ""));
  return data;
}

}  // namespace adit::formats
