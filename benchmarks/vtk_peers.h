// The same model as VTK holds it, and the filters that a VTK user would take.
#pragma once
#include <vtkDataSet.h>
#include <vtkImageData.h>
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>
#include <vtkThreshold.h>
#include <vtkUnstructuredGrid.h>

#include "geology/model/block_model.h"

namespace adit::benchmarks {

constexpr const char* kGradeArray = "cu";

/// The first column as cell values; the image shares the model's memory, which outlives it. `corner` is where
/// the minimum corner of the lattice lies (the lattice is not rotated).
vtkSmartPointer<vtkImageData> cellImage(const geology::BlockModel& model, const geology::Vec3& corner = {});
/// The same as point values at the centres of the blocks.
vtkSmartPointer<vtkImageData> centerImage(const geology::BlockModel& model);
/// A sub-blocked model as hexahedra with shared corners, places relative to the lattice's origin.
vtkSmartPointer<vtkUnstructuredGrid> hexahedra(const geology::BlockModel& model);

/// Cells at or above the cut-off.
void setThreshold(vtkThreshold& threshold, float cutoff);
/// vtkThreshold, then vtkDataSetSurfaceFilter.
vtkSmartPointer<vtkPolyData> thresholdSurface(vtkDataSet* data, float cutoff);

}  // namespace adit::benchmarks
