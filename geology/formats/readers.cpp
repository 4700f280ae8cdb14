// The one list of everything that Adit reads, and how a file finds its reader.
#include <exception>
#include <filesystem>
#include <new>

#include "geology/formats/asset_reader.h"
#include "geology/formats/block_table_reader.h"
#include "geology/formats/drill_table_reader.h"
#include "geology/formats/dxf_reader.h"
#include "geology/formats/gocad_reader.h"
#include "geology/formats/gslib_reader.h"
#include "geology/formats/minelib_reader.h"
#include "geology/formats/obj_reader.h"
#include "geology/formats/packed_reader.h"
#include "geology/formats/plan_table_reader.h"
#include "geology/formats/ply_reader.h"
#include "geology/formats/raster_reader.h"
#include "geology/formats/reader.h"
#include "geology/formats/stl_reader.h"
#include "geology/formats/surpac_reader.h"
#include "geology/formats/ubc_reader.h"
#include "geology/formats/unknown_content.h"
#include "geology/formats/value_list_reader.h"
#include "geology/formats/vtk_blocks_reader.h"
#include "geology/formats/vtk_legacy_reader.h"
#include "geology/formats/vtp_reader.h"

namespace adit::formats {

const std::vector<Reader>& readers() {
  // Tables before meshes before rasters; of two that are equally sure the earlier one gets the file.
  static const std::vector<Reader> kReaders{
      {"drillhole table", "collars, surveys and intervals as delimited text", recogniseDrillTable,
       readDrillTable},
      {"block table", "block models and points as delimited text", recogniseBlockTable, readBlockTable},
      {"plan table", "mine plans as delimited text: period, activity, tonnes, grade", recognisePlanTable,
       readPlanTable},
      {"MineLib", "pit problems: blocks, precedence, UPIT, CPIT, PCPSP, solutions", recogniseMinelib,
       readMinelib},
      {"GSLIB", "GeoEAS tables and SGeMS grids", recogniseGslib, readGslib},
      {"value list", "one value a line: UBC-GIF models, economic block values", recogniseValueList,
       readValueList},
      {"UBC-GIF mesh", "tensor meshes of geophysical inversions; their models are value lists", recogniseUbc,
       readUbc},
      {"DXF", "surfaces, solids, strings and points of every mine planning system", recogniseDxf, readDxf},
      {"OBJ", "surfaces, solids and lines", recogniseObj, readObj},
      {"STL", "surfaces and solids, text or binary", recogniseStl, readStl},
      {"PLY", "surfaces and points, text or binary", recognisePly, readPly},
      {"GOCAD", "surfaces, lines and points: TSurf, PLine, VSet", recogniseGocad, readGocad},
      {"Surpac", "strings (.str) and surfaces (.dtm), text or binary", recogniseSurpac, readSurpac},
      {"VTK polydata", "surfaces and lines as XML (.vtp)", recogniseVtp, readVtp},
      {"legacy VTK polydata", "surfaces and lines, text or binary (.vtk)", recogniseVtkLegacy, readVtkLegacy},
      {"VTK blocks", "image data, rectilinear and unstructured grids", recogniseVtkBlocks, readVtkBlocks},
      {"3D model", "glTF, FBX, Collada, 3DS: things placed in the scene", recogniseAsset, readAsset},
      {"raster", "terrain and images: GeoTIFF, ESRI ASCII, Surfer, USGS DEM, PNG, JPEG", recogniseRaster,
       readRaster},
      {"packed file", "any of these inside a .zip or .gz", recognisePacked, readPacked},
  };
  return kReaders;
}

const Reader* recognise(const Source& source) {
  const Reader* best = nullptr;
  int bestScore = 0;
  for (const Reader& reader : readers()) {
    const int score = reader.recognise(source);
    if (score > bestScore) {
      best = &reader;
      bestScore = score;
    }
  }
  constexpr int kCertain = 100;
  return bestScore < kCertain && isClosedFormat(source.bytes) ? nullptr : best;
}

namespace {

/// A reader that failed in a way it does not know itself: the file is refused, the rest still opens.
geology::Diagnostic readerFailed(const Source& source, const Reader& reader, const char* why) {
  return {.severity = geology::Severity::Error,
          .code = "FMT-READER-FAILED",
          .file = source.path,
          .message = "the reader of " + reader.name + " gave up: " + why,
          .remedy = "check that the file is complete; if it is, this is a fault of Adit worth reporting"};
}

ImportResult guardedRead(const Reader& reader, const Source& source, const ImportChoices& choices,
                         geology::Progress& progress) {
  ImportResult refused;
  try {
    return reader.read(source, choices, progress);
  } catch (const ReadError& error) {
    refused.diagnostics.push_back(error.diagnostic);
  } catch (const std::bad_alloc&) {
    refused.diagnostics.push_back(
        readerFailed(source, reader, "the content needs more memory than there is"));
  } catch (const std::exception& error) {
    refused.diagnostics.push_back(readerFailed(source, reader, error.what()));
  }
  return refused;
}

}  // namespace

ImportResult readSource(const Source& source, const ImportChoices& choices, geology::Progress& progress) {
  progress.throwIfCancelled();
  const Reader* reader = source.bytes.empty() ? nullptr : recognise(source);
  if (reader == nullptr) {
    ImportResult unknown;
    unknown.diagnostics.push_back(describeUnknown(source));
    return unknown;
  }
  ImportResult result = guardedRead(*reader, source, choices, progress);
  for (geology::Diagnostic& diagnostic : result.diagnostics)
    if (diagnostic.file.empty()) diagnostic.file = source.path;
  result.format = reader->name;
  return result;
}

std::string baseName(std::string_view path) {
  return std::filesystem::path(path).stem().string();
}

}  // namespace adit::formats
